/** A report while it is being read: its tokens and, at every token, the words and chunks found so far. */
import type { Span } from '../claim/span.ts';
import { type Analysis, analyze } from '../lexicon/analyze.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Lattice } from '../rules/match.ts';
import type { Node } from '../rules/node.ts';
import { BREAK, FormTable, NUMBER, PUNCTUATION, scan, type Tokens, WORD } from '../text/scan.ts';

/** Spellings and their analyses, remembered across reports. */
export class Forms {
  readonly table = new FormTable();
  readonly #analyses: (Analysis[] | undefined)[] = [];
  readonly lexicon: Lexicon;
  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }
  analysesOf(form: number): Analysis[] {
    const known = this.#analyses[form];
    if (known !== undefined) return known;
    const fresh = analyze(this.lexicon, this.table.loose[form], this.table.strict[form]);
    this.#analyses[form] = fresh;
    return fresh;
  }
}

export type Doc = Lattice & { text: string; tokens: Tokens; forms: Forms; span: (start: number, end: number) => Span };

const marks: Record<string, string> = {
  ',': 'comma',
  '\u060c': 'comma',
  ';': 'semicolon',
  '\u061b': 'semicolon',
  ':': 'colon',
  '.': 'dot',
  '\u2026': 'ellipsis',
  '!': 'end-mark',
  '?': 'end-mark',
  '\u061f': 'end-mark',
  '(': 'open-paren',
  ')': 'close-paren',
  '[': 'open-paren',
  ']': 'close-paren',
  '\u00ab': 'open',
  '\u00bb': 'close',
  '\u201c': 'open',
  '\u201d': 'close',
  '"': 'quote',
  '-': 'dash',
  '\u2013': 'dash',
  '\u2014': 'dash',
  '/': 'slash',
  '|': 'bar',
  '#': 'hash',
  '%': 'percent',
  '\u066a': 'percent',
  '*': 'star',
  '\u2022': 'bullet',
  _: 'underscore',
  "'": 'quote',
  '\u201f': 'quote',
  '\u201e': 'quote',
};

/** Tokens and word nodes of a report. */
export function makeDoc(text: string, forms: Forms): Doc {
  const tokens = scan(text, forms.table);
  const at: Node<any>[][] = new Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) at[i] = nodesOf(tokens, forms, i);
  const doc: Doc = {
    text,
    tokens,
    forms,
    at,
    length: tokens.length,
    isBreak: (i) => tokens.kind[i] === BREAK,
    span: (start, end) => ({ start: tokens.start[start], end: tokens.end[end - 1] }),
  };
  return doc;
}

function nodesOf(tokens: Tokens, forms: Forms, i: number): Node<any>[] {
  const kind = tokens.kind[i];
  if (kind === NUMBER)
    return [{ kind: 'digits', start: i, end: i + 1, word: null, value: tokens.value[i], rule: 'digits', children: [] }];
  if (kind === BREAK) return [{ kind: 'break', start: i, end: i + 1, word: null, value: null, rule: 'mark', children: [] }];
  if (kind === PUNCTUATION) {
    const name = marks[String.fromCharCode(tokens.mark[i])] ?? 'mark';
    return [{ kind: name, start: i, end: i + 1, word: null, value: null, rule: 'mark', children: [] }];
  }
  const nodes: Node<any>[] = [];
  for (const analysis of forms.analysesOf(tokens.form[i])) {
    const { rest, sense } = analysis.surface;
    const end = rest === null ? i + 1 : phraseEnd(tokens, forms, i + 1, rest);
    if (end > 0) nodes.push({ kind: sense.kind, start: i, end, word: analysis, value: sense, rule: 'word', children: [] });
  }
  return nodes;
}

/** End of a phrase whose first word stands before `from`, or 0. Dots, slashes, dashes and quotation marks between its words do not count. */
function phraseEnd(tokens: Tokens, forms: Forms, from: number, rest: readonly string[]): number {
  let i = from;
  for (const key of rest) {
    let skipped = 0;
    while (i < tokens.length && tokens.kind[i] === PUNCTUATION && skipped < 2 && isInner(tokens.mark[i])) {
      i++;
      skipped++;
    }
    if (i >= tokens.length) return 0;
    if (
      tokens.kind[i] === WORD
        ? forms.table.loose[tokens.form[i]] !== key
        : tokens.kind[i] !== NUMBER || String(tokens.value[i]) !== key
    )
      return 0;
    i++;
  }
  return i;
}

const isInner = (c: number): boolean =>
  c === 0x2e ||
  c === 0x2f ||
  c === 0x2d ||
  c === 0x2013 ||
  c === 0xab ||
  c === 0xbb ||
  c === 0x22 ||
  c === 0x201c ||
  c === 0x201d;
