/** Builds the claims of a reading from what the story holds: spans, names, entities, resolved places, traces. */
import type { Attribution, Claim, Figure, Mention, PlaceMention, ResolvedPlace, TimeMention } from '../claim/reading.ts';
import { cover, type Span } from '../claim/span.ts';
import type { Trace } from '../claim/trace.ts';
import { type Node, traceOf } from '../rules/node.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft, LocatedPlace } from './happening.ts';
import { loadedWords } from './loaded.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { PlacePhrase } from './place-names.ts';
import { type SourceRef, spanOfNoun } from './sources.ts';
import type { Telling } from './story.ts';
import type { EntityFor } from './theatre.ts';

export type Resolve = (doc: Doc, place: PlacePhrase) => ResolvedPlace | null;
export type MakeId = (report: string, content: Span, trigger: Span, rule: string) => string;

export function claimOf(doc: Doc, t: Telling, reportId: string, resolve: Resolve, entityFor: EntityFor, makeId: MakeId): Claim {
  const { h } = t;
  const trigger = doc.span(h.start, h.end);
  const drafts = orderFigures(h.figures);
  const figures = drafts.map((f) => figureOf(doc, f, drafts, entityFor));
  const actor = mentions(doc, h.actors, entityFor);
  const recipient = mentions(doc, h.recipients, entityFor).filter((r) => !actor.some((a) => a.span.start === r.span.start));
  const places = placesOf(doc, h.places, resolve);
  const rule = t.frame === null ? 'attribution.own-voice' : t.frame.rule;
  const content = contentOf(t, trigger, figures);
  return {
    id: makeId(reportId, content, trigger, rule),
    content,
    attribution: t.chain.map((source) => attributionOf(source, entityFor)),
    stance: t.judged.stance,
    reality: t.judged.reality,
    event: {
      type: h.types[0],
      trigger,
      actor,
      recipient,
      places,
      time: timeOf(doc, t),
      means: mentions(doc, h.means, entityFor),
      figures,
    },
    trace: traceOfClaim(doc, t, rule, content),
  };
}

/** What is said: the stretch of the sentence, and no less than the trigger. */
function contentOf(t: Telling, trigger: Span, figures: readonly Figure[]): Span {
  let content = cover(t.content, trigger);
  for (const f of figures)
    if (f.span.start >= content.start - 400 && f.span.end <= content.end + 400) content = cover(content, f.span);
  return content;
}

function attributionOf(source: SourceRef, entityFor: EntityFor): Attribution {
  const actor = source.noun?.kind === 'actor' ? source.noun.actor : null;
  const entity = actor !== null && source.entity !== null ? entityFor(actor) : source.entity;
  return { name: source.name, span: source.span, entity, cue: source.cue, inferred: source.inferred };
}

/** Wholes stand before their parts, in text order. */
function orderFigures(figures: readonly FigureDraft[]): FigureDraft[] {
  const seen = new Set<number>();
  const unique = figures.filter((f) => !seen.has(f.start) && seen.add(f.start));
  return unique.sort((a, b) => a.start - b.start);
}

function figureOf(doc: Doc, f: FigureDraft, all: readonly FigureDraft[], entityFor: EntityFor): Figure {
  const span = spanOfNoun(doc, f.start, f.end);
  const whole = f.partOf === null ? -1 : all.findIndex((g) => g.start === f.partOf!.start);
  return {
    span,
    text: doc.text.slice(span.start, span.end),
    outcome: f.outcome,
    who: f.who,
    group: f.noun.actor === null ? null : entityFor(f.noun.actor),
    low: f.low,
    high: f.high,
    mod: f.mod,
    partOf: whole >= 0 ? whole : null,
    scope: f.scope,
    since: f.since,
  };
}

function mentions(doc: Doc, nouns: readonly NounPhrase[], entityFor: EntityFor): Mention[] {
  const made: Mention[] = [];
  for (const noun of nouns) {
    if (noun.kind === 'place' && noun.place === null) continue;
    const span = spanOfNoun(doc, noun.start, noun.end);
    if (made.some((m) => m.span.start === span.start)) continue;
    const mention: Mention = { name: doc.text.slice(span.start, span.end), span, entity: entityIn(noun, entityFor) };
    const loaded = loadedWords(doc, noun.start, noun.end);
    if (loaded.length > 0) mention.loaded = loaded;
    made.push(mention);
  }
  return made;
}

/** The registered actor of a party: what it is, or whose it is ("fighters of the group"). */
function entityIn(noun: NounPhrase, entityFor: EntityFor): string | null {
  const node = noun.actor ?? noun.outlet;
  return node === null ? null : entityFor(node);
}

function placesOf(doc: Doc, places: readonly LocatedPlace[], resolve: Resolve): PlaceMention[] {
  const order = { at: 0, from: 1, to: 2 };
  return [...places]
    .sort((a, b) => order[a.role] - order[b.role])
    .map(({ role, place }) => {
      const span = spanOfNoun(doc, place.start, place.end);
      return { role, name: doc.text.slice(span.start, span.end), span, resolved: resolve(doc, place) };
    });
}

function timeOf(doc: Doc, t: Telling): TimeMention | null {
  const node = t.h.date;
  if (t.date === null && node === null) return null;
  const span = node === null ? doc.span(t.h.start, t.h.end) : doc.span(node.start, node.end);
  const { value, begin, end } = t.date ?? { value: null, begin: null, end: null };
  const anchor = node === null ? 'previous' : ((node.value as { anchor?: TimeMention['anchor'] }).anchor ?? null);
  return { span, value, begin, end, anchor };
}

function traceOfClaim(doc: Doc, t: Telling, rule: string, content: Span): Trace {
  const children: Trace[] = [];
  for (const source of t.chain) {
    children.push({
      rule: source.inferred === null ? 'source.named' : `source.${source.inferred}`,
      span: source.span,
      children: [{ rule: 'cue', span: source.cue, children: [] }],
    });
  }
  const words: Trace[] = [];
  if (t.h.node !== null) words.push(traceOf(t.h.node, doc.span));
  const seen = new Set<string>();
  for (const name of t.h.rules) {
    if (seen.has(name)) continue;
    seen.add(name);
    words.push({ rule: name, span: doc.span(t.h.start, t.h.end), children: [] });
  }
  if (t.judged.rule !== '') words.push({ rule: t.judged.rule, span: doc.span(t.h.start, t.h.end), children: [] });
  children.push({ rule: `event.${t.h.types[0]}`, span: doc.span(t.h.start, t.h.end), children: words });
  for (const f of t.h.figures) {
    const inside: Trace[] = [];
    if (f.noun.countNode !== null) inside.push(traceOf(f.noun.countNode, doc.span));
    if (f.noun.node !== null && f.noun.node.word !== null) inside.push(traceOf(f.noun.node as Node, doc.span));
    children.push({
      rule: f.partOf === null ? 'figure.counted' : 'figure.part-of',
      span: doc.span(f.start, f.end),
      children: inside,
    });
  }
  return { rule, span: content, children };
}

/** Two claims of one trigger get different ids. */
export function distinctIds(claims: Claim[]): Claim[] {
  const seen = new Map<string, number>();
  for (const claim of claims) {
    const n = seen.get(claim.id) ?? 0;
    seen.set(claim.id, n + 1);
    if (n > 0) claim.id = `${claim.id}-${n + 1}`;
  }
  return claims;
}
