/** What the name of a unit goes on with: its branch ("battalion 210 infantry") and its duty ("the company of raids", "forces for the protection of forests"). */
import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { field, isDefinite, isWord, nodeAmong, nodeOf } from './words.ts';

const JOINED = WA | FA | BI | KA | LI;

/** Where the name goes on to from token `t`; `t` where it ends before it. */
export function unitNameEnd(doc: Doc, np: NounPhrase, t: number, end: number): number {
  if (np.count !== null || np.end !== t || doc.bits[t] & JOINED) return t;
  const task = taskEnd(doc, np, t, end);
  if (task > t) return task;
  if (!(isUnit(doc, np) || isUnitAt(doc, t - 1))) return t;
  const branch = nodeOf(doc, t, 'branch');
  if (branch !== null && branch.end <= end && !isDefinite(doc, t) && np.end > np.head + (np.kind === 'actor' ? 0 : 1))
    return branch.end;
  if (isDefinite(doc, np.end - 1) || (np.end !== np.head + 1 && !isUnitAt(doc, np.end - 1))) return t;
  const duty = nodeOf(doc, t, 'duty');
  if (duty === null || duty.word?.exact !== true || duty.end > end || duty.word.pronoun !== null) return t;
  if (isDefinite(doc, t)) return duty.end;
  // "forces for the protection of | the forests"
  let of = duty.end;
  // "(the army) of the liberation of | the people of X"
  if (of + 1 < end && isOfAnother(doc, of) && isBare(doc, of + 1)) of++;
  return of < end &&
    isWord(doc, of) &&
    (doc.bits[of] & JOINED) === 0 &&
    (isDefinite(doc, of) || doc.info[of].unknown || nodeAmong(doc, of, lands) !== null)
    ? of + 1
    : t;
}

/** "the office for the documentation of | the violations": whatever a body is there for, its name tells of none. */
function taskEnd(doc: Doc, { head, end: to }: NounPhrase, t: number, end: number): number {
  if (to !== head + 1 || isDefinite(doc, head) || isDefinite(doc, t) || t + 1 >= end || !isBare(doc, t + 1)) return t;
  const task = nodeOf(doc, t, 'task');
  if (task === null || doc.info[t].pronoun !== null || !bodies.has(field(nodeOf(doc, head, 'source'), 'class') ?? '')) return t;
  if (isDefinite(doc, t + 1)) return t + 2;
  // "for the following of | the cease of fire"
  const matter = doc.at[t + 1].find((n) => n.kind === 'event' && n.end > t + 2 && n.end <= end);
  return matter !== undefined && isDefinite(doc, matter.end - 1) ? matter.end : t;
}

const bodies: ReadonlySet<string> = new Set(['body', 'monitor', 'ministry', 'site']);

const isBare = (doc: Doc, i: number): boolean => isWord(doc, i) && (doc.bits[i] & JOINED) === 0;

/** A known noun without its article, before a name. */
const isOfAnother = (doc: Doc, i: number): boolean =>
  isBare(doc, i) &&
  !isDefinite(doc, i) &&
  !doc.info[i].unknown &&
  doc.info[i].nominal &&
  doc.info[i + 1] !== undefined &&
  doc.info[i + 1].unknown;

/** "rebels of the army | of liberation": the unit they are of. */
const isUnitAt = (doc: Doc, i: number): boolean => field(nodeOf(doc, i, 'person'), 'unit') === 'group';

const lands = new Kinds(['actor', 'actor-short', 'nationality']);

const isUnit = (doc: Doc, { kind, person, node, head }: NounPhrase): boolean =>
  field(person ?? node, 'unit') === 'group' ||
  (kind === 'actor' && nodeOf(doc, head, 'numbered') !== null) ||
  nodeOf(doc, head, 'numbered') !== null ||
  field(nodeOf(doc, head, 'place-class'), 'unit') === 'yes' ||
  (!isDefinite(doc, head) && nodeOf(doc, head, 'party') !== null);

/** "units of the army", "the soldiers of the police": several of a body with its article, no one of whom has a name. */
export const isUnitOf = (doc: Doc, { kind, node, features, head, end }: NounPhrase): boolean =>
  kind === 'person' &&
  end === head + 2 &&
  (features?.number === 'pl' || field(node, 'unit') === 'group') &&
  isDefinite(doc, head + 1) &&
  field(nodeOf(doc, head + 1, 'person'), 'unit') === 'group';
