/** Those named in a list belong to the happening that its heading or the sentence before tells; a total stated beside the list stays the only figure. */
import type { EventType, Outcome } from '../claim/reading.ts';
import type { Chunk } from './chunk.ts';
import { type Counted, countOf } from './count-of.ts';
import type { Doc } from './doc.ts';
import { isAttack, isCasualty } from './families.ts';
import { type FigureDraft, type Happening, newFigure, newHappening } from './happening.ts';
import type { NameList } from './name-lists.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import type { Sentence } from './sentences.ts';
import type { Telling } from './story.ts';
import { whoOf } from './who-of.ts';
import { featuresOf, nodeOf, senseOf } from './words.ts';

/** How many sentences before its heading the happening of a list may have been told. */
const REST = 3;

const alike: Partial<Record<Outcome, readonly Outcome[]>> = {
  killed: ['killed', 'killed-or-injured'],
  injured: ['injured', 'killed-or-injured'],
  'killed-or-injured': ['killed', 'injured', 'killed-or-injured'],
};

/** Adds the figure of the list behind this sentence to a happening of it, to the one told last, or to a new one. Returns whether the list was accounted for. */
export function countListed(
  doc: Doc,
  chunks: readonly Chunk[],
  happenings: Happening[],
  list: NameList,
  told: readonly Telling[],
  sentence: Sentence,
): boolean {
  const k = chunks.findIndex((c) => c.noun !== null && c.start <= list.head && c.end > list.head);
  const { head, outcome } = list;
  const same = alike[outcome];
  if (k < 0 || same === undefined) return false;
  const noun: NounPhrase = {
    ...chunks[k].noun!,
    start: head,
    end: head + 1,
    head,
    kind: 'outcome',
    node: nodeOf(doc, head, 'outcome'),
  };
  const vague = list.open || list.partial;
  const counted: Counted = {
    low: list.people,
    high: vague ? null : list.people,
    mod: vague ? 'at-least' : 'exact',
    start: head,
    end: head + 1,
  };
  const figure = newFigure(counted, outcome, noun, k);
  // the words of the heading count nobody beside those named
  for (const h of happenings)
    h.figures = h.figures.filter((f) => f.mod !== 'vague' || f.noun.head > head || f.noun.head < head - 1);
  const own = happenings.filter(harms);
  const before = told.findLast((t) => sentence.index - t.sentence.index <= REST && harms(t.h) && t.judged.reality === 'current');
  const host = own.at(-1) ?? before?.h ?? null;
  if (host === null) {
    happenings.push(alone(figure, outcome));
    return true;
  }
  const stated = [...own, ...(before === undefined ? [] : [before.h])].some((h) =>
    h.figures.some((f) => f.partOf === null && f.scope === 'event' && f.mod !== 'zero' && same.includes(f.outcome)),
  );
  if (stated) return true;
  host.figures.push(figure);
  host.rules.push('figure.list-of-names');
  return true;
}

const harms = (h: Happening): boolean => isAttack(h) || isCasualty(h);

function alone(figure: FigureDraft, outcome: Outcome): Happening {
  const { noun, chunk } = figure;
  const h = newHappening(chunk, noun.head, noun.head + 1);
  const type: EventType = outcome === 'injured' ? 'attack' : 'killing';
  h.types = [type];
  h.outcome = outcome;
  h.recipients.push(noun);
  h.figures.push(figure);
  h.rules.push('event.outcome-noun', 'figure.list-of-names');
  return h;
}

/** "the martyr X" in a line of its own, and the next one begins with what happened to him: "was killed in shelling". */
export function countNamedBefore(
  doc: Doc,
  chunks: readonly Chunk[],
  happenings: readonly Happening[],
  before: readonly Chunk[],
): void {
  const verb = chunks[0];
  const noun = before[0]?.noun ?? null;
  if (noun === null || before.length > 2 || before.some((c) => c.noun === null) || verb.kind !== 'event' || !verb.finite) return;
  if (noun.count !== null || noun.features?.number !== 'sg' || (noun.kind !== 'person' && noun.kind !== 'outcome')) return;
  const fate = outcomeOfVerb(verb);
  const h = happenings.find((g) => g.parts.includes(0));
  if (h === undefined || (fate !== 'killed' && fate !== 'injured') || featuresOf(verb.node!)?.number === 'pl') return;
  const counted = countOf(doc, noun, true);
  if (counted === null || counted.low !== 1 || counted.known || h.figures.some((f) => f.partOf === null && f.outcome === fate))
    return;
  if (h.recipients.some((r) => r.kind === 'person' || r.kind === 'name' || r.kind === 'outcome')) return;
  const figure = newFigure({ ...counted, known: undefined }, fate, noun, 0);
  figure.who = whoOf(doc, noun);
  h.figures.push(figure);
  h.rules.push('figure.named-in-the-line-before');
}

function outcomeOfVerb(verb: Chunk): Outcome | null {
  const sense = senseOf(verb.node);
  return sense === null ? null : eventSense(sense).outcome;
}
