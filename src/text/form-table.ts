/** Distinct spellings: id → keys. Bounded, so that hostile text cannot fill the memory. */
import { looseKey, strictKey } from './fold.ts';

/** Numbers of a slot. */
const SLOT = 4;

export class FormTable {
  readonly loose: string[] = [];
  readonly strict: string[] = [];
  readonly limit: number;
  /**
   * Letters of all spellings, and open addressing by hash. A slot holds four numbers, which lie side by side in memory: id + 1 or 0, hash, where its letters
   * begin and how many they are. A spelling seen before is found without a copy of it.
   */
  #letters = new Uint16Array(1 << 14);
  #used = 0;
  #slots = new Int32Array(SLOT << 12);

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Id of the spelling `text[from..to)`. */
  idOf(text: string, from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    const letters = this.#letters;
    const hash = hashOf(text, from, to);
    let slot = (hash << 2) & mask;
    while (slots[slot] !== 0) {
      if (slots[slot + 1] === hash && slots[slot + 3] === to - from) {
        const begin = slots[slot + 2] - from;
        let i = from;
        while (i < to && letters[begin + i] === text.charCodeAt(i)) i++;
        if (i === to) return slots[slot] - 1;
      }
      slot = (slot + SLOT) & mask;
    }
    return this.#add(text, from, to, hash, slot);
  }

  get full(): boolean {
    return this.loose.length > this.limit;
  }

  #add(text: string, from: number, to: number, hash: number, slot: number): number {
    const id = this.loose.length;
    const own = copyOf(text.slice(from, to));
    this.loose.push(looseKey(own));
    this.strict.push(strictKey(own));
    const start = this.#used;
    const end = start + to - from;
    if (end > this.#letters.length) this.#letters = grown(this.#letters, end);
    for (let i = from; i < to; i++) this.#letters[start + i - from] = text.charCodeAt(i);
    this.#used = end;
    const slots = this.#slots;
    slots[slot] = id + 1;
    slots[slot + 1] = hash;
    slots[slot + 2] = start;
    slots[slot + 3] = to - from;
    if ((id + 1) * 2 * SLOT > slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - SLOT;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from] === 0) continue;
      let slot = (before[from + 1] << 2) & mask;
      while (slots[slot] !== 0) slot = (slot + SLOT) & mask;
      for (let k = 0; k < SLOT; k++) slots[slot + k] = before[from + k];
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

function grown(from: Uint16Array, least: number): Uint16Array<ArrayBuffer> {
  const to = new Uint16Array(Math.max(least, from.length * 2));
  to.set(from);
  return to;
}
