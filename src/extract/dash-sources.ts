/** A headline that names its source last, behind a dash: "twelve soldiers killed in an ambush north of X - local official". */
import { BI, KA, LI, WA } from '../lexicon/analyze.ts';
import { BREAK } from '../text/scan.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { NounPhrase } from './noun-parts.ts';
import { canSay, isMedium } from './sources.ts';
import { field } from './words.ts';

/** The source is at most this many chunks long. */
const LONGEST = 4;

/** The dash in chunk `k` of a line is followed by a source alone, and what it tells stands before. */
export function isBehindDash(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const rest = chunks.length - k - 1;
  if (k < 2 || rest < 1 || rest > LONGEST) return false;
  const noun = chunks[k + 1].noun;
  if (noun === null || (chunks[k + 1].bits & (BI | LI | KA | WA)) !== 0 || noun.count !== null || !isVoice(noun)) return false;
  // a full stop closes a sentence, and no headline
  const end = chunks[chunks.length - 1].end;
  if (end < doc.length && doc.tokens.kind[end] !== BREAK) return false;
  for (let j = k + 1; j < chunks.length; j++) if (chunks[j].finite || chunks[j].kind === 'event') return false;
  // "clashes of X - Y": sides, and a name with what it is also called
  if (isForceful(chunks[k - 1].noun) && isForceful(noun)) return false;
  return chunks.slice(0, k).some((c) => c.kind === 'event' || c.noun?.count != null);
}

const isForceful = (noun: NounPhrase | null): boolean => noun !== null && (noun.actor !== null || noun.kind === 'actor');

/** Who may be named so. The site that a page belongs to stands there too, and says nothing. */
function isVoice(noun: NounPhrase): boolean {
  if (!canSay(noun, false)) return false;
  if (noun.kind === 'outlet') return field(noun.node, 'kind') === 'monitor' || field(noun.node, 'kind') === 'ngo';
  if (isMedium(noun)) return noun.kind === 'source' && !noun.definite && field(noun.node, 'kind') === 'media';
  // "soldiers killed - children": who is told of, and no voice
  return noun.kind === 'person' ? !victims.has(field(noun.node, 'who') ?? '') : voices.has(noun.kind);
}

const voices: ReadonlySet<string> = new Set(['source', 'title', 'actor', 'name']);
const victims: ReadonlySet<string> = new Set(['combatant', 'child', 'woman', 'man']);
