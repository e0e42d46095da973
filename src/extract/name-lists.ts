/**
 * Lists of names: "the names of the dead: 1- X 2- Y and his wife", one name a line, or names parted by commas behind a heading. Each name is one person, with
 * whom it brings along; the words of the list are no sentences of their own.
 */
import type { Outcome } from '../claim/reading.ts';
import { WA } from '../lexicon/analyze.ts';
import { Kinds } from '../text/key-mark.ts';
import { BREAK, NUMBER, WORD } from '../text/scan.ts';
import type { Doc } from './doc.ts';
import { closingOf, featuresOf, field, hasConjunction, isDefinite, markAt, nodeAmong, nodeOf } from './words.ts';

/** `head`: the word of the heading that says what happened to those named. `partial`: some of them ("known of the dead are"). */
export type NameList = {
  head: number;
  outcome: Outcome;
  start: number;
  end: number;
  people: number;
  open: boolean;
  partial: boolean;
};

type Item = { end: number; people: number; open: boolean; last: boolean };

/** How far before the list the word for the dead stands, in tokens. */
const REACH = 24;
/** Words of one name with all that is said of the person. */
const LONGEST = 16;

const given = new Kinds(['given-name', 'kunya']);
const naming = new Kinds(['given-name', 'family-name', 'kunya', 'title', 'person']);
/** What follows tells something: no part of a name. */
const tells = new Kinds(['cause', 'result', 'contrast', 'say', 'that', 'relative', 'reset', 'according', 'negation']);

/** The list behind the heading whose words stand in `from`..`to` (a colon or the end of the line), or null. */
export function nameListAt(doc: Doc, from: number, to: number): NameList | null {
  const head = headOf(doc, from, to);
  if (head < 0) return null;
  const colon = to < doc.length && markAt(doc, to) === 'colon';
  const single = featuresNumber(doc, head) !== 'pl';
  // "the martyr X", one a line: the first is a name as well
  const first = !colon && single;
  if (first && head !== from) return null;
  const start = to + 1;
  let at = start;
  let people = first ? 1 : 0;
  let open = false;
  let items = 0;
  let numbered = 0;
  let end = start;
  while (at < doc.length) {
    const lead = leadOf(doc, at, numbered + 1);
    if (lead.numbered) numbered++;
    const strict = !lead.numbered && !(items > 0 && numbered === items);
    const item =
      lead.from >= doc.length ? null : itemAt(doc, lead.from, strict, lead.numbered ? numbered + 1 : 0, colon && items === 0);
    if (item === null || (numbered > 0 && !lead.numbered && items === numbered && lead.line)) break;
    // "the dead: 12 civilians, 3 soldiers": what begins with a count is no list of names
    if (items === 0 && !lead.numbered && doc.tokens.kind[lead.from] === NUMBER) return null;
    items++;
    people += item.people;
    open ||= item.open;
    at = end = item.end;
    open ||= !single && isCutOff(doc, item.end);
    if (item.last) break;
  }
  if (items < (numbered > 0 || single ? 1 : 2)) return null;
  if (!colon && !stands(doc, from, to, head)) return null;
  // "the dead are: 1- X": more than the page shows
  const more = items === 1 && !single;
  return {
    head,
    outcome: outcomeOf(doc, from, head),
    start,
    end,
    people: more ? Math.max(people, 2) : people,
    open: open || more,
    partial: isPartial(doc, from, head),
  };
}

/** The page shows only the beginning of the list. */
const isCutOff = (doc: Doc, i: number): boolean =>
  i < doc.length &&
  (markAt(doc, i) === 'ellipsis' || (i + 1 < doc.length && markAt(doc, i) === 'dot' && markAt(doc, i + 1) === 'dot'));

/** The last word for the dead, wounded or missing before the list that counts nobody by itself. */
function headOf(doc: Doc, from: number, to: number): number {
  for (let i = to - 1; i >= from && i >= to - REACH; i--) {
    const node = nodeOf(doc, i, 'outcome');
    if (node === null || field(node, 'strength') === 'weak' || doc.info[i].verbal) continue;
    if ((i > 0 && nodeOf(doc, i - 1, 'number') !== null) || nodeOf(doc, node.end, 'number') !== null) continue;
    if (isDefinite(doc, i) || featuresNumber(doc, i) === 'pl') return i;
  }
  return -1;
}

/** What happened to those named; "the dead and the wounded" head one list of both. */
function outcomeOf(doc: Doc, from: number, head: number): Outcome {
  const own = field(nodeOf(doc, head, 'outcome'), 'value') as Outcome;
  if (head === from || !hasConjunction(doc, head)) return own;
  const before = field(nodeOf(doc, head - 1, 'outcome'), 'value');
  return before === undefined || before === own ? own : 'killed-or-injured';
}

function featuresNumber(doc: Doc, i: number): string | null {
  for (const node of doc.at[i]) if (node.kind === 'outcome' && featuresOf(node)?.number === 'pl') return 'pl';
  const node = nodeOf(doc, i, 'outcome');
  return node === null ? null : (featuresOf(node)?.number ?? null);
}

/** A line that is a heading: nobody does or says anything in it. */
function stands(doc: Doc, from: number, to: number, head: number): boolean {
  for (let i = from; i < to; i++) {
    if (doc.tokens.kind[i] !== WORD || i === head) continue;
    if (nodeOf(doc, i, 'say') !== null && !doc.info[i].nominal) return false;
    for (const node of doc.at[i])
      if (node.kind === 'event' && featuresOf(node)?.pos === 'verb' && !doc.info[i].nominal && i < head) return false;
  }
  return true;
}

