/** Makes the written forms of a word of `data/ar` from its dictionary form: a first, plain version of the paradigms. */
import { type Block, listOf, textOf } from '../../lexicon/blocks.ts';
import type { Features, Form, Pos } from '../../lexicon/features.ts';
import {
  ALEF,
  ALEF_HAMZA_ABOVE,
  ALEF_MADDA,
  ALEF_MAKSURA,
  HAMZA,
  MEEM,
  NOON,
  TEH,
  TEH_MARBUTA,
  WAW,
  WAW_HAMZA,
  YEH,
  YEH_HAMZA,
} from '../../text/letters.ts';

/** One shape for all: written out, since this runs for every form of every word at each start. */
const f = (over: Partial<Features>): Features => ({
  pos: over.pos ?? 'particle',
  number: over.number ?? null,
  gender: over.gender ?? null,
  tense: over.tense ?? null,
  voice: over.voice ?? null,
  person: over.person ?? null,
  state: over.state ?? null,
});

const FROM = ` ${MEEM}${NOON} `;

export function inflect(block: Block): Form[] {
  const forms: Form[] = [];
  const word = textOf(block, block.kind) ?? '';
  const pos = (textOf(block, 'pos') ?? 'particle') as Pos;
  const plain = textOf(block, 'inflect') === 'none';
  const cut = word.indexOf(' ');
  const head = cut < 0 ? word : word.slice(0, cut);
  const rest = cut < 0 ? '' : word.slice(cut);
  // "a member from the police": no genitive
  const from = rest.startsWith(FROM);
  const add = (text: string, features: Features): void => {
    // "an officer of police" (accusative) keeps no alif before its genitive: with one they are two officers
    if (rest !== '' && !from && pos === 'noun' && features.state === 'accusative' && features.number === 'sg') return;
    if (from && pos === 'noun' && features.state === 'construct') return;
    // a listed form that is a whole phrase stands as it is
    if (text !== '') forms.push({ text: text.includes(' ') ? text : text + rest, features });
  };
  if (plain || pos === 'particle') add(head, f({ pos: plain ? pos : 'particle' }));
  else if (pos === 'verb') verb(block, head, add);
  else noun(block, head, pos, add);
  if (textOf(block, 'inflect') === 'each') {
    for (const another of listOf(block, 'forms')) noun(block, another, pos, add);
    return forms;
  }
  for (const extra of listOf(block, 'forms')) forms.push({ text: extra, features: f({ pos }) });
  return forms;
}

type Add = (text: string, features: Features) => void;

function verb(block: Block, past: string, add: Add): void {
  pastForms(past, null, add);
  const present = textOf(block, 'present');
  // reports hardly ever tell of violence in the first person singular, and "I" looks like many other words
  const told: Add =
    block.kind === 'event' || block.kind === 'light'
      ? (text, features) => (features.person === 1 && features.number === 'sg' ? undefined : add(text, features))
      : add;
  if (present) presentForms(present, null, told);
  const passive = textOf(block, 'passive') ?? passivePast(past);
  if (passive) pastForms(passive, 'passive', add);
  const passivePresent = textOf(block, 'passive-present');
  if (passivePresent) presentForms(passivePresent, 'passive', add);
  for (const m of listOf(block, 'masdar')) nounForms(m, 'masdar', add, false);
  for (const m of listOf(block, 'masdar-plural')) plural(m, 'masdar', add);
  for (const p of listOf(block, 'participle')) nounForms(p, 'participle', add, true);
  for (const p of listOf(block, 'passive-participle')) nounForms(p, 'passive-participle', add, true);
}

/** The passive where its letters differ from the active: hollow verbs of the longer forms, and the third form. Elsewhere only the vowels do. */
function passivePast(past: string): string | null {
  const last = past.at(-1)!;
  if (past.length >= 4 && past.at(-2) === ALEF && past[0] !== ALEF_MADDA && (past[0] === ALEF_HAMZA_ABOVE || past[0] === ALEF))
    return past.slice(0, -2) + YEH + last;
  if (past.length === 4 && past[1] === ALEF && last !== ALEF && last !== ALEF_MAKSURA) return `${past[0]}${WAW}${past.slice(2)}`;
  return null;
}

