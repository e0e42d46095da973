/**
 * What short mentions and left-out subjects stand for: "the agency", "the source", "the statement" are their fullest earlier description; "and added" is the
 * speaker before, if the verb agrees with it.
 */
import type { Features } from '../lexicon/features.ts';
import { TEH_MARBUTA } from '../text/letters.ts';
import { WORD } from '../text/scan.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isDocument, type SourceRef } from './sources.ts';
import { attachedPreposition, field, isDefinite, looseOfToken, nodeOf, senseOf } from './words.ts';

/** The article, also where a list holds it as part of a title. */
const ARTICLE = '\u0627\u0644';

/** Sources named so far, for re-mentions and carry-over. */
export type Memory = {
  sources: SourceRef[];
  /** Chain of the last sentence that named or carried one, on its outer level. */
  last: SourceRef[] | null;
  lastSentence: number;
  /** The last that told what others did: who claims an attack is not "the source" that tells of its dead. */
  teller: SourceRef[] | null;
  /** It only stood in an aside of that sentence. */
  aside: boolean;
  /** Who acted in the sentence before, where nobody was said to tell it: "the minister visited the base. He said that". */
  acted: SourceRef | null;
  /** Who issued the statement or report mentioned last. */
  issuer: SourceRef | null;
  /** Whose turn it is in a dialogue ("the mayor: ..."), to the end of the line. */
  turn: { chain: SourceRef[]; paragraph: number } | null;
};

export const newMemory = (): Memory => ({
  sources: [],
  last: null,
  lastSentence: -9,
  teller: null,
  aside: false,
  acted: null,
  issuer: null,
  turn: null,
});

/** Resolves "the agency", "the source", "the observatory", "the statement" to its fullest earlier description. */
export function resolveMention(doc: Doc, source: SourceRef, memory: Memory): SourceRef {
  const bare = withoutSame(doc, source);
  if (bare === source) return resolve(doc, source, memory);
  const found = resolve(doc, bare, memory);
  // "the same source": whoever spoke last
  const last = memory.last?.at(-1);
  if (found.inferred === null && bare.group === 'source' && bare.noun?.features?.number !== 'pl' && last !== undefined)
    return { ...last, cue: source.cue, inferred: 'definite' };
  return found.inferred === null ? { ...found, span: source.span, name: source.name } : found;
}

function resolve(doc: Doc, source: SourceRef, memory: Memory): SourceRef {
  const { noun } = source;
  if (noun === null || source.words.length > 2) return remember(source, memory);
  const isName =
    noun.kind === 'outlet' || noun.kind === 'actor' || noun.kind === 'name' || (noun.kind === 'other' && noun.node === null);
  // the article of a word that is a family name too stands in no bit
  const definite = isDefinite(doc, noun.head) || (noun.kind === 'person' && looseOfToken(doc, noun.head).startsWith(ARTICLE));
  if (source.words.length !== 1 || !(definite || isName)) return remember(source, memory);
  // "the source" right after an unnamed official is that official
  const latest = memory.teller?.at(-1);
  if (source.group === 'source' && noun.features?.number !== 'pl' && latest?.noun != null && isUnnamed(doc, latest.noun))
    return { ...latest, cue: source.cue, inferred: 'definite' };
  for (let k = memory.sources.length - 1; k >= 0; k--) {
    const earlier = memory.sources[k];
    if (earlier.words.length > 1 && (isShortFor(source, earlier) || isOneOfThose(noun, earlier.noun)))
      return merged(source, earlier, memory);
  }
  // "the statement": of the one said to have issued it, or else of the last who spoke
  const issuer = memory.issuer ?? (source.words.length === 1 ? (memory.last?.at(-1) ?? null) : null);
  // "the reports" in general are nobody's
  if (isDocument(noun) && isDefinite(doc, noun.head) && issuer !== null && noun.features?.number !== 'pl')
    return { ...issuer, cue: source.cue, inferred: 'definite', mention: noun };
  if (noun.kind === 'source' && source.group !== null && !isDocument(noun)) {
    for (let k = memory.sources.length - 1; k >= 0; k--) {
      const earlier = memory.sources[k];
      if (
        earlier.group !== null &&
        sameGroup(earlier.group, source.group) &&
        sameNumber(noun.features, earlier.noun?.features ?? null)
      )
        return merged(source, earlier, memory);
    }
    // "the source" after an agency or a centre is that one
    const last = memory.teller?.at(-1);
    if (source.group === 'source' && last !== undefined && noun.features?.number !== 'pl' && last.group !== 'person')
      return { ...last, cue: source.cue, inferred: 'definite' };
  }
  return remember(source, memory);
}

