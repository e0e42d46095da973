/** "the brigades announced the targeting of a tank": whoever announces a deed of arms has done it. */
import { BI } from '../lexicon/analyze.ts';
import { MEEM } from '../text/letters.ts';
import type { Attributed } from './attribution.ts';
import type { Chunk } from './chunk.ts';
import { UNCLAIMED } from './deed-on-other.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isArmed, isBody, isForce } from './parties.ts';
import { cueSense, lightSense } from './senses.ts';
import { bodyOfSpokesman } from './spokesman.ts';
import { field, looseOfToken, senseOf } from './words.ts';

export function ownAnnouncement(doc: Doc, chunks: readonly Chunk[], h: Happening, { frames }: Attributed): void {
  const frame = h.frame >= 0 ? frames[h.frame] : null;
  // "as the police announced, | were killed three": what stands behind "according to" is a clause
  if (frame?.rule === 'attribution.according-to' || h.rules.includes(UNCLAIMED)) return;
  const source = h.actors.length === 0 ? (frame?.chain.at(-1)?.noun ?? null) : null;
  if (source === null || isToldByVerb(chunks, h, frame!) || !announcesOwn(doc, chunks, h, source, frame!.stance === 'denied'))
    return;
  const body = bodyOfSpokesman(doc, source);
  // "the brigades and the companies announced": each of them
  const at = body === null ? chunks.findIndex(({ noun }) => noun !== null && noun.start === source.start) : -1;
  const joint = at >= 0 && chunks[at].end < source.end ? coordinated(doc, chunks, at, null).nouns : [];
  h.actors.push(...(joint.length > 1 ? joint : [body ?? source]));
  h.rules.push('event.own-announcement');
}

/** "said the spokesman of the police | were killed nine", where the colon was lost: "said" takes no verbal noun, so the word is the verb, and nobody's announcement. */
const isToldByVerb = (chunks: readonly Chunk[], h: Happening, { rule, from, verb }: Frame): boolean =>
  rule.includes('-clause') && h.chunk === from && verb >= 0 && !cueSense(senseOf(chunks[verb].node)!).frame.has('np');

/** The last noun of whoever speaks. */
const isTeller = (noun: NounPhrase | null | undefined, source: NounPhrase): boolean =>
  noun != null && (noun === source || (noun.end === source.end && noun.start >= source.start));

/** "X denied the shelling of the hospital": nobody denies so what others did. */
const deedsDenied: ReadonlySet<string> = new Set([
  'attack',
  'shelling',
  'air-strike',
  'bombing',
  'detention',
  'abduction',
  'destruction',
  'execution',
  'chemical-attack',
]);

const isDeniedDeed = ({ types }: Happening): boolean => types[0] === 'killing' || deedsDenied.has(types[0]);

/** "X announced, in a series of statements, | the targeting": where the clause goes on before what it was told in. */
function behindStatement(chunks: readonly Chunk[], at: number): number {
  let k = at;
  if (chunks[k - 1]?.kind === 'mark' && chunks[k - 1].mark === 'comma') k--;
  // "X announced, on Monday, | the shelling"
  if (k < at && chunks[k - 1]?.kind === 'date' && chunks[k - 2]?.mark === 'comma') return k - 2;
  const told = chunks[k - 1]?.noun ?? null;
  if (told === null || chunks[k - 2]?.kind !== 'case' || chunks[k - 2].mark !== 'in' || told.actor !== null) return at;
  if (told.kind !== 'source' && told.kind !== 'other') return at;
  return chunks[k - 3]?.kind === 'mark' && chunks[k - 3].mark === 'comma' ? k - 3 : k - 2;
}

/** What is said of the deeds of others. */
const notOwn: ReadonlySet<string> = new Set(['condemn', 'accuse', 'demand', 'doubt']);

/** "the army admitted (announced, denied) the killing of three hostages": it killed them; "... the death of five of its soldiers". */
function tellsOfKilling(doc: Doc, chunks: readonly Chunk[], h: Happening, denies: boolean): boolean {
  if (denies && h.types[0] === 'execution') return true;
  if (h.types[0] !== 'killing' || h.types.length > 1) return false;
  const verb = chunks.findLast((c, k) => k < h.chunk && c.kind === 'say');
  const led = (chunks[h.chunk].bits & BI) !== 0;
  if (led && field(verb?.node ?? null, 'admits') !== 'yes') return false;
  // "the killing of", not "the death of" nor "the assassination of", which others may have done
  if (!led && field(h.node, 'claimed') !== 'yes') return false;
  if (looseOfToken(doc, h.node!.start).startsWith(MEEM, led ? 1 : 0)) return false;
  return h.recipients.every((r) => doc.info[r.end - 1].pronoun === null);
}

/** "announced | the launching of | raids": the chunk that opens the deed. Whoever announces a suicide bombing, or that a massacre was committed, tells of others. */
function carriedBy(chunks: readonly Chunk[], h: Happening, denies: boolean): number {
  const light = chunks[h.light];
  if (h.light < 0 || h.light !== h.chunk - 1 || light.finite || lightSense(senseOf(light.node)!).subject !== 'actor')
    return h.chunk;
  const own = field(light.node, 'claimed') === 'yes' && h.types[0] !== 'suicide-bombing' && h.types[0] !== 'bombing';
  return denies || own ? h.light : h.chunk;
}

/** "the brigades announced the targeting of a tank": an armed party tells its own deed, unless the words name another doer. */
function announcesOwn(doc: Doc, chunks: readonly Chunk[], h: Happening, source: NounPhrase, denies: boolean): boolean {
  if (h.finite || h.sense === null || h.sense.subject !== 'actor') return false;
  if (h.outcome !== null && h.types[0] !== 'detention' && !tellsOfKilling(doc, chunks, h, denies)) return false;
  const party = bodyOfSpokesman(doc, source) ?? source;
  const armed = field(party.actor, 'armed') === 'yes' || (isArmed(party) && isBody(party));
  if (!isForce(doc, party) || (denies ? !isDeniedDeed(h) : !armed)) return false;
  let at = behindStatement(chunks, carriedBy(chunks, h, denies)) - 1;
  // "the forces admitted, for their part, the shelling of"
  while (at > 0 && chunks[at].kind === 'reset' && field(chunks[at].node, 'resets') === 'speaker') at--;
  const before = chunks[at];
  // who condemns an attack has not made it
  const verb = chunks.findLast((c, k) => k < h.chunk && c.kind === 'say');
  const act = field(verb?.node ?? null, 'act');
  // nor has who observed the launching of a rocket launched it
  if (act !== undefined && (notOwn.has(act) || (act === 'document' && field(verb!.node, 'films') !== 'yes'))) return false;
  return (
    before !== undefined &&
    (isTeller(before.noun, source) ||
      // "X announced the foiling of"
      (before.kind === 'say' && before.finite && isTeller(chunks[at - 1]?.noun, source)) ||
      (before.kind === 'case' && before.mark === 'about' && isTeller(chunks[at - 1]?.noun, source)))
  );
}
