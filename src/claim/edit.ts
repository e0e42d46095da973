/** What people decided about the claims of a reading: a correction of one field, and the reading that stands once rejections and corrections are applied. Pure. */
import type {
  Attribution,
  Claim,
  EventType,
  Figure,
  Mention,
  Mod,
  Outcome,
  PlaceMention,
  Reading,
  Reality,
  ResolvedPlace,
  Stance,
  Who,
} from './reading.ts';
import type { Span } from './span.ts';

/** One corrected field. `span`: the words that a person pointed at; null where nobody did. An empty `text` takes the value away. */
export type ClaimEdit =
  | { field: 'type'; value: EventType }
  | { field: 'stance'; value: Stance }
  | { field: 'reality'; value: Reality }
  | { field: 'content'; span: Span }
  | { field: 'source' | 'actor' | 'recipient'; text: string; span: Span | null; entity: string | null }
  | { field: 'place'; text: string; span: Span | null; resolved: ResolvedPlace | null }
  | { field: 'time'; begin: string | null; end: string | null; span: Span | null }
  | FigureEdit;

/**
 * `index`: among the figures as they were read, with those that people added after them; null adds one. Figures that were taken away keep their place in
 * this list, so that taking a removal back moves no other correction. `isRemoved`: the claim gives no such figure.
 */
export type FigureEdit = {
  field: 'figure';
  index: number | null;
  isRemoved: boolean;
  low: number;
  high: number | null;
  mod: Mod;
  outcome: Outcome;
  who: Who;
  text: string;
  span: Span | null;
};

export const EDIT_FIELDS: readonly ClaimEdit['field'][] = [
  'type',
  'stance',
  'reality',
  'content',
  'source',
  'actor',
  'recipient',
  'place',
  'time',
  'figure',
];

/** What stands about one claim: edits in the order in which they were made. */
export type Decided = { isRejected: boolean; edits: readonly ClaimEdit[] };

/** The reading without rejected claims and with corrected ones; ids of claims stay. The same reading where nothing was decided. */
export function decidedReading(reading: Reading, standing: ReadonlyMap<string, Decided>): Reading {
  if (standing.size === 0) return reading;
  const claims = reading.claims.flatMap((claim) => {
    const decided = standing.get(claim.id);
    if (!decided) return [claim];
    return decided.isRejected ? [] : [decidedClaim(claim, decided.edits)];
  });
  return { ...reading, claims };
}

/** The claim with its fields corrected, one after the other. */
export function decidedClaim(claim: Claim, edits: readonly ClaimEdit[]): Claim {
  const now = edits.reduce(edited, claim);
  if (!edits.some(({ field }) => field === 'figure')) return now;
  const slots = slotsOf(claim, edits);
  const kept = slots.flatMap((figure, slot) => (figure ? [slot] : []));
  const figures = kept.map((slot): Figure => {
    const figure = slots[slot] as Figure;
    // Parts of a figure that was taken away stand by themselves.
    const whole = figure.partOf === null ? -1 : kept.indexOf(figure.partOf);
    return { ...figure, partOf: whole < 0 ? null : whole };
  });
  return { ...now, event: { ...now.event, figures } };
}

/** For each figure of the claim as it stands, the `index` by which an edit names it. */
export function figureIndexes(claim: Claim, edits: readonly ClaimEdit[]): number[] {
  return slotsOf(claim, edits).flatMap((figure, slot) => (figure ? [slot] : []));
}

function slotsOf(claim: Claim, edits: readonly ClaimEdit[]): (Figure | null)[] {
  const slots: (Figure | null)[] = [...claim.event.figures];
  for (const edit of edits) {
    if (edit.field !== 'figure') continue;
    const { index } = edit;
    if (index === null) slots.push(figureOf(claim, edit, null));
    else if (slots[index]) slots[index] = edit.isRemoved ? null : figureOf(claim, edit, slots[index]);
  }
  return slots;
}

