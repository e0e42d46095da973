/** A place as a source file has it, before names are cleaned and rows of one place are merged. */
export type SourcePlace = {
  id: string;
  country: string;
  /** A kind of our own (see data/ar/places.yml) or '' for a settlement whose size is unknown. */
  kind: string;
  names: string[];
  en: string;
  lat: number;
  lon: number;
  admin1: string;
  admin2: string;
  population: number;
  /** Names of the subdistrict and district it lies in: the place that bears one of them is its chief town. */
  within: string[];
  /** Higher wins when two rows of one place disagree on the point. */
  precision: number;
  openStreetMap: boolean;
};

const kindOfWof: Record<string, string> = {
  locality: '',
  neighbourhood: 'quarter',
  'neighbourhood/poi': 'quarter',
  county: 'admin2',
  region: 'admin1',
  country: 'country',
  campus: 'airport',
  village: 'village',
  town: 'town',
  hamlet: 'village',
  city: 'city',
};

/** Rows of a table with the columns id, country, kind, ar (a|b), en, lat, lon, admin1_ar, admin1_en, population, geonames, pcode, source. */
export function fromTable(text: string): SourcePlace[] {
  const [head, ...lines] = text.split('\n');
  const column = new Map(head.split('\t').map((name, i) => [name, i]));
  const places: SourcePlace[] = [];
  for (const line of lines) {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[column.get(name) ?? -1] ?? '';
    const kind = kindOfWof[cell('kind')];
    if (kind === undefined || cell('lat') === '') continue;
    const pcode = cell('pcode');
    const village = cell('id').startsWith('sa:') && /^C\d/u.test(pcode);
    places.push({
      id: idOf(cell('geonames'), pcode, cell('id')),
      country: cell('country'),
      kind,
      names: cell('ar').split('|'),
      en:
        cell('en')
          .split(/ - | : /u)
          .at(cell('en').includes(' : ') ? -1 : 0) ?? '',
      lat: +cell('lat'),
      lon: +cell('lon'),
      admin1: cell('admin1_ar'),
      admin2: '',
      population: +cell('population') || 0,
      within: village ? cell('admin1_ar').split(' - ') : [],
      precision: village ? 2 : cell('source').startsWith('OCHA') ? 2 : cell('id').startsWith('sa:') ? 0 : 1,
      openStreetMap: cell('id').startsWith('osm:'),
    });
  }
  return places;
}

function idOf(geonames: string, pcode: string, own: string): string {
  if (geonames !== '') return `gn${geonames}`;
  return /^[CN]\d/u.test(pcode) ? `pc${pcode}` : own.replace(':', '');
}

/** GeoNames feature codes to kinds; settlements are told apart by population. Anything else is dropped. */
const kindOfFeature: Record<string, string> = {
  PPL: '',
  PPLA: 'city',
  PPLA2: 'town',
  PPLA3: 'town',
  PPLA4: '',
  PPLC: 'city',
  PPLL: 'village',
  PPLF: 'village',
  PPLS: '',
  PPLX: 'quarter',
  STLMT: 'village',
  ADM1: 'admin1',
  ADM2: 'admin2',
  ADM3: 'admin3',
  PCLI: 'country',
  CMP: 'camp',
  CMPRF: 'camp',
  MT: 'mountain',
  MTS: 'mountain',
  HLL: 'hill',
  STM: 'river',
  LK: 'lake',
  RSV: 'lake',
  DAM: 'dam',
  AIRP: 'airport',
  AIRB: 'base',
  AIRF: 'airport',
  INSM: 'base',
  OILF: 'field',
  ISL: 'island',
  PRT: 'port',
  RGN: 'region',
  DSRT: 'desert',
  PLN: 'plain',
  VAL: 'valley',
  BDG: 'bridge',
};

const ARABIC = /[\u0620-\u064a]/u;

/** An official country file of GeoNames (XX.txt); `alternate` is the text of alternateNamesV2 for the country, if there is one. */
export function fromGeoNames(dump: string, alternate: string | null): SourcePlace[] {
  const arabic = arabicNames(alternate);
  const rows = dump.split('\n').map((line) => line.split('\t'));
  const names = (row: string[]): string[] => {
    const listed = row[3].split(',').filter((name) => ARABIC.test(name));
    return [...new Set([...(arabic.get(row[0]) ?? []), ...listed])];
  };
  const admin = new Map<string, string>();
  for (const row of rows) if (row[7] === 'ADM1' || row[7] === 'ADM2') admin.set(adminCode(row), names(row)[0] ?? '');
  const places: SourcePlace[] = [];
  for (const row of rows) {
    const kind = kindOfFeature[row[7]];
    if (row.length < 15 || kind === undefined || names(row).length === 0) continue;
    places.push({
      id: `gn${row[0]}`,
      country: row[8],
      kind,
      names: names(row),
      en: row[2] || row[1],
      lat: +row[4],
      lon: +row[5],
      admin1: admin.get(row[10]) ?? '',
      admin2: admin.get(`${row[10]}.${row[11]}`) ?? '',
      population: +row[14] || 0,
      within: [],
      precision: 1,
      openStreetMap: false,
    });
  }
  return places;
}

function adminCode(row: string[]): string {
  return row[7] === 'ADM1' ? row[10] : `${row[10]}.${row[11]}`;
}

/** Arabic names by GeoNames id; the preferred one first, historic ones left out. */
function arabicNames(alternate: string | null): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of alternate?.split('\n') ?? []) {
    const [, id, language, name, preferred, , , historic] = line.split('\t');
    if (language !== 'ar' || historic === '1' || !ARABIC.test(name ?? '')) continue;
    const list = found.get(id) ?? [];
    if (preferred === '1') list.unshift(name);
    else list.push(name);
    found.set(id, list);
  }
  return found;
}
