/** The public, pure API of the engine: `createEngine().read(report)`. */
import { hash } from 'node:crypto';
import { READING_FORMAT, type Reading, type Report, type ResolvedPlace } from '../claim/reading.ts';
import { Forms } from '../extract/forms.ts';
import type { Means, Worked } from '../extract/pipeline.ts';
import { type Named, readReport, readTogether } from '../extract/together.ts';
import { arabic } from '../languages/ar/pack.ts';
import { openGazetteer } from '../link/places.ts';
import { cacheFolder } from './cache-folder.ts';
import { compile } from './compile.ts';
import { compiled } from './compiled-cache.ts';
import { gazetteerFor, placeFinder, resolverFor } from './gazetteer.ts';
import { type EngineData, loadData } from './load.ts';
import { countryIn, outletIdIn } from './registries.ts';

export const ENGINE_VERSION = 'isnad 0.1.0';

export type Engine = {
  /** Name and version of the engine, part of every reading. */
  version: string;
  /** SHA-256 over the data the engine was built from. */
  dataHash: string;
  /** Reads one report. Never throws on text, whatever it holds. */
  read: (report: Report) => Reading;
  /** Reads many reports, in their order and each as if it were alone, in a quarter less time than one by one. A few are asked for ahead of what was taken. */
  readMany: (reports: Iterable<Report>) => Generator<Reading, void, void>;
  /** Reads one report and keeps every intermediate layer, for explanations. */
  explain: (report: Report) => { reading: Reading; worked: Worked };
  /** A place by the words of its name, innermost first, in a country if it is known; null when the gazetteer has none of them. */
  placeNamed: (words: readonly string[], country: string | null) => ResolvedPlace | null;
};

/** A report as it was given, and as it is read. */
type Given = Named & { given: Report; sha256: string };

/**
 * Builds an engine; keep it and read many reports with it. The first start compiles the data of the package in some tenths of a second and keeps what it made
 * (see {@link compiled}); the next ones take a few hundredths.
 * @param own words, registries and gazetteer; the ones of the package when left out
 * @throws DataError when a data file is faulty
 */
export function createEngine(own?: EngineData): Engine {
  const data = own ?? loadData();
  const { lexicon, places: index, outlets } = own === undefined ? compiled(data, cacheFolder(process.env)) : compile(data);
  const places = openGazetteer(data.places, index);
  const gazetteer = gazetteerFor(places);
  const means: Means = {
    forms: new Forms(lexicon, gazetteer.isName),
    gazetteer,
    quantityRules: arabic.quantityRules,
    timeRules: arabic.timeRules,
    resolver: resolverFor(places),
    countryOf: countryIn(outlets),
    outletId: outletIdIn(outlets),
    makeId: claimId,
  };
  /** The text is never empty; the id is what the ids of the claims are made from. */
  const named = (given: Report): Given => {
    const sha256 = sha(given.text);
    return {
      given,
      report: { ...given, text: given.text.length > 0 ? given.text : ' ' },
      id: given.id ?? `sha256:${sha256}`,
      sha256,
    };
  };
  const readingOf = ({ given: report, id, sha256 }: Given, { headline, claims, unread }: Worked): Reading => ({
    format: READING_FORMAT,
    engine: `${ENGINE_VERSION} data ${data.hash.slice(0, 12)}`,
    report: {
      id,
      outlet: report.outlet ?? null,
      publishedAt: report.published ?? null,
      language: arabic.language,
      headline,
      sha256,
      length: report.text.length,
    },
    claims,
    unread,
  });
  const run = (given: Report): { reading: Reading; worked: Worked } => {
    const of = named(given);
    const worked = readReport(of.report, of.id, means);
    return { reading: readingOf(of, worked), worked };
  };
  function* readMany(reports: Iterable<Report>): Generator<Reading, void, void> {
    const all = Iterator.from(reports).map(named);
    for (const [of, worked] of readTogether(all, means)) yield readingOf(of, worked);
  }
  return {
    version: ENGINE_VERSION,
    dataHash: data.hash,
    read: (report) => run(report).reading,
    readMany,
    explain: run,
    placeNamed: placeFinder(places),
  };
}

const sha = (text: string): string => hash('sha256', text);

/** Stable id of a claim: same report, same words, same rule. */
function claimId(
  report: string,
  content: { start: number; end: number },
  trigger: { start: number; end: number },
  rule: string,
): string {
  return sha(`${report}\0${content.start}\0${content.end}\0${trigger.start}\0${rule}`).slice(0, 16);
}
