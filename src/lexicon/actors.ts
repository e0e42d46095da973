/** Reads `data/actors/*.yml`: who acts and is acted upon, under which names, since when, and who gives them which loaded names. */
import { type Block, parseBlocks, textOf } from './blocks.ts';
import { DataError } from './errors.ts';
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

export const ACTOR_KINDS = [
  'state',
  'state-force',
  'police',
  'intelligence',
  'armed-group',
  'militia',
  'political',
  'alliance',
  'peacekeepers',
  'people',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A name that takes sides: the words, what they insinuate, and the outlets or parties that write so (empty when general). */
export type LoadedName = { words: string; label: string; users: string[] };

export type Actor = Entry & {
  kind: ActorKind;
  /** ISO 3166 alpha-2, empty when none. */
  country: string;
  en: string;
  ar: string;
  /** Full names; each leads to this actor alone while the actor's dates last. */
  aliases: string[];
  /** Common words that mean the actor only when the context says so. */
  short: string[];
  /** Names that parties of other wars bear too: this actor where the report names it in full or is about its theatre. May be a loaded name as well. */
  shared: string[];
  /** Countries where it is met under a name it shares; its own when empty. */
  theatre: string[];
  /** Cities that stand for a state: the actor only where they say or do something. */
  capital: string[];
  /** Adjectives of nationality, masculine singular, every spelling. */
  nationality: string[];
  enAliases: string[];
  loaded: LoadedName[];
};

const KEYS = new Set([
  'actor',
  'kind',
  'country',
  'parent',
  'en',
  'ar',
  'aliases',
  'short',
  'shared',
  'theatre',
  'capital',
  'nationality',
  'en-aliases',
  'loaded',
  'from',
  'to',
]);

/** Every actor of the files, in order. Throws {@link DataError} naming file, line and fix. */
export function loadActors(files: readonly { file: string; text: string }[]): Actor[] {
  const actors = files.flatMap(({ file, text }) => parseBlocks(file, text).map(readActor));
  checkIds('actor', actors);
  checkNames(actors, (actor) => [actor.ar, ...actor.aliases, ...actor.loaded.map((name) => name.words)]);
  return actors;
}

function readActor(block: Block): Actor {
  checkKeys(block, 'actor', KEYS);
  const from = readDay(block, 'from');
  const to = readDay(block, 'to');
  if (from !== '' && to !== '' && from > to)
    throw new DataError('ISN-D31', block.file, block.line, `"from: ${from}" is after "to: ${to}": exchange them`);
  return {
    id: readId(block),
    kind: readOneOf(block, 'kind', ACTOR_KINDS),
    country: readCountry(block),
    parent: readNames(block, 'parent')[0] ?? '',
    en: readRequired(block, 'en'),
    ar: readRequired(block, 'ar'),
    aliases: readNames(block, 'aliases'),
    short: readNames(block, 'short'),
    shared: readNames(block, 'shared'),
    theatre: readNames(block, 'theatre'),
    capital: readNames(block, 'capital'),
    nationality: readNames(block, 'nationality'),
    enAliases: readNames(block, 'en-aliases'),
    loaded: readNames(block, 'loaded').map((line) => readLoaded(block, line)),
    from,
    to,
    file: block.file,
    line: block.line,
  };
}

function readLoaded(block: Block, line: string): LoadedName {
  const [words = '', label = '', users = ''] = line.split('|').map((part) => part.trim());
  if (words === '' || label === '') {
    throw new DataError(
      'ISN-D32',
      block.file,
      block.line,
      `a loaded name of "${textOf(block, 'actor')}" must read "words | label | who uses them", not "${line}"`,
    );
  }
  const list = users === '' || users === '""' ? [] : users.split(',').map((user) => user.trim());
  return { words, label, users: list.filter((user) => user !== '') };
}
