/** A text as blocks of lines, each one text node, so that a browser lays out only those near the screen; offsets lead from the text to the nodes and back. */
import type { Span } from '../../src/claim/span.ts';

export type Block = { start: number; text: string };
/** The nodes of the blocks that are in the page, in the order of the text. */
export type Nodes = { start: number; node: Text }[];

/** A short text stays one block. */
const LARGEST = 6000;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (text.length - start > LARGEST) {
    const line = text.lastIndexOf('\n', start + LARGEST);
    const space = line > start ? line : text.lastIndexOf(' ', start + LARGEST);
    let end = space > start ? space + 1 : start + LARGEST;
    // Half a surrogate pair is no letter.
    if (/[\ud800-\udbff]/.test(text[end - 1])) end++;
    blocks.push({ start, text: text.slice(start, end) });
    start = end;
  }
  blocks.push({ start, text: text.slice(start) });
  return blocks;
}

/** The side from which a text is read: that of its first letter. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[A-Za-z\u00c0-\u024f]/.exec(text)?.[0].match(/[A-Za-z\u00c0-\u024f]/)
    ? 'ltr'
    : 'rtl';
}

export function rangeOf(nodes: Nodes, { start, end }: Span): Range | null {
  const from = nodeAt(nodes, start);
  const to = nodeAt(nodes, end - 1);
  if (!from || !to || start < 0 || start >= end || end > to.start + to.node.length) return null;
  const range = document.createRange();
  range.setStart(from.node, start - from.start);
  range.setEnd(to.node, end - to.start);
  return range;
}

export function nodeAt(nodes: Nodes, offset: number): Nodes[number] | null {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return nodes[low] ?? null;
}

/** Offset in the text of a place in one of its nodes. */
export function offsetOf(nodes: Nodes, node: Node, offset: number): number | null {
  const found = nodes.find((one) => one.node === node);
  return found ? found.start + offset : null;
}