function figureOf({ content }: Claim, edit: FigureEdit, known: Figure | null): Figure | null {
  const { low, high, mod, outcome, who } = edit;
  if (!(low >= 0)) return known;
  return {
    ...(known ?? { group: null, partOf: null, scope: 'event', since: null }),
    span: edit.span ?? known?.span ?? content,
    text: edit.text || (known?.text ?? String(low)),
    ...{ outcome, who, low, high, mod },
  };
}

function edited(claim: Claim, edit: ClaimEdit): Claim {
  const { event } = claim;
  switch (edit.field) {
    case 'type':
      return { ...claim, event: { ...event, type: edit.value } };
    case 'stance':
      return { ...claim, stance: edit.value };
    case 'reality':
      return { ...claim, reality: edit.value };
    case 'content':
      return { ...claim, content: edit.span };
    case 'source':
      return { ...claim, attribution: sourced(claim, edit) };
    case 'actor':
      return { ...claim, event: { ...event, actor: named(claim, event.actor, edit) } };
    case 'recipient':
      return { ...claim, event: { ...event, recipient: named(claim, event.recipient, edit) } };
    case 'place':
      return { ...claim, event: { ...event, places: placed(claim, edit) } };
    case 'time':
      return { ...claim, event: { ...event, time: timed(claim, edit) } };
    default:
      return claim;
  }
}

type Named = { text: string; span: Span | null; entity?: string | null };

/** The innermost source is the one corrected; without a text the outlet speaks itself. */
function sourced({ attribution, content }: Claim, { text, span, entity = null }: Named): Attribution[] {
  if (text === '') return [];
  const last = attribution.at(-1);
  const hop = { name: text, span: span ?? last?.span ?? content, entity, cue: last?.cue ?? span ?? content, inferred: null };
  return [...attribution.slice(0, -1), hop];
}

function named({ content }: Claim, before: readonly Mention[], { text, span, entity = null }: Named): Mention[] {
  return text === '' ? [] : [{ name: text, span: span ?? before[0]?.span ?? content, entity }];
}

/** The place where it happened is replaced; places it came from or went to stay. */
function placed({ event, content }: Claim, edit: Extract<ClaimEdit, { field: 'place' }>): PlaceMention[] {
  const others = event.places.filter((place) => place.role !== 'at');
  if (edit.text === '') return others;
  const before = event.places.find((place) => place.role === 'at');
  const at: PlaceMention = {
    role: 'at',
    name: edit.text,
    span: edit.span ?? before?.span ?? content,
    resolved: edit.resolved ?? null,
  };
  return [at, ...others];
}

function timed({ event, content }: Claim, { begin, end, span }: Extract<ClaimEdit, { field: 'time' }>): Claim['event']['time'] {
  if (!begin) return null;
  const last = end ?? begin;
  const value = last === begin ? begin : `${begin}/${last}`;
  return { span: span ?? event.time?.span ?? content, value, begin, end: last, anchor: 'stated' };
}

/** What a claim says in one field, in few words: for telling what a correction changed. */
export function saidIn({ content, stance, reality, attribution, event }: Claim, field: ClaimEdit['field']): string {
  const names = (mentions: readonly { name: string }[]) => mentions.map(({ name }) => name).join(' + ');
  switch (field) {
    case 'type':
      return event.type;
    case 'stance':
      return stance;
    case 'reality':
      return reality;
    case 'content':
      return `${content.start}-${content.end}`;
    case 'source':
      return names(attribution);
    case 'actor':
      return names(event.actor);
    case 'recipient':
      return names(event.recipient);
    case 'place':
      return names(event.places.filter(({ role }) => role === 'at'));
    case 'time':
      return event.time?.value ?? '';
    default:
      return event.figures
        .map(({ outcome, who, mod, low, high }) => `${outcome} ${who} ${mod} ${low}${high === low ? '' : `-${high ?? ''}`}`)
        .join(' + ');
  }
}
