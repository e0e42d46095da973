/** Strict and loose keys of a word or name (see characters.ts for what each folds). */
import { expansionOf, looseOf, strictOf } from './characters.ts';

/** Egypt writes the hamza before waw on a yeh ("mas'ul", "shu'un"), others on a waw. */
const YEH_WAW = '\u0626\u0648';
const WAW_WAW = '\u0624\u0648';

/** Loose key: hamza, final yeh and teh marbuta folded; marks, tatweel and everything that is no letter or digit dropped. */
export function looseKey(text: string): string {
  const key = keyOf(text, looseOf);
  return key.includes(YEH_WAW) ? key.replaceAll(YEH_WAW, WAW_WAW) : key;
}

/** Strict key: only marks, tatweel, presentation forms and foreign letter shapes undone. */
export function strictKey(text: string): string {
  return keyOf(text, strictOf);
}

/** Most words are their own key, and most others lose or fold a letter or two: nothing is copied before the first letter that changes. */
function keyOf(text: string, table: Uint16Array): string {
  let same = 0;
  while (same < text.length && table[text.charCodeAt(same)] === text.charCodeAt(same)) same++;
  if (same === text.length) return text;
  let key = text.slice(0, same);
  for (let i = same; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const expanded = c >= 0xfb50 ? expansionOf.get(c) : undefined;
    if (expanded !== undefined) key += keyOf(expanded, table);
    else if (table[c] !== 0) key += String.fromCharCode(table[c]);
  }
  return key;
}

/** Loose keys of the words of a name or phrase, split at spaces, underscores and hyphens. */
export function wordKeys(phrase: string): string[] {
  const keys: string[] = [];
  for (const word of phrase.split(/[\s_\-–—/]+/u)) {
    const key = looseKey(word);
    if (key !== '') keys.push(key);
  }
  return keys;
}