const someOf = new Kinds(['from', 'among', 'between', 'proportion']);

const isPartial = (doc: Doc, from: number, head: number): boolean => {
  for (let i = Math.max(from, head - 3); i < head; i++) if (nodeAmong(doc, i, someOf) !== null) return true;
  return false;
};

/** Where the name begins, behind bullets, breaks and its number in the list. */
function leadOf(doc: Doc, at: number, next: number): { from: number; numbered: boolean; line: boolean } {
  const { tokens } = doc;
  let i = at;
  let numbered = false;
  let line = false;
  while (i < doc.length && tokens.kind[i] !== WORD) {
    if (tokens.kind[i] === BREAK) line = true;
    if (tokens.kind[i] === NUMBER) {
      if (numbered || tokens.value[i] !== next) break;
      numbered = true;
    } else if (markAt(doc, i) === 'open') break;
    i++;
  }
  return { from: i, numbered, line };
}

const parting: ReadonlySet<string> = new Set(['comma', 'semicolon', 'bar', 'bullet', 'slash']);

/** One name, from its first word to the mark, number or line break behind it; null where no name stands. */
function itemAt(doc: Doc, from: number, strict: boolean, next: number, label: boolean): Item | null {
  const { tokens } = doc;
  let people = 0;
  let open = false;
  let words = 0;
  let i = from;
  for (; i < doc.length && words <= LONGEST; i++) {
    const kind = tokens.kind[i];
    if (kind === BREAK) break;
    if (kind === NUMBER) {
      if (next > 0 && tokens.value[i] === next && isListNumber(doc, i)) break;
      const counted = words === 0 ? peopleBehind(doc, i) : 0;
      if (words === 0 && counted === 0) return null;
      if (counted > 0) {
        people += counted;
        words++;
        i++;
      }
      continue;
    }
    if (kind !== WORD) {
      const mark = markAt(doc, i);
      if (parting.has(mark) || mark === 'end-mark' || mark === 'ellipsis') break;
      if (mark === 'colon' && words > 0) return null;
      if (mark === 'dot' && (i + 1 >= doc.length || tokens.spaced[i + 1] === 1 || isCutOff(doc, i))) break;
      if (mark === 'dash' && words > 0 && i + 1 < doc.length && nodeAmong(doc, i + 1, given) !== null && strict) break;
      if (mark === 'open-paren') {
        const close = closingOf(doc, i, doc.length, LONGEST);
        if (close > 0) i = close;
      }
      continue;
    }
    if (nodeAmong(doc, i, tells) !== null && nodeAmong(doc, i, naming) === null)
      return words > 1 ? { end: i, people, open, last: true } : null;
    const acts = doc.at[i].some((node) => node.kind === 'event') && nodeAmong(doc, i, naming) === null;
    if (acts && (strict || words === 0)) return words > 1 ? { end: i, people, open, last: true } : null;
    if (words === 0) {
      const first = nodeAmong(doc, i, naming);
      if (first === null && strict && !(doc.info[i].unknown && !isDefinite(doc, i) && !label)) return null;
      const counted = countedAt(doc, i);
      people += counted.people;
      open ||= counted.open;
    } else if (hasConjunction(doc, i) && (doc.bits[i] & WA) !== 0 && nodeAmong(doc, i, naming) !== null) {
      const counted = countedAt(doc, i);
      people += counted.people;
      open ||= counted.open;
    }
    words++;
  }
  if (words === 0 || words > LONGEST) return null;
  if (strict && words === 1 && !label && nodeAmong(doc, from, given) === null && people < 2) return null;
  return { end: i, people, open, last: false };
}

/** "3. X": a number followed by a mark, or glued to the name before it. */
const isListNumber = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length && (markAt(doc, i + 1) !== '' || doc.tokens.spaced[i] === 0);

/** "3 unknown bodies": a number that counts people instead of numbering them. */
function peopleBehind(doc: Doc, i: number): number {
  const counted = nodeOf(doc, i + 1, 'person') !== null || nodeOf(doc, i + 1, 'outcome') !== null;
  const value = doc.tokens.value[i];
  return counted && Number.isInteger(value) && value < 100 ? value : 0;
}

/** One named person; "his two daughters", "his three children", "and his family". */
function countedAt(doc: Doc, i: number): { people: number; open: boolean } {
  const person = nodeOf(doc, i, 'person');
  if (person === null || nodeAmong(doc, i, given) !== null) return { people: 1, open: false };
  if (field(person, 'unit') === 'group') return { people: 1, open: true };
  const number = nodeOf(doc, person.end, 'number');
  const value: unknown = number?.value?.value ?? null;
  const grammatical = featuresOf(person)?.number ?? null;
  if (typeof value === 'number' && value > 1 && value < 30 && grammatical === 'pl') return { people: value, open: false };
  // "his children X and Y": the names count them
  const named = person.end < doc.length && nodeAmong(doc, person.end, given) !== null;
  if (grammatical === 'du') return { people: named ? 1 : 2, open: false };
  if (grammatical === 'pl') return named ? { people: 1, open: false } : { people: 2, open: true };
  return { people: 1, open: false };
}
