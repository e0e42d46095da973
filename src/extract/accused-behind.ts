/** "the spokesman of the army Abdo M. accused the movement of": where the phrase of the one who accuses runs on into the accused. */
import { isAdjective, isStranger } from './agency-told.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { disagree } from './noun-ends.ts';
import { type NounPhrase, newNoun } from './noun-parts.ts';
import { isBody } from './parties.ts';
import { attachedPreposition, featuresOf, field, hasConjunction, isDefinite, isWord, nodeOf } from './words.ts';

/** The accused where he closes the phrase of the one who accuses; takes him off it. */
export function closingParty(doc: Doc, nouns: NounPhrase[]): NounPhrase | null {
  const at = accusedAtEnd(doc, nouns[0]);
  if (at < 0) return null;
  const node = nodeOf(doc, at, 'actor') ?? nodeOf(doc, at, 'person') ?? nodeOf(doc, at, 'source');
  const party = newNoun(at, nouns[0].end, at, node === null ? 'other' : (kindOf[node.kind] ?? 'other'));
  const actor = node?.kind === 'actor' ? node : null;
  nouns[0] = { ...nouns[0], end: at };
  return { ...party, node, actor, person: node?.kind === 'person' ? node : null, definite: true };
}
const kindOf: Record<string, NounPhrase['kind']> = { actor: 'actor', person: 'person', source: 'source' };

/** "the spokesman of the army Abdo M. | the movement": the party that closes the phrase of who accuses is the accused; its first token, or -1. */
function accusedAtEnd(doc: Doc, { head, end, kind }: NounPhrase): number {
  for (let i = end - 1; i > head && isWord(doc, i); i--) {
    if (attachedPreposition(doc, i) !== 0 || hasConjunction(doc, i)) return -1;
    if (!doc.at[i].some((n) => closes(doc, n.end, end) && isParty(n.kind, field(n, 'class'), field(n, 'unit')))) continue;
    // "the army of X": a word for people takes who stands right behind it
    if (i - 1 === head && !isDefinite(doc, head) && kind !== 'name') continue;
    const named =
      isStranger(doc, i - 1) || (i - 2 > head && nodeOf(doc, i - 2, 'given-name') !== null) || isNameBehind(doc, head, i);
    if (
      !named &&
      !isDefinite(doc, i - 1) &&
      !doc.at.slice(head, i).some((at) => at.some((n) => n.kind === 'actor' && n.end === i))
    )
      continue;
    // "the Houthi gunmen": an adjective of what stands before it
    if (named || !isAdjective(doc, i) || disagree(doc, i - 1, i)) return i;
  }
  return -1;
}

/** Two words without an article behind one that has it: a name, set beside the office. */
const isNameBehind = (doc: Doc, head: number, i: number): boolean =>
  i - 3 > head && isDefinite(doc, i - 3) && !isDefinite(doc, i - 2) && !isDefinite(doc, i - 1);

/** Only adjectives with the article stand behind it. */
function closes(doc: Doc, from: number, end: number): boolean {
  let i = from;
  while (i < end && isWord(doc, i) && isDefinite(doc, i) && isAdjective(doc, i)) i++;
  return i === end;
}

const isParty = (kind: string, classOf: string | undefined, unit: string | undefined): boolean =>
  kind === 'actor' ||
  kind === 'actor-short' ||
  (kind === 'source' && classOf === 'ministry') ||
  (kind === 'person' && unit === 'group');

/** "and accused | the factions | of": one party right behind the verb, and nothing that could be two. */
export const isOneParty = (doc: Doc, chunks: readonly Chunk[], k: number, noun: NounPhrase | undefined): boolean =>
  noun !== undefined &&
  chunks[k].finite &&
  doc.info[chunks[k].start].pronoun === null &&
  featuresOf(chunks[k].node!)?.voice !== 'passive' &&
  (noun.end === noun.head + 1 ||
    (noun.actor?.start === noun.head && noun.actor.end === noun.end) ||
    // "the forces of X": a body without the article takes its genitive
    (noun.end === noun.head + 2 && isBody(noun) && !isDefinite(doc, noun.head)));
