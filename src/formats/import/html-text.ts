/** The text of a tree of HTML as lines: one for each paragraph, with how much of it is links, in the order of the page. */

/** As much of the DOM as is asked here; linkedom's nodes have more. */
export type Node = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  firstChild: Node | null;
  nextSibling: Node | null;
};
export type Element = Node & {
  localName: string;
  id: string;
  className: string;
  textContent: string;
  getAttribute: (name: string) => string | null;
  hasAttribute: (name: string) => boolean;
  querySelector: (selector: string) => Element | null;
  querySelectorAll: (selector: string) => ArrayLike<Element>;
  parentElement: Element | null;
  children: ArrayLike<Element>;
  remove: () => void;
};
export type Line = { text: string; tag: string; linked: number /** Inside a list. */; isItem: boolean };

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'script style noscript template iframe object embed svg math canvas video audio img picture source button input select textarea option head title meta link figcaption amp-img amp-ad amp-social-share amp-sidebar amp-iframe amp-embed amp-video amp-youtube amp-analytics'.split(
    ' ',
  ),
);
/** A page nested deeper than this is cut there. */
const DEPTH = 512;

export function linesOf(root: Node): Line[] {
  const lines: Line[] = [];
  let text = '';
  let linked = 0;
  const close = (tag: string, isItem: boolean) => {
    const clean = tidy(text);
    if (clean !== '') lines.push({ text: clean, tag, linked: Math.min(1, linked / clean.length), isItem });
    text = '';
    linked = 0;
  };
  const walk = (node: Node, tag: string, inLink: boolean, isItem: boolean, depth: number): void => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? '';
      text += value;
      if (inLink) linked += tidy(value).length;
      return;
    }
    if ((node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) || depth > DEPTH) return;
    const name = ((node as Element).localName ?? '').toLowerCase();
    if (SILENT.has(name) || (name === 'sup' && isNoteCall(node as Element))) return;
    if (name === 'br') {
      close(tag, isItem);
      return;
    }
    const isBlock = BLOCKS.has(name);
    if (isBlock) close(tag, isItem);
    const within = isBlock ? name : tag;
    const item = isItem || name === 'li';
    // childNodes is made anew each time it is asked for
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
      walk(child, within, inLink || name === 'a', item, depth + 1);
    if (isBlock) close(within, item);
    else if (name === 'td' || name === 'th') text += ' ';
  };
  walk(root, 'body', false, false, 0);
  close('body', false);
  return lines;
}

/** The raised number that leads to a note: beside a figure it would be read as one. Raised numbers of units lead nowhere, and stay. */
function isNoteCall(element: Element): boolean {
  const text = tidy(element.textContent);
  if (!/^[[(]?\s?(?:\p{Nd}{1,3}|\p{L}|[*†‡])\s?[\])]?$/u.test(text)) return false;
  return /^[[(]/u.test(text) || /^#/u.test(element.querySelector('a')?.getAttribute('href') ?? '');
}

/** Spaces of every kind to one; what is not seen taken out. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}
