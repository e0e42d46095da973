/** When as many people told of again are other people: three soldiers and three civilians are six, and so are three and "three others". */
import type { Who } from '../claim/reading.ts';
import type { Doc } from './doc.ts';
import type { FigureDraft } from './happening.ts';
import { isArmed } from './parties.ts';
import type { Telling } from './story.ts';
import { field, isDefinite, nodeOf } from './words.ts';

/** The people told before who are as many, suffered the same and may be those counted now. */
export const countedBefore = (doc: Doc, before: Telling, now: Telling, figure: FigureDraft): FigureDraft | undefined =>
  before.h.figures.find((known) => areSamePeople(doc, before, now, known, figure));

export const areSamePeople = (doc: Doc, before: Telling, now: Telling, known: FigureDraft, figure: FigureDraft): boolean =>
  isAsMany(known, figure) && !areOthers(doc, before, now, known, figure);

const isAsMany = (a: FigureDraft, b: FigureDraft): boolean => a.outcome === b.outcome && a.low === b.low && a.high === b.high;

function areOthers(doc: Doc, before: Telling, now: Telling, known: FigureDraft, figure: FigureDraft): boolean {
  if (figure.mod === 'zero') return false;
  if (areApartByKind(known, figure) || isSurvivorOf(doc, known, figure)) return true;
  return isAdded(doc, before, now, known, figure);
}

/** "three soldiers" and "three civilians", "a woman" and "a child", "two gunmen" and "two policemen". */
function areApartByKind({ who: a, noun: x }: FigureDraft, { who: b, noun: y }: FigureDraft): boolean {
  if (unarmed.has(a) ? armed.has(b) : armed.has(a) && unarmed.has(b)) return true;
  if (a !== b && ages.has(a) && ages.has(b)) return true;
  return (isRegular(x) && isRebel(y)) || (isRebel(x) && isRegular(y));
}
const unarmed: ReadonlySet<Who> = new Set<Who>(['civilian', 'child', 'woman', 'journalist', 'health-worker', 'aid-worker']);
const armed: ReadonlySet<Who> = new Set<Who>(['combatant', 'police']);
const ages: ReadonlySet<Who> = new Set<Who>(['child', 'woman', 'man']);

/** Soldiers, officers, police. */
const isRegular = ({ person, node }: FigureDraft['noun']): boolean => {
  const own = person ?? node;
  return field(own, 'regular') === 'yes' || field(own, 'who') === 'police';
};

/** "gunmen", "rebels": those whose word can say nothing of a thing; "members" and "fighters" may be anybody's. */
const isRebel = (noun: FigureDraft['noun']): boolean =>
  isArmed(noun) && !isRegular(noun) && noun.actor === null && field(noun.person ?? noun.node, 'of-things') === 'no';

/** "one of the wounded" who died is none of those who were dead before. */
const isSurvivorOf = (doc: Doc, known: FigureDraft, { outcome, noun }: FigureDraft): boolean =>
  outcome === 'killed' &&
  noun.kind === 'outcome' &&
  known.noun.kind !== 'outcome' &&
  isDefinite(doc, noun.head) &&
  field(noun.node, 'value') === 'injured';

/** "seven were killed. And seven others were killed": more of the same, where those before suffered nothing else that "others" could be said against. */
function isAdded(doc: Doc, before: Telling, now: Telling, known: FigureDraft, figure: FigureDraft): boolean {
  const also = field(nodeOf(doc, now.sentence.start, 'continue'), 'adds') === 'yes';
  if (!(figure.noun.additional || also) || known.noun.additional || figure.known === true) return false;
  if (before.sentence === now.sentence || now.h.figures[0] !== figure) return false;
  return before.h.figures.every((g) => g.partOf !== null || g.outcome === figure.outcome);
}
