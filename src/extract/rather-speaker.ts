/** Words that are verbal nouns elsewhere and a body or a document here: "the command of the army said", "in press statements". */
import { Kinds } from '../text/key-mark.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { followsSaying } from './verb-or-noun.ts';
import {
  attachedPreposition,
  featuresOf,
  field,
  hasConjunction,
  isDefinite,
  isFiniteVerb,
  isWord,
  nodeAmong,
  nodeOf,
} from './words.ts';

/** How many words a speaker has at most before its verb. */
const SPEAKER = 5;

/** "the command", and "command" right after a verb of saying or in "a source in the command of", is the body, not the leading of something. */
export const isRatherSpeaker = (doc: Doc, i: number, before: Chunk[]): boolean =>
  nodeOf(doc, i, 'source') !== null &&
  attachedPreposition(doc, i) === 0 &&
  (isDefinite(doc, i) ||
    (doc.info[i].pronoun === null && (opensSpeaker(doc, i, before) || isThing(doc, i) || isMediaOf(doc, i, before))) ||
    (doc.info[i].pronoun === null &&
      before.length > 0 &&
      (followsSaying(doc, i, before[before.length - 1]) || isInBody(before) || isIssued(before.at(-1)!))));

/** "media of the enemy": written like "informing", which is done and opens nothing. */
const isMediaOf = (doc: Doc, i: number, before: readonly Chunk[]): boolean =>
  field(nodeOf(doc, i, 'source'), 'kind') === 'media' &&
  (before.length === 0 || begins.has(before.at(-1)!.kind)) &&
  i + 1 < doc.length &&
  isWord(doc, i + 1) &&
  attachedPreposition(doc, i + 1) === 0 &&
  (isDefinite(doc, i + 1) || nodeAmong(doc, i + 1, mediaOwners) !== null);
const mediaOwners = new Kinds(['nationality', 'loaded', 'actor', 'actor-short', 'source']);

/** "press statements": a verbal noun with an adjective of its own is a thing. */
const isThing = (doc: Doc, i: number): boolean =>
  i + 1 < doc.length &&
  isWord(doc, i + 1) &&
  !isDefinite(doc, i + 1) &&
  !hasConjunction(doc, i + 1) &&
  attachedPreposition(doc, i + 1) === 0 &&
  field(nodeOf(doc, i, 'source'), 'class') === 'statement' &&
  doc.at[i + 1].some((n) => featuresOf(n)?.pos === 'adjective' || describing.has(n.kind));

/** "a second statement", "a later statement", "a special statement" */
const describing: ReadonlySet<string> = new Set(['person', 'ordinal', 'next', 'byline']);

/** "the command of the army | said": it opens its clause, and a verb of saying follows. */
function opensSpeaker(doc: Doc, i: number, before: readonly Chunk[]): boolean {
  const last = before.at(-1);
  const body = nodeOf(doc, i + 1, 'actor') ?? nodeOf(doc, i + 1, 'person');
  // "the command of the army", where a clause or the name of a source begins
  if (
    body !== null &&
    isDefinite(doc, i + 1) &&
    (body.kind === 'actor' || field(body, 'unit') === 'group') &&
    (last === undefined || begins.has(last.kind) || (last.kind === 'case' && (last.mark === 'about' || last.mark === 'to')))
  )
    return true;
  if (last !== undefined && last.kind !== 'contrast' && last.kind !== 'mark') return false;
  for (let t = i + 1; t < doc.length && t <= i + SPEAKER && isWord(doc, t); t++)
    if (nodeOf(doc, t, 'say') !== null && isFiniteVerb(doc, t)) return true;
  return false;
}

const begins: ReadonlySet<string> = new Set(['contrast', 'mark', 'was', 'modal', 'reset', 'that', 'according']);

/** "issued by | the command of" */
const isIssued = ({ kind, mark, start, end }: Chunk): boolean => kind === 'case' && mark === 'about' && end > start + 1;

/** "said a source | in", "said an officer | from". */
const isInBody = (before: readonly Chunk[]): boolean => {
  const [verb, speaker, link] = before.slice(-3);
  if (link?.kind !== 'case' || (link.mark !== 'in' && link.mark !== 'from')) return false;
  const kind = speaker.noun?.kind;
  return kind === 'source' || (verb.kind === 'say' && (kind === 'person' || kind === 'title'));
};
