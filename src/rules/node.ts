/** A stretch of tokens that means something: a word of the lexicon, or what a rule made of several. */
import type { Span } from '../claim/span.ts';
import type { Trace } from '../claim/trace.ts';
import type { Analysis } from '../lexicon/analyze.ts';

export type Node<V = unknown> = {
  /** Class: of the word (`hedge`, `person`) or of what a rule made (`quantity`, `date`, `place`). */
  kind: string;
  /** Tokens, half-open. */
  start: number;
  end: number;
  /** The word's analysis; null for what a rule made and for punctuation. */
  word: Analysis | null;
  value: V;
  /** Rule that made it; `word` for words. */
  rule: string;
  children: readonly Node[];
};

/** Text span of a node. */
export type SpanOf = (start: number, end: number) => Span;

/** The derivation of a node, down to the words. */
export function traceOf(node: Node, spanOf: SpanOf): Trace {
  const rule = node.word === null ? node.rule : entryOf(node.word, node.kind);
  return { rule, span: spanOf(node.start, node.end), children: node.children.map((child) => traceOf(child, spanOf)) };
}

/** Where the word stands in the lists, written once for each. */
const entryOf = ({ sense }: Analysis, kind: string): string => {
  if (kind !== sense.kind) return `${kind}:${sense.file}:${sense.line}`;
  sense.entry ??= `${kind}:${sense.file}:${sense.line}`;
  return sense.entry;
};
