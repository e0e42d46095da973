/** First letters that could be "and", "in", "for" or "like" and belong to a name: what stands before the word tells. */
import { AL, type Analysis, BI, FA, KA, LI, WA } from '../lexicon/analyze.ts';
import { fieldOf } from '../lexicon/lexicon.ts';
import type { Node } from '../rules/node.ts';
import type { FormInfo } from './forms.ts';

/** After "in" or "from" a first "b", "l" or "k" is no preposition again: the word begins with it ("in Baqubah", "in Kabul"). */
export function noDoublePrepositions(at: Node<any>[][], bits: Uint8Array): void {
  for (let i = 1; i < bits.length; i++) {
    const begins = bits[i] & (WA | FA | BI | LI | KA);
    if (begins === 0) continue;
    const plain = at[i - 1].some(isPlainPreposition) && !(i > 1 && at[i - 1].some(isGivenJustSo) && at[i - 2].some(isPersonal));
    if (plain && begins & (BI | LI | KA)) {
      at[i] = at[i].filter((node) => node.word === null || (node.word.proclitics & (BI | LI | KA)) === 0);
      bits[i] &= ~(BI | LI | KA);
    }
    // "in Waziristan", "in Oujda": no "and" follows a preposition
    const joined = begins & (WA | FA) && at[i - 1].some((node) => isPlainPreposition(node) && node.word!.exact);
    if (joined) at[i] = at[i].filter(({ word }) => word === null || (word.proclitics & (WA | FA)) === 0);
    const leads = joined || (begins & (WA | FA) && at[i].length === 0 && at[i - 1].some(leadsToName));
    if (leads && (bits[i] & (AL | BI | LI | KA)) === 0) bits[i] &= ~(WA | FA);
  }
}

/** "Sadiq Ali (was killed) by shelling": behind a name, a name spelled just so is no preposition. */
const isGivenJustSo = ({ kind, word }: Node<any>): boolean => kind === 'given-name' && word?.exact === true;
const isPersonal = ({ kind, end, start }: Node<any>): boolean =>
  (kind === 'given-name' || kind === 'family-name' || kind === 'title') && end === start + 1;

/** The word for a kind of place at a token, where it is one word. A function of its own: one written inside a loop is made anew at every word of a text. */
function placeWordAt(at: readonly Node<any>[][], i: number): Analysis | null {
  for (const { kind, end, word } of at[i]) if (kind === 'place-class' && end === i + 1) return word;
  return null;
}

/** "the quarter of Wardhigley", "of Kalinin": no "and" and no "like" follows a place word without its article, when nothing else is known of the word. */
export function noConjunctionInNames(at: Node<any>[][], info: readonly FormInfo[], bits: Uint8Array): void {
  for (let i = 1; i < bits.length; i++) {
    const like = (bits[i] & KA) !== 0 && at[i].every(({ word }) => word !== null && (word.proclitics & KA) !== 0);
    const verb = (bits[i] & LI) !== 0 && at[i].length > 0 && at[i].every(isOfMeOrYou);
    if (!like && !verb && ((bits[i] & WA) === 0 || (bits[i] & (AL | BI | LI)) !== 0)) continue;
    if (!verb && !like && (!info[i].unknown || at[i].length > 0)) continue;
    const before = placeWordAt(at, i - 1);
    if (before === null || before.proclitics & AL) continue;
    if (verb) bits[i] &= ~LI;
    else if (like) bits[i] &= ~(KA | AL);
    else if (before.surface.features.number !== 'pl') bits[i] &= ~WA;
  }
}
/**
 * "the city of Baquba", "the town of Bama": behind a settlement without its article a first "b" belongs to the name, unless what it would leave is a place
 * ("a village in the countryside of X") or stands for the whole ("the entire village").
 */
