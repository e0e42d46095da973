import type { Span } from './span.ts';

/** Which rule read which words, down to the words: the answer to "why did you say that?". */
export type Trace = { rule: string; span: Span; children: Trace[] };
