/**
 * The written forms of all words as columns of numbers: half a megabyte of letters and some of indexes instead of a hundred thousand objects, so that they are
 * built without garbage, written to a file as they are and read back at once. A form becomes an object when a text asks for it.
 */
import type { Features } from './features.ts';

export type FormColumns = {
  /** Letters of the loose keys, one key after the other; key k ends where k + 1 begins. */
  letters: Uint16Array;
  keyStart: Int32Array;
  /** First form of each key; the others follow by `next`, in the order they were added. */
  first: Int32Array;
  /** Open addressing by the hash of the key: key + 1, or 0. */
  slots: Int32Array;
  sense: Int32Array;
  features: Uint16Array;
  next: Int32Array;
  /** Where the strict spelling stands in `spellings`, or -1 when it is the key itself, and its length. */
  strict: Int32Array;
  strictLength: Uint16Array;
  spellings: Uint16Array;
  /** Which of `rests` follows the first word, or -1. */
  rest: Int32Array;
  rests: string[];
  grammar: Features[];
};

type Column = Int32Array | Uint16Array;

/** A form as it is stored. `rest`: loose keys of the words after the first, joined by spaces; empty for a single word. */
export type Entry = { sense: number; features: Features; strict: string; rest: string };

export class FormIndex {
  #columns: FormColumns;
  #keys: number;
  #forms: number;
  #spelled: number;
  /** Numbers of rests and grammars: only while forms are added. */
  readonly #restIds = new Map<string, number>();
  readonly #grammarIds = new Map<number, number>();

  constructor(columns: FormColumns = emptyColumns()) {
    this.#columns = columns;
    this.#keys = columns.keyStart.length - 1;
    this.#forms = columns.sense.length;
    this.#spelled = columns.spellings.length;
  }

  get keys(): number {
    return this.#keys;
  }

  /** Number of the key `text[from..to)`, or -1. */
  keyOf(text: string, from = 0, to = text.length): number {
    const { slots, keyStart, letters } = this.#columns;
    const mask = slots.length - 1;
    for (let slot = hashOf(text, from, to) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const k = slots[slot] - 1;
      const start = keyStart[k];
      if (keyStart[k + 1] - start !== to - from) continue;
      let i = from;
      while (i < to && letters[start + i - from] === text.charCodeAt(i)) i++;
      if (i === to) return k;
    }
    return -1;
  }

  /** The forms of a key, in the order they were added. */
  entries(k: number, key: string): Entry[] {
    const { first, next, sense, features, strict, strictLength, spellings, rest, rests, grammar } = this.#columns;
    const found: Entry[] = [];
    for (let n = first[k]; n >= 0; n = next[n]) {
      const at = strict[n];
      found.push({
        sense: sense[n],
        features: grammar[features[n]],
        strict: at < 0 ? key : spelled(spellings, at, at + strictLength[n]),
        rest: rest[n] < 0 ? '' : rests[rest[n]],
      });
    }
    return found;
  }

