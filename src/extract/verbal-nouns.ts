/** The parties of a verbal noun: its genitive, the light verb that carries it, the verb it depends on. */
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { add, walk } from './arguments.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce } from './parties.ts';
import { lightSense } from './senses.ts';
import { subjectOf } from './subjects.ts';
import { field, isDefinite, nodeOf, senseOf } from './words.ts';

export function nounArguments(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  const found = walk(doc, chunks, k, h, used, true);
  h.until = found.until;
  const sense = h.sense!;
  const [genitive] = found.direct;
  if (genitive !== undefined) {
    const head = genitive[0];
    const force = isForce(doc, head);
    // "repeated shelling", "a similar attack": one unknown word beside the noun is its adjective
    if (
      head.kind === 'other' &&
      h.outcome === null &&
      genitive.length === 1 &&
      head.end - head.start === 1 &&
      nodeOf(doc, head.head, 'nationality') === null &&
      isDefinite(doc, head.head) === isDefinite(doc, h.start)
    ) {
      lightVerb(doc, chunks, k, h, used);
      return;
    }
    if (h.end - h.start > 1 || isDefinite(doc, h.start)) {
      // an adjective or the article closes the genitive; a nationality still names the side
      if (field(head.node, 'country') !== undefined && head.kind === 'other') h.actors.push(head);
      else if (force && found.directAt[0] === k + 1) h.actors.push(...genitive);
    } else if (head.kind === 'other' && nodeOf(doc, head.head, 'nationality') !== null) {
      h.actors.push(head);
      h.rules.push('event.nationality');
    } else if (sense.of === 'actor' || (sense.of === 'either' && h.outcome === null && force)) {
      h.actors.push(...genitive);
      h.rules.push('event.noun-of-actor');
    } else if (sense.of === 'place' && head.place !== null) add(h, 'at', head.place);
    else {
      h.recipients.push(...genitive);
      h.rules.push('event.noun-of-recipient');
    }
  }
  lightVerb(doc, chunks, k, h, used);
}

/** "carried out a raid", "came under shelling", "clashes broke out": the light verb gives the verbal noun its subject. */
function lightVerb(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array): void {
  for (let j = k - 1; j >= 0 && j >= k - 7; j--) {
    const chunk = chunks[j];
    if (chunk.kind === 'light') {
      const sense = senseOf(chunk.node);
      if (sense === null) return;
      const { subject } = lightSense(sense);
      h.light = j;
      if (subject === 'event' || subject === 'none') return;
      const nouns = subjectBetween(doc, chunks, j, k, used);
      if (nouns.length === 0) {
        if (subject === 'actor') h.rules.push('event.light-without-subject');
        return;
      }
      h.rules.push('event.light-verb');
      if (subject === 'recipient') h.recipients.push(...nouns.filter((n) => n.place === null || n.kind !== 'place'));
      else if (subject === 'place') for (const noun of nouns) noun.place !== null && add(h, 'at', noun.place);
      else h.actors.push(...nouns);
      return;
    }
    if (
      chunk.kind === 'verb' &&
      chunk.finite &&
      j < k - 1 &&
      (chunks[k - 1].kind === 'case' || chunks[k].bits & BI) &&
      h.sense!.subject !== 'none'
    ) {
      controlVerb(doc, chunks, j, k, h, used);
      return;
    }
    if (
      chunk.kind === 'event' ||
      chunk.kind === 'say' ||
      chunk.kind === 'that' ||
      chunk.kind === 'verb' ||
      chunk.kind === 'contrast' ||
      chunk.kind === 'result' ||
      chunk.kind === 'cause'
    )
      return;
    if (chunk.kind === 'mark' && chunk.mark === 'comma') return;
  }
}

/** "managed to reach", "began to shell": the subject of the verb does what the verbal noun says. */
function controlVerb(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening, used: Uint8Array): void {
  const nouns = subjectBetween(doc, chunks, j, k, used);
  if (nouns.length === 0 || h.actors.length > 0) return;
  h.rules.push('event.control-verb');
  if (h.sense!.subject === 'recipient') h.recipients.push(...nouns);
  else h.actors.push(...nouns);
}

function subjectBetween(doc: Doc, chunks: readonly Chunk[], light: number, k: number, used: Uint8Array): NounPhrase[] {
  for (let j = light + 1; j < k; j++) {
    const chunk = chunks[j];
    if (chunk.kind === 'noun' && chunk.noun !== null && !(chunk.bits & (BI | LI | KA)) && chunks[j - 1].kind !== 'case')
      return coordinated(doc, chunks, j, null).nouns;
    if (chunk.kind === 'place') return chunk.noun !== null ? [{ ...chunk.noun, place: chunk.place }] : [placeNoun(chunk)];
  }
  return subjectOf(doc, chunks, light, used) ?? placeBefore(chunks, light);
}

function placeBefore(chunks: readonly Chunk[], light: number): NounPhrase[] {
  const before = chunks[light - 1];
  return before !== undefined && before.kind === 'place' ? [placeNoun(before)] : [];
}

const placeNoun = (chunk: Chunk): NounPhrase => ({
  start: chunk.start,
  end: chunk.end,
  head: chunk.start,
  kind: 'place',
  node: null,
  features: null,
  count: null,
  countNode: null,
  countedEnd: chunk.end,
  definite: true,
  actor: null,
  outlet: null,
  place: chunk.place,
  person: null,
  additional: false,
  mayBeSource: false,
});
