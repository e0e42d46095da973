/** "a witness told the agency": where a verb of informing ends its speaker and names whom it told. */
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isPortfolio } from './portfolio.ts';
import { attachedPreposition, featuresOf, field, hasConjunction, isDefinite, isWord, markAt, nodeOf } from './words.ts';

/** Words of a speaker at most. */
const LONGEST = 12;
const agencies: ReadonlySet<string> = new Set(['agency', 'newspaper', 'site', 'channel', 'tv', 'radio', 'organization']);

const isQuote = (doc: Doc, t: number): boolean => markAt(doc, t) === 'open' || markAt(doc, t) === 'quote';

/** Somebody who has no name in quotation marks, as a group has. */
const arePeople = (doc: Doc, i: number): boolean =>
  doc.at[i].some(
    (n) =>
      (n.kind === 'person' && field(n, 'unit') === undefined) || (n.kind === 'source' && unnamed.has(field(n, 'class') ?? '')),
  );
const unnamed: ReadonlySet<string> = new Set(['person', 'source']);

const isAgency = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'outlet') !== null || (isDefinite(doc, t) && agencies.has(field(nodeOf(doc, t, 'source'), 'class') ?? ''));

/** Whether the phrase names a paper, an agency, a station. */
export const namesAgency = (doc: Doc, noun: NounPhrase): boolean => isAgency(doc, noun.head);

/** "a witness told | the agency": where the paper or agency begins that somebody speaks to, who is none of its own people; -1 elsewhere. */
export function agencyToldAt(doc: Doc, i: number, end: number): number {
  if (nodeOf(doc, i, 'outlet') !== null || field(nodeOf(doc, i, 'source'), 'kind') === 'correspondent') return -1;
  for (let t = i + 1; t < Math.min(end, i + LONGEST); t++) {
    // "residents told | «the paper»"
    if (!isWord(doc, t)) return isQuote(doc, t) && arePeople(doc, i) ? t : -1;
    if (attachedPreposition(doc, t) !== 0 || hasConjunction(doc, t)) return -1;
    if (isAgency(doc, t)) return t;
  }
  return -1;
}

/** "the prosecution accuses | Mahdi N. of": where a name begins behind a body, which has no name of its own; -1 elsewhere. */
export function personBehindBody(doc: Doc, i: number, end: number): number {
  const body = doc.at[i].find(
    (n) => (n.kind === 'source' && bodies.has(field(n, 'class') ?? '')) || (n.kind === 'person' && field(n, 'unit') === 'group'),
  );
  if (body === undefined || nodeOf(doc, i, 'title') !== null || !isDefinite(doc, i)) return -1;
  let t = Math.max(body.end, nodeOf(doc, i, 'actor')?.end ?? 0);
  while (t < Math.min(end, i + LONGEST) && isWord(doc, t) && isDefinite(doc, t)) t++;
  return t < end && isWord(doc, t) && doc.bits[t] === 0 && nodeOf(doc, t, 'given-name') !== null ? t : -1;
}
/** "the brigadier Ahmad S. accused | the movement of": a noun with the article behind a name that is none of its own; -1 elsewhere. */
export function groupBehindName(doc: Doc, i: number, end: number): number {
  for (let t = i + 2; t < Math.min(end, i + LONGEST) && isWord(doc, t); t++) {
    if (!isDefinite(doc, t) || attachedPreposition(doc, t) !== 0 || hasConjunction(doc, t)) continue;
    const group = nodeOf(doc, t, 'carrier') ?? nodeOf(doc, t, 'thing');
    const named = nodeOf(doc, t - 1, 'given-name') ?? nodeOf(doc, t - 1, 'family-name');
    if (group !== null && named !== null && nodeOf(doc, t, 'family-name') === null) return t;
  }
  return -1;
}

/** "a high official accused | the gunmen", "Mamadou K. accused | the forces": people who begin behind an adjective or a name that takes none; -1 elsewhere. */
export function partyBehindSpeaker(doc: Doc, i: number, end: number): number {
  // "the spokesman of | the army": an office in several words takes who stands behind it
  let office = i + 1;
  for (let t = i; t < Math.min(end, i + LONGEST) && isWord(doc, t); t++) {
    for (const { kind, end: over } of doc.at[t])
      if ((kind === 'title' || kind === 'source') && over > t + 1) office = Math.max(office, over + 1);
    if (t <= i + 1 || t < office || attachedPreposition(doc, t) !== 0 || hasConjunction(doc, t) || isDefinite(doc, t - 1))
      continue;
    if (!areMany(doc, t)) continue;
    const apart = isDefinite(doc, t) || isOne(doc, i);
    // "the minister of interior | of Iraq": whose minister it is
    if (isPortfolio(doc, t - 1)) continue;
    if ((apart && t - 1 > i && isAdjective(doc, t - 1)) || (isStranger(doc, t - 1) && nodeOf(doc, t - 1, 'person') === null))
      return t;
  }
  return -1;
}

export const isAdjective = (doc: Doc, i: number): boolean =>
  doc.at[i].some((n) => featuresOf(n)?.pos === 'adjective' || n.kind === 'nationality');

/** "a source": one, whom no adjective in the plural describes. */
const isOne = (doc: Doc, i: number): boolean => {
  const node = nodeOf(doc, i, 'source') ?? nodeOf(doc, i, 'person') ?? nodeOf(doc, i, 'title');
  return node !== null && featuresOf(node)?.number === 'sg';
};

export const isStranger = (doc: Doc, i: number): boolean =>
  doc.info[i].unknown || nodeOf(doc, i, 'given-name') !== null || nodeOf(doc, i, 'family-name') !== null;

/** People in the plural, a body of them, a party. */
const areMany = (doc: Doc, t: number): boolean =>
  nodeOf(doc, t, 'title') === null &&
  nodeOf(doc, t, 'given-name') === null &&
  doc.at[t].some(
    (n) =>
      (n.kind === 'person' &&
        featuresOf(n)?.pos === 'noun' &&
        (featuresOf(n)?.number === 'pl' || field(n, 'unit') === 'group')) ||
      (n.kind === 'actor' && (isDefinite(doc, t) || n.end > t + 1)),
  );

const bodies: ReadonlySet<string> = new Set(['ministry', 'body', 'monitor']);
