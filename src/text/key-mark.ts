/** One bit of 32 for a key, by its first letter and its length: where a set of keys lacks the bit it lacks the key, and most questions end there, without a look into it. */
export const keyMark = (key: string): number => 1 << (key.charCodeAt(0) + key.length * 5);

/** Keys of words, asked of nearly every word for words that are hardly ever there. */
export class KeySet {
  readonly #keys: ReadonlySet<string>;
  readonly #marks: number;
  /** Its own bit among other sets of that kind, which it shares with every thirty-second of them. */
  readonly bit: number;

  constructor(keys: readonly string[], bit = 0) {
    this.bit = bit;
    this.#keys = new Set(keys);
    this.#marks = keys.reduce((marks, key) => marks | keyMark(key), 0);
  }

  has(key: string): boolean {
    return (this.#marks & keyMark(key)) !== 0 && this.#keys.has(key);
  }
}

/** Classes of words that are asked for together, with the bits of all of them: where a token has none of the bits it has none of the classes. */
export class Kinds extends Set<string> {
  readonly marks: number;

  constructor(kinds: Iterable<string>) {
    super(kinds);
    let marks = 0;
    for (const kind of this) marks |= keyMark(kind);
    this.marks = marks;
  }
}