/** "the same source", "the source itself": the source. */
function withoutSame(doc: Doc, source: SourceRef): SourceRef {
  const { noun } = source;
  if (noun === null || noun.end < noun.head + 2 || nodeOf(doc, noun.end - 1, 'same') === null) return source;
  const end = noun.end - 1;
  const span = { start: source.span.start, end: doc.tokens.end[end - 1] };
  return {
    ...source,
    span,
    name: doc.text.slice(span.start, span.end),
    words: source.words.slice(0, -1),
    noun: { ...noun, end },
  };
}

/** "the agency" for "agency of X", a surname for the full name, a registered name for its longer form; but "the police" is not "an official of the police". */
function isShortFor({ words, noun }: SourceRef, earlier: SourceRef): boolean {
  if (!earlier.words.includes(words[0])) return false;
  if (earlier.words[0] === words[0] || noun === null) return true;
  if (noun.kind === 'actor' || noun.kind === 'outlet') return earlier.noun === null || earlier.noun.kind === noun.kind;
  // "the rivals of X" are not X
  if (earlier.noun?.features?.number === 'pl') return false;
  return noun.kind === 'name' || (noun.kind === 'other' && noun.node === null);
}

/** "the witness" for "one of the witnesses", "one of the eyewitnesses". */
const isOneOfThose = (noun: NounPhrase, earlier: NounPhrase | null): boolean => {
  const whole = earlier === null ? null : senseOf(earlier.node);
  const sense = senseOf(noun.node);
  if (whole === null || sense === null || earlier?.count?.low !== 1 || earlier.count.high !== 1) return false;
  if (noun.kind !== 'person' || noun.count !== null || noun.features?.number !== 'sg') return false;
  return whole === sense || whole.word.startsWith(`${sense.word} `);
};

/** "a high military official": one person, told by what he is. */
const isUnnamed = (doc: Doc, { head, end, kind, features, count }: NounPhrase): boolean => {
  if ((kind !== 'person' && kind !== 'title') || count !== null || features?.number !== 'sg') return false;
  for (let i = head; i < end; i++) {
    // "an officer | in the army": where he serves does not name him
    if (i > head && (nodeOf(doc, i, 'case') !== null || attachedPreposition(doc, i) !== 0)) return true;
    if (isDefinite(doc, i) || looseOfToken(doc, i).startsWith(ARTICLE)) return false;
  }
  return true;
};

function merged(source: SourceRef, earlier: SourceRef, memory: Memory): SourceRef {
  // named again: now the latest of its kind
  memory.sources.splice(memory.sources.indexOf(earlier), 1);
  memory.sources.push(earlier);
  return { ...earlier, cue: source.cue, inferred: 'definite' };
}

const sameNumber = (a: Features | null, b: Features | null): boolean =>
  a === null || b === null || a.number === null || b.number === null || a.number === b.number;

const media = new Set(['agency', 'newspaper', 'site', 'tv', 'channel', 'radio', 'media', 'local-page']);

