/** A correction as a person gives it, made whole: its words looked up in the registries and the gazetteer, its numbers checked. */
import { z } from 'zod';
import { gregorianOf } from '../claim/calendar.ts';
import { type ClaimEdit, figureIndexes } from '../claim/edit.ts';
import type { Claim, ResolvedPlace } from '../claim/reading.ts';
import { EVENT_TYPES, MODS, OUTCOMES, REALITIES, STANCES, WHOS } from '../claim/vocabulary.ts';
import type { Engine } from '../engine/index.ts';
import type { Named } from '../engine/named.ts';
import { fold } from '../reconcile/fold.ts';
import { placeWords } from '../reconcile/words.ts';
import { ReviewError } from './review-error.ts';

/** What names are looked up in. */
export type EditHelp = {
  entityOf: (name: string) => string | null;
  placeOf: (name: string, country: string | null) => ResolvedPlace | null;
};
/** The claim as it was read, what stands about it, and the text around it. */
export type EditedClaim = { asRead: Claim; edits: readonly ClaimEdit[]; now: Claim; text: string };

const span = z
  .object({ start: z.number().int().min(0), end: z.number().int().min(1) })
  .refine(({ start, end }) => start < end, 'is empty or reversed')
  .nullish();
const words = z.string().max(500);
const people = z.number().int().min(0).max(100_000_000);
const input = z.discriminatedUnion('field', [
  z.object({ field: z.literal('type'), value: z.enum(EVENT_TYPES) }),
  z.object({ field: z.literal('stance'), value: z.enum(STANCES) }),
  z.object({ field: z.literal('reality'), value: z.enum(REALITIES) }),
  z.object({ field: z.literal('content'), span: span.unwrap().unwrap() }),
  z.object({ field: z.enum(['source', 'actor', 'recipient']), text: words, span, entity: z.string().max(200).nullish() }),
  z.object({
    field: z.literal('place'),
    text: words,
    span,
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
  }),
  z.object({
    field: z.literal('time'),
    begin: z.string().max(10).nullable(),
    end: z.string().max(10).nullish(),
    /** Of the days that are given; those that are kept are Gregorian. */
    calendar: z.enum(['gregorian', 'hijri']).default('gregorian'),
    span,
  }),
  z.object({
    field: z.literal('figure'),
    /** Place of the figure in the claim as it stands; none adds one. */
    figure: z.number().int().min(0).nullish(),
    isRemoved: z.boolean().default(false),
    low: people.optional(),
    high: people.nullish(),
    mod: z.enum(MODS).optional(),
    outcome: z.enum(OUTCOMES).optional(),
    who: z.enum(WHOS).optional(),
    text: words.default(''),
    span,
  }),
]);

/** @throws ReviewError where a field is missing or says what cannot be */
export function claimEdit(claim: EditedClaim, given: unknown, help: EditHelp): ClaimEdit {
  const parsed = input.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ReviewError('wrong', `${issue.path.join('.') || 'the correction'}: ${issue.message}`);
  }
  const edit = parsed.data;
  if ('span' in edit && edit.span && edit.span.end > claim.text.length)
    throw new ReviewError('wrong', 'the words lie outside the text of the report');
  switch (edit.field) {
    case 'source':
    case 'actor':
    case 'recipient': {
      const text = edit.text.trim();
      return {
        field: edit.field,
        text,
        span: edit.span ?? null,
        entity: edit.entity ?? (text === '' ? null : help.entityOf(text)),
      };
    }
    case 'place':
      return placeEdit(edit, claim, help);
    case 'time': {
      const [begin, end] = [edit.begin, edit.end ?? null].map((given) => dayOf(given, edit.calendar));
      if (begin !== null && end !== null && end < begin) throw new ReviewError('wrong', 'the last day is before the first');
      return { field: 'time', begin, end: end ?? begin, span: edit.span ?? null };
    }
    case 'figure':
      return figureEdit(edit, claim);
    default:
      return edit;
  }
}

