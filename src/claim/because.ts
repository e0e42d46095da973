/** Reasons as a code with its values, so that every reader gets them in their own language; the sentences stand in `because.en.json` and `because.ar.json`. */
import arabic from './because.ar.json' with { type: 'json' };
import english from './because.en.json' with { type: 'json' };

export type BecauseCode = keyof typeof english;
/** Values are names as written, ids of registries, numbers and days. */
export type Because = { code: BecauseCode; values?: Record<string, string | number> };

// A sentence that Arabic lacks does not compile.
const sentences: Record<'en' | 'ar', Record<BecauseCode, string>> = { en: english, ar: arabic };

export function because(code: BecauseCode, values?: Because['values']): Because {
  return values === undefined ? { code } : { code, values };
}

/** The sentence. `nameOf` gives the name of a registry id; names from reports keep their own direction. */
export function sayBecause(
  { code, values = {} }: Because,
  lang: 'en' | 'ar',
  nameOf: (id: string) => string = (id) => id,
): string {
  return (sentences[lang][code] ?? code).replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = values[key];
    if (value === undefined) return whole;
    if (typeof value === 'number') return String(value);
    return `\u2068${value.replace(/\b(?:actor|outlet):[a-z0-9-]+/g, nameOf)}\u2069`;
  });
}

/** Adds reasons that are not yet there. */
export function addReasons(list: Because[], more: readonly Because[]): void {
  for (const one of more) if (!list.some((known) => keyOf(known) === keyOf(one))) list.push(one);
}

/** By code and values: the same order everywhere. */
export function byReason(a: Because, b: Because): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const keyOf = ({ code, values = {} }: Because): string =>
  `${code} ${Object.keys(values)
    .sort()
    .map((key) => values[key])
    .join(' ')}`;
