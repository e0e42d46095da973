/** Reads and reconciles reports given as lines, case by case, keeping nothing: for a look at a file before it is imported. */
import type { Engine } from '../engine/index.ts';
import {
  DEFAULT_POLICY,
  type PolicyName,
  type Reconciled,
  type ReconcileInput,
  reconcile,
  reconcileInput,
} from '../reconcile/index.ts';

export type ReportLine = { id: string; outlet: string | null; published: string | null; text: string };
/** `name: null`: all reports of the file, not gathered by anybody. */
export type LineCase = { name: string | null; reports: ReportLine[] };
export type ReconciledCase = {
  name: string | null;
  reports: number;
  found: Reconciled;
  inputs: ReconcileInput[];
  texts: Map<string, string>;
};

/** Reports that share a case were gathered because they speak of one incident. */
export function reconcileLines({ name, reports }: LineCase, engine: Engine, policy: PolicyName = DEFAULT_POLICY): ReconciledCase {
  const texts = new Map<string, string>();
  const once: ReportLine[] = [];
  for (const report of reports) {
    if (texts.has(report.id)) continue;
    texts.set(report.id, report.text);
    once.push(report);
  }
  const inputs = Array.from(engine.readMany(once), (reading) => {
    const { id } = reading.report;
    return reconcileInput(reading, texts.get(id)!, { report: id });
  });
  const found = reconcile(inputs, { policy, isGathered: name !== null });
  return { name, reports: inputs.length, found, inputs, texts };
}
