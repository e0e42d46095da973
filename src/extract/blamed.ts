/** Who is blamed beside the word of the deed: "ascribed the attack to X", "attacks ascribed to X", "responsibility for the attack was laid on X". */
import { BI, LI } from '../lexicon/analyze.ts';
import { keepsNoon, keepsUn } from './case-endings.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import type { Frame } from './frame.ts';
import type { Happening } from './happening.ts';
import { itemAt } from './item-at.ts';
import type { NounPhrase } from './noun-parts.ts';
import { coordinated, isForce } from './parties.ts';
import { fitOf, pronounOf } from './referred-back.ts';
import { featuresOf, field, hasConjunction, nodeOf } from './words.ts';

/** How many chunks the word of blame may stand before the deed or after its arguments. */
const BEFORE = 3;
const AFTER = 2;

export function blamedFor(doc: Doc, chunks: readonly Chunk[], h: Happening): void {
  if (h.finite || h.actors.length > 0) return;
  if (chargedWith(doc, chunks, h) || standsBehindIt(doc, chunks, h)) return;
  for (let j = Math.max(0, h.chunk - BEFORE); j <= h.until + AFTER && j < chunks.length; j++) {
    const blame = nodeOf(doc, chunks[j].start, 'blame');
    if (blame === null || (chunks[j].kind === 'noun' && featuresOf(blame)?.pos !== 'adjective')) continue;
    const role = field(blame, 'on') ?? 'to';
    if (role === 'on' && !chunks.slice(j, h.chunk).some((c) => c.kind === 'responsibility')) continue;
    // "ascribed the attack, which killed 30 in Y, | to X": what is told of the deed stands between
    const apart = j < h.chunk && j >= h.chunk - 2 && h.definite && chunks[h.chunk + 1]?.kind === 'relative';
    const last = apart ? h.chunk + APART : Math.max(j, h.until) + AFTER;
    for (let m = Math.max(j, h.chunk) + 1; m + 1 < chunks.length && m <= last; m++) {
      const { kind, mark } = chunks[m];
      if (apart && (chunks[m].finite || (kind === 'case' && !isPartyAt(doc, chunks[m + 1])))) continue;
      if (kind === 'that' || kind === 'event' || kind === 'contrast' || kind === 'result') return;
      if (kind !== 'case' || mark !== role) continue;
      const { noun } = chunks[m + 1];
      if (noun === null || (!isForce(doc, noun) && noun.kind !== 'person' && noun.actor === null)) return;
      const { nouns } = coordinated(doc, chunks, m + 1, null);
      h.actors.push(...nouns);
      h.recipients = h.recipients.filter((r) => !nouns.includes(r));
      h.rules.push('event.blamed-on');
      return;
    }
  }
}

/** How far behind the deed the preposition may stand where a clause describes the deed. */
const APART = 12;

const isPartyAt = (doc: Doc, { noun }: Chunk): boolean =>
  noun !== null && (isForce(doc, noun) || noun.actor !== null || (noun.kind === 'person' && noun.features?.number !== 'sg'));

/** "that X (is) behind | the planting of charges": a clause without a verb. */
function standsBehindIt(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const [party, link] = chunks.slice(Math.max(0, h.chunk - 2), h.chunk);
  if (link?.kind !== 'case' || field(link.node, 'behind') !== 'yes' || doc.info[link.start].pronoun !== null) return false;
  if (party.kind !== 'noun' || party.noun === null || party.bits & (BI | LI) || !isForce(doc, party.noun)) return false;
  h.actors.push(party.noun);
  h.rules.push('event.blamed-on');
  return true;
}

/** "accused X of | (the) support of | the rebels": a word of support with its "of", where nobody is said to support by a preposition of its own. */
export const isBacking = ({ kind, mark, start, end }: Chunk): boolean =>
  kind === 'case' && mark === 'support' && end === start + 1;

