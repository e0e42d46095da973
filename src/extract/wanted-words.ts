/** Words that some other word needs to tell a happening, or beside which it tells none: whether a spelling can be any of them. */
import type { Surface } from '../lexicon/lexicon.ts';
import { looseKey } from '../text/fold.ts';
import type { KeySet } from '../text/key-mark.ts';
import { ALEF } from '../text/letters.ts';
import type { FormInfo } from './forms.ts';
import { perSense, wanted } from './senses.ts';

const keyOfEntry = perSense((sense) => looseKey(sense.word));

/** Asked of every word behind a verb, for a few words each time, so remembered with its spelling; asked again when there are more sets of such words. */
export function mayBeWanted(info: FormInfo, key: string, { bit }: KeySet): boolean {
  if (info.wantedAt !== wanted.sets) {
    info.wantedAt = wanted.sets;
    info.wanted = bitsOf(key);
    for (const { surface } of info.analyses) info.wanted |= bitsOfReading(surface);
  }
  return (info.wanted & bit) !== 0;
}

const bitsAt = (key: string): number => wanted.bits.get(key) ?? 0;

/** As it stands, or in the accusative. */
const bitsOf = (key: string): number => bitsAt(key) | (key.endsWith(ALEF) ? bitsAt(key.slice(0, -1)) : 0);

/** By the word of its entry, or by its own spelling without what is attached to it. */
export const isNeeded = ({ sense, strict, rest, loose }: Surface, needs: KeySet): boolean =>
  needs.has(keyOfEntry(sense)) || needs.has(rest === null ? loose : looseKey(strict));

const bitsOfReading = ({ sense, strict, rest, loose }: Surface): number =>
  bitsAt(keyOfEntry(sense)) | bitsAt(rest === null ? loose : looseKey(strict));