  /** Adds a form, unless the same sense has the same spelling and grammar already. */
  add(key: string, entry: Entry): void {
    const grammar = this.#grammarId(entry.features);
    const k = this.#addKey(key);
    const c = this.#columns;
    let last = -1;
    for (let n = c.first[k]; n >= 0; n = c.next[n]) {
      if (c.sense[n] === entry.sense && c.features[n] === grammar && this.#isSpelled(n, key, entry.strict)) return;
      last = n;
    }
    const n = this.#forms++;
    if (n === c.sense.length) this.#enlargeForms();
    c.sense[n] = entry.sense;
    c.features[n] = grammar;
    c.next[n] = -1;
    c.rest[n] = entry.rest === '' ? -1 : this.#restId(entry.rest);
    c.strict[n] = entry.strict === key ? -1 : this.#spell(entry.strict);
    c.strictLength[n] = entry.strict.length;
    if (last < 0) c.first[k] = n;
    else c.next[last] = n;
  }

  /** The columns cut to what they hold. */
  columns(): FormColumns {
    const c = this.#columns;
    return {
      ...c,
      letters: c.letters.slice(0, c.keyStart[this.#keys]),
      keyStart: c.keyStart.slice(0, this.#keys + 1),
      first: c.first.slice(0, this.#keys),
      sense: c.sense.slice(0, this.#forms),
      features: c.features.slice(0, this.#forms),
      next: c.next.slice(0, this.#forms),
      strict: c.strict.slice(0, this.#forms),
      strictLength: c.strictLength.slice(0, this.#forms),
      spellings: c.spellings.slice(0, this.#spelled),
      rest: c.rest.slice(0, this.#forms),
    };
  }

  #isSpelled(n: number, key: string, strict: string): boolean {
    const { strict: at, strictLength, spellings } = this.#columns;
    if (at[n] < 0) return strict === key;
    if (strictLength[n] !== strict.length) return false;
    for (let i = 0; i < strict.length; i++) if (spellings[at[n] + i] !== strict.charCodeAt(i)) return false;
    return true;
  }

  #addKey(key: string): number {
    const known = this.keyOf(key);
    if (known >= 0) return known;
    const c = this.#columns;
    const k = this.#keys++;
    if (k + 2 > c.keyStart.length) c.keyStart = doubled(c.keyStart);
    if (k + 1 > c.first.length) c.first = doubled(c.first);
    const from = c.keyStart[k];
    while (from + key.length > c.letters.length) c.letters = doubled(c.letters);
    for (let i = 0; i < key.length; i++) c.letters[from + i] = key.charCodeAt(i);
    c.keyStart[k + 1] = from + key.length;
    c.first[k] = -1;
    if (this.#keys * 2 > c.slots.length) this.#rehash(c.slots.length * 2);
    else place(c.slots, hashOf(key, 0, key.length), k);
    return k;
  }

  #rehash(size: number): void {
    const c = this.#columns;
    c.slots = new Int32Array(size);
    for (let k = 0; k < this.#keys; k++) place(c.slots, hashOfLetters(c.letters, c.keyStart[k], c.keyStart[k + 1]), k);
  }

  #enlargeForms(): void {
    const c = this.#columns;
    c.sense = doubled(c.sense);
    c.features = doubled(c.features);
    c.next = doubled(c.next);
    c.strict = doubled(c.strict);
    c.strictLength = doubled(c.strictLength);
    c.rest = doubled(c.rest);
  }

  #spell(strict: string): number {
    const c = this.#columns;
    const at = this.#spelled;
    while (at + strict.length > c.spellings.length) c.spellings = doubled(c.spellings);
    for (let i = 0; i < strict.length; i++) c.spellings[at + i] = strict.charCodeAt(i);
    this.#spelled += strict.length;
    return at;
  }

  #restId(rest: string): number {
    let id = this.#restIds.get(rest);
    if (id === undefined) {
      id = this.#columns.rests.push(rest) - 1;
      this.#restIds.set(rest, id);
    }
    return id;
  }

  #grammarId(features: Features): number {
    const code = codeOf(features);
    let id = this.#grammarIds.get(code);
    if (id === undefined) {
      id = this.#columns.grammar.push(features) - 1;
      this.#grammarIds.set(code, id);
    }
    return id;
  }
}

function spelled(letters: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(letters[i]);
  return text;
}

function emptyColumns(): FormColumns {
  return {
    letters: new Uint16Array(1 << 19),
    keyStart: new Int32Array(1),
    first: new Int32Array(1 << 16),
    slots: new Int32Array(1 << 17),
    sense: new Int32Array(0),
    features: new Uint16Array(0),
    next: new Int32Array(0),
    strict: new Int32Array(0),
    strictLength: new Uint16Array(0),
    spellings: new Uint16Array(1 << 17),
    rest: new Int32Array(0),
    rests: [],
    grammar: [],
  };
}

const poses: Record<Features['pos'], number> = {
  verb: 0,
  noun: 1,
  adjective: 2,
  masdar: 3,
  participle: 4,
  'passive-participle': 5,
  particle: 6,
};
const numbers = { sg: 1, du: 2, pl: 3 };
const genders = { m: 1, f: 2 };
const tenses = { past: 1, present: 2 };
const voices = { active: 1, passive: 2 };
const states = { construct: 1, accusative: 2, jussive: 3 };

/** The grammar of a form as one number: equal exactly when all its features are. */
function codeOf({ pos, number, gender, tense, voice, person, state }: Features): number {
  let code = poses[pos];
  code = code * 4 + (number === null ? 0 : numbers[number]);
  code = code * 3 + (gender === null ? 0 : genders[gender]);
  code = code * 3 + (tense === null ? 0 : tenses[tense]);
  code = code * 3 + (voice === null ? 0 : voices[voice]);
  code = code * 4 + (person ?? 0);
  return code * 4 + (state === null ? 0 : states[state]);
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function hashOf(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash ^ (hash >>> 15);
}

function hashOfLetters(letters: Uint16Array, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ letters[i], PRIME);
  return hash ^ (hash >>> 15);
}

function place(slots: Int32Array, hash: number, key: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = key + 1;
}

function doubled<T extends Column>(from: T): T {
  const to = new (from.constructor as new (length: number) => T)(Math.max(1 << 16, from.length * 2));
  to.set(from);
  return to;
}
