/** Ids of rules in Arabic words, from `rules.ar.json`. Pure. */

/** `attribution.verb-source-that+according-to` is told piece by piece. */
export function arabicOf(rule: string, words: Record<string, string>, types: Record<string, string>): string | null {
  const bare = rule.replace(/:.*$/, '');
  const parts = bare.split('+').map((part, i) => one(i === 0 ? part : `attribution.${part}`, words, types));
  return parts.every((part) => part === null) ? null : parts.filter((part) => part !== null).join(' + ');
}

function one(rule: string, words: Record<string, string>, types: Record<string, string>): string | null {
  if (words[rule]) return words[rule];
  const [kind, name = ''] = [rule.slice(0, rule.indexOf('.')), rule.slice(rule.indexOf('.') + 1)];
  if (kind === 'event' && types[name]) return types[name];
  if (kind === 'attribution') {
    const cut = name.lastIndexOf('-');
    const [head, tail] = [words[`attribution.${name.slice(0, cut)}`], words[`attribution.${name.slice(cut)}`]];
    if (cut > 0 && head && tail) return `${head} ${tail}`;
  }
  const family = Object.keys(words).find((key) => rule.startsWith(`${key}.`));
  return family === undefined ? null : words[family];
}