/** Before the ending of many a hamza stands on waw, on yeh or on the line, as the writer likes: "they took refuge", "they came". */
const seats = (last: string): readonly string[] => (hamzas.includes(last) ? otherSeats.filter((seat) => seat !== last) : []);
const hamzas: readonly string[] = [HAMZA, ALEF_HAMZA_ABOVE, YEH_HAMZA];
const otherSeats: readonly string[] = [WAW_HAMZA, HAMZA, YEH_HAMZA];

function pastForms(past: string, voice: 'passive' | null, add: Add): void {
  const p = (text: string, person: 1 | 3, number: 'sg' | 'du' | 'pl', gender: 'm' | 'f' | null): void =>
    add(text, f({ pos: 'verb', tense: 'past', voice, person, number, gender }));
  const last = past.at(-1)!;
  const stem = past.slice(0, -1);
  p(past, 3, 'sg', 'm');
  if (last === ALEF || last === ALEF_MAKSURA) {
    const weak = last === ALEF ? WAW : YEH;
    p(`${stem}${TEH}`, 3, 'sg', 'f');
    p(stem + WAW + ALEF, 3, 'pl', 'm');
    p(stem + weak + ALEF, 3, 'du', 'm');
    p(stem + TEH + ALEF, 3, 'du', 'f');
    p(stem + weak + NOON, 3, 'pl', 'f');
    p(stem + weak + TEH, 1, 'sg', null);
    p(stem + weak + NOON + ALEF, 1, 'pl', null);
    return;
  }
  p(past + TEH, 3, 'sg', 'f');
  p((last === YEH ? stem : past) + WAW + ALEF, 3, 'pl', 'm');
  for (const seat of seats(last)) p(stem + seat + WAW + ALEF, 3, 'pl', 'm');
  p(past + ALEF, 3, 'du', 'm');
  p(past + TEH + ALEF, 3, 'du', 'f');
  const hollow = past.length > 2 && past.at(-2) === ALEF ? past.slice(0, -2) + last : past;
  p(hollow + NOON, 3, 'pl', 'f');
  p(hollow + TEH, 1, 'sg', null);
  p(hollow + NOON + ALEF, 1, 'pl', null);
}

function presentForms(present: string, voice: 'passive' | null, add: Add): void {
  const core = present.slice(1);
  const p = (text: string, person: 1 | 3, number: 'sg' | 'du' | 'pl', gender: 'm' | 'f' | null): void =>
    add(text, f({ pos: 'verb', tense: 'present', voice, person, number, gender }));
  const last = core.at(-1)!;
  const weak = last === YEH || last === ALEF_MAKSURA || last === WAW;
  const stem = weak ? core.slice(0, -1) : core;
  for (const [prefix, person, number, gender] of [
    [YEH, 3, 'sg', 'm'],
    [TEH, 3, 'sg', 'f'],
    [NOON, 1, 'pl', null],
    [ALEF_HAMZA_ABOVE, 1, 'sg', null],
  ] as const) {
    p(prefix + core, person, number, gender);
    if (weak && person === 3)
      add(prefix + stem, f({ pos: 'verb', tense: 'present', voice, person, number, gender, state: 'jussive' }));
    const middle = core.at(-2);
    if (person === 3 && !weak && core.length > 2 && (middle === WAW || middle === YEH || middle === ALEF))
      add(
        prefix + core.slice(0, -2) + last,
        f({ pos: 'verb', tense: 'present', voice, person, number, gender, state: 'jussive' }),
      );
  }
  for (const end of [WAW + NOON, WAW + ALEF]) {
    for (const many of [stem, ...seats(last).map((seat) => core.slice(0, -1) + seat)]) {
      p(YEH + many + end, 3, 'pl', 'm');
      p(TEH + many + end, 3, 'pl', 'm');
    }
  }
  const dual = last === ALEF_MAKSURA ? stem + YEH : core;
  for (const end of [ALEF + NOON, ALEF]) {
    p(YEH + dual + end, 3, 'du', 'm');
    p(TEH + dual + end, 3, 'du', 'f');
  }
  p(YEH + dual + NOON, 3, 'pl', 'f');
}

