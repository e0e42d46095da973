/** Where "the attack", "the shelling" was that names no place, in a report that has told of one place only so far: there. Any other deed may have been elsewhere. */
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import type { Happening, LocatedPlace } from './happening.ts';
import { type Gazetteer, isCountry } from './place-names.ts';
import { wordsOfPlace } from './same-words.ts';
import type { Telling } from './story.ts';

const ONLY_PLACE = 'place.only-one-told';

/** Gives the place on; a sentence that begins another topic ends that, as a second place does. `told`: all tellings, in the order of the text. */
export function giveOnlyPlace(doc: Doc, told: readonly Telling[], gazetteer: Gazetteer): void {
  let only: LocatedPlace | null = null;
  let many = false;
  const types = new Set<string>();
  for (const { h, judged, turns } of told) {
    // another topic is at another place, or at one that nobody tells
    many ||= turns;
    const own = h.places.find(({ role }) => role === 'at') ?? h.places[0];
    if (own !== undefined) {
      if (only === null) only = own.role === 'at' && !isCountry(own.place.levels[0], gazetteer) ? own : null;
      many ||= only === null || !areSame(doc, only, own);
      for (const type of h.types) types.add(type);
    } else if (only !== null && !many && judged.reality === 'current' && h.definite && !h.finite && isAgain(h, types)) {
      h.places.push(only);
      h.rules.push(ONLY_PLACE);
    }
  }
}

/** "The attack" is whatever kind of attack was told, "the shelling" a shelling. */
const isAgain = (h: Happening, told: ReadonlySet<string>): boolean =>
  isAttack(h) && (h.types[0] === 'attack' || h.types.some((type) => told.has(type)));

/** All words of the one stand in the other, or it has none but a word like "the town". */
function areSame(doc: Doc, a: LocatedPlace, b: LocatedPlace): boolean {
  const [few, more] = [wordsOfPlace(doc, a.place), wordsOfPlace(doc, b.place)].sort((x, y) => x.length - y.length);
  return few.some((word) => more.includes(word));
}
