/** The registries as screens and tables show them: every actor and outlet with its neutral name in both languages and the loaded names given to it. */
import { loadActors } from '../lexicon/actors.ts';
import { loadOutlets } from '../lexicon/outlets.ts';
import { type EngineData, loadData } from './load.ts';

export type Named = {
  /** `actor:…` or `outlet:…`, as readings give it. */
  id: string;
  kind: string;
  country: string;
  ar: string;
  en: string;
  aliases: string[];
  /** Names that take sides; `users` are those known to write so. */
  loaded: { words: string; label: string; users: string[] }[];
};

export function listNamed(data: EngineData = loadData()): Named[] {
  const actors = loadActors(data.actors).map(({ id, kind, country, ar, en, aliases, loaded }) => ({
    id: `actor:${id}`,
    kind,
    country,
    ar,
    en,
    aliases,
    loaded,
  }));
  const outlets = loadOutlets(data.outlets).map(({ id, kind, country, ar, en, aliases }) => ({
    id: `outlet:${id}`,
    kind,
    country,
    ar,
    en,
    aliases,
    loaded: [],
  }));
  return [...actors, ...outlets];
}
