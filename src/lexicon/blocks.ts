/**
 * Reads the files of `data/`: a small, strict part of YAML, so that the engine needs no parser from elsewhere and starts fast.
 *
 *     # a comment
 *     - hedge: WORD            a block begins with "- "; the first key is its class
 *       gloss: about           key: value, two spaces deep
 *       forms: [A, B, "C, D"]  a list on one line
 *       loaded:                or one item a line
 *         - X | label | neutral
 */
import { DataError } from './errors.ts';

export type Value = string | string[];
export type Block = { kind: string; file: string; line: number; fields: Map<string, Value> };

/** Parses one data file. Throws {@link DataError} naming file and line. */
export function parseBlocks(file: string, text: string): Block[] {
  const blocks: Block[] = [];
  let block: Block | null = null;
  let open: string[] | null = null;
  const lines = text.split('\n');
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n].endsWith('\r') ? lines[n].slice(0, -1) : lines[n];
    const body = line.trim();
    if (body === '' || body[0] === '#') continue;
    if (line.startsWith('- ')) {
      const [key, value] = keyAndValue(file, n + 1, line.slice(2));
      block = { kind: key, file, line: n + 1, fields: new Map([[key, value]]) };
      open = null;
      blocks.push(block);
    } else if (line.startsWith('    - ')) {
      if (!open) throw new DataError('ISN-D01', file, n + 1, 'a list item without a list: put "key:" on the line above it');
      open.push(unquote(body.slice(2)));
    } else if (line.startsWith('  ') && line[2] !== ' ') {
      if (!block) throw new DataError('ISN-D02', file, n + 1, 'a field before any block: begin the block with "- class: word"');
      const [key, value] = keyAndValue(file, n + 1, body);
      if (block.fields.has(key)) throw new DataError('ISN-D03', file, n + 1, `the key "${key}" stands twice in one block`);
      open = value === '' ? [] : null;
      block.fields.set(key, open ?? value);
    } else {
      throw new DataError('ISN-D04', file, n + 1, 'indent fields by two spaces and list items by four');
    }
  }
  return blocks;
}

function keyAndValue(file: string, line: number, text: string): [string, Value] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new DataError('ISN-D05', file, line, 'expected "key: value"');
  const raw = text.slice(colon + 1).trim();
  const key = shared(text.slice(0, colon).trim());
  if (raw[0] !== '[') return [key, shared(unquote(raw))];
  if (!raw.endsWith(']')) throw new DataError('ISN-D06', file, line, 'a list begun with [ must end with ] on the same line');
  return [key, splitList(raw.slice(1, -1))];
}

const known = new Map<string, string>();
const LONGEST_SHARED = 24;

/**
 * The same string for the same name of a class, key or value. The names of properties are those that the machine compares by address alone, and the reader
 * compares classes many times a word.
 */
export function shared(name: string): string {
  if (name.length > LONGEST_SHARED || name.charCodeAt(0) > 0x7f) return name;
  let found = known.get(name);
  if (found === undefined) {
    found = Object.keys({ [name]: 0 })[0];
    known.set(found, found);
  }
  return found;
}

/** Commas between quotation marks part nothing; the marks go. */
function splitList(text: string): string[] {
  const items: string[] = [];
  const quotes = text.includes('"');
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (quotes && text[at] === '"') {
      const close = text.indexOf('"', at + 1);
      at = close < 0 ? text.length : close;
    }
    if (at < text.length && text[at] !== ',') continue;
    const item = text.slice(from, at);
    const bare = (quotes ? item.replaceAll('"', '') : item).trim();
    if (bare !== '' || at < text.length) items.push(shared(bare));
    from = at + 1;
  }
  return items;
}

function unquote(text: string): string {
  return text.length > 1 && text[0] === '"' && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** The field as one string; undefined when it is missing. */
export function textOf(block: Block, key: string): string | undefined {
  const value = block.fields.get(key);
  return Array.isArray(value) ? value[0] : value;
}

/** The field as a list; a single value is a list of one. */
export function listOf(block: Block, key: string): string[] {
  const value = block.fields.get(key);
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
