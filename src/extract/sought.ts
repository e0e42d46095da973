/** Who is sought where a place is raided: "in search of the gunmen", "in pursuit of the group X". */
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPeople } from './parties.ts';

/** "shelled a school in search of (any) wanted people": nobody is named or counted, and nobody was hit; only a raid is on them. */
export const isSought = ({ types }: Happening, noun: NounPhrase): boolean =>
  noun.actor !== null || (isPeople(noun) && (noun.definite || noun.count !== null || types[0] === 'force-movement'));
