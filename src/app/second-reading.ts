/** Second readings: a claim is shown without what the first reader found; what the second one finds is kept in the journal beside it, and changes nothing by itself. */
import { z } from 'zod';
import type { Claim } from '../claim/reading.ts';
import type { KeyedName, ReadValues, SecondReading } from '../claim/second-reading.ts';
import { EVENT_TYPES, OUTCOMES, STANCES, WHOS } from '../claim/vocabulary.ts';
import { type BlindRow, blindRows, claimToEdit, decisionsAbout, type Ledger, recordDecision } from '../ledger/index.ts';
import { fold } from '../reconcile/fold.ts';
import type { EditHelp } from './claim-edit.ts';
import type { By } from './review.ts';
import { ReviewError } from './review-error.ts';

/** Only words and where they stand. `context`: the text around, with `content` and `trigger` counted from its beginning. */
export type BlindClaim = {
  key: string;
  outlet: string | null;
  published: string | null;
  context: string;
  content: { start: number; end: number };
  /** The word that says what happened: one sentence may tell of several things. */
  trigger: { start: number; end: number };
};

const name = z.string().max(500).default('');
const day = z.iso.date().nullable().default(null);
const people = z.number().int().min(0).max(100_000_000);
const given = z.object({
  isNone: z.boolean().default(false),
  type: z.enum(EVENT_TYPES).nullable().default(null),
  stance: z.enum(STANCES).nullable().default(null),
  source: name,
  actor: name,
  recipient: name,
  place: name,
  begin: day,
  end: day,
  figures: z
    .array(z.object({ outcome: z.enum(OUTCOMES), who: z.enum(WHOS), low: people, high: people.nullable() }))
    .max(50)
    .default([]),
});

const NOTHING: ReadValues = {
  isNone: true,
  type: null,
  stance: null,
  source: null,
  actor: [],
  recipient: [],
  place: null,
  begin: null,
  end: null,
  figures: [],
};

/** Claims that others have decided on and this person has not, without any value of theirs. `after`: the last decision of the page before. */
export async function blindClaims(
  ledger: Ledger,
  caseId: number,
  who: string,
  limit: number,
  after: number | null,
): Promise<{ items: BlindClaim[]; total: number; next: number | null }> {
  const { rows, total, next } = await blindRows(ledger.read, caseId, who, limit, after);
  const items: BlindClaim[] = [];
  for (const row of rows) {
    const known = await claimToEdit(ledger.read, row.claim);
    // the claim of an earlier reading that is no longer there
    if (known) items.push(blind(row, known.asRead, known.text));
  }
  return { items, total, next };
}

/** Signs before and after the claim; a line is not cut. */
const AROUND = 1500;

function blind({ claim: key, outlet, published }: BlindRow, { content, event: { trigger } }: Claim, text: string): BlindClaim {
  const first = Math.min(content.start, trigger.start);
  const last = Math.max(content.end, trigger.end);
  const start = first <= AROUND ? 0 : text.lastIndexOf('\n', first - AROUND) + 1;
  const line = text.indexOf('\n', last + AROUND);
  const context = text.slice(start, line < 0 ? text.length : line);
  const moved = (span: { start: number; end: number }) => ({ start: span.start - start, end: span.end - start });
  return { key, outlet, published, context, content: moved(content), trigger: moved(trigger) };
}

/** Keeps what a second person read. @throws ReviewError where a value cannot be, or the person has seen the first reading already */
export async function readSecond(ledger: Ledger, claim: string, values: unknown, by: By, help: EditHelp): Promise<number> {
  const known = await claimToEdit(ledger.read, claim);
  if (known === null) throw new ReviewError('missing', `there is no claim ${claim}`);
  const decided = (await decisionsAbout(ledger.read, claim)).filter(({ kind }) => kind !== 'undo');
  // a decision that was taken back has been made all the same: the first reading was seen
  if (decided.some(({ who }) => who === by.who))
    throw new ReviewError('wrong', `${by.who} has decided on this claim before: another person reads it a second time`);
  const parsed = given.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ReviewError('wrong', `${issue.path.join('.') || 'the reading'}: ${issue.message}`);
  }
  const standing = decided.filter(({ undone, kind }) => !undone && kind !== 'second');
  // the newest verdict comes first
  const isRejected = standing[0]?.kind === 'reject';
  const reading: SecondReading = {
    values: valuesGiven(parsed.data, known.now, help),
    first: isRejected ? NOTHING : valuesOf(known.now),
    firstBy: [...new Set(standing.map(({ who }) => who))].sort(),
  };
  return await recordDecision(ledger, { kind: 'second', target: claim, payload: reading, ...by });
}

function valuesGiven(values: z.infer<typeof given>, now: Claim, help: EditHelp): ReadValues {
  if (values.isNone) return NOTHING;
  const { type, stance, begin, end, figures } = values;
  if (begin !== null && end !== null && end < begin) throw new ReviewError('wrong', 'the last day is before the first');
  const reversed = figures.find(({ low, high }) => high !== null && high < low);
  if (reversed) throw new ReviewError('wrong', `figures: ${reversed.high} is less than ${reversed.low}`);
  const named = (text: string): KeyedName | null =>
    text.trim() === '' ? null : { text: text.trim(), key: help.entityOf(text.trim()) ?? fold(text) };
  const country = now.event.places.flatMap((place) => place.resolved?.admin[0] ?? [])[0] ?? null;
  const place = values.place.trim();
  return {
    isNone: false,
    type,
    stance,
    source: named(values.source),
    actor: [named(values.actor)].filter((one) => one !== null),
    recipient: [named(values.recipient)].filter((one) => one !== null),
    place: place === '' ? null : { text: place, key: help.placeOf(place, country)?.id ?? fold(place) },
    begin,
    end: end ?? begin,
    figures,
  };
}

/** A claim as it stands, in the terms of a second reader. */
export function valuesOf({ attribution, stance, event }: Claim): ReadValues {
  const named = ({ name, entity }: { name: string; entity: string | null }): KeyedName => ({
    text: name,
    key: entity ?? fold(name),
  });
  const source = attribution.at(-1);
  const at = event.places.find(({ role }) => role === 'at');
  return {
    isNone: false,
    type: event.type,
    stance,
    source: source ? named(source) : null,
    actor: event.actor.map(named),
    recipient: event.recipient.map(named),
    place: at ? { text: at.name, key: at.resolved?.id ?? fold(at.name) } : null,
    begin: event.time?.begin ?? null,
    end: event.time?.end ?? event.time?.begin ?? null,
    figures: event.figures.map(({ outcome, who, low, high }) => ({ outcome, who, low, high })),
  };
}
