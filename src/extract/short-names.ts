/** "gunmen from al-Qaida", "leaders of al-Qaida": an armed party whose short name is an ordinary word ("the base") is known by the words before it. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { SHORT } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { eventSense } from './senses.ts';
import { featuresOf, field, isDefinite, isWord, markAt, nodeOf, senseOf } from './words.ts';

/** Takes the ordinary word away where the party is meant. */
export function settleShortNames(doc: Doc): void {
  for (let i = 0; i < doc.length; i++) {
    if ((doc.groups[i] & SHORT) === 0) continue;
    const nodes = doc.at[i];
    if (nodes.length < 2 || !nodes.some(isArmedShort)) continue;
    if (nodes.some((n) => n.kind === 'thing') && isParty(doc, i)) doc.at[i] = nodes.filter((n) => !ordinary.has(n.kind));
  }
}

const isArmedShort = (node: Node<any>): boolean => node.kind === 'actor-short' && field(node, 'armed') === 'yes';
const ordinary: ReadonlySet<string> = new Set(['thing', 'anaphor', 'place-class']);

/** How many words may stand between the fighters and "from". */
const ADJECTIVES = 2;

function isParty(doc: Doc, i: number): boolean {
  // "the base of the air force", "the military base"
  if (i + 1 < doc.length && isWord(doc, i + 1) && isDefinite(doc, i + 1)) return false;
  if (doc.bits[i] & (BI | KA)) return false;
  const before = i - 1;
  if (before < 0) return false;
  if (!isWord(doc, before)) return isQuoted(doc, i);
  if (nodeOf(doc, before, 'belong') !== null || speaks(doc, before)) return true;
  // "an attack by al-Qaida on": what is attacked stands behind "on"
  if (doc.bits[i] & LI) return nodeOf(doc, before, 'event') !== null && field(nodeOf(doc, i + 1, 'case'), 'role') === 'on';
  const link = nodeOf(doc, before, 'case');
  const tied =
    link !== null && doc.info[before].pronoun === null && (field(link, 'role') === 'from' || field(link, 'role') === 'in');
  if (link !== null && !tied) return false;
  const last = tied ? before - 1 : before;
  for (let t = last; t >= 0 && t >= last - (tied ? ADJECTIVES : 0) && isWord(doc, t); t--)
    if (fights(doc, t)) return !isDefinite(doc, t) && !leaves(doc, t);
  return false;
}

const isQuoted = (doc: Doc, i: number): boolean =>
  (markAt(doc, i - 1) === 'open' || markAt(doc, i - 1) === 'quote') &&
  i + 1 < doc.length &&
  (markAt(doc, i + 1) === 'close' || markAt(doc, i + 1) === 'quote');

/** Fighters and leaders of a group; soldiers and commanders serve at a base. */
const fights = (doc: Doc, t: number): boolean => {
  const person = nodeOf(doc, t, 'person');
  if (person === null || field(person, 'regular') === 'yes') return false;
  return field(person, 'side') === 'armed' || nodeOf(doc, t, 'title') !== null;
};

/** "gunmen withdrew from the base". */
const leaves = (doc: Doc, t: number): boolean => t > 0 && doc.at[t - 1].some((n) => n.kind === 'event' && movesOn(n));

const movesOn = (node: Node<any>): boolean => {
  const sense = senseOf(node);
  return sense !== null && eventSense(sense).types.includes('force-movement');
};

/** "announced", "launched": a base does neither. */
const speaks = (doc: Doc, t: number): boolean =>
  doc.at[t].some(
    (n) => (n.kind === 'say' || n.kind === 'light') && featuresOf(n)?.pos === 'verb' && featuresOf(n)?.gender === 'f',
  );
