/** The verb that a deed depends on, and whose subject does it: "managed to reach", "began to shell", "inflicted losses in a battle". */
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Happening } from './happening.ts';
import { subjectBetween } from './light-subject.ts';
import { isSafeFrom } from './managing.ts';
import type { NounPhrase } from './noun-parts.ts';
import { isForce, isPeople } from './parties.ts';
import { attackTypes } from './senses.ts';
import { subjectOf } from './subjects.ts';
import { field, isDefinite, nodeOf } from './words.ts';

/** "tried to", "was able to": the deed is its object. */
export const takesDeed = (doc: Doc, { start, node }: Chunk): boolean =>
  nodeOf(doc, start, 'unreal') !== null || field(node, 'able') === 'yes';

const spokenOf: ReadonlySet<string> = new Set(['on', 'about']);

/** "managed to reach", "began to shell": the subject of the verb does what the verbal noun says. */
export function controlVerb(doc: Doc, chunks: readonly Chunk[], j: number, k: number, h: Happening, used: Uint8Array): void {
  // "did not comment on the attack", "asked about the raid": an attack known before is spoken of, not done
  const link = chunks[k - 1];
  // "the residents live under the shelling"
  if (attackTypes.has(h.types[0]) && field(link.node, 'under') === 'yes') return;
  if (attackTypes.has(h.types[0]) && isDefinite(doc, h.start) && link.kind === 'case' && spokenOf.has(link.mark)) return;
  // "strive | for | their safety | from | the raids": they do not raid
  if (link.kind === 'case' && link.mark === 'from' && attackTypes.has(h.types[0]) && isSafeFrom(chunks, j, k)) return;
  // "dealt | with | an injury", "visited those hurt | in the attack": nor by who sees to its victims
  if (h.outcome !== null && link.kind === 'case' && link.mark === 'with') return;
  const theirs = link.kind === 'case' && (link.mark === 'in' || link.mark === 'from') && !takesDeed(doc, chunks[j]);
  if (theirs && attackTypes.has(h.types[0]) && isDefinite(doc, h.start) && isHurt(chunks[k - 2]) && k - 2 > j + 1) return;
  const nouns =
    inflicters(doc, chunks, j, used) ??
    subjectBetween(doc, chunks, j, k, used).filter((n) => isPeople(n) || n.kind === 'actor' || isForce(doc, n));
  if (nouns.length === 0 || h.actors.length > 0) return;
  h.rules.push('event.control-verb');
  if (h.sense!.subject === 'recipient') h.recipients.push(...nouns);
  else h.actors.push(...nouns);
}

/** "the army inflicted on(direct) the attackers losses in a battle": who stands before the verb, and not on whom. */
const inflicters = (doc: Doc, chunks: readonly Chunk[], verb: number, used: Uint8Array): NounPhrase[] | null =>
  field(chunks[verb].node, 'inflicts') === 'yes' ? subjectOf(doc, chunks, verb, used) : null;

const isHurt = ({ kind, noun }: Chunk): boolean => kind === 'noun' && (noun?.kind === 'outcome' || noun?.kind === 'person');
