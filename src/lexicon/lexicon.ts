/**
 * Compiles the word files into one look-up table: loose key of the first word → the senses it may begin. Words are inflected by the language pack.
 */
import { looseKey, strictKey, wordKeys } from '../text/fold.ts';
import { type Block, listOf, type Value } from './blocks.ts';
import { DataError } from './errors.ts';
import type { Features, Form } from './features.ts';
import { particle } from './features.ts';

/** One block of a word file. `kind` is its class; `fields` what the block says beside the word. */
export type Sense = { id: number; kind: string; word: string; fields: Map<string, Value>; file: string; line: number };

/** A written form of a sense. `rest`: loose keys of the words after the first, for phrases. */
export type Surface = { sense: Sense; features: Features; strict: string; rest: readonly string[] | null };

export type Inflect = (block: Block) => Form[];

export type Lexicon = {
  senses: Sense[];
  surfaces: Map<string, Surface[]>;
  /** Surfaces of the form, by loose key of a single word (or first word of a phrase). */
  find: (key: string) => readonly Surface[];
};

const NONE: readonly Surface[] = [];

/** Builds the lexicon. Blocks of kind `names` (lists of given names) put every form in as its own surface of one sense. */
export function buildLexicon(blocks: Block[], inflect: Inflect): Lexicon {
  const senses: Sense[] = [];
  const surfaces = new Map<string, Surface[]>();
  for (const block of blocks) {
    const word = listOf(block, block.kind)[0] ?? '';
    if (word === '') throw new DataError('ISN-D10', block.file, block.line, `the class "${block.kind}" has no word`);
    const sense: Sense = { id: senses.length, kind: block.kind, word, fields: block.fields, file: block.file, line: block.line };
    senses.push(sense);
    for (const form of inflect(block)) addSurface(surfaces, sense, form.text, form.features);
  }
  return { senses, surfaces, find: (key) => surfaces.get(key) ?? NONE };
}

/** Adds a name or phrase as it is written (registries use this: they are not inflected). */
export function addPhrase(lexicon: Lexicon, sense: Sense, text: string): void {
  addSurface(lexicon.surfaces, sense, text, particle);
}

/** A sense that comes from a registry instead of a word file. */
export function newSense(
  lexicon: Lexicon,
  kind: string,
  word: string,
  fields: Map<string, Value>,
  file: string,
  line: number,
): Sense {
  const sense: Sense = { id: lexicon.senses.length, kind, word, fields, file, line };
  lexicon.senses.push(sense);
  return sense;
}

function addSurface(surfaces: Map<string, Surface[]>, sense: Sense, text: string, features: Features): void {
  const single = text.indexOf(' ') < 0 && text.indexOf('-') < 0 && text.indexOf('/') < 0;
  const keys = single ? [looseKey(text)] : wordKeys(text);
  if (keys.length === 0 || keys[0] === '') return;
  const rest = keys.length > 1 ? keys.slice(1) : null;
  const strict = strictKey(text);
  const list = surfaces.get(keys[0]);
  if (list === undefined) surfaces.set(keys[0], [{ sense, features, strict, rest }]);
  else if (!list.some((s) => s.sense === sense && s.strict === strict && sameFeatures(s.features, features))) {
    list.push({ sense, features, strict, rest });
  }
}

function sameFeatures(a: Features, b: Features): boolean {
  return (
    a.pos === b.pos &&
    a.number === b.number &&
    a.gender === b.gender &&
    a.tense === b.tense &&
    a.voice === b.voice &&
    a.person === b.person &&
    a.state === b.state
  );
}

/** A field of a sense as one string; undefined when missing. */
export function fieldOf(sense: Sense, key: string): string | undefined {
  const value = sense.fields.get(key);
  return Array.isArray(value) ? value[0] : value;
}

const EMPTY: string[] = [];
/** A field of a sense as a list. */
export function fieldsOf(sense: Sense, key: string): string[] {
  const value = sense.fields.get(key);
  return value === undefined ? EMPTY : Array.isArray(value) ? value : [value];
}
