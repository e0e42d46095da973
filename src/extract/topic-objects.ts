/** "that three civilians | were-made | their-arrest", "six workers | was-done | the release | of-them": whom the deed befell stands before it, and a pronoun ties it to them. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { isPeople } from './parties.ts';
import { featuresOf, field, nodeOf } from './words.ts';

export function topicObject(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  if (h.finite || h.recipients.length > 0 || h.sense!.object !== 'recipient') return;
  const verb = chunks[k - 1];
  if (verb?.kind !== 'light' || !verb.finite || !passes(doc, verb)) return;
  const before = chunks[k - 2];
  if (before?.noun == null || used[k - 2] || before.bits & (BI | LI | KA) || !isPeople(before.noun)) return;
  const opens = chunks[k - 3];
  if (opens !== undefined && !clauses.has(opens.kind)) return;
  const behind = chunks[k + 1];
  const tie =
    doc.info[h.node!.start].pronoun ??
    (behind !== undefined && nodeOf(doc, behind.start, 'case') !== null ? doc.info[behind.start].pronoun : null);
  if (tie === null || !tie.startsWith('3')) return;
  const { count, features } = before.noun;
  const many = count !== null ? count.low > 1 : features?.number === 'pl' || features?.number === 'du';
  if (many === (tie === '3ms' || tie === '3fs')) return;
  h.recipients.push(before.noun);
  h.rules.push('event.object-before');
}

/** "(were) done | their capture", rather than "their families": behind such a verb stands its deed. */
export function isDone(doc: Doc, i: number, node: Node<any>, before: readonly Chunk[]): boolean {
  const verb = before.at(-1);
  return (
    verb?.kind === 'light' &&
    verb.finite &&
    doc.info[i].pronoun !== null &&
    featuresOf(node)?.pos === 'masdar' &&
    passes(doc, verb)
  );
}

/** "was done": nobody is its subject, so what stands before it is the object of the deed. */
const passes = (doc: Doc, { start }: Chunk): boolean =>
  doc.at[start].some((node) => node.kind === 'light' && field(node, 'passes') === 'yes');

const clauses: ReadonlySet<string> = new Set([
  'that',
  'mark',
  'continue',
  'contrast',
  'reset',
  'conjunction',
  'date',
  'relative',
]);
