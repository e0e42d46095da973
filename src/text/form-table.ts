/** Distinct spellings: id → keys. Bounded, so that hostile text cannot fill the memory. */
import { looseKey, strictKey } from './fold.ts';

export class FormTable {
  readonly loose: string[] = [];
  readonly strict: string[] = [];
  readonly limit: number;
  /** Letters of all spellings, where each begins, and open addressing by hash: id + 1, or 0. A spelling seen before is found without a copy of it. */
  #letters = new Uint16Array(1 << 14);
  #start = new Int32Array(1 << 11);
  #slots = new Int32Array(1 << 12);

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Id of the spelling `text[from..to)`. */
  idOf(text: string, from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const starts = this.#start;
    const letters = this.#letters;
    let slot = hashOf(text, from, to) & mask;
    while (slots[slot] !== 0) {
      const id = slots[slot] - 1;
      const start = starts[id];
      if (starts[id + 1] - start === to - from) {
        let i = from;
        while (i < to && letters[start + i - from] === text.charCodeAt(i)) i++;
        if (i === to) return id;
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(text, from, to, slot);
  }

  get full(): boolean {
    return this.loose.length > this.limit;
  }

  #add(text: string, from: number, to: number, slot: number): number {
    const id = this.loose.length;
    const own = copyOf(text.slice(from, to));
    this.loose.push(looseKey(own));
    this.strict.push(strictKey(own));
    const start = this.#start[id];
    const end = start + to - from;
    if (end > this.#letters.length) this.#letters = grown(this.#letters, end);
    for (let i = from; i < to; i++) this.#letters[start + i - from] = text.charCodeAt(i);
    if (id + 2 > this.#start.length) this.#start = grown(this.#start, id + 2);
    this.#start[id + 1] = end;
    this.#slots[slot] = id + 1;
    if ((id + 1) * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.loose.length; id++) {
      let hash = SEED;
      for (let i = this.#start[id]; i < this.#start[id + 1]; i++) hash = Math.imul(hash ^ this.#letters[i], PRIME);
      let slot = mixed(hash) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

/** A part of a string from so many letters on is a view of the whole: it would keep the report alive for as long as the table. */
const VIEW = 13;
const copyOf = (part: string): string => (part.length < VIEW ? part : Buffer.from(part, 'utf16le').toString('utf16le'));

/** Another one in each process, so that no text can be made whose words all fall into one place. Nothing that is read depends on it. */
const SEED = (Math.random() * 0x100000000) | 0;
const PRIME = 0x01000193;

function hashOf(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return mixed(hash);
}

const mixed = (hash: number): number => hash ^ (hash >>> 16);

function grown<T extends Int32Array | Uint16Array>(from: T, least: number): T {
  const to = new (from.constructor as new (length: number) => T)(Math.max(least, from.length * 2));
  to.set(from);
  return to;
}
