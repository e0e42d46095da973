/** A rule: a name, a pattern over word classes, and what it makes of a match. */

import type { Node } from './node.ts';
import { type Atom, type Names, parsePattern } from './pattern.ts';

/** What a production is given: the captured nodes, optional ones missing. */
export type Captures<P extends string> = { readonly [K in Names<P>]?: Node<any> } & { readonly all: readonly Node<any>[] };

export type Rule<Out = any> = {
  id: string;
  /** Class of the node it makes. */
  makes: string;
  atoms: Atom[];
  pattern: string;
  /** What a production is given, made of the node of each atom and of all nodes in their order. */
  Captured: CapturedClass;
  /** null rejects the match. */
  produce: (captures: any) => Out | null;
};

/**
 * Defines a rule.
 * @param id language, dimension and what it looks like in words: `ar.quantity.number-hedge-of-people`; part of ledger rows, never renamed lightly.
 */
export function rule<const P extends string, Out>(
  id: string,
  makes: string,
  pattern: P,
  produce: (captures: Captures<P>) => Out | null,
): Rule<Out> {
  const atoms = parsePattern(pattern);
  return { id, makes, pattern, atoms, Captured: capturedClass(atoms), produce };
}

export type CapturedClass = new (byAtom: readonly (Node<any> | undefined)[], all: readonly Node<any>[]) => object;

/** Captures of one rule have a shape of their own, with a name for each atom: an object that is filled name by name costs more than the rest of a match. */
function capturedClass(atoms: readonly Atom[]): CapturedClass {
  class Captured {
    // declared only: a field of the class would be defined, as undefined, before it is set
    declare readonly byAtom: readonly (Node<any> | undefined)[];
    declare readonly all: readonly Node<any>[];
    constructor(byAtom: readonly (Node<any> | undefined)[], all: readonly Node<any>[]) {
      this.byAtom = byAtom;
      this.all = all;
    }
  }
  atoms.forEach(({ name }, at) => {
    if (name === '') return;
    // of two atoms with one name the later counts, where it stands
    const before = atoms.findLastIndex((atom, n) => n < at && atom.name === name);
    const get = before < 0 ? undefined : Object.getOwnPropertyDescriptor(Captured.prototype, name)?.get;
    Object.defineProperty(Captured.prototype, name, {
      configurable: true,
      get(this: Captured) {
        return this.byAtom[at] ?? get?.call(this);
      },
    });
  });
  return Captured;
}