function sameGroup(a: string, b: string): boolean {
  if (a === b) return true;
  if (b === 'channel') return a === 'tv';
  if (b === 'media') return media.has(a);
  if (b === 'correspondent' || b === 'official') return a === 'person';
  return b === 'source' && a === 'anonymous';
}

function remember(source: SourceRef, memory: Memory): SourceRef {
  memory.sources.push(source);
  if (memory.sources.length > 60) memory.sources.shift();
  return source;
}

/** "said in a statement": from here on "the statement" is the speaker's. */
export function rememberDocument(
  chunks: readonly Chunk[],
  from: number,
  to: number,
  chain: readonly SourceRef[],
  memory: Memory,
): void {
  const speaker = chain.at(-1);
  if (speaker === undefined || (speaker.noun !== null && isDocument(speaker.noun))) return;
  for (let k = from; k < to; k++) {
    const { noun } = chunks[k];
    if (noun !== null && isDocument(noun)) memory.issuer = speaker;
  }
}

// ---------- left-out subjects

/**
 * The part of a carried chain that a verb without a subject agrees with: the innermost source, or one further out when gender or number of the innermost
 * contradict the verb. Null: nothing in the chain agrees.
 */
export function agreeing(
  doc: Doc,
  verb: Features | null,
  chain: readonly SourceRef[],
  memory: Memory,
  only = false,
): SourceRef[] | null {
  for (let n = chain.length; n > 0; n--) if (agrees(doc, verb, chain[n - 1])) return chain.slice(0, n);
  if (only) return null;
  for (let k = memory.sources.length - 1; k >= Math.max(0, memory.sources.length - 4); k--)
    if (agrees(doc, verb, memory.sources[k])) return [memory.sources[k]];
  return null;
}

type Agreement = { gender: 'm' | 'f' | null; number: 'sg' | 'du' | 'pl' | null; human: boolean };

function agrees(doc: Doc, verb: Features | null, source: SourceRef): boolean {
  if (verb === null || verb.person === 1) return true;
  // "the statement (of the ministry) said, adding that": with the statement, or with whose it is
  if (source.mention !== undefined && agrees(doc, verb, { ...source, noun: source.mention, mention: undefined, group: null }))
    return true;
  const { gender, number, human } = agreementOf(doc, source);
  // a plural of things, and any group named by a plural, takes the feminine singular
  const feminine = gender === 'f' || (number === 'pl' && !human);
  if (verb.number === 'sg' || verb.number === null) {
    if (human && (number === 'pl' || number === 'du')) return verb.number === null;
    if (verb.gender === 'f') return gender !== 'm' || feminine;
    if (verb.gender === 'm') return !feminine;
    return true;
  }
  // plural and dual verbs: people, joint speakers
  return number !== 'sg' || !human || source.words.length > 3;
}

const people: ReadonlySet<string> = new Set(['person', 'official', 'correspondent']);

/** Gender and number of a source as far as its head tells. */
function agreementOf(doc: Doc, source: SourceRef): Agreement {
  const { noun } = source;
  const human =
    noun !== null &&
    field(noun.node, 'unit') !== 'group' &&
    (noun.kind === 'name' || noun.kind === 'title' || noun.kind === 'person' || people.has(source.group ?? ''));
  if (noun === null) return { gender: null, number: null, human };
  if (noun.kind === 'name') return { gender: null, number: 'sg', human: true };
  // "one of the residents"
  if (noun.count !== null && noun.count.low === 1 && noun.count.high === 1) return { gender: null, number: 'sg', human };
  const { features } = noun;
  if (features !== null && features.pos !== 'particle') return { gender: features.gender, number: features.number, human };
  // a registered name: its first word ends in the sign of the feminine or not
  let i = noun.head;
  while (i < noun.end - 1 && doc.tokens.kind[i] !== WORD) i++;
  const last = doc.text.charAt(doc.tokens.end[i] - 1);
  return { gender: last === TEH_MARBUTA ? 'f' : null, number: null, human };
}