/** The Gregorian day; Hijri days are those of the tabular calendar, as in reports. */
function dayOf(given: string | null, calendar: 'gregorian' | 'hijri'): string | null {
  if (given === null) return null;
  const day = calendar === 'hijri' ? gregorianOf(given) : z.iso.date().safeParse(given).success ? given : null;
  if (day === null) throw new ReviewError('wrong', `${given} is no ${calendar === 'hijri' ? 'Hijri day' : 'day'}`);
  return day;
}

type Input<F extends string> = Extract<z.infer<typeof input>, { field: F }>;

function placeEdit(
  { text: given, span: at, lat, lon }: Input<'place'>,
  { now, text: report }: EditedClaim,
  help: EditHelp,
): ClaimEdit {
  if ((lat === undefined) !== (lon === undefined)) throw new ReviewError('wrong', 'give both lat and lon, or neither');
  const text = given.trim();
  const before = now.event.places.find((place) => place.role === 'at');
  if (lat !== undefined && lon !== undefined) {
    const admin = before?.resolved?.admin.slice(0, 1) ?? [];
    const point: ResolvedPlace = { id: null, lat, lon, precision: 'exact', radiusKm: 1, admin, candidates: 1 };
    return { field: 'place', text: text || (before?.name ?? `${lat}, ${lon}`), span: at ?? null, resolved: point };
  }
  const country = now.event.places.flatMap((place) => place.resolved?.admin[0] ?? [])[0] ?? null;
  return { field: 'place', text, span: at ?? spanOf(report, text), resolved: text === '' ? null : help.placeOf(text, country) };
}

/** Where these very words stand in the report, when they stand there once. */
function spanOf(report: string, text: string): { start: number; end: number } | null {
  const start = text === '' ? -1 : report.indexOf(text);
  return start < 0 || report.indexOf(text, start + 1) >= 0 ? null : { start, end: start + text.length };
}

function figureEdit(edit: Input<'figure'>, { asRead, edits, now }: EditedClaim): ClaimEdit {
  const { figure: at = null, isRemoved, text, span: words = null } = edit;
  const known = at === null ? null : now.event.figures[at];
  if (known === undefined) throw new ReviewError('wrong', `the claim has no figure ${at}`);
  if (known === null && isRemoved) throw new ReviewError('wrong', 'name the figure that is to be removed');
  const low = edit.low ?? known?.low;
  if (low === undefined) throw new ReviewError('wrong', 'low: say how many');
  const isMoved = edit.low !== undefined || edit.high !== undefined;
  const high = edit.high !== undefined ? edit.high : isMoved ? low : (known?.high ?? low);
  if (high !== null && high < low) throw new ReviewError('wrong', 'high: is less than low');
  const mod = edit.mod ?? (isMoved || !known ? modOf(low, high) : known.mod);
  const index = at === null ? null : figureIndexes(asRead, edits)[at];
  const outcome = edit.outcome ?? known?.outcome ?? 'killed';
  const who = edit.who ?? known?.who ?? 'unknown';
  return { field: 'figure', index, isRemoved, low, high, mod, outcome, who, text, span: words };
}

const modOf = (low: number, high: number | null) =>
  high === null ? 'at-least' : low !== high ? 'range' : low === 0 ? 'zero' : 'exact';

/** Looks names up in the registries and the gazetteer of the package. */
export function editHelp(named: () => readonly Named[], engine: () => Pick<Engine, 'placeNamed'>): EditHelp {
  let entities: Map<string, string> | null = null;
  const byName = (): Map<string, string> => {
    if (entities) return entities;
    entities = new Map();
    for (const { id, ar, en, aliases, loaded } of named()) {
      entities.set(id, id);
      for (const name of [ar, en, ...aliases, ...loaded.map((one) => one.words)])
        if (!entities.has(fold(name))) entities.set(fold(name), id);
    }
    return entities;
  };
  return {
    entityOf: (name) => byName().get(name) ?? byName().get(fold(name)) ?? null,
    placeOf: (name, country) => engine().placeNamed(placeWords(name), country),
  };
}
