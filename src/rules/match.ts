/** Runs ordered rules over the nodes of a text: leftmost first, then the order of the list. Each position tries only the rules whose first class stands there. */
import { keyMark } from '../text/key-mark.ts';
import type { Node } from './node.ts';
import type { Atom } from './pattern.ts';
import type { Rule } from './rule.ts';

/** The nodes that begin at each token; what the matcher reads and adds to. */
export type Lattice = {
  length: number;
  at: Node<any>[][];
  /** Marks of the classes that begin at each token ({@link keyMark}): a class whose mark is missing is not there, and most questions end at that. */
  marks: Int32Array;
  /** 1 where something begins that no word of the spelling is by itself: a digit, a mark, what rules made. */
  made: Uint8Array;
  isBreak: (token: number) => boolean;
  /** What is known of the spelling of each token. */
  info: readonly Spelling[];
};

/** Every node that comes to a text after its words goes through here. */
export function addNode(lattice: Lattice, node: Node<any>): void {
  lattice.at[node.start].push(node);
  lattice.marks[node.start] |= keyMark(node.kind);
  lattice.made[node.start] = 1;
}

/** Every word that a spelling may be, and which sets of rules were asked whether one of them begins a rule, and found none: one bit a set. */
export type Spelling = { analyses: readonly { kind: string }[]; asked: number; quiet: number };

/**
 * `behind`: for each rule the marks of what may stand behind its first node, all where anything may. `bit`: the mark of the set in {@link Spelling}, 0 for
 * those behind the first thirty. `firsts`: marks of all classes in `byFirst`.
 */
export type RuleSet = {
  rules: readonly Rule[];
  byFirst: ReadonlyMap<string, number[]>;
  firsts: number;
  behind: Int32Array;
  bit: number;
};

let sets = 0;
const nextBit = (): number => (sets < 30 ? 1 << sets++ : 0);

/** Indexes rules by the classes they may begin with. */
export function compileRules(rules: readonly Rule[]): RuleSet {
  const byFirst = new Map<string, number[]>();
  rules.forEach((rule, index) => {
    for (const atom of rule.atoms) {
      for (const kind of atom.kinds) {
        const list = byFirst.get(kind);
        if (list === undefined) byFirst.set(kind, [index]);
        else if (list.at(-1) !== index) list.push(index);
      }
      if (!atom.optional) break;
    }
  });
  let firsts = 0;
  for (const kind of byFirst.keys()) firsts |= keyMark(kind);
  return { rules, byFirst, firsts, behind: Int32Array.from(rules, ({ atoms }) => behindFirst(atoms)), bit: nextBit() };
}

const ANYTHING = -1;

/** Whichever atom the match begins with: those before it may be missing. */
function behindFirst(atoms: readonly Atom[]): number {
  let marks = 0;
  for (let first = 0; first < atoms.length; first++) {
    marks |= marksFrom(atoms, first + 1);
    if (!atoms[first].optional) break;
  }
  return marks;
}

function marksFrom(atoms: readonly Atom[], from: number): number {
  let marks = 0;
  for (let k = from; k < atoms.length; k++) {
    if (atoms[k].gap > 0) return ANYTHING;
    marks |= atoms[k].marks;
    if (!atoms[k].optional) return marks;
  }
  return ANYTHING;
}

/**
 * Applies the set to the whole text and adds what it makes to the lattice. Matches do not overlap: after one, the search goes on at its end.
 * @returns the nodes made, in text order
 */
export function applyRules(lattice: Lattice, set: RuleSet): Node<any>[] {
  const made: Node<any>[] = [];
  for (let token = 0; token < lattice.length; ) token = applyAt(lattice, set, token, made);
  return made;
}

/** Sets that are applied one after the other, and the rules that begin with a class, of whichever set. */
export type Stages = { sets: readonly RuleSet[]; any: RuleSet };

export const stagesOf = (sets: readonly RuleSet[]): Stages => ({ sets, any: compileRules(sets.flatMap(({ rules }) => rules)) });

/**
 * No word at the token begins a rule of the set, and nothing but words stands there. Most words begin none: that is found out once for a spelling, where
 * every word of every text would be looked up by its class.
 */
function isQuiet(lattice: Lattice, set: RuleSet, token: number): boolean {
  if (lattice.made[token] === 1) return false;
  const spelling = lattice.info[token];
  if ((spelling.asked & set.bit) === 0) ask(spelling, set);
  return (spelling.quiet & set.bit) !== 0;
}

function ask(spelling: Spelling, { byFirst, bit }: RuleSet): void {
  spelling.asked |= bit;
  if (!beginsAny(spelling.analyses, byFirst)) spelling.quiet |= bit;
}

/** Loops like this one are written out: a function that looks at what stands around it would be made anew at every word. */
function beginsAny(words: readonly { kind: string }[], byFirst: ReadonlyMap<string, number[]>): boolean {
  for (const { kind } of words) if (byFirst.has(kind)) return true;
  return false;
}

/**
 * Applies each set to the whole text; a later one sees what those before it made.
 * @returns the nodes that the last one made, in text order
 */
export function applyStages(lattice: Lattice, { sets, any }: Stages): Node<any>[] {
  // what a rule makes begins where its first node does: where no stage can begin now, none can later, and most words are looked at once
  const from: number[] = [];
  for (let token = 0; token < lattice.length; token++)
    if ((lattice.marks[token] & any.firsts) !== 0 && !isQuiet(lattice, any, token) && beginsAny(lattice.at[token], any.byFirst))
      from.push(token);
  let made: Node<any>[] = [];
  for (const set of sets) {
    made = [];
    let next = 0;
    for (const token of from) if (token >= next) next = applyAt(lattice, set, token, made);
  }
  return made;
}

