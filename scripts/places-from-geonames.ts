/**
 * Writes data/places/<country>.tsv from a table of places or from an official GeoNames country file.
 *
 *     node scripts/places-from-geonames.ts places.tsv [more.tsv] [--borders admin2.topo.json --borders admin1.topo.json]
 *     node scripts/places-from-geonames.ts --geonames AF.txt [--alternate alternateNamesV2-AF.txt]
 *
 * Country files come from https://download.geonames.org/export/dump/ (CC BY 4.0). Rows of OpenStreetMap go to files of their own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nameKey } from '../src/link/place-key.ts';
import { loadBorders } from './places-admin.ts';
import { cleanNames, isOrdinary, loadNameRules, type NameRules, withoutMistakes } from './places-clean.ts';
import { mergePlaces, type Place } from './places-merge.ts';
import { fromGeoNames, fromTable, type SourcePlace } from './places-source.ts';

export const HEADER = 'ar\taliases\ten\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\trank\tid';
const data = fileURLToPath(new URL('../data/', import.meta.url));

const populations = [1_000_000, 300_000, 100_000, 30_000, 10_000, 3000, 500, 50];

function rankOf(place: SourcePlace, kind: string, chief: number): number {
  const step = populations.findIndex((least) => place.population >= least);
  const bySize = step < 0 ? 0 : 8 - step;
  const byKind = kind === 'country' ? 9 : kind === 'admin1' ? 7 : kind === 'admin2' ? 4 : kind === 'admin3' ? 3 : 0;
  return Math.max(kind.startsWith('admin') ? Math.min(bySize, byKind + 1) : bySize, byKind, chief);
}

function kindOf(place: SourcePlace, said: string): string {
  if (place.kind !== '' && !(place.kind === 'quarter' && said.startsWith('admin'))) return place.kind;
  if (said !== '' && said !== 'area') return said;
  return place.population >= 50_000 ? 'city' : place.population >= 5000 ? 'town' : 'village';
}

/** 5 for the chief town of a district, 4 of a subdistrict, 0 for any other place. */
function chiefRank(names: readonly string[], within: readonly string[], rules: NameRules): number {
  const own = new Set(names.map(nameKey));
  const bears = (area: string): boolean =>
    cleanNames(rules, [area, area.split(' ').slice(1).join(' ')]).names.some((name) => own.has(nameKey(name)));
  if (within.length === 0) return 0;
  return bears(within[within.length - 1]) ? 5 : bears(within[0]) ? 4 : 0;
}

/** The Latin name without remarks; '' when the source has none. */
function latin(name: string): string {
  const bare = name.replace(/\(.*$/u, '').trim();
  return /^[\p{Script=Latin}\p{M}\d\s'`\u2019\u2018.,-]+$/u.test(bare) ? bare : '';
}

function tidy(source: readonly SourcePlace[], rules: NameRules, borders: ReturnType<typeof loadBorders>): Place[] {
  const places: Place[] = [];
  for (const row of source) {
    const { names, kind: said } = cleanNames(rules, row.names);
    if (names.length === 0) continue;
    const chief = row.kind === '' ? chiefRank(names, row.within, rules) : 0;
    const area = borders.find(row.country, row.lat, row.lon);
    const kind = kindOf(row, said);
    const own = cleanNames(rules, [row.admin1.replace(/^.* [-:] /u, '')]).names[0] ?? '';
    places.push({
      ...row,
      en: latin(row.en),
      kind: chief > 0 && kind === 'village' ? (chief > 4 ? 'city' : 'town') : kind,
      names,
      rank: rankOf(row, kind, chief),
      admin1: kind === 'country' ? '' : cleanNames(rules, [area?.admin1 ?? '']).names[0] || own,
      admin2: kind === 'country' || kind === 'admin1' ? '' : cleanNames(rules, [area?.admin2 || row.admin2]).names[0] || '',
    });
  }
  return places;
}

function lineOf(place: Place, rules: NameRules): string {
  const names = withoutMistakes(rules, place.id, place.names);
  const [ar, ...aliases] = names.map((name) => (place.rank < 3 && isOrdinary(rules, name) ? `~${name}` : name));
  const point = [place.lat, place.lon].map((degrees) => String(Math.round(degrees * 1e4) / 1e4));
  return [
    ar,
    aliases.join('|'),
    place.en,
    place.kind,
    place.country,
    place.admin1,
    place.admin2,
    ...point,
    place.rank,
    place.id,
  ].join('\t');
}

function write(name: string, places: readonly Place[], rules: NameRules): void {
  const sorted = [...places].sort((a, b) => a.admin1.localeCompare(b.admin1, 'ar') || b.rank - a.rank || (a.id < b.id ? -1 : 1));
  const text = `${[HEADER, ...sorted.map((place) => lineOf(place, rules))].join('\n')}\n`;
  writeFileSync(`${data}places/${name}.tsv`, text);
  console.log(`${name}.tsv ${places.length} places, ${Math.round(Buffer.byteLength(text) / 1024)} KB`);
}

/** Countries of data/places/country-points.txt with their Arabic names. */
function writeWorld(rules: NameRules): void {
  const ar = new Intl.DisplayNames('ar', { type: 'region' });
  const en = new Intl.DisplayNames('en', { type: 'region' });
  const countries: Place[] = [];
  for (const line of readFileSync(`${data}places/country-points.txt`, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [country, lat, lon, aliases = ''] = line.split('\t');
    const { names } = cleanNames({ ...rules, classes: new Map() }, [ar.of(country) ?? '', ...aliases.split('|')]);
    const rest = { kind: 'country', admin1: '', admin2: '', rank: 9, precision: 0, openStreetMap: false };
    countries.push({ ...rest, id: `country${country}`, country, names, en: en.of(country) ?? '', lat: +lat, lon: +lon });
  }
  write('world', countries, rules);
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { borders: { type: 'string', multiple: true }, geonames: { type: 'string' }, alternate: { type: 'string' } },
  });
  const rules = loadNameRules(data);
  const borders = loadBorders(values.borders ?? []);
  const sources = positionals.flatMap((path) => fromTable(readFileSync(path, 'utf8')));
  if (values.geonames !== undefined) {
    const alternate = values.alternate === undefined ? null : readFileSync(values.alternate, 'utf8');
    sources.push(...fromGeoNames(readFileSync(values.geonames, 'utf8'), alternate));
  }
  const places = mergePlaces(
    tidy(
      sources.filter((place) => place.kind !== 'country'),
      rules,
      borders,
    ),
  );
  for (const country of new Set(places.map((place) => place.country))) {
    const own = places.filter((place) => place.country === country);
    write(
      country.toLowerCase(),
      own.filter((place) => !place.openStreetMap),
      rules,
    );
    const shared = own.filter((place) => place.openStreetMap);
    if (shared.length > 0) write(`${country.toLowerCase()}-osm`, shared, rules);
  }
  writeWorld(rules);
}

main();
