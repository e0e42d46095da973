/** Words that some other word needs to tell a happening, or beside which it tells none: whether a spelling can be any of them. */
import type { Analysis } from '../lexicon/analyze.ts';
import type { Surface } from '../lexicon/lexicon.ts';
import { looseKey } from '../text/fold.ts';
import type { KeySet } from '../text/key-mark.ts';
import { ALEF } from '../text/letters.ts';
import type { FormInfo } from './forms.ts';
import { perSense, wanted } from './senses.ts';

const keyOfEntry = perSense((sense) => looseKey(sense.word));

/** Asked of every word behind a verb, for a few words each time, so remembered with its spelling; asked again when there are more sets of such words. */
export function mayBeWanted(info: FormInfo, key: string): boolean {
  if (info.wantedAt !== wanted.sets) {
    info.wantedAt = wanted.sets;
    info.wanted = isWanted(key) || info.analyses.some(readsAsWanted);
  }
  return info.wanted;
}

/** As it stands, or in the accusative. */
const isWanted = (key: string): boolean => wanted.keys.has(key) || (key.endsWith(ALEF) && wanted.keys.has(key.slice(0, -1)));

/** By the word of its entry, or by its own spelling without what is attached to it. */
export const isNeeded = ({ sense, strict, rest, loose }: Surface, needs: KeySet): boolean =>
  needs.has(keyOfEntry(sense)) || needs.has(rest === null ? loose : looseKey(strict));

const readsAsWanted = ({ surface: { sense, strict, rest, loose } }: Analysis): boolean =>
  wanted.keys.has(keyOfEntry(sense)) || wanted.keys.has(rest === null ? loose : looseKey(strict));
