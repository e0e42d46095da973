/** Fields of event, light and cue words, read once from their data blocks. */
import type { EventType, Outcome, Stance } from '../claim/reading.ts';
import { fieldOf, fieldsOf, type Sense } from '../lexicon/lexicon.ts';
import { looseKey } from '../text/fold.ts';
import { KeySet } from '../text/key-mark.ts';
import { ALEF, LAM } from '../text/letters.ts';

/** Makes it once for each sense. By the number of the sense, which is quicker to find than the sense itself; another lexicon's sense of that number is another. */
export function perSense<T>(make: (sense: Sense) => T): (sense: Sense) => T {
  // two rows side by side: what one holds is a step nearer than in an object of both
  const known: (Sense | undefined)[] = [];
  const results: (T | undefined)[] = [];
  return (sense) => {
    const { id } = sense;
    if (known[id] === sense) return results[id] as T;
    const made = make(sense);
    // without holes: an array that is filled here and there is looked up like a map
    while (known.length <= id) {
      known.push(undefined);
      results.push(undefined);
    }
    known[id] = sense;
    results[id] = made;
    return made;
  };
}

export type ArgumentRole = 'actor' | 'recipient' | 'place' | 'goal' | 'means' | 'from' | 'none' | 'either';

export type EventSense = {
  types: EventType[];
  subject: ArgumentRole;
  object: ArgumentRole;
  of: ArgumentRole;
  outcome: Outcome | null;
  weak: boolean;
  passiveOnly: boolean;
  /** Never with the article: "the occupation" is who occupies. */
  bare: boolean;
  /** Keys of the objects without which the word tells no happening ("opened fire"), with and without the article. */
  needs: KeySet | null;
  /** Keys of the words beside which it tells no happening ("struck by fear", "by a virus"). */
  unless: KeySet | null;
  /** The same behind "with": "ruled | with prison", but "died in prison". */
  unlessWith: KeySet | null;
  /** How sure anybody is of what the word tells: nobody of "the fate of". */
  stance: Stance | null;
};

const role = (sense: Sense, key: string, otherwise: ArgumentRole): ArgumentRole =>
  (fieldOf(sense, key) as ArgumentRole | undefined) ?? otherwise;

export const eventSense = perSense((sense): EventSense => {
  const made: EventSense = {
    types: [...(fieldsOf(sense, 'type') as EventType[])],
    subject: role(sense, 'subject', 'actor'),
    object: role(sense, 'object', 'recipient'),
    of: role(sense, 'of', 'either'),
    outcome: (fieldOf(sense, 'outcome') as Outcome | undefined) ?? null,
    weak: fieldOf(sense, 'strength') === 'weak',
    passiveOnly: fieldOf(sense, 'passive-only') === 'yes',
    bare: fieldOf(sense, 'article') === 'no',
    needs: keysOf(fieldsOf(sense, 'needs')),
    unless: keysOf(fieldsOf(sense, 'unless')),
    unlessWith: keysOf(fieldsOf(sense, 'unless-with')),
    stance: (fieldOf(sense, 'stance') as Stance | undefined) ?? null,
  };
  if (made.types.length === 0) made.types.push('other');
  return made;
});

/** For the keys of all such sets made so far the bits of the sets they stand in, and how many sets there are: most words stand in none. */
export const wanted: { readonly bits: Map<string, number>; sets: number } = { bits: new Map(), sets: 0 };

function keysOf(words: readonly string[]): KeySet | null {
  if (words.length === 0) return null;
  const loose = words.map(looseKey);
  const keys = [...loose, ...loose.map((key) => ALEF + LAM + key)];
  const bit = 1 << wanted.sets++;
  for (const key of keys) wanted.bits.set(key, (wanted.bits.get(key) ?? 0) | bit);
  return new KeySet(keys, bit);
}

export type CueSense = {
  frame: ReadonlySet<string>;
  act: string;
  stance: Stance;
  relay: boolean;
  weak: boolean;
  continues: boolean;
  accuses: boolean;
  /** Takes whom it is told to as its object: "informed the family of". */
  informs: boolean;
  /** Takes a person as its object: whom it tells, threatens, warns, asks. */
  addresses: boolean;
  /** Calls what it speaks of something: "described the reports as". */
  calls: boolean;
};

export const cueSense = perSense((sense): CueSense => {
  const act = fieldOf(sense, 'act') ?? 'say';
  return {
    frame: new Set(fieldsOf(sense, 'frame')),
    act,
    stance: (fieldOf(sense, 'stance') as Stance | undefined) ?? 'asserted',
    relay: fieldOf(sense, 'relay') === 'yes',
    weak: fieldOf(sense, 'strength') === 'weak',
    continues: fieldOf(sense, 'continue') === 'yes',
    accuses: act === 'accuse',
    informs: fieldOf(sense, 'informs') === 'yes',
    addresses: fieldOf(sense, 'informs') === 'yes' || fieldOf(sense, 'addresses') !== undefined,
    calls: fieldOf(sense, 'calls') === 'yes',
  };
});

export type LightSense = { subject: string; takes: ReadonlySet<string> };

export const lightSense = perSense(
  (sense): LightSense => ({ subject: fieldOf(sense, 'subject') ?? 'actor', takes: new Set(fieldsOf(sense, 'takes')) }),
);

/** Deaths, injuries and tolls: what an attack leads to. */
export const casualtyTypes: ReadonlySet<EventType> = new Set<EventType>(['killing', 'toll']);
/** Happenings that can cause casualties. */
export const attackTypes: ReadonlySet<EventType> = new Set<EventType>([
  'air-strike',
  'shelling',
  'bombing',
  'suicide-bombing',
  'mine',
  'chemical-attack',
  'armed-clash',
  'attack',
  'execution',
  'riot',
]);
