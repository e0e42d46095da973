/**
 * A small reader of XML: elements, attributes, text, one after the other, in one pass. It knows no DTD: entities are the five of XML and numbers, so that
 * nothing expands. What is not well-formed is passed over as far as that goes.
 */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Record<string, string>; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ATTRIBUTE = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const LONGEST_TAG = 65_536;

export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', text: unescaped(xml.slice(at)) };
      return;
    }
    if (open > at) yield { kind: 'text', text: unescaped(xml.slice(at, open)) };
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open + 9);
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) };
      at = end < 0 ? xml.length : end + 3;
    } else if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open + 4);
      at = end < 0 ? xml.length : end + 3;
    } else if (xml[open + 1] === '!' || xml[open + 1] === '?') {
      at = declarationEnd(xml, open);
    } else {
      const end = tagEnd(xml, open);
      const body = xml.slice(open + 1, end);
      if (body.startsWith('/')) yield { kind: 'close', name: local(body.slice(1).trim()) };
      else {
        const isEmpty = body.endsWith('/');
        const name = local(/^[^\s/>]+/u.exec(body)?.[0] ?? '');
        yield { kind: 'open', name, attributes: attributesOf(body), isEmpty };
        if (isEmpty) yield { kind: 'close', name };
      }
      at = end + 1;
    }
  }
}

/** Names without their prefixes. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function tagEnd(xml: string, open: number): number {
  const stop = Math.min(xml.length, open + LONGEST_TAG);
  let quote = '';
  for (let i = open + 1; i < stop; i++) {
    const c = xml[i];
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i;
  }
  return stop;
}

function declarationEnd(xml: string, open: number): number {
  let depth = 0;
  for (let i = open; i < xml.length; i++) {
    if (xml[i] === '[') depth++;
    else if (xml[i] === ']') depth--;
    else if (xml[i] === '>' && depth <= 0) return i + 1;
  }
  return xml.length;
}

function attributesOf(body: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single] of body.matchAll(ATTRIBUTE)) found[local(name)] = unescaped(double ?? single);
  return found;
}

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