/** @returns where the search goes on */
function applyAt(lattice: Lattice, set: RuleSet, token: number, made: Node<any>[]): number {
  if (isQuiet(lattice, set, token)) return token + 1;
  const node = matchAt(lattice, set, token);
  if (node === null) return token + 1;
  made.push(node);
  addNode(lattice, node);
  return node.end;
}

function matchAt(lattice: Lattice, set: RuleSet, token: number): Node<any> | null {
  if ((lattice.marks[token] & set.firsts) === 0) return null;
  const here = lattice.at[token];
  let candidates: number[] | null = null;
  let reached = 0;
  for (const node of here) {
    const list = set.byFirst.get(node.kind);
    if (list === undefined) continue;
    candidates = candidates === null ? list : merge(candidates, list);
    if (node.end < lattice.length) reached |= lattice.marks[node.end];
  }
  if (candidates === null) return null;
  const { rules, behind } = set;
  for (const index of candidates) {
    if (behind[index] !== ANYTHING && (behind[index] & reached) === 0) continue;
    const node = tryRule(lattice, rules[index], token);
    if (node !== null) return node;
  }
  return null;
}

/** Nodes captured so far, last first. Most tries end at their first or second atom: nothing is set up for the others. */
type Captured = { node: Node<any>; atom: number; before: Captured | null };

/** Tries one rule at one token. */
export const tryRule = (lattice: Lattice, rule: Rule, token: number): Node<any> | null =>
  step(lattice, rule, token, 0, token, null);

/** The atoms from `first` on, at token `at`: each stands there or, where it is optional, is passed over. */
function step(lattice: Lattice, rule: Rule, token: number, first: number, at: number, before: Captured | null): Node<any> | null {
  const { atoms } = rule;
  const here = at < lattice.length ? lattice.marks[at] : 0;
  for (let k = first; k < atoms.length; k++) {
    if (atoms[k].gap > 0) return overGap(lattice, rule, token, k, at, before);
    const made = (here & atoms[k].marks) === 0 ? null : taking(lattice, rule, token, k, at, before);
    if (made !== null) return made;
    if (!atoms[k].optional) return null;
  }
  return at === token ? null : produced(rule, token, at, before);
}

function overGap(
  lattice: Lattice,
  rule: Rule,
  token: number,
  gap: number,
  at: number,
  before: Captured | null,
): Node<any> | null {
  for (let skip = 0; skip <= rule.atoms[gap].gap; skip++) {
    if (skip > 0 && (at + skip > lattice.length || lattice.isBreak(at + skip - 1))) return null;
    const made = step(lattice, rule, token, gap + 1, at + skip, before);
    if (made !== null) return made;
  }
  return null;
}

/** Atom `k` is one of the nodes at the token: longer ones first. */
function taking(lattice: Lattice, rule: Rule, token: number, k: number, at: number, before: Captured | null): Node<any> | null {
  const { kinds } = rule.atoms[k];
  const nodes = lattice.at[at];
  let longest = 0;
  let fitting = 0;
  let last: Node<any> | null = null;
  for (const node of nodes) {
    if (!isOf(kinds, node.kind)) continue;
    fitting++;
    last = node;
    if (node.end > longest) longest = node.end;
  }
  if (fitting === 1)
    return mayGoOn(lattice, rule, k + 1, longest)
      ? step(lattice, rule, token, k + 1, longest, { node: last!, atom: k, before })
      : null;
  for (let end = longest; end > at; end--) {
    for (const node of nodes) {
      if (node.end !== end || !isOf(kinds, node.kind)) continue;
      const made = step(lattice, rule, token, k + 1, end, { node, atom: k, before });
      if (made !== null) return made;
    }
  }
  return null;
}

/** What the rule asks for next may stand there, or need not: looked at before anything is remembered, since most tries end here. */
function mayGoOn(lattice: Lattice, { atoms }: Rule, from: number, at: number): boolean {
  const here = at < lattice.length ? lattice.marks[at] : 0;
  for (let k = from; k < atoms.length; k++) {
    if (atoms[k].gap > 0 || (here & atoms[k].marks) !== 0) return true;
    if (!atoms[k].optional) return false;
  }
  return true;
}

/** Most atoms name one class. */
function isOf(kinds: readonly string[], kind: string): boolean {
  for (let k = 0; k < kinds.length; k++) if (kinds[k] === kind) return true;
  return false;
}

function produced(rule: Rule, token: number, end: number, last: Captured | null): Node<any> | null {
  const byAtom: (Node<any> | undefined)[] = [];
  for (let k = 0; k < rule.atoms.length; k++) byAtom.push(undefined);
  let count = 0;
  for (let captured = last; captured !== null; captured = captured.before) {
    byAtom[captured.atom] = captured.node;
    count++;
  }
  const all: Node<any>[] = new Array(count);
  for (let captured = last; captured !== null; captured = captured.before) all[--count] = captured.node;
  const value = rule.produce(new rule.Captured(byAtom, all));
  return value === null ? null : { kind: rule.makes, start: token, end, word: null, value, rule: rule.id, children: all };
}

function merge(a: number[], b: number[]): number[] {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && a[i] < b[j])) merged.push(a[i++]);
    else if (i >= a.length || b[j] < a[i]) merged.push(b[j++]);
    else {
      merged.push(a[i++]);
      j++;
    }
  }
  return merged;
}
