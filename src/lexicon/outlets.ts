/** Reads `data/outlets/*.yml`: newspapers, agencies, monitors, spokesmen's offices and others that carry or make a claim. */
import { type Block, parseBlocks } from './blocks.ts';
import {
  checkIds,
  checkKeys,
  checkNames,
  type Entry,
  readCountry,
  readDay,
  readId,
  readNames,
  readOneOf,
  readRequired,
} from './registry.ts';

export const OUTLET_KINDS = [
  'newspaper',
  'agency',
  'tv',
  'radio',
  'site',
  'local-page',
  'monitor',
  'ngo',
  'government-media',
  'military-media',
  'spokesman-office',
  'un',
  'social',
] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

export const LEANINGS = ['state', 'opposition', 'party', 'independent', 'unknown'] as const;
/** Who runs the outlet, stated plainly. */
export type Leaning = (typeof LEANINGS)[number];

export type Outlet = Entry & {
  kind: OutletKind;
  /** ISO 3166 alpha-2, empty when none. */
  country: string;
  en: string;
  ar: string;
  /** Full names; each leads to this outlet alone. */
  aliases: string[];
  /** Common words that mean the outlet only when the context says so. */
  short: string[];
  enAliases: string[];
  /** Domains it publishes under. */
  hosts: string[];
  leaning: Leaning;
};

const KEYS = new Set([
  'outlet',
  'kind',
  'country',
  'parent',
  'en',
  'ar',
  'aliases',
  'short',
  'en-aliases',
  'hosts',
  'leaning',
  'from',
  'to',
]);

/** Every outlet of the files, in order. Throws DataError naming file, line and fix. */
export function loadOutlets(files: readonly { file: string; text: string }[]): Outlet[] {
  const outlets = files.flatMap(({ file, text }) => parseBlocks(file, text).map(readOutlet));
  checkIds('outlet', outlets);
  checkNames(outlets, (outlet) => [outlet.ar, ...outlet.aliases]);
  return outlets;
}

function readOutlet(block: Block): Outlet {
  checkKeys(block, 'outlet', KEYS);
  return {
    id: readId(block),
    kind: readOneOf(block, 'kind', OUTLET_KINDS),
    country: readCountry(block),
    parent: readNames(block, 'parent')[0] ?? '',
    en: readRequired(block, 'en'),
    ar: readRequired(block, 'ar'),
    aliases: readNames(block, 'aliases'),
    short: readNames(block, 'short'),
    enAliases: readNames(block, 'en-aliases'),
    hosts: readNames(block, 'hosts'),
    leaning: readOneOf(block, 'leaning', LEANINGS),
    from: readDay(block, 'from'),
    to: readDay(block, 'to'),
    file: block.file,
    line: block.line,
  };
}