export function noPrepositionBehindTown(
  at: Node<any>[][],
  info: readonly FormInfo[],
  bits: Uint8Array,
  isWholeName: (i: number) => boolean,
): void {
  for (let i = 1; i < bits.length; i++) {
    if ((bits[i] & BI) === 0 || bits[i] & (AL | WA | FA) || info[i].pronoun !== null) continue;
    // "north of Baquba", "near Baquba", "the province of Baquba": what follows a direction or the like is of it
    if (isWholeName(i) && at[i - 1].some(isBareLead) && !leadsOn(at[i])) {
      bits[i] &= ~BI;
      at[i] = at[i].filter(({ word }) => word === null || (word.proclitics & BI) === 0);
      continue;
    }
    const town = placeWordAt(at, i - 1);
    if (town === null || town.proclitics & AL || town.surface.features.number === 'pl') continue;
    if (!towns.has(fieldOf(town.surface.sense, 'kind') ?? '')) continue;
    if (leadsOn(at[i]) || (info[i].unknown && !isWholeName(i))) continue;
    bits[i] &= ~BI;
    at[i] = at[i].filter(({ word }) => word === null || (word.proclitics & BI) === 0);
  }
}
const isBareLead = ({ kind, start, end, word }: Node<any>): boolean =>
  (kind === 'direction' || kind === 'relation' || kind === 'place-class') &&
  end === start + 1 &&
  word !== null &&
  (word.proclitics & AL) === 0 &&
  word.surface.features.number !== 'pl' &&
  word.surface.features.state !== 'accusative';
/** "in the countryside of": what the preposition leaves leads to another place. */
const leadsOn = (nodes: readonly Node<any>[]): boolean =>
  nodes.some(({ kind, word }) => (word === null || (word.proclitics & BI) !== 0) && leading.has(kind));

const towns: ReadonlySet<string> = new Set(['city', 'town', 'village', 'quarter']);
const leading: ReadonlySet<string> = new Set(['place-class', 'direction', 'relation', 'actor', 'number', 'quantity']);

const isOfMeOrYou = ({ word }: Node<any>): boolean =>
  word !== null && word.surface.features.pos === 'verb' && (word.surface.features.person ?? 3) !== 3;

/** "to (a) brigade": behind "li-" a first "l" of the word looks like its article; what follows without one is its genitive, so it has none. */
export function noArticleBeforeGenitive(
  at: Node<any>[][],
  info: readonly FormInfo[],
  bits: Uint8Array,
  spelled: (i: number) => string | undefined,
): void {
  for (let i = 0; i + 1 < bits.length; i++) {
    // a word whose letters were broken up to evade filters is not written down as it stands
    if ((bits[i] & (LI | AL)) !== (LI | AL) || spelled(i)?.startsWith(LAM_LAM) !== true) continue;
    const group = at[i].some(({ word }) => word?.surface.strict.startsWith(LAM));
    if (!group || bits[i + 1] !== 0) continue;
    if (at[i + 1].some(({ kind }) => kind === 'outcome' || kind === 'person' || kind === 'given-name') || info[i + 1].unknown)
      bits[i] &= ~AL;
  }
}
const LAM = '\u0644';
const LAM_LAM = LAM + LAM;

/** "Burkina Faso" begins with the letter of a preposition: a registered name of several words settles it. */
export function noPrepositionInNames(at: Node<any>[][], bits: Uint8Array): void {
  for (let i = 0; i + 1 < bits.length; i++) {
    if ((bits[i] & (BI | LI)) === 0) continue;
    let longest = i + 1;
    let whole = false;
    for (const { kind, end, word } of at[i]) {
      const named = (kind === 'actor' || kind === 'outlet') && word !== null && (word.proclitics & (BI | LI)) === 0;
      if (end > longest) {
        longest = end;
        whole = named;
      } else if (end === longest && end > i + 1) whole ||= named;
    }
    if (whole) bits[i] &= ~(BI | LI);
  }
}

const plainPreposition = new Set(['in', 'from', 'toward']);
const isPlainPreposition = ({ kind, start, end, word }: Node<any>): boolean =>
  end === start + 1 && plainPreposition.has(kind) && word !== null && word.pronoun === null;

const leadsToName = (node: Node<any>): boolean =>
  isPlainPreposition(node) || (node.kind === 'direction' && node.end === node.start + 1);
