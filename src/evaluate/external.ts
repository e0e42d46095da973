/** Scores numbers, times and the cutting of words on other projects' test material, which stays outside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadData } from '../engine/load.ts';
import { type Doc, makeDoc } from '../extract/doc.ts';
import { Forms } from '../extract/forms.ts';
import { readNumbers } from '../extract/numbers.ts';
import { readQuantities } from '../extract/quantities.ts';
import { type DateNode, readTimes, resolveTimes } from '../extract/times.ts';
import { arabic } from '../languages/ar/pack.ts';
import { parseBlocks } from '../lexicon/blocks.ts';
import { buildLexicon } from '../lexicon/lexicon.ts';
import { partsOf, segment } from '../lexicon/segment.ts';
import { loadGazetteer } from '../link/places.ts';
import type { Node } from '../rules/node.ts';
import { looseKey, strictKey } from '../text/fold.ts';

export type Tally = { name: string; right: number; total: number; aim: number; misses: string[] };
export type Reader = (
  text: string,
  published?: string | null,
  direction?: 'past' | 'future',
) => { doc: Doc; numbers: Node<any>[]; quantities: Node<any>[]; dates: DateNode[] };
/** File → reason → positions in the file that are not counted. */
export type Exclusions = Record<string, Record<string, number[]>>;

/** Reads numbers, times and quantities with the words of the language and nothing else of the engine. */
export function makeReader(): Reader {
  const blocks = loadData().words.flatMap(({ file, text }) => parseBlocks(file, text));
  const forms = new Forms(buildLexicon(blocks, arabic.inflect));
  return (text, published = null, direction = 'past') => {
    const doc = makeDoc(text, forms);
    const numbers = readNumbers(doc);
    readTimes(doc, arabic.timeRules);
    const quantities = readQuantities(doc, arabic.quantityRules);
    return { doc, numbers, quantities, dates: resolveTimes(doc, published, direction) };
  };
}

/** Folder of the foreign material, or null. */
export function externalFolder(): string | null {
  const folder = fileURLToPath(new URL('../../../shared/eval/external/', import.meta.url));
  return existsSync(folder) ? folder : null;
}

type DucklingRow = { text: string; expect: string };
const REFERENCE = '2013-02-12T04:30';

export function scoreDuckling(folder: string, reader: Reader): Tally[] {
  const file = JSON.parse(readFileSync(`${folder}duckling/duckling_ar.json`, 'utf8')) as Record<string, { rows: DucklingRow[] }>;
  const rows = (kind: string): DucklingRow[] => file[`Duckling_${kind}_AR_Corpus.hs`].rows;
  const valued = (kinds: string[]) => (row: DucklingRow) => {
    const wanted = Number(/-?\d+(?:\.\d+)?/.exec(row.expect)?.[0]);
    const { doc, numbers } = reader(row.text);
    return numbers.some((n) => kinds.includes(n.kind) && n.start === 0 && n.end === doc.length && near(n.value.value, wanted));
  };
  const dated = rows('Time').filter((row) => / (Day|Week|Month|Year)\b/.test(row.expect));
  const calendar = dated.filter((row) => !row.expect.includes('Holiday'));
  const holidays = dated.filter((row) => row.expect.includes('Holiday'));
  return [
    tally('Duckling numerals', 163, rows('Numeral'), (row) => row.text, valued(['number', 'negative', 'share'])),
    tally('Duckling ordinals', 30, rows('Ordinal'), (row) => row.text, valued(['ordinal'])),
    tally(
      'Duckling calendar times',
      110,
      calendar,
      (row) => row.text,
      (row) => timeFits(row, reader),
    ),
    // the reckoned Muslim calendar may differ by a day from the sighted one
    tally(
      'Duckling feasts',
      7,
      holidays,
      (row) => row.text,
      (row) => timeFits(row, reader),
    ),
  ];
}

