/** Outcome nouns that are nobody's argument ("..., among them three dead"): each belongs to a happening of its clause or is a claim of its own. */
import { harmed } from '../claim/outcomes.ts';
import type { EventType, Outcome } from '../claim/reading.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { separated } from './apart.ts';
import type { Chunk } from './chunk.ts';
import { outcomeOfNoun } from './count-of.ts';
import type { Doc } from './doc.ts';
import { countsMany, isAttack, isCasualty } from './families.ts';
import { type FigureDraft, type Happening, newHappening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { movement } from './sites.ts';
import { field, hasConjunction, nodeOf } from './words.ts';

/** Type of a claim whose only word is an outcome noun ("5 detained"). */
export const typeOfOutcome: Record<Outcome, EventType> = {
  killed: 'killing',
  injured: 'attack',
  'killed-or-injured': 'killing',
  missing: 'situation',
  detained: 'detention',
  abducted: 'abduction',
  captured: 'detention',
  released: 'release',
  displaced: 'displacement',
  surrendered: 'surrender',
  other: 'situation',
};

/** An outcome noun that is nobody's argument: it belongs to the attack nearest to it, or stands as a claim of its own. */
export function placeFigure(
  chunks: readonly Chunk[],
  happenings: Happening[],
  figure: FigureDraft,
  frameOf: Int16Array,
  groupOf: (frame: number) => number,
  groupAt: (frame: number, chunk: number) => number,
): void {
  // "the camp that shelters thousands of displaced": they do not flee by what is told
  if (isSheltered(chunks, figure)) return;
  if (figure.partOf !== null) {
    const owner = happenings.find((h) => h.figures.includes(figure.partOf!));
    // "82 were killed and wounded, among them children"
    if (figure.partOf.outcome === 'killed-or-injured' && outcomeOfNoun(figure.noun) === null)
      figure.outcome = figure.partOf.outcome;
    // "said that 14 were killed, and Y said that two officers were among them": only Y speaks of the two
    if (owner !== undefined && owner.frame !== frameOf[figure.chunk] && groupOf(frameOf[figure.chunk]) !== groupOf(owner.frame)) {
      figure.partOf = null;
      happenings.push(ofFigure(figure, frameOf, groupAt(frameOf[figure.chunk], figure.chunk)));
      return;
    }
    if (owner !== undefined) {
      owner.figures.push(figure);
      return;
    }
  }
  const group = groupAt(frameOf[figure.chunk], figure.chunk);
  const same = happenings.filter((h) => h.group === group);
  const host = hostOf(chunks, same, figure);
  if (host !== null) {
    host.figures.push(figure);
    if (
      figure.partOf === null &&
      figure.mod !== 'zero' &&
      namesSomebody(figure.noun) &&
      !host.recipients.some((r) => r.start === figure.noun.start || isTarget(r)) &&
      // "opened fire on a policeman and felled him | dead"
      !(figure.low === 1 && host.rules.includes('event.state-of-object'))
    )
      host.recipients.push(figure.noun);
    return;
  }
  // "the house of a displaced man": what somebody is, not what happened
  // "a school that shelters displaced": nor what a bare plural says
  if (figure.mod === 'zero' || (figure.outcome === 'displaced' && (figure.low === 1 || isNobodyOnTheMove(chunks, figure))))
    return;
  happenings.push(ofFigure(figure, frameOf, group));
}

/** "an ambulance that was carrying | wounded": who they are, and not what befell them now. */
export function areCarried(doc: Doc, chunks: readonly Chunk[], { chunk, partOf }: FigureDraft): boolean {
  const verb = chunks[chunk - 1];
  if (partOf !== null || verb === undefined || nodeOf(doc, verb.start, 'ferries') === null || hasConjunction(doc, verb.start))
    return false;
  const of = chunks[chunk - 2]?.kind === 'was' ? chunks[chunk - 3] : chunks[chunk - 2];
  return of?.noun?.kind === 'thing' && !of.noun.definite;
}

/** "aid for 300 displaced", "a school that shelters 400 displaced": who is helped or lives somewhere has not moved by that. */
function isNobodyOnTheMove(chunks: readonly Chunk[], { noun, chunk, toll, risen }: FigureDraft): boolean {
  if (noun.count === null) return true;
  if (toll !== null || risen || noun.kind !== 'outcome' || chunk === 0) return false;
  const { kind, finite, bits } = chunks[chunk - 1];
  return (chunks[chunk].bits & (BI | LI | KA)) !== 0 || kind === 'case' || (!finite && (bits & LI) !== 0);
}

/** "which shelters | 400 displaced", "while the country hosts | 20,000 refugees": who takes in is told, and nobody who moves. */
function isSheltered(chunks: readonly Chunk[], { outcome, noun, chunk }: FigureDraft): boolean {
  if (outcome !== 'displaced' || noun.kind !== 'outcome') return false;
  for (let k = chunk - 1; k >= 0 && k >= chunk - HOST; k--) {
    const { kind, finite, node } = chunks[k];
    if (finite) return kind === 'verb' && field(node, 'shelters') === 'yes';
    if (kind !== 'noun' && kind !== 'place' && kind !== 'word' && kind !== 'continue') return false;
  }
  return false;
}

/** How many chunks whoever takes them in may take up. */
const HOST = 3;

/** A claim whose only word is that of the people counted. */
function ofFigure(figure: FigureDraft, frameOf: Int16Array, group: number): Happening {
  // a bare number has no word of its own behind it
  const head = figure.state >= 0 ? figure.state : Math.min(figure.noun.head, figure.noun.end - 1);
  const h = newHappening(figure.chunk, head, head + 1);
  h.types = [figure.scope === 'running-total' ? 'toll' : typeOfOutcome[figure.outcome]];
  h.outcome = figure.outcome;
  h.frame = frameOf[figure.chunk];
  h.group = group;
  if (namesSomebody(figure.noun)) h.recipients.push(figure.noun);
  h.figures.push(figure);
  h.rules.push('event.outcome-noun');
  return h;
}

/** "between dead and wounded": of whom is not told. */
const namesSomebody = ({ kind, count }: NounPhrase): boolean => kind !== 'number' || count !== null;

function hostOf(chunks: readonly Chunk[], happenings: readonly Happening[], figure: FigureDraft): Happening | null {
  const suits = (h: Happening): boolean =>
    harmed.has(figure.outcome)
      ? isAttack(h) || isCasualty(h) || h.types[0] === 'destruction' || h.types[0] === 'other' || h.types[0] === 'riot'
      : h.outcome === figure.outcome || movement(h);
  let best: Happening | null = null;
  for (const h of happenings) {
    if (h.chunk >= figure.chunk) break;
    if (suits(h) && !countsMany(h) && !separated(chunks, h.chunk, figure.chunk)) best = h;
  }
  if (best !== null) return best;
  for (const h of happenings) {
    // "among the dead is the owner, whose father was killed in an attack two years ago"
    if (h.chunk > figure.chunk && h.rules.includes('event.own-loss')) return null;
    if (
      h.chunk > figure.chunk &&
      suits(h) &&
      !countsMany(h) &&
      !separated(chunks, figure.chunk, h.chunk) &&
      // "bore two dead to the grave, while the army went on raiding": not by those raids
      !(
        chunks.slice(Math.max(0, figure.chunk - 2), figure.chunk).some((c) => c.kind === 'verb' && c.finite) &&
        chunks.slice(figure.chunk, h.chunk).some((c) => c.kind === 'contrast')
      )
    )
      return h;
  }
  return null;
}

/** Something or somebody aimed at, as against people counted. */
export const isTarget = (r: NounPhrase): boolean => r.kind === 'thing' || (r.kind === 'actor' && r.count === null);
