/** "what is called X", "what is known as X": X, as if the words around the name were not there. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { keepsNoon } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { absorb } from './noun-owners.ts';
import type { NounPhrase } from './noun-parts.ts';
import { readNoun } from './noun-phrase.ts';
import type { Gazetteer } from './place-names.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

const PREFIXED = BI | LI | KA;

/** The row with each such name as one phrase, under the preposition that stands before "what". */
export function withoutSoCalled(doc: Doc, chunks: Chunk[], gazetteer: Gazetteer): Chunk[] {
  for (let k = 0; k < chunks.length - 1; k++) {
    const { kind } = chunks[k];
    const name = kind === 'word' || kind === 'case' ? nameBehind(doc, chunks, k, gazetteer) : null;
    if (name === null) continue;
    const named = { ...name.chunk, bits: chunks[k].bits & PREFIXED };
    const whose = named.bits === 0 && kind === 'word' ? takesName(doc, chunks[k - 1], named) : null;
    if (whose === null) chunks.splice(k, name.last - k + 1, named);
    else {
      absorb(whose, named.noun!);
      whose.end = whose.countedEnd = named.noun!.end;
      chunks.splice(k - 1, name.last - k + 2, { ...chunks[k - 1], end: named.end });
    }
  }
  return chunks;
}

/** "one of the members of | what is called X", "fighters of": people without an article, whose they are is still to come. */
function takesName(doc: Doc, before: Chunk | undefined, named: Chunk): NounPhrase | null {
  const noun = before?.kind === 'noun' ? before.noun : null;
  if (noun === null || noun.kind !== 'person' || noun.actor !== null || isDefinite(doc, noun.head)) return null;
  if (noun.end !== noun.head + 1 || doc.info[noun.head].pronoun !== null || keepsNoon(doc, noun.head)) return null;
  // "the commander of | what is called the brigade X"; but "a soldier (arrested) | what is called the prince"
  const many = noun.features === null ? noun.count !== null : noun.features.number === 'pl';
  const body = named.noun!.actor !== null || field(named.noun!.node, 'unit') === 'group';
  return many || (body && noun.features?.number === 'sg') ? noun : null;
}

function nameBehind(doc: Doc, chunks: readonly Chunk[], k: number, gazetteer: Gazetteer): { chunk: Chunk; last: number } | null {
  const what = chunks[k];
  const called = what.end < doc.length ? nodeOf(doc, what.end, 'called') : null;
  if (called === null || chunks[k + 1].start !== what.end || hasConjunction(doc, called.start)) return null;
  const byOthers = field(called, 'others') === 'yes';
  // "(accused) | whom | he calls | bandits": written like "from"
  const object = chunks[k - 1]?.kind === 'noun' || (chunks[k - 1]?.kind === 'event' && chunks[k - 1].finite);
  const whom = object && what.kind === 'case' && what.mark === 'from' && what.end === what.start + 1 && byOthers;
  if (!whom && nodeOf(doc, what.start, 'what') === null) return null;
  if (!byOthers && (chunks[k + 1].kind !== 'verb' || !chunks[k + 1].finite)) return null;
  const last = chunks.findIndex((c, m) => m > k && c.start <= called.end && called.end < c.end);
  if (last < 0) return null;
  const named = chunks[last];
  // "is known | in the name of | X", "called them (the) | bandits" within one phrase
  if (named.start < called.end || (last > k + 1 && !byOthers)) {
    const noun = readNoun(doc, called.end, named.end, gazetteer);
    return noun === null ? null : { chunk: { ...named, kind: 'noun', start: called.end, end: noun.end, noun }, last };
  }
  if ((named.kind !== 'noun' && named.kind !== 'place') || named.noun === null) return null;
  return named.bits & (LI | KA) || named.noun.count !== null ? null : { chunk: named, last };
}