/** Who did what somebody is accused of: the accused and whom he did it with; not what those did whom he is said to have helped. */
export function accusedOf(doc: Doc, chunks: readonly Chunk[], h: Happening, frame: Frame): NounPhrase[] {
  const { actor, from } = frame;
  // "accused X of burning houses so that they flee": nobody flees by the hands of others
  if (actor === null || h.sense?.subject === 'recipient') return [];
  const verb = h.light >= 0 ? h.light : h.chunk;
  const before = verb > from ? chunks[verb - 1] : undefined;
  if (chunks[verb].finite && before !== undefined) {
    // "accused X of harbouring the gunmen | who killed", "of supporting groups (that) attacked"
    if (before.kind === 'relative') return doersOf(doc, chunks[verb - 2]);
    if (before.noun !== null && before.end === chunks[verb].start && !hasConjunction(doc, chunks[verb].start))
      return doersOf(doc, before);
  }
  if (chunks[from] !== undefined && isBacking(chunks[from]) && !hasConjunction(doc, chunks[verb].start)) return [];
  const accuser = frame.chain.at(-1)?.noun ?? null;
  if (accuser !== null && isOfAccuser(doc, chunks, h, verb, actor, accuser)) return [accuser];
  const at = chunks.findIndex(({ noun }) => noun === actor);
  return at < 0 ? [actor] : coordinated(doc, chunks, at, null).nouns;
}

/** "the army(m) accused the movement(f) of shelling the town | after | his withdrawal from it": whom the pronoun or the verb agrees with withdrew. */
function isOfAccuser(
  doc: Doc,
  chunks: readonly Chunk[],
  h: Happening,
  verb: number,
  accused: NounPhrase,
  accuser: NounPhrase,
): boolean {
  const link = chunks[verb - 1];
  if (link === undefined || !(link.kind === 'conjunction' || (link.kind === 'case' && apart.has(link.mark)))) return false;
  if (accuser.start > accused.start || !isForce(doc, accuser)) return false;
  const features = h.finite ? featuresOf(chunks[verb].node!) : null;
  if (h.finite && (features?.pos !== 'verb' || features.person === 1 || features.voice === 'passive')) return false;
  const pronoun = !h.finite
    ? pronounOf(doc, chunks[verb].start)
    : features!.number === 'pl'
      ? 'they'
      : features!.gender === 'f'
        ? 'she'
        : 'he';
  if (pronoun === null || fitOf(doc, pronoun, accuser) === 0) return false;
  // "the Houthis": the plural of people, where the other is one body
  return pronoun === 'they' ? keepsUn(doc, accuser.head) && !keepsNoon(doc, accused.head) : fitOf(doc, pronoun, accused) === 0;
}
const apart: ReadonlySet<string> = new Set(['after', 'before', 'during']);

const doersOf = (doc: Doc, chunk: Chunk | undefined): NounPhrase[] =>
  chunk?.noun != null && (isForce(doc, chunk.noun) || chunk.noun.kind === 'person') ? [chunk.noun] : [];

/** "accusations (that were) made to X of killing civilians": who stands behind "to", right before the deed with its "of". */
function chargedWith(doc: Doc, chunks: readonly Chunk[], h: Happening): boolean {
  const party = itemAt(chunks, h.chunk - 1);
  if (!(chunks[h.chunk].bits & BI) || party?.kind !== 'noun' || party.noun === null) return false;
  const apart = chunks[h.chunk - 2]?.kind === 'case' && chunks[h.chunk - 2].mark === 'to';
  if (!(party.bits & LI) && !apart) return false;
  if (!isForce(doc, party.noun) && party.noun.kind !== 'person' && party.noun.actor === null) return false;
  for (let j = h.chunk - (apart ? 3 : 2); j >= 0 && j >= h.chunk - CHARGE; j--) {
    const { kind, node, noun } = chunks[j];
    if ((kind === 'hearsay' || kind === 'say') && field(node, 'stance') === 'accused') {
      h.actors.push(party.noun);
      h.rules.push('event.charged-with');
      return true;
    }
    if (kind !== 'light' && kind !== 'verb' && kind !== 'word' && !(noun !== null && noun.kind === 'other')) return false;
  }
  return false;
}

/** How many chunks before the deed the word of the charge may stand. */
const CHARGE = 5;
