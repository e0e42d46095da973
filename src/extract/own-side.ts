/** Whose side victims are on: soldiers of a nation are not killed by the raids of its army. */
import { harmed } from '../claim/outcomes.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isArmed, sameActor } from './parties.ts';
import { featuresOf, field, hasPronoun, nodeOf } from './words.ts';

/** "the Russian forces shelled the city. ... 40 Russian soldiers were killed in these battles": fighters of the nation that alone attacked. */
export function killsItsOwn(doc: Doc, a: Happening, b: Happening): boolean {
  const doers = countriesOf(doc, a.actors);
  if (doers.size !== 1 || a.types[0] === 'armed-clash') return false;
  const victims = b.figures.filter((f) => f.low > 0 && f.partOf === null && harmed.has(f.outcome));
  return victims.length > 0 && victims.every((f) => f.who === 'combatant' && shares(doers, countriesOf(doc, [f.noun])));
}

/** "admitted that two soldiers were wounded, and said that its planes struck X": what the speaker's own forces did is not what befell his soldiers. */
export const saysOfItsOwn = (doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean =>
  a.chunk > b.chunk &&
  chunks.slice(b.chunk, a.chunk).some(({ kind }) => kind === 'say') &&
  a.actors.some(({ head }) => doc.info[head].pronoun?.startsWith('3') === true) &&
  b.figures.length > 0 &&
  b.figures.every(({ noun }) => field(noun.person ?? noun.node, 'regular') === 'yes');

/** "the army said that it killed 40 rebels | during an attack that the group made on its camp": who attacked lost those people, and did not kill them. */
export function isBeatenBack(doc: Doc, chunks: readonly Chunk[], a: Happening, b: Happening): boolean {
  if (a.chunk < b.chunk || !b.finite || a.light < b.chunk || !chunks[a.light].finite || a.actors.length === 0) return false;
  const that = chunks[b.chunk - 1];
  const told = b.actors.some((x) => x.kind !== 'thing' && x.kind !== 'other');
  if (!told && !(that?.kind === 'that' && hasPronoun(doc, that.start))) return false;
  const theirs = a.actors.every((x) => (isIrregular(x) || x.definite) && doc.info[x.head].pronoun === null);
  if (!theirs || a.actors.some((x) => b.actors.some((y) => x.start === y.start || sameActor(x, y)))) return false;
  return b.figures.length > 0 && b.figures.every(({ noun }) => isIrregular(noun));
}

/** Fighters who belong to no state. */
const isIrregular = (noun: NounPhrase): boolean => isArmed(noun) && field(noun.person ?? noun.node, 'regular') !== 'yes';

function countriesOf(doc: Doc, nouns: readonly NounPhrase[]): Set<string> {
  const found = new Set<string>();
  for (const { start, end } of nouns)
    for (let i = start; i < end; i++) {
      const country = field(nodeOf(doc, i, 'nationality'), 'country');
      if (country !== undefined && country !== '') found.add(country);
    }
  return found;
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => b.size > 0 && [...b].every((x) => a.has(x));

/** "the police killed two gunmen. A policeman was killed too": who fights gunmen did not kill their enemies. */
export function killsOtherSide(a: Happening, b: Happening): boolean {
  if (a.actors.length === 0 || b.actors.length > 0) return false;
  if (!a.recipients.some(areEnemies)) return false;
  return b.figures.some((f) => f.partOf === null && f.low > 0 && harmed.has(f.outcome) && isRegular(f.noun));
}

/** "said that the army killed ten rebels, adding that seven of its soldiers were wounded": of one breath. */
export const fellToOthers = (a: Happening, b: Happening): boolean =>
  a.actors.length > 0 &&
  b.actors.length === 0 &&
  (b.rules.includes('event.subject-passive') || (b.node !== null && featuresOf(b.node)?.voice === 'passive')) &&
  a.types[0] === 'killing' &&
  a.recipients.length > 0 &&
  a.recipients.every(areEnemies) &&
  b.recipients.length > 0 &&
  b.recipients.every(isRegular);

/** Fighters who are no soldiers, and members of an armed party. */
const areEnemies = (noun: NounPhrase): boolean =>
  !isRegular(noun) && (noun.kind === 'person' ? isArmed(noun) || field(noun.actor, 'armed') === 'yes' : noun.kind === 'actor');

/** Soldiers, officers, police. */
const isRegular = ({ person, node }: NounPhrase): boolean => {
  const own = person ?? node;
  return field(own, 'regular') === 'yes' || field(own, 'who') === 'police';
};

/** "they attacked our post, and we killed 33": not in their attack on us. */
export const isOurs = (doc: Doc, a: Happening, h: Happening): boolean =>
  h.finite &&
  h.recipients.length > 0 &&
  doc.at[h.start].some((n) => featuresOf(n)?.person === 1 && featuresOf(n)?.number === 'pl') &&
  !h.rules.includes('event.lost-of-its-own') &&
  featuresOf(a.node!)?.person !== 1;