function timeFits(row: DucklingRow, reader: Reader): boolean {
  const days = [...row.expect.matchAll(/\((\d{4}), (\d+), (\d+),/g)].map(
    ([, y, m, d]) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  );
  const grain = / (Day|Week|Month|Year)\b/.exec(row.expect)![1].toLowerCase();
  const { dates } = reader(row.text, REFERENCE, 'future');
  return dates.some(({ value }) => {
    if (value.begin !== days[0]) return false;
    if (days.length > 1) return dayAfter(value.end) === days[1];
    return grain === 'day' || value.grain === grain;
  });
}

const dayAfter = (day: string | null): string | null =>
  day === null ? null : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

type Spec = { Input: string; Results: { Text: string; TypeName?: string; Resolution?: { value?: string } }[] };

export function scoreRecognizers(folder: string, reader: Reader, exclusions: Exclusions): Tally[] {
  const specs = (name: string): { spec: Spec; index: number }[] => {
    const left = new Set(Object.values(exclusions[name] ?? {}).flat());
    const all = JSON.parse(readFileSync(`${folder}recognizers/${name}.json`, 'utf8')) as Spec[];
    return all.map((spec, index) => ({ spec, index })).filter(({ index }) => !left.has(index));
  };
  const number = specs('NumberModel');
  const range = specs('NumberRangeModel');
  const label = ({ spec, index }: { spec: Spec; index: number }): string => `${index} ${spec.Input}`;
  return [
    tally('Recognizers numbers', Math.ceil(number.length * 0.95), number, label, ({ spec }) => numbersFit(spec, reader)),
    tally('Recognizers number ranges', Math.ceil(range.length * 0.95), range, label, ({ spec }) => rangesFit(spec, reader)),
  ];
}

/** The same values in the same order. */
function numbersFit(spec: Spec, reader: Reader): boolean {
  const found = outermost(reader(spec.Input).numbers.filter((n) => ['number', 'negative', 'share', 'percent'].includes(n.kind)));
  return (
    found.length === spec.Results.length &&
    spec.Results.every((result, i) => near(found[i].value.value, Number(result.Resolution?.value)))
  );
}

function outermost(nodes: Node<any>[]): Node<any>[] {
  return nodes
    .filter((n) => !nodes.some((m) => m !== n && m.start <= n.start && m.end >= n.end && m.end - m.start > n.end - n.start))
    .sort((a, b) => a.start - b.start);
}

function rangesFit(spec: Spec, reader: Reader): boolean {
  const found = reader(spec.Input).quantities;
  const wanted = spec.Results.filter((result) => result.Resolution?.value !== undefined);
  if (!wanted.every((result) => found.some((q) => intervalFits(result.Resolution!.value!, q.value)))) return false;
  return (
    found.filter((q) => q.value.mod !== 'exact' && q.value.mod !== 'zero' && q.value.mod !== 'about').length <= wanted.length
  );
}

/** "[20,30)" is between 20 and 30 with both ends in words; "(10,)" more than ten. */
function intervalFits(text: string, { low, high }: { low: number; high: number | null }): boolean {
  const m = /^([[(])(-?[\d.]*),(-?[\d.]*)([\])])$/.exec(text);
  if (m === null) return false;
  const [, opens, from, to, closes] = m;
  const lowFits = from === '' ? low === 0 : opens === '[' ? low === Number(from) : low === Number(from) + 1;
  const highFits =
    to === '' ? high === null : high !== null && (high === Number(to) || (closes === ')' && high === Number(to) - 1));
  return lowFits && highFits;
}

/** Numbers written out by another program, read back. */
export function scoreRoundTrip(reader: Reader, write: (value: number, gender: 'masculine' | 'feminine') => string): Tally[] {
  const values = Array.from({ length: 10_000 }, (_, value) => value);
  return (['masculine', 'feminine'] as const).map((gender) =>
    tally(`n2words 0 to 9,999, ${gender}`, 10_000, values, String, (value) => {
      const { doc, numbers } = reader(write(value, gender));
      return numbers.some((n) => n.kind === 'number' && n.start === 0 && n.end === doc.length && n.value.value === value);
    }),
  );
}

/** A word of the treebank is the run of its parts that no space divides; it is right when every part is. */
export function scoreSegmentation(folder: string): Tally {
  const data = loadData();
  const lexicon = buildLexicon(
    data.words.flatMap(({ file, text }) => parseBlocks(file, text)),
    arabic.inflect,
  );
  const { isName } = loadGazetteer(data.places);
  const words = treebankWords(readFileSync(`${folder}pud/ar_pud-ud-test.conllu`, 'utf8'));
  const cut = (word: string): string => {
    let at = 0;
    const parts = partsOf(word.length, segment(lexicon, looseKey(word), strictKey(word), isName));
    return parts.map((length) => word.slice(at, (at += length))).join('+');
  };
  const aim = Math.ceil(words.length * 0.98);
  return tally(
    'PUD words cut',
    aim,
    words,
    (parts) => `${parts.join('+')} > ${cut(parts.join(''))}`,
    (parts) => cut(parts.join('')) === parts.join('+'),
  );
}

const marks = /[\u064b-\u0652\u0640\u0670]/g;
const isArabic = (text: string): boolean => /^[\u0621-\u0652\u0670\u0671\u0640]+$/.test(text);

function treebankWords(text: string): string[][] {
  const words: string[][] = [];
  let parts: string[] = [];
  const close = (): void => {
    if (parts.length > 0) words.push(parts);
    parts = [];
  };
  for (const line of text.split('\n')) {
    const [id, form, , pos, , , , , , misc] = line.split('\t');
    if (form === undefined || !/^\d+$/.test(id)) {
      if (line === '') close();
      continue;
    }
    if (pos === 'PUNCT' || !isArabic(form)) close();
    else {
      const letters = form.replace(marks, '');
      if (letters !== '') parts.push(letters);
      if (!misc.includes('SpaceAfter=No')) close();
    }
  }
  close();
  return words;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-9);

function tally<T>(name: string, aim: number, cases: readonly T[], label: (item: T) => string, fits: (item: T) => boolean): Tally {
  const misses: string[] = [];
  for (const item of cases) if (!fits(item)) misses.push(label(item));
  return { name, right: cases.length - misses.length, total: cases.length, aim, misses };
}
