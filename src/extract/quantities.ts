/** Quantities: how many and how sure. Runs the language's rules over the numbers of a text and drops what measures, dates or names instead of counting. */
import type { Mod } from '../claim/reading.ts';
import { AL } from '../lexicon/analyze.ts';
import { addNode, applyRules, type RuleSet } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import { markAt } from './words.ts';

export type QuantityValue = { low: number; high: number | null; mod: Mod; form: 'from-to' | null };
export type QuantityNode = Node<QuantityValue>;

/** Classes that, standing after a number, make it a measure. */
const measuring = new Set(['measure', 'currency', 'percent', 'percent-sign', 'per-mille']);
/** How far before "from A to B" a word of rising may stand. */
const RISE_REACH = 9;

/**
 * Adds `quantity` nodes (and `amount` nodes for what counts nobody). Call after the numbers and, so that days are not counted, after the times.
 * @returns the quantities, in text order
 */
export function readQuantities(doc: Doc, rules: RuleSet): QuantityNode[] {
  const taken = takenTokens(doc);
  const kept: QuantityNode[] = [];
  for (const node of applyRules(doc, rules)) {
    if (node.kind !== 'quantity') continue;
    if (numbersTaken(node, taken) || measures(doc, node) || isOrdinal(doc, node) || isAge(doc, node)) {
      remove(doc, node);
      const made: Node<any> = { ...node, kind: 'amount', value: { counts: false } };
      if (!numbersTaken(node, taken)) addNode(doc, made);
    } else if (node.value.form === 'from-to' && isChange(doc, node)) {
      remove(doc, node);
      for (const child of node.children) if (child.kind === 'number') kept.push(exactNode(doc, child, node));
    } else kept.push(node);
  }
  return kept;
}

function takenTokens(doc: Doc): Uint8Array {
  const taken = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) {
    if (doc.made[i] === 0) continue;
    // numbers inside a time are taken
    for (const node of doc.at[i]) if (node.kind === 'date' || node.kind === 'clock-time') taken.fill(1, node.start, node.end);
  }
  return taken;
}

function numbersTaken(node: Node<any>, taken: Uint8Array): boolean {
  for (const child of node.children) if (taken[child.end - 1] === 1 && child.kind === 'number') return true;
  return false;
}

/** A measure, a currency or a unit of time stands behind; a unit that begins a day ("5 on Friday") does not count. */
function measures(doc: Doc, node: Node<any>): boolean {
  const i = node.end;
  if (i >= doc.length) return false;
  let unit = false;
  for (const next of doc.at[i]) {
    if (measuring.has(next.kind)) return true;
    if (next.kind === 'unit') unit = true;
    if (next.kind === 'date') return false;
  }
  return unit;
}

/** "the 197th day", "the 4th division": a number with its article behind a definite singular says which one. */
function isOrdinal(doc: Doc, node: QuantityNode): boolean {
  let i = node.start - 1;
  // "the police (arrested) the dozens of": no word without a number says which one
  if ((doc.bits[node.start] & AL) === 0 || node.value.mod === 'vague') return false;
  if (i >= 0 && doc.at[i].some((word) => word.kind === 'article')) i--;
  if (i < 0 || (doc.bits[i] & AL) === 0) return false;
  // "the police (killed) the other four"
  if (doc.at[node.end]?.some((word) => word.kind === 'additional')) return false;
  if (doc.at[i].some((word) => word.kind === 'unit')) return true;
  const numbers = doc.at[i].map((word) => (word.word === null ? null : word.word.surface.features.number));
  return numbers.includes('sg') && !numbers.includes('pl') && !numbers.includes('du');
}

/** "Muhammad (30)": figures alone in brackets behind a name. */
function isAge(doc: Doc, { start, end, value }: QuantityNode): boolean {
  if (start < 2 || value.low > OLDEST || markAt(doc, start - 1) !== 'open-paren' || markAt(doc, end) !== 'close-paren')
    return false;
  const before = doc.at[start - 2];
  return before.some((word) => named.has(word.kind)) && !before.some((word) => word.kind === 'place-class');
}

const OLDEST = 110;
const named: ReadonlySet<string> = new Set(['given-name', 'family-name', 'kunya']);

/** "Rose from 10 to 13": an old and a new count. */
function isChange(doc: Doc, node: Node<any>): boolean {
  for (let i = node.start - 1; i >= 0 && i >= node.start - RISE_REACH && !doc.isBreak(i); i--)
    for (const word of doc.at[i]) if (word.kind === 'rise') return true;
  return false;
}

function exactNode(doc: Doc, number: Node<any>, from: Node<any>): QuantityNode {
  const value: QuantityValue = { low: number.value.value, high: number.value.value, mod: 'exact', form: null };
  const node: QuantityNode = {
    kind: 'quantity',
    start: number.start,
    end: number.end,
    word: null,
    value,
    rule: `${from.rule}.change`,
    children: [number],
  };
  addNode(doc, node);
  return node;
}

function remove(doc: Doc, node: Node<any>): void {
  doc.at[node.start] = doc.at[node.start].filter((other) => other !== node);
}