function noun(block: Block, word: string, pos: Pos, add: Add): void {
  const gender = textOf(block, 'gender');
  const broken = listOf(block, 'plural');
  const dual = textOf(block, 'dual');
  nounForms(word, pos, add, true, gender, broken.length > 0, dual === undefined);
  for (const b of broken) plural(b, pos, add);
  // a stem of two letters takes its third back: "two brothers"
  if (dual !== undefined && dual !== 'none') duals(dual, pos, gender === 'f' ? 'f' : 'm', add);
  // two words, both in the dual: "two freed prisoners"
  for (const two of listOf(block, 'duals')) add(two, f({ pos, number: 'du' }));
  // "her brother" in its three cases: the third letter is the case
  if (dual === word + WAW) for (const end of [WAW, ALEF, YEH]) add(word + end, f({ pos, number: 'sg', gender: 'm' }));
  const feminine =
    textOf(block, 'feminine') ?? (pos === 'adjective' && !word.endsWith(TEH_MARBUTA) ? word + TEH_MARBUTA : undefined);
  if (feminine && feminine !== 'none') nounForms(feminine, pos, add, true, 'f');
  for (const b of listOf(block, 'feminine-plural')) plural(b, pos, add);
}

function plural(text: string, pos: Pos, add: Add): void {
  add(text, f({ pos, number: 'pl' }));
  if (!text.endsWith(TEH_MARBUTA) && !text.endsWith(ALEF) && !text.endsWith(ALEF_MAKSURA))
    add(text + ALEF, f({ pos, number: 'pl', state: 'accusative' }));
}

function duals(stem: string, pos: Pos, gender: 'm' | 'f', add: Add): void {
  for (const [end, state] of [
    [ALEF + NOON, null],
    [YEH + NOON, null],
    [ALEF, 'construct'],
    [YEH, 'construct'],
  ] as const)
    add(stem + end, f({ pos, number: 'du', gender, state }));
}

function nounForms(word: string, pos: Pos, add: Add, plurals: boolean, gender?: string, hasBroken = false, hasDual = true): void {
  const last = word.at(-1)!;
  if (last === TEH_MARBUTA) {
    const stem = word.slice(0, -1);
    add(word, f({ pos, number: 'sg', gender: 'f' }));
    duals(stem + TEH, pos, 'f', add);
    if (!hasBroken || pos !== 'noun') add(stem + ALEF + TEH, f({ pos, number: 'pl', gender: 'f' }));
    return;
  }
  const g = gender === 'f' ? 'f' : 'm';
  add(word, f({ pos, number: 'sg', gender: g }));
  if (last !== ALEF && last !== ALEF_MAKSURA) add(word + ALEF, f({ pos, number: 'sg', gender: g, state: 'accusative' }));
  const stem = last === ALEF_MAKSURA ? word.slice(0, -1) + YEH : word;
  if (hasDual) duals(stem, pos, g, add);
  if (pos === 'masdar') add(stem + ALEF + TEH, f({ pos, number: 'pl', gender: 'f' }));
  if (!plurals) return;
  if (pos === 'participle' || pos === 'passive-participle' || pos === 'adjective') nounFeminine(stem, pos, add);
  if (g === 'f' && !hasBroken) add(stem + ALEF + TEH, f({ pos, number: 'pl', gender: 'f' }));
  if (hasBroken || g === 'f') return;
  for (const [end, state] of [
    [WAW + NOON, null],
    [YEH + NOON, null],
    [WAW, 'construct'],
    [YEH, 'construct'],
  ] as const)
    add(stem + end, f({ pos, number: 'pl', gender: 'm', state }));
}

function nounFeminine(stem: string, pos: Pos, add: Add): void {
  if (pos === 'adjective') return;
  add(stem + TEH_MARBUTA, f({ pos, number: 'sg', gender: 'f' }));
  add(stem + ALEF + TEH, f({ pos, number: 'pl', gender: 'f' }));
}
