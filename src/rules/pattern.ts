/**
 * Patterns over word classes: `'{number} {hedge} {of}? {person|outcome:people}'`. A pattern names classes, never words.
 *
 *   {class}        one node of the class, captured under its name
 *   {a|b:name}     one node of class a or b, captured under `name`
 *   {…}?           may be missing
 *   {gap3}         0 to 3 tokens of any kind but a line break (bounded: no pattern can run away)
 */
import { shared } from '../lexicon/blocks.ts';
import { keyMark } from '../text/key-mark.ts';

/** `marks`: those of its classes. */
export type Atom = { kinds: readonly string[]; marks: number; name: string; optional: boolean; gap: number };

type NameOf<A extends string> = A extends `${string}:${infer N}` ? N : A extends `gap${string}` ? never : A;
/** The captures of a pattern, so that a misspelt class name does not compile. */
export type Names<P extends string> = P extends `${string}{${infer A}}${infer R}` ? NameOf<A> | Names<R> : never;

export function parsePattern(pattern: string): Atom[] {
  const atoms: Atom[] = [];
  for (const part of pattern.trim().split(/\s+/)) {
    const m = /^\{([a-z0-9|-]+)(?::([a-z0-9-]+))?\}(\?)?$/.exec(part);
    if (m === null) throw new Error(`pattern "${pattern}": cannot read "${part}"`);
    const gap = /^gap(\d)$/.exec(m[1]);
    const kinds = gap === null ? m[1].split('|').map(shared) : [];
    const marks = kinds.reduce((all, kind) => all | keyMark(kind), 0);
    if (gap !== null) atoms.push({ kinds, marks, name: '', optional: true, gap: Number(gap[1]) });
    else atoms.push({ kinds, marks, name: m[2] ?? m[1], optional: m[3] === '?', gap: 0 });
  }
  return atoms;
}
