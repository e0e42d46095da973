/** Where a happening is: the places that its arguments name, and the buildings and posts that stand for one. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { aimedAt, alsoAimedAt } from './aimed.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isBody, isPeople, weaponry } from './parties.ts';
import { around } from './place-kinds.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

export function placeArgument(doc: Doc, chunks: readonly Chunk[], j: number, h: Happening, tie: string): void {
  const place = chunks[j].place!;
  const { bits, noun } = chunks[j];
  // "at the hands of Washington", but "by bullets | near the town"
  if (tie === 'agent' && noun !== null && !(bits & BI) && (noun.actor !== null || place.relation === null)) {
    // "shells whose source is | the soil of X": where they were fired
    const soil = noun.kind === 'thing' && noun.actor === null && field(chunks[j - 1].node, 'whose') === 'yes';
    if (soil) add(h, 'from', place);
    else h.actors.push(noun);
    return;
  }
  const round = tie === 'about' && around.has(h.types[0]) && field(chunks[j - 1].node, 'round') === 'yes';
  const pending = tie === 'agent' || round ? '' : tie;
  if (pending === 'from') add(h, 'from', place);
  // "cut the water off from the town"
  else if (pending === 'about' && h.types[0] === 'service-cut') add(h, 'at', place);
  else if (pending === 'to' || (bits & LI && movement(h))) add(h, 'to', place);
  else if (unplaced.has(pending) || bits & KA) return;
  else {
    // "the town of X, the last pocket": a second name of the place
    const again = pending === '' && chunks[j - 1].kind === 'place' && !hasConjunction(doc, chunks[j].start);
    if (
      pending === 'in' &&
      noun?.kind === 'thing' &&
      field(nodeOf(doc, place.start, 'thing'), 'target') === 'yes' &&
      setsFire(chunks, h.chunk, h)
    )
      h.recipients.push(noun);
    if ((pending === '' || pending === 'on' || pending === 'against') && !(bits & BI) && !again) {
      aimedAt(doc, h, noun, place);
      if (noun !== null) alsoAimedAt(doc, chunks, j, h);
    }
    add(h, 'at', place);
  }
}

const unplaced: ReadonlySet<string> = new Set(['between', 'about', 'with', 'charge', 'purpose', 'support']);

export const movement = (h: Happening): boolean => h.types[0] === 'displacement' || h.types[0] === 'force-movement';

export function add(h: Happening, role: 'at' | 'from' | 'to', place: NonNullable<Chunk['place']>): void {
  if (!h.places.some((p) => p.role === role)) h.places.push({ role, place });
}

/** A facility is where it happens; kept as a place without a row of the gazetteer. What drives is none: "was hurt in a car". */
export function facility(h: Happening, noun: NounPhrase, role: 'at' | 'from' | 'to'): void {
  if (field(noun.node, 'category') === 'vehicle') return;
  add(h, role, {
    start: noun.start,
    end: noun.end,
    relation: null,
    bearing: null,
    offset: null,
    anaphor: null,
    sure: false,
    levels: [{ start: noun.start, end: noun.end, kind: 'facility', keys: [], rows: [], bearing: null }],
  });
}

/** "seized food and cattle", "seized their arms and two tanks": what is carried off, no ground. */
export function isCarriedOff(h: Happening, { kind, node }: NounPhrase): boolean {
  const category = field(node, 'category') ?? '';
  if (h.types[0] !== 'territory' || kind !== 'thing') return false;
  if (arms.has(category) || field(node, 'armed') === 'yes') h.types = ['weapons-disrupted', 'destruction'];
  else if (goods.has(category)) h.types = ['destruction', 'weapons-disrupted'];
  else return false;
  h.rules.push(CARRIED_OFF);
  return true;
}
/** What is carried off is not broken: nobody's attack does that. */
export const CARRIED_OFF = 'event.carried-off';
const arms: ReadonlySet<string> = new Set(['weapon', 'munition']);
const goods: ReadonlySet<string> = new Set(['goods', 'animal', 'money', 'vehicle']);

/** "set fire to": the fire is the object that the word needs, and what stands behind "in" burned. */
export const setsFire = (chunks: readonly Chunk[], k: number, h: Happening): boolean =>
  h.types[0] === 'destruction' && h.sense?.needs !== null && h.sense?.object === 'none' && chunks[k].object >= 0;

/** "the sentence of death was carried out on two men": behind "with" or "in". */
export const isCarriedOutOn = ({ types }: Happening, noun: NounPhrase, nominal: boolean): boolean =>
  nominal && types[0] === 'execution' && isPeople(noun);

/** "threw | with dozens of teachers | into prison", "caught | with a gang": whom the deed befalls stands behind "with". */
const isSufferedBy = ({ node }: Happening, noun: NounPhrase): boolean =>
  field(node, 'with') === 'recipient' && (isPeople(noun) || noun.kind === 'outcome' || noun.actor !== null);

/** "caught | the authorities | with-a-gang": whom it befell is known, so who stands beside the verb did it. */
export const hasMet = ({ node, recipients }: Happening): boolean => field(node, 'with') === 'recipient' && recipients.length > 0;

/** "a mine went off with a bus", "a charge with a patrol": what the blast met. */
const isBlownUp = ({ types }: Happening, noun: NounPhrase): boolean =>
  weaponry.has(types[0]) &&
  (noun.kind === 'thing'
    ? field(noun.node, 'means') !== 'yes' && (field(noun.node, 'category') === 'vehicle' || field(noun.node, 'home') === 'yes')
    : noun.kind === 'person' && (isBody(noun) || noun.count !== null || !noun.definite));

/** What stands behind "with" and is no means. */
export const isMetWith = (h: Happening, noun: NounPhrase): boolean => isSufferedBy(h, noun) || isBlownUp(h, noun);

/** "blew himself up among the worshippers", "amid a gathering", "a mine went off in three shepherds". */
export const isAmong = (h: Happening, noun: NounPhrase, nominal: boolean, amid: boolean): boolean =>
  !nominal && noun.kind === 'person' && (amid || noun.count !== null ? weaponry.has(h.types[0]) : h.types[0] === 'bombing');
