/**
 * Compiles the word files into one look-up table: loose key of the first word → the senses it may begin. Words are inflected by the language pack.
 */
import { looseKey, strictKey, wordKeys } from '../text/fold.ts';
import { keyMark } from '../text/key-mark.ts';
import { type Block, listOf, shared, type Value } from './blocks.ts';
import { DataError } from './errors.ts';
import type { Features, Form } from './features.ts';
import { particle } from './features.ts';
import { type FormColumns, FormIndex } from './form-index.ts';

/**
 * One block of a word file. `kind` is its class; `fields` what the block says beside the word, `marks` those of their names ({@link keyMark}) and `others` the same
 * by other letters; `pairs` each name and its value in a row, of a list the first: most have six, and passing by six names costs less than looking one up. The two
 * that are asked for most often stand here too, since a list lies two steps further in memory.
 */
export type Sense = {
  id: number;
  marks: number;
  others: number;
  often: string | null;
  oftenValue: string | undefined;
  second: string | null;
  secondValue: string | undefined;
  pairs: readonly string[];
  kind: string;
  word: string;
  fields: ReadonlyMap<string, Value>;
  file: string;
  line: number;
  /** Its name in traces, once it was asked for. */
  entry: string | null;
};

/** A written form of a sense. `rest`: loose keys of the words after the first, for phrases; `loose`: the loose key of the first. */
export type Surface = { sense: Sense; features: Features; strict: string; rest: readonly string[] | null; loose: string };

export type Inflect = (block: Block) => Form[];

/** Senses and forms as a file keeps them: `senses` is one JSON text a sense in UTF-8, and where each begins. */
export type StoredLexicon = { senses: Uint8Array; starts: Int32Array; forms: FormColumns };

export class Lexicon {
  readonly #senses: Sense[] = [];
  readonly #forms: FormIndex;
  readonly #stored: StoredLexicon | null;
  /** Surfaces of the keys that were asked for. */
  readonly #found: (readonly Surface[])[] = [];

  constructor(stored: StoredLexicon | null = null) {
    this.#stored = stored;
    this.#forms = new FormIndex(stored?.forms);
  }

  /** Surfaces of the form, by loose key of a single word (or first word of a phrase); the key may be a part of a longer text. */
  find(text: string, from = 0, to = text.length): readonly Surface[] {
    const k = this.#forms.keyOf(text, from, to);
    return k < 0 ? NONE : (this.#found[k] ??= this.#surfaces(k, text.slice(from, to)));
  }

  /** A new sense: a block of a word file, or an entry of a registry. */
  addSense(kind: string, word: string, fields: Map<string, Value>, file: string, line: number): Sense {
    const sense = senseOf(this.#senses.length, kind, word, fields, file, line);
    this.#senses.push(sense);
    return sense;
  }

  /** Adds a written form of a sense. */
  addForm(sense: Sense, text: string, features: Features): void {
    const single = text.indexOf(' ') < 0 && text.indexOf('-') < 0 && text.indexOf('/') < 0;
    const keys = single ? [looseKey(text)] : wordKeys(text);
    if (keys.length === 0 || keys[0] === '') return;
    const rest = keys.length > 1 ? keys.slice(1).join(' ') : '';
    this.#forms.add(keys[0], { sense: sense.id, features, strict: strictKey(text), rest });
  }

  /** Adds a name or phrase as it is written (registries use this: they are not inflected). */
  addPhrase(sense: Sense, text: string): void {
    this.addForm(sense, text, particle);
  }

  /** Everything, in the form that a file keeps. */
  store(): StoredLexicon {
    const texts = this.#senses.map(({ kind, word, fields, file, line }) =>
      Buffer.from(JSON.stringify({ kind, word, fields: [...fields], file, line })),
    );
    const starts = new Int32Array(texts.length + 1);
    texts.forEach((text, id) => {
      starts[id + 1] = starts[id] + text.length;
    });
    return { senses: Buffer.concat(texts), starts, forms: this.#forms.columns() };
  }

  #surfaces(k: number, key: string): Surface[] {
    return this.#forms.entries(k, key).map(({ sense, features, strict, rest }) => ({
      sense: this.#sense(sense),
      features,
      strict,
      rest: rest === '' ? null : rest.split(' '),
      loose: key,
    }));
  }

  #sense(id: number): Sense {
    return (this.#senses[id] ??= restored(this.#stored as StoredLexicon, id));
  }
}

