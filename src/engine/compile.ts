/** What an engine needs of its data, compiled: built from the files, or opened from what a file kept. */
import { arabic } from '../languages/ar/pack.ts';
import { loadActors } from '../lexicon/actors.ts';
import { parseBlocks } from '../lexicon/blocks.ts';
import { buildLexicon, Lexicon, type StoredLexicon } from '../lexicon/lexicon.ts';
import { loadOutlets } from '../lexicon/outlets.ts';
import { indexPlaces, type PlaceIndex } from '../link/place-index.ts';
import type { EngineData } from './load.ts';
import { addActors, addOutlets, type OutletNames, outletNames } from './registries.ts';

export type Compiled = { lexicon: Lexicon; places: PlaceIndex; outlets: OutletNames };
export type Stored = { lexicon: StoredLexicon; places: PlaceIndex; outlets: OutletNames };

/** @throws DataError when a data file is faulty */
export function compile(data: EngineData): Compiled {
  const lexicon = buildLexicon(
    data.words.flatMap(({ file, text }) => parseBlocks(file, text)),
    arabic.inflect,
  );
  addActors(lexicon, loadActors(data.actors));
  const outlets = loadOutlets(data.outlets);
  addOutlets(lexicon, outlets);
  return { lexicon, places: indexPlaces(data.places), outlets: outletNames(outlets) };
}

export const store = ({ lexicon, places, outlets }: Compiled): Stored => ({ lexicon: lexicon.store(), places, outlets });

export const open = ({ lexicon, places, outlets }: Stored): Compiled => ({ lexicon: new Lexicon(lexicon), places, outlets });
