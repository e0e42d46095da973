/** The object that a verb needs to tell of a happening: "takes them as human shields", "found 12 bodies", "lost six of its men". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { handledDead } from './handled-dead.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { eventSense } from './senses.ts';
import { field, isDefinite, senseOf } from './words.ts';

/** The object without which the word tells nothing is part of what is said: "the fate of X is not known", "uses them as human shields". */
export function withObject(chunks: readonly Chunk[], k: number, h: Happening): void {
  // "a breach of | the ceasefire": what was broken is named
  // "broke | the army | the truce": its subject may stand between
  const next = chunks[k + 1]?.kind === 'noun' && chunks[k].finite ? chunks[k + 2] : chunks[k + 1];
  const sense = next?.kind === 'event' && !next.finite ? senseOf(next.node) : null;
  if (h.types[0] === 'agreement' && sense !== null && eventSense(sense).types[0] === 'agreement') h.weak = false;
  const { object } = chunks[k];
  if (object < 0 || h.types[0] !== 'situation') return;
  const at = chunks.findIndex((c) => c.start <= object && object < c.end);
  if (at > h.until) h.until = at;
}

/** "the villagers found 12 bodies", "the army lost six men": who finds or loses them is not whom it happened to. */
export function foundBodies(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening): void {
  const { object } = chunks[k];
  if (object >= 0 && h.outcome === 'other') handledDead(chunks, object, h);
  if (object < 0 || h.outcome !== 'killed' || h.sense!.subject !== 'none') return;
  const body = chunks.find((c) => c.noun !== null && c.start <= object && object < c.end)?.noun ?? null;
  // "the gunmen lost | the village": a definite noun right behind the verb, and nobody's own, is who lost
  if (body !== null && isLoser(doc, chunks, k, body)) {
    const own = chunks[k + 2]?.noun ?? null;
    if (own !== null && own.count !== null) {
      h.recipients = [own];
      return;
    }
    h.types = [h.places.length > 0 ? 'territory' : 'situation'];
    h.outcome = null;
    h.weak = true;
    h.recipients = [body];
    return;
  }
  // who mourns is not who died
  if (body === null) {
    h.recipients = [];
    return;
  }
  h.recipients = h.recipients.filter((r) => r.end > body.start);
  if (!h.recipients.some((r) => r.start === body.start)) h.recipients.push(body);
}

const isLoser = (doc: Doc, chunks: readonly Chunk[], k: number, body: NounPhrase): boolean =>
  field(chunks[k].node, 'loses') === 'yes' &&
  chunks[k].finite &&
  chunks[k + 1]?.noun === body &&
  body.count === null &&
  isDefinite(doc, body.head) &&
  doc.info[body.head].pronoun === null;

/** "and (it) deployed | soldiers": what the verb needs for its object, new here and of nobody, did nothing. */
export function takesNeeded(doc: Doc, { object, start }: Chunk, h: Happening, nouns: readonly NounPhrase[]): boolean {
  const [{ head, end, actor, definite }] = nouns;
  if (object !== head || h.outcome !== null || h.sense!.object !== 'recipient' || doc.info[start].pronoun !== null) return false;
  if (actor !== null || definite || isDefinite(doc, end - 1)) return false;
  h.recipients.push(...nouns);
  h.rules.push('event.verb-subject');
  return true;
}

/** "opened | two gunmen | the fire": who stands between a verb and the object that it needs did it. */
export const isBeforeObject = (chunks: readonly Chunk[], k: number, at: number | undefined): boolean =>
  at !== undefined &&
  chunks[k].object > chunks[k].start + 1 &&
  chunks[at].start < chunks[k].object &&
  chunks[at].noun !== null &&
  chunks[at].noun!.head !== chunks[k].object;