function restored({ senses, starts }: StoredLexicon, id: number): Sense {
  const sense = JSON.parse(decoder.decode(senses.subarray(starts[id], starts[id + 1])));
  const fields = new Map<string, Value>();
  for (const [key, value] of sense.fields) fields.set(shared(key), Array.isArray(value) ? value.map(shared) : shared(value));
  const { word, line } = sense;
  return senseOf(id, shared(sense.kind), word, fields, shared(sense.file), line);
}

function senseOf(id: number, kind: string, word: string, fields: ReadonlyMap<string, Value>, file: string, line: number): Sense {
  const own = Array.from(fields.keys());
  const [often = null, second = null] = askedOften.filter((key) => fields.has(key));
  return {
    id,
    marks: own.reduce((marks, key) => marks | keyMark(key), 0),
    others: own.reduce((marks, key) => marks | otherMark(key), 0),
    often,
    oftenValue: firstOf(fields, often),
    second,
    secondValue: firstOf(fields, second),
    pairs: own.flatMap((key) => [key, firstOf(fields, key) as string]),
    kind,
    word,
    fields,
    file,
    line,
    entry: null,
  };
}

/** Nine of ten questions that have an answer are for one of these, the commonest first. */
const askedOften = [
  'role',
  'who',
  'kind',
  'category',
  'id',
  'class',
  'value',
  'act',
  'means',
  'type',
  'country',
  'unit',
  'bearing',
  'member',
  'object',
];

function firstOf(fields: ReadonlyMap<string, Value>, key: string | null): string | undefined {
  const value = key === null ? undefined : fields.get(key);
  return Array.isArray(value) ? value[0] : value;
}

/** Another bit for a key than {@link keyMark} gives it, by its last letters. */
const otherMark = (key: string): number =>
  1 << (key.charCodeAt(key.length - 1) * 3 + key.charCodeAt(key.length >> 1) + key.charCodeAt(1) * 7);

const decoder = new TextDecoder();
const NONE: readonly Surface[] = [];

/** Builds the lexicon. Blocks of kind `names` (lists of given names) put every form in as its own surface of one sense. */
export function buildLexicon(blocks: Block[], inflect: Inflect): Lexicon {
  const lexicon = new Lexicon();
  for (const block of blocks) {
    const word = listOf(block, block.kind)[0] ?? '';
    if (word === '') throw new DataError('ISN-D10', block.file, block.line, `the class "${block.kind}" has no word`);
    const sense = lexicon.addSense(block.kind, word, block.fields, block.file, block.line);
    for (const form of inflect(block)) lexicon.addForm(sense, form.text, form.features);
  }
  return lexicon;
}

/** A field of a sense as one string; undefined when missing. */
export function fieldOf(sense: Sense, key: string): string | undefined {
  return (sense.marks & keyMark(key)) === 0 ? undefined : amongFields(sense, key);
}

function amongFields(sense: Sense, key: string): string | undefined {
  if (sense.often === key) return sense.oftenValue;
  if (sense.second === key) return sense.secondValue;
  if ((sense.others & otherMark(key)) === 0) return undefined;
  const { pairs } = sense;
  for (let k = 0; k < pairs.length; k += 2) if (pairs[k] === key) return pairs[k + 1];
  return undefined;
}

export const hasField = ({ marks, fields }: Sense, key: string): boolean => (marks & keyMark(key)) !== 0 && fields.has(key);

const EMPTY: string[] = [];
/** A field of a sense as a list. */
export function fieldsOf(sense: Sense, key: string): string[] {
  const value = (sense.marks & keyMark(key)) === 0 ? undefined : sense.fields.get(key);
  return value === undefined ? EMPTY : Array.isArray(value) ? value : [value];
}
