/**
 * Markup without what no article is made of, before a tree is built of it: programs, styles, drawings, pictures, comments, the spaces between blocks, and every
 * attribute that nobody asks for. A tree costs time and memory by the node, and each attribute is one. One pass, linear whatever the markup.
 */

/** Elements that go with all that stands in them. */
const DROPPED = new Set(['script', 'style', 'svg', 'noscript', 'iframe', 'select', 'textarea', 'object', 'canvas']);
/** Elements that hold nothing, and that nobody asks for. */
const EMPTY = new Set(['img', 'source', 'input', 'embed', 'area', 'col', 'track', 'param', 'wbr']);
/** Where they begin, a line ends: spaces beside that part nothing. An end may be one of nothing that was begun, so it is no such place. */
const BLOCKS = new Set(
  'address article aside blockquote body br dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What is asked for: by our own steps, and by Readability. */
const KEPT = new Set(
  'id class itemprop itemtype itemscope role hidden aria-hidden aria-modal rel href datetime pubdate lang name property content type charset http-equiv colspan rowspan summary'.split(
    ' ',
  ),
);
/** Its words are a date there. */
const TITLED = new Set(['abbr', 'time', 'span']);
const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden/iu;
/** Elements that close by themselves or hold nothing: they do not lie in one another. */
const SHALLOW = new Set(
  'p li td th tr option dt dd tbody thead tfoot colgroup br img hr input meta link area base col embed source track wbr param'.split(
    ' ',
  ),
);

export type Lean = { markup: string; elements: number; depth: number };

export function leanMarkup(source: string): Lean {
  const out: string[] = [];
  /** Names of which no end stands behind this place: not looked for again. */
  const unclosed = new Set<string>();
  let isAfterBlock = true;
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  let at = 0;
  while (at < source.length) {
    const open = tagStart(source, at);
    const text = source.slice(at, open);
    const tag = open < source.length ? tagAt(source, open) : null;
    const name = tag?.name ?? '';
    const isBlock = tag !== null && !tag.isClosing && BLOCKS.has(name);
    if (text !== '' && !((isAfterBlock || isBlock) && isBlank(text))) {
      out.push(text);
      isAfterBlock = false;
    }
    if (tag === null) break;
    at = tag.end;
    if (name === '') {
      // a comment, or a declaration
      if (tag.kept !== '') out.push(tag.kept);
      continue;
    }
    if (!tag.isClosing && DROPPED.has(name) && !(name === 'script' && tag.kept.includes('ld+json'))) {
      const end = unclosed.has(name) ? -1 : closeOf(source, at, name);
      if (end >= 0) {
        at = end;
        continue;
      }
      unclosed.add(name);
    }
    if (EMPTY.has(name)) continue;
    if (!tag.isClosing) elements += 1;
    if (!SHALLOW.has(name) && !tag.isEmpty) {
      depth = Math.max(0, depth + (tag.isClosing ? -1 : 1));
      deepest = Math.max(deepest, depth);
    }
    if (name === 'script' && !tag.isClosing && !unclosed.has(name)) {
      const end = closeOf(source, at, name);
      if (end >= 0) {
        out.push(tag.kept, source.slice(at, end));
        at = end;
        depth -= 1;
        continue;
      }
      unclosed.add(name);
    }
    out.push(tag.kept);
    isAfterBlock = isBlock;
  }
  return { markup: out.join(''), elements, depth: deepest };
}

/** The next `<` that begins a tag, a comment or a declaration. */
function tagStart(source: string, from: number): number {
  for (let at = source.indexOf('<', from); at >= 0; at = source.indexOf('<', at + 1)) {
    const next = source.charCodeAt(at + 1);
    if (isLetter(next) || next === 33 || next === 63 || (next === 47 && isLetter(source.charCodeAt(at + 2)))) return at;
  }
  return source.length;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** `kept`: the tag as it goes on, with the attributes that are asked for. No name: no element. */
type Tag = { name: string; isClosing: boolean; isEmpty: boolean; kept: string; end: number };

/** Null: it does not end. */
function tagAt(source: string, open: number): Tag | null {
  const first = source.charCodeAt(open + 1);
  if (first === 33 && source.startsWith('<!--', open)) {
    const end = source.indexOf('-->', open + 2);
    return end < 0 ? null : { name: '', isClosing: false, isEmpty: true, kept: '', end: end + 3 };
  }
  if (first === 33 || first === 63) {
    const end = source.indexOf('>', open);
    return end < 0 ? null : { name: '', isClosing: false, isEmpty: true, kept: source.slice(open, end + 1), end: end + 1 };
  }
  const isClosing = first === 47;
  let at = open + (isClosing ? 2 : 1);
  const start = at;
  while (at < source.length && !isNameEnd(source.charCodeAt(at))) at++;
  const name = source.slice(start, at).toLowerCase();
  if (isClosing) {
    const end = source.indexOf('>', at);
    return end < 0 ? null : { name, isClosing, isEmpty: false, kept: `</${name}>`, end: end + 1 };
  }
  let kept = `<${name}`;
  for (;;) {
    while (at < source.length && (isSpace(source.charCodeAt(at)) || source.charCodeAt(at) === 47)) at++;
    if (at >= source.length) return null;
    if (source.charCodeAt(at) === 62) break;
    const attribute = attributeAt(source, at);
    if (attribute === null) return null;
    if (isKept(name, attribute.name, source, at, attribute.end)) kept += ` ${source.slice(at, attribute.end)}`;
    at = attribute.end;
  }
  const isEmpty = source.charCodeAt(at - 1) === 47;
  return { name, isClosing, isEmpty, kept: `${kept}${isEmpty ? '/' : ''}>`, end: at + 1 };
}

const isNameEnd = (code: number): boolean => code === 62 || code === 47 || isSpace(code);

function attributeAt(source: string, start: number): { name: string; end: number } | null {
  let at = start + 1;
  while (at < source.length && !isNameEnd(source.charCodeAt(at)) && source.charCodeAt(at) !== 61) at++;
  const name = source.slice(start, at).toLowerCase();
  let value = at;
  while (isSpace(source.charCodeAt(value))) value++;
  if (source.charCodeAt(value) !== 61) return { name, end: at };
  value++;
  while (isSpace(source.charCodeAt(value))) value++;
  const quote = source.charCodeAt(value);
  if (quote === 34 || quote === 39) {
    const end = source.indexOf(quote === 34 ? '"' : "'", value + 1);
    return end < 0 ? null : { name, end: end + 1 };
  }
  while (value < source.length && source.charCodeAt(value) !== 62 && !isSpace(source.charCodeAt(value))) value++;
  return { name, end: value };
}

function isKept(element: string, name: string, source: string, from: number, end: number): boolean {
  if (KEPT.has(name)) return true;
  if (name === 'title') return TITLED.has(element);
  return name === 'style' && HIDES.test(source.slice(from, end));
}

/** Behind the end tag of an element whose content is passed over; below zero: there is none. */
function closeOf(source: string, from: number, name: string): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
    const after = at + 2 + name.length;
    if (source.slice(at + 2, after).toLowerCase() !== name || !isNameEnd(source.charCodeAt(after))) continue;
    const end = source.indexOf('>', after);
    return end < 0 ? -1 : end + 1;
  }
  return -1;
}
