/** Reads `data/pages/` and the months of `data/<language>/times.yml`: the words that importers know. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseBlocks, type Value } from '../../lexicon/blocks.ts';
import { wordKeys } from '../../text/fold.ts';
import type { PageWords } from './format.ts';

const EVERY_MONTH = 'january february march april may june july august september october november december'.split(' ');

/** A phrase as it is compared: folded words with single spaces. */
export const phraseKey = (text: string): string => wordKeys(text).join(' ');

function folder(): string {
  for (const relative of ['../../../data/', '../../data/', '../data/', './data/']) {
    const path = fileURLToPath(new URL(relative, import.meta.url));
    if (existsSync(`${path}pages/ar.yml`)) return path;
  }
  throw new Error('the folder data/ was not found beside the program: reinstall isnad');
}

let loaded: PageWords | null = null;

export function pageWords(): PageWords {
  loaded ??= load(folder());
  return loaded;
}

function load(data: string): PageWords {
  const classes = new Map<string, string[]>();
  const columns = new Map<string, string>();
  for (const name of readdirSync(`${data}pages`)) {
    for (const { kind, fields } of parseBlocks(`data/pages/${name}`, readFileSync(`${data}pages/${name}`, 'utf8'))) {
      const phrases = [fields.get(kind), ...listOf(fields.get('forms'))].map((phrase) => phraseKey(String(phrase)));
      if (kind === 'column') for (const phrase of phrases) columns.set(phrase, String(fields.get(kind)));
      else classes.set(kind, [...(classes.get(kind) ?? []), ...phrases]);
    }
  }
  const of = (kind: string) => [...new Set(classes.get(kind) ?? [])].sort((a, b) => b.length - a.length);
  return {
    leads: of('lead'),
    sections: of('section'),
    labels: of('label'),
    notices: of('notice'),
    published: of('published'),
    updated: of('updated'),
    by: of('by'),
    months: months(data),
    columns,
  };
}

function months(data: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [i, month] of EVERY_MONTH.entries()) found.set(month, i + 1).set(month.slice(0, 3), i + 1);
  found.set('sept', 9);
  const file = `${data}ar/times.yml`;
  for (const { kind, fields } of parseBlocks('data/ar/times.yml', readFileSync(file, 'utf8'))) {
    if (kind !== 'month' || fields.has('calendar')) continue;
    for (const phrase of [fields.get('month'), ...listOf(fields.get('forms'))]) {
      const key = phraseKey(String(phrase));
      if (!found.has(key)) found.set(key, Number(fields.get('value')));
    }
  }
  return found;
}

const listOf = (value: Value | undefined): string[] => (Array.isArray(value) ? value : []);
