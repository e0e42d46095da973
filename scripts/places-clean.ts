/** Cleans names of places: one spelling without marks, a leading place word cut off, ordinary words made quiet ("~"). */
import { readFileSync } from 'node:fs';
import { parseBlocks, textOf } from '../src/lexicon/blocks.ts';
import { nameKey, placeKey } from '../src/link/place-key.ts';
import { kindOf, SILENT } from '../src/text/characters.ts';
import { TATWEEL } from '../src/text/letters.ts';

export type NameRules = { classes: Map<string, string>; ordinary: Set<string>; mistaken: Map<string, string[]> };

/**
 * Reads the place words to cut off from data/ar/places.yml, the ordinary words from data/places/ordinary.txt and the names that a source gives by mistake
 * from data/places/not-names.txt.
 */
export function loadNameRules(data: string): NameRules {
  const classes = new Map<string, string>();
  for (const block of parseBlocks('data/ar/places.yml', readFileSync(`${data}ar/places.yml`, 'utf8'))) {
    if (textOf(block, 'drop') === 'yes') classes.set(placeKey(textOf(block, block.kind) ?? ''), textOf(block, 'kind') ?? '');
  }
  const ordinary = new Set<string>();
  for (const line of readFileSync(`${data}places/ordinary.txt`, 'utf8').split('\n')) {
    if (!line.startsWith('#')) for (const word of line.split(/\s+/u)) if (word !== '') ordinary.add(placeKey(word));
  }
  const mistaken = new Map<string, string[]>();
  for (const line of readFileSync(`${data}places/not-names.txt`, 'utf8').split('\n')) {
    const [id, name] = line.split('\t');
    if (!line.startsWith('#') && name !== undefined) mistaken.set(id, [...(mistaken.get(id) ?? []), placeKey(name)]);
  }
  return { classes, ordinary, mistaken };
}

const ARABIC = /[\u0620-\u064a]/u;

/** Names without marks, remarks in brackets and joined second names; `kind` is what a place word cut off them said. */
export function cleanNames(rules: NameRules, raw: readonly string[]): { names: string[]; kind: string } {
  const names: string[] = [];
  let kind = '';
  for (const part of raw.flatMap((name) => bare(name).split(/[_/]| - /u))) {
    const words = part
      .replace(/[(\u060c,].*$/u, '')
      .replace(/[-"'.)]/gu, ' ')
      .trim()
      .split(/\s+/u);
    const cut = words.length > 1 ? rules.classes.get(placeKey(words[0])) : undefined;
    if (cut !== undefined) {
      kind ||= cut;
      words.shift();
    }
    const name = words.join(' ');
    const known = names.findIndex((other) => nameKey(other) === nameKey(name));
    if (known >= 0) {
      // of two spellings that differ in the article only, the longer is the written one
      if (name.length > names[known].length) names[known] = name;
    } else if (ARABIC.test(name) && nameKey(name).length > 1 && words.length < 7) names.push(name);
  }
  return { names: names.slice(0, 8), kind };
}

function bare(name: string): string {
  let text = '';
  for (const c of name.normalize('NFKC')) if (kindOf[c.charCodeAt(0)] !== SILENT && c !== TATWEEL) text += c;
  return text.replace(/\u00a0/gu, ' ');
}

/** The names of a place without those that are known to be another's. */
export const withoutMistakes = (rules: NameRules, id: string, names: readonly string[]): string[] =>
  names.filter((name) => !rules.mistaken.get(id)?.includes(placeKey(name)));

/** True for a name that running text also uses for other things. */
export function isOrdinary(rules: NameRules, name: string): boolean {
  const words = name.split(' ');
  if (words.length === 1 && placeKey(name).length < 3) return true;
  return words.every((word) => rules.ordinary.has(placeKey(word)) || placeKey(word).length < 3);
}
