/** Gold reports: our own in `corpus/` and `corpus-hard/`, other people's in `../shared/eval/dev` when that folder stands beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Span as _Span, Claim, EventType, Outcome, Reading } from './shape.ts';

export type Span = _Span;

export type GoldFigure = {
  text: string;
  span: Span | null;
  outcome: Outcome;
  who: string;
  low: number;
  high: number | null;
  mod: string;
  partOf: number | null;
  scope: string;
};

/** A claim of the gold or of a reading, brought to one shape for comparing. */
export type Side = {
  id: string;
  optional: boolean;
  types: EventType[];
  trigger: Span | null;
  content: Span | null;
  chain: string[];
  stance: string;
  reality: string;
  actor: string[];
  recipient: string[];
  place: string[];
  date: string | null;
  figures: GoldFigure[];
};

export type GoldReport = { id: string; outlet: string | null; published: string | null; text: string; claims: Side[] };

type Quote = string | { q: string; n?: number };

const words = (q: Quote): string => (typeof q === 'string' ? q : q.q);

function locate(text: string, q: Quote | null | undefined): Span | null {
  if (q === null || q === undefined) return null;
  const quoted = words(q);
  let at = -1;
  for (let n = typeof q === 'string' ? 1 : (q.n ?? 1); n > 0; n--) {
    at = text.indexOf(quoted, at + 1);
    if (at < 0) return null;
  }
  return { start: at, end: at + quoted.length };
}

/** One gold file with its text. Throws when a quote does not stand in the text: gold must be exact. */
export function goldOf(id: string, json: any, text: string, strict: boolean): GoldReport {
  const claims: Side[] = json.claims.map((c: any): Side => {
    const trigger = locate(text, c.trigger);
    if (strict && trigger === null)
      throw new Error(`${id} ${c.id}: the trigger "${words(c.trigger)}" does not stand in the report`);
    return {
      id: c.id,
      optional: c.optional === true,
      types: [c.type].flat(),
      trigger,
      content: null,
      chain: (c.chain ?? []).map(words),
      stance: c.stance ?? 'asserted',
      reality: c.reality ?? 'current',
      actor: (c.actor ?? []).map(words),
      recipient: (c.recipient ?? []).map(words),
      place: c.place ? [words(c.place)] : [],
      date: c.date ?? null,
      figures: (c.figures ?? []).map((f: any) => {
        const span = locate(text, f.text);
        if (strict && span === null) throw new Error(`${id} ${c.id}: the figure "${words(f.text)}" does not stand in the report`);
        return { ...f, text: words(f.text), span, high: f.high ?? null, partOf: f.partOf ?? null, scope: f.scope ?? 'event' };
      }),
    };
  });
  return { id, outlet: json.outlet ?? null, published: json.published ?? null, text, claims };
}

/** A claim of a reading in the shape of the gold. */
export function sideOf(claim: Claim): Side {
  const { event } = claim;
  return {
    id: claim.id,
    optional: false,
    types: [event.type],
    trigger: event.trigger,
    content: claim.content,
    chain: claim.attribution.map((a) => a.name),
    stance: claim.stance,
    reality: claim.reality,
    actor: event.actor.map((m) => m.name),
    recipient: event.recipient.map((m) => m.name),
    place: event.places
      .filter((p) => p.role !== 'to')
      .slice(0, 1)
      .map((p) => p.name),
    date: event.time?.value ?? null,
    figures: event.figures.map((f) => ({ ...f })),
  };
}

export const sidesOf = (reading: Reading): Side[] => reading.claims.map(sideOf);

/** Our own reports: `<folder>/<slug>/report.txt` and `claims.json`. */
export function corpus(folder: string): GoldReport[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .map((d) => d.name)
    .sort()
    .map((slug) =>
      goldOf(
        slug,
        JSON.parse(readFileSync(`${folder}/${slug}/claims.json`, 'utf8')),
        readFileSync(`${folder}/${slug}/report.txt`, 'utf8'),
        true,
      ),
    );
}

/** Reports of the shared folder; empty when it is not there. */
export function sharedReports(folder: string): GoldReport[] {
  if (!existsSync(`${folder}/gold`)) return [];
  return readdirSync(`${folder}/gold`)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const id = name.slice(0, -5);
      return goldOf(
        id,
        JSON.parse(readFileSync(`${folder}/gold/${name}`, 'utf8')),
        readFileSync(`${folder}/texts/${id}.txt`, 'utf8'),
        false,
      );
    });
}
