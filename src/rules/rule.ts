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
  return { id, makes, pattern, atoms: parsePattern(pattern), produce };
}
