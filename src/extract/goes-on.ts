/** "X continued": with words ("that ...") or with deeds ("its shelling of ..."). */

import { BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import type { Node } from '../rules/node.ts';
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { field, isWord, markAt, nodeAmong, nodeOf } from './words.ts';

/** How far what is continued may stand behind the verb, in words: its subject, with an apposition, comes between. */
const REACH = 14;

/** A weak verb of going on, and a deed stands behind it before any "that", colon or quotation: nobody speaks. */
export function continuesDeed(doc: Doc, node: Node<any>, end: number): boolean {
  if (field(node, 'continue') !== 'yes' || field(node, 'strength') !== 'weak' || nodeOf(doc, node.start, 'light') === null)
    return false;
  let reach = node.end + REACH;
  for (let t = node.end; t < end && t <= reach; t++) {
    if (!isWord(doc, t)) {
      reach++;
      const mark = markAt(doc, t);
      const named = mark === 'open' || mark === 'quote' ? nameEnd(doc, t, end) : -1;
      if (named > t) reach += named - t;
      if (named > t) t = named;
      else if (mark === 'colon' || mark === 'open' || mark === 'quote') return false;
      if (mark === 'comma') {
        // "X goes on, since dawn on Thursday, | shelling"
        t = asideEnd(doc, t, end);
        if (t < 0) return false;
      }
      continue;
    }
    if (nodeOf(doc, t, 'that') !== null) return false;
    if (nodeOf(doc, t, 'event') !== null) return (doc.bits[t] & (WA | FA | BI | LI | KA)) === 0;
  }
  return false;
}

/** How many words a name between quotation marks may have. */
const NAME = 6;

/** The mark that closes the name of a party which the one at token `i` opens; -1 where what is quoted is said. */
function nameEnd(doc: Doc, i: number, end: number): number {
  if (nodeAmong(doc, i + 1, named) === null) return -1;
  for (let t = i + 2; t < end && t <= i + 1 + NAME; t++) {
    const mark = markAt(doc, t);
    if (mark === 'close' || mark === 'quote') return t;
    if (mark !== '' || nodeOf(doc, t, 'that') !== null) return -1;
  }
  return -1;
}
const named = new Kinds(['actor', 'actor-short', 'loaded', 'person', 'party']);

/** How many words may be put in between two commas. */
const ASIDE = 7;

/** The comma that closes what the one at token `i` opens, where a deed stands right behind it; -1 elsewhere. */
function asideEnd(doc: Doc, i: number, end: number): number {
  for (let t = i + 1; t + 1 < end && t <= i + 1 + ASIDE; t++) {
    // "dawn" is written like "blew up"
    t = Math.max(t, nodeOf(doc, t, 'date')?.end ?? t);
    if (markAt(doc, t) === 'comma') return t > i + 1 && nodeOf(doc, t + 1, 'event') !== null ? t : -1;
    if (!isWord(doc, t) || nodeOf(doc, t, 'that') !== null || nodeOf(doc, t, 'event') !== null) return -1;
  }
  return -1;
}
