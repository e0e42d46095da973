/** Names and numbers of countries by their ISO code, for tables that want them. */

/** ISO 3166-1 numeric. */
const NUMBERS: Record<string, number> = {
  AE: 784,
  AF: 4,
  AM: 51,
  AZ: 31,
  BH: 48,
  CD: 180,
  CF: 140,
  CN: 156,
  CY: 196,
  DJ: 262,
  DZ: 12,
  EG: 818,
  ER: 232,
  ET: 231,
  FR: 250,
  GB: 826,
  GE: 268,
  GR: 300,
  IL: 376,
  IN: 356,
  IQ: 368,
  IR: 364,
  JO: 400,
  KE: 404,
  KW: 414,
  LB: 422,
  LY: 434,
  MA: 504,
  ML: 466,
  MR: 478,
  NE: 562,
  NG: 566,
  OM: 512,
  PK: 586,
  PS: 275,
  QA: 634,
  RU: 643,
  SA: 682,
  SD: 729,
  SO: 706,
  SS: 728,
  SY: 760,
  TD: 148,
  TN: 788,
  TR: 792,
  UA: 804,
  US: 840,
  YE: 887,
};
const names = { en: new Intl.DisplayNames(['en'], { type: 'region' }), ar: new Intl.DisplayNames(['ar'], { type: 'region' }) };

export function countryNumber(code: string | undefined): number | null {
  return code === undefined ? null : (NUMBERS[code] ?? null);
}

export function countryName(code: string | undefined, lang: 'en' | 'ar' = 'en'): string | null {
  if (code === undefined || !/^[A-Z]{2}$/u.test(code)) return null;
  return names[lang].of(code) ?? null;
}
