/** Captions of pictures: a line without a full stop that ends in whose picture it is ("smoke rises over the town - archive"). Nobody tells it as news. */
import { Kinds } from '../text/key-mark.ts';
import type { Doc } from './doc.ts';
import { isClosed, type Sentence } from './sentences.ts';
import { isWord, markAt, nodeAmong, nodeOf } from './words.ts';

/** Tokens of a caption at most, and of the credit at its end. */
const LONGEST = 34;
const CREDIT = 5;
/** Full sentences that a page has beside its captions. */
const BODY = 2;

const agencies = new Kinds(['outlet', 'outlet-short', 'byline', 'credit']);
const dashes: ReadonlySet<string> = new Set(['dash', 'bar', 'slash']);

export function dropCaptions(doc: Doc, sentences: readonly Sentence[]): void {
  if (sentences.filter((s) => isClosed(doc, s.end)).length < BODY) return;
  for (let n = 0; n < sentences.length; n++) {
    const s = sentences[n];
    const alone = sentences[n - 1]?.paragraph !== s.paragraph && sentences[n + 1]?.paragraph !== s.paragraph;
    if (alone && !s.furniture && !isClosed(doc, s.end) && s.end - s.start <= LONGEST && hasCredit(doc, s)) s.furniture = true;
  }
}

/** "- archive", "(Reuters)", "(Al Jazeera-archive)" at the end; a dash before an agency alone may also say who tells it. */
function hasCredit(doc: Doc, s: Sentence): boolean {
  let archive = false;
  let agency = false;
  let bracket = false;
  for (let i = s.end - 1; i > s.start && i >= s.end - CREDIT; i--) {
    const mark = markAt(doc, i);
    if (mark === 'close-paren') bracket = true;
    else if (mark === 'open-paren') return bracket && (archive || agency);
    else if (dashes.has(mark) && !bracket) return archive;
    else if (isWord(doc, i)) {
      if (nodeOf(doc, i, 'credit') !== null) archive = true;
      else if (nodeAmong(doc, i, agencies) !== null) agency = true;
      else if (!bracket && !archive) return false;
    }
  }
  return false;
}
