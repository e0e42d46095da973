/** Days that are names: "6 October Bridge", "the 23 March Movement", "20 Ramadan Street" tell nothing of when. */
import { AL, WA } from '../lexicon/analyze.ts';
import { addNode } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import type { DateValue } from './times.ts';
import { featuresOf, field, isDigits, isWord, nodeOf } from './words.ts';

/** A day of a month right behind a word for a place or a group, which without its article needs a name, is that name. */
export function readDayNames(doc: Doc): void {
  for (let i = 1; i < doc.length; i++) {
    if (nodeOf(doc, i, 'date') === null) continue;
    if (isJoinedName(doc, i)) doc.at[i] = doc.at[i].filter(({ kind }) => kind !== 'date');
    const day = dayOfMonthAt(doc, i);
    if (day === null || !startsBare(doc, i) || (doc.bits[i - 1] & AL) !== 0 || doc.isBreak(i - 1)) continue;
    if (!isNamedBy(doc, i)) continue;
    doc.at[i] = doc.at[i].filter(({ kind }) => !counts.has(kind));
    addNode(doc, { ...day, kind: 'named-day' });
  }
}

/** "the prayers of the congregation and of Friday,": a weekday joined to a noun that is no day, with nothing behind it that happens then. */
function isJoinedName(doc: Doc, i: number): boolean {
  if ((doc.bits[i] & (WA | AL)) !== (WA | AL) || !isWord(doc, i - 1) || (i + 1 < doc.length && isWord(doc, i + 1))) return false;
  const date = nodeOf(doc, i, 'date');
  if (date === null || date.end !== i + 1 || (date.value as DateValue).when.is !== 'weekday') return false;
  return (doc.bits[i - 1] & AL) !== 0 && doc.at[i - 1].length > 0 && !isInDate(doc, i - 1);
}

/** So many words back a date may have begun. */
const LONG = 6;

function isInDate(doc: Doc, at: number): boolean {
  for (let k = at; k >= 0 && k > at - LONG; k--) if (doc.at[k].some(({ kind, end }) => kind === 'date' && end > at)) return true;
  return false;
}

/** A word right before it takes a day for its name. */
const isNamedBy = (doc: Doc, i: number): boolean => doc.at[i - 1].some((node) => node.end === i && takesName(node));

const counts: ReadonlySet<string> = new Set(['date', 'number', 'quantity']);

/** "6 October", "the sixth of October": no "on day" before it. */
const startsBare = (doc: Doc, i: number): boolean =>
  (isDigits(doc, i) || nodeOf(doc, i, 'ordinal') !== null || nodeOf(doc, i, 'number') !== null) &&
  doc.bits[i] === (doc.bits[i] & AL);

function dayOfMonthAt(doc: Doc, i: number): Node<any> | null {
  for (const node of doc.at[i]) if (node.kind === 'date' && isDayOfMonth(node.value)) return node;
  return null;
}

function isDayOfMonth({ when, open, until }: DateValue): boolean {
  return when.is === 'date' && when.day !== null && when.month !== null && when.year === null && !open && !until;
}

const takesName = (node: Node<any>): boolean =>
  node.kind === 'named-by-day' ||
  (featuresOf(node)?.number !== 'pl' ? node.kind === 'place-class' || isGroup(node) : isGroup(node));

const isGroup = (node: Node<any>): boolean => node.kind === 'person' && field(node, 'unit') === 'group';
