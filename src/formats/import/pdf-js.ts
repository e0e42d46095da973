/** Lines of a PDF by pdf.js, which gives pieces of text in the order they are drawn: sorted here into lines as they are read, right to left where they are Arabic. */
import { sidesChanged } from './pdf-lines.ts';
import { Unreadable } from './source.ts';

type Piece = { str: string; transform: number[]; width: number; height: number; dir?: string };
type Line = { y: number; height: number; pieces: Piece[] };

const ARABIC = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]/u;

export async function pdfJsLines(bytes: Uint8Array, mostPages: number): Promise<string[]> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  } as object).catch((error: Error) => {
    throw new Unreadable(/password/iu.test(error.message) ? 'is protected by a password' : 'is a damaged PDF document');
  });
  const lines: string[] = [];
  try {
    for (let n = 1; n <= Math.min(document.numPages, mostPages); n++) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent({ disableNormalization: true } as object);
      lines.push(...linesOf(items as unknown as Piece[]), '');
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return lines;
}

function linesOf(pieces: readonly Piece[]): string[] {
  const rows: Line[] = [];
  for (const piece of pieces) {
    if (!piece.transform || piece.str === '') continue;
    const y = piece.transform[5];
    const height = piece.height || Math.abs(piece.transform[3]) || 10;
    const last = rows[rows.length - 1];
    const row = last && Math.abs(last.y - y) < 0.45 * height ? last : rows.find((one) => Math.abs(one.y - y) < 0.3 * height);
    if (row) row.pieces.push(piece);
    else rows.push({ y, height, pieces: [piece] });
  }
  return rows.sort((a, b) => b.y - a.y).map((row) => inOrder(row.pieces));
}

/** Arabic pieces that stand as they are drawn are turned round; so are the pieces of a line, but for numbers and Latin words in it. */
function inOrder(pieces: Piece[]): string {
  const isArabic = pieces.some((piece) => ARABIC.test(piece.str));
  const sorted = pieces.toSorted((a, b) => (isArabic ? middleOf(b) - middleOf(a) : a.transform[4] - b.transform[4]));
  const ordered = isArabic ? leftToRightRuns(sorted) : sorted;
  let text = '';
  let before: Piece | null = null;
  for (const piece of ordered) {
    const isMark = /^\p{M}+$/u.test(piece.str.trim());
    const wide = before !== null && distance(before, piece) > 0.15 * (piece.height || 10);
    if (wide && !isMark && !text.endsWith(' ') && !piece.str.startsWith(' ')) text += ' ';
    const read = isArabic ? asRead(isMark ? piece.str.trim() : piece.str) : piece.str;
    // a mark belongs to the letter before the space
    text = isMark && text.endsWith(' ') ? `${text.trimEnd()}${read} ` : text + read;
    if (!isMark) before = piece;
  }
  return text.normalize('NFKC');
}

const middleOf = (piece: Piece): number => piece.transform[4] + piece.width / 2;

const MIRRORED: Record<string, string> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '\u00ab': '\u00bb',
  '\u00bb': '\u00ab',
};

function asRead(text: string): string {
  const read = PRESENTATION.test(text) ? turned(text) : isLeftToRight(text) ? sidesChanged(text) : text;
  return read.replace(/[()[\]{}\u00ab\u00bb]/gu, (bracket) => MIRRORED[bracket]);
}

/** Pieces of numbers and Latin words, and what stands between two of them, in the order from left to right. */
function leftToRightRuns(pieces: readonly Piece[]): Piece[] {
  const ordered: Piece[] = [];
  for (let i = 0; i < pieces.length; ) {
    if (!isLeftToRight(pieces[i].str)) {
      ordered.push(pieces[i++]);
      continue;
    }
    let end = i + 1;
    for (let j = i + 1; j < pieces.length && !ARABIC_LETTER.test(pieces[j].str); j++)
      if (isLeftToRight(pieces[j].str)) end = j + 1;
    ordered.push(...pieces.slice(i, end).reverse());
    i = end;
  }
  return ordered;
}

const ARABIC_LETTER = /[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/u;
const isLeftToRight = (text: string): boolean => /[A-Za-z\p{N}]/u.test(text) && !ARABIC_LETTER.test(text);

/** White between two pieces, whichever comes first. */
function distance(a: Piece, b: Piece): number {
  const [left, right] = a.transform[4] < b.transform[4] ? [a, b] : [b, a];
  return right.transform[4] - (left.transform[4] + left.width);
}

/** Letters of Arabic reversed, numbers and Latin words within it kept. */
function turned(text: string): string {
  const runs = text.match(/[\p{N}.,:/%-]*\p{N}|[A-Za-z]+|[\s\S]/gu) ?? [];
  return runs.reverse().join('');
}
