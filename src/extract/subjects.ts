/** The subject that stands before its verb. */
import { BI, FA, KA, LI } from '../lexicon/analyze.ts';
import { isNextClause } from './argument-nouns.ts';
import { beforeBrackets, beforeSubset, countedBehindParts } from './before-parts.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { itemAt } from './item-at.ts';
import { firstJoined } from './joined-back.ts';
import type { NounPhrase } from './noun-parts.ts';
import { APART, describesSubject, isSuspicion, opensClause, stopping, suspecting } from './opening-subject.ts';
import { coordinated, isArmed, isBody, isForce } from './parties.ts';
import { asideBefore } from './put-between.ts';
import { fitOf } from './referred-back.ts';
import { eventSense } from './senses.ts';
import { beforeShare } from './shares.ts';
import { speakerTold } from './speaker-clauses.ts';
import { topicSubject } from './topic-subject.ts';
import { featuresOf, field, hasConjunction, isDefinite, nodeOf, senseOf } from './words.ts';

/** "a plane, which is thought to be Russian, struck": back over what is only thought of the noun. */
function beforeSuspicion(doc: Doc, chunks: readonly Chunk[], j: number, used: Uint8Array): number {
  for (let k = j - 1; k > 1 && k >= j - 4; k--) {
    if (chunks[k].kind !== 'that') continue;
    if (!isSuspicion(doc, chunks, k, used)) return j;
    let noun = suspecting(chunks, k) - 1;
    while (noun > 0 && (chunks[noun].kind === 'mark' || chunks[noun].kind === 'relative')) noun--;
    return chunks[noun].kind === 'noun' && chunks[noun].noun !== null && chunks[noun].noun!.actor === null ? noun : j;
  }
  return j;
}

/** The subject that stands before its verb, or the antecedent of a relative clause. */
export function subjectOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  const topic = takenUp(doc, chunks, k);
  if (topic !== null) return topic;
  if (hasConjunction(doc, chunks[k].start) || (k > 0 && field(nodeOf(doc, chunks[k - 1].start, 'continue'), 'joins') === 'yes'))
    return null;
  const near = described(doc, chunks, k) ?? behindDescription(doc, chunks, k, used) ?? besideVerb(doc, chunks, k, used);
  // "reinforcements | coming | from X (which) they destroyed": what they were doing is nobody
  const beside = near?.[0].kind === 'other' && nodeOf(doc, near[0].head, 'attends') !== null ? null : near;
  // "that 3 reporters who came to cover the battles were wounded": what stands beside the verb cannot be its subject
  const passed = beside !== null && beside[0].kind === 'other' && cannotDo(beside, chunks[k]);
  const found =
    (passed ? null : beside) ??
    beforeRelative(chunks, k, used) ??
    opensClause(doc, chunks, k, used) ??
    beside ??
    topicSubject(doc, chunks, k, used);
  // "15 days, and no lorry has come in": time does nothing
  if (found?.[0].kind === 'other' && nodeOf(doc, found[0].head, 'unit') !== null) return null;
  return found !== null && (cannotDo(found, chunks[k]) || isDoneToThem(doc, found, chunks[k])) ? null : found;
}

const isSomebody = ({ kind }: NounPhrase): boolean => kind === 'person' || kind === 'outcome' || kind === 'number';
/** "22 policemen whom (he) had taken(them)", "a hostage whom (she) held(him)": the pronoun is theirs, and the verb does not agree with them. */
function isDoneToThem(doc: Doc, [noun, ...more]: readonly NounPhrase[], { start, node }: Chunk): boolean {
  const { pronoun } = doc.info[start];
  const verb = node === null ? null : featuresOf(node);
  if (pronoun === null || verb?.number !== 'sg' || verb.person === 1 || more.length > 0 || !isSomebody(noun)) return false;
  const { features, count } = noun;
  if (count === null && (field(noun.person ?? noun.node, 'unit') === 'group' || noun.actor !== null)) return false;
  // outside the nominative the plural is written like the dual
  if (pronoun === '3mp')
    return count === null ? features !== null && features.number !== 'sg' && features.gender !== 'f' : count.low > 1;
  if (count !== null || features?.number !== 'sg' || verb.gender === null || features.gender === null) return false;
  return pronoun === (features.gender === 'f' ? '3fs' : '3ms') && verb.gender !== features.gender;
}

/** How many chunks may describe who the clause is about. */
const TOPIC = 8;

/** "as for the gunmen, so they killed": whoever stands behind "as for" does what "so" takes up. */
function takenUp(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase[] | null {
  if ((doc.bits[chunks[k].start] & FA) === 0) return null;
  for (let j = k - 1; j >= 0 && j >= k - TOPIC; j--) {
    const { kind, finite, node } = chunks[j];
    if (finite || kind === 'that' || kind === 'result' || (kind === 'mark' && !(j === k - 1 && chunks[j].mark === 'comma')))
      return null;
    if (kind !== 'contrast' || field(node, 'taken-up') !== 'yes') continue;
    const first = chunks[j + 1];
    const free = first.kind === 'noun' && j + 1 < k && (first.bits & (BI | LI | KA)) === 0;
    return free ? coordinated(doc, chunks, j + 1, null).nouns : null;
  }
  return null;
}

/** "a ship whose crew (they) hold", "a physician, then (they) killed him": one man and things without life do nothing in the masculine plural. */
function cannotDo([noun, ...more]: readonly NounPhrase[], { node }: Chunk): boolean {
  const verb = node === null ? null : featuresOf(node);
  if (verb?.number !== 'pl' || verb.gender !== 'm' || verb.person === 1 || more.length > 0 || noun.count !== null) return false;
  if (noun.kind === 'thing') return noun.actor === null && field(noun.node, 'means') !== 'yes';
  if (noun.kind === 'other') return noun.features?.gender === 'f' && noun.actor === null && noun.node?.kind !== 'nationality';
  const one = noun.kind === 'person' || noun.kind === 'name' || noun.kind === 'title';
  return one && noun.features?.number === 'sg' && field(noun.person ?? noun.node, 'unit') !== 'group' && noun.actor === null;
}

/** "confronted a patrol that stole into the village": without a relative the verb behind an indefinite noun that a preposition governs is that noun's. */
export function described(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase[] | null {
  const before = itemAt(chunks, k - 1);
  const { noun } = before ?? { noun: null };
  if (noun === null || before.kind !== 'noun' || before.end !== chunks[k].start || noun.definite || isDefinite(doc, noun.end - 1))
    return null;
  if (!(before.bits & (BI | LI)) && chunks[k - 2]?.kind !== 'case') return null;
  // "testimonies of survivors who fled"
  const sense = senseOf(chunks[k].node);
  const flees = isMany(doc, noun) && sense !== null && eventSense(sense).subject === 'recipient';
  if ((noun.kind !== 'person' && noun.kind !== 'actor' && !(flees && noun.kind === 'outcome')) || noun.count !== null)
    return null;
  if (noun.features === null) return null;
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  if (verb?.pos !== 'verb' || verb.person === 1 || verb.gender !== noun.features.gender) return null;
  if (verb.number !== noun.features.number && !(flees && verb.number === 'pl')) return null;
  if (doc.info[noun.end - 1].pronoun !== null) return null;
  // "fired on a crowd that pelted(them)": one is not many
  const { pronoun } = doc.info[chunks[k].start];
  const others = noun.kind === 'person' && noun.features.number === 'sg' && (pronoun === '3mp' || pronoun === '3fp');
  return isArmed(noun) || others || flees ? [noun] : null;
}

/** Outside the nominative the plural is written like the dual. */
const isMany = (doc: Doc, { head, node, features }: NounPhrase): boolean =>
  features?.number === 'pl' || doc.at[head].some((n) => n.kind === node?.kind && featuresOf(n)?.number === 'pl');

/** "that seven gunmen, one of whom wears a uniform, attacked(plural)": a verb in the present right behind the people that open the clause describes them. */
function behindDescription(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  if (verb?.tense !== 'past') return null;
  for (let j = k - 2; j > 0 && j >= k - APART; j--) {
    const { kind, finite, noun, bits } = chunks[j];
    if (finite) {
      const first = chunks[j - 1];
      const opens = describesSubject(doc, chunks, j) && !used[j - 1] && !(first.bits & (BI | LI | KA));
      const agrees = verb.number === 'pl' || (verb.number === first.noun?.features?.number && first.noun?.count === null);
      return opens && agrees && isArmed(first.noun!) ? [first.noun!] : null;
    }
    // "that a bomber who leads a patrol | attacked(sg)": who stands between may have acted as well
    if (verb.number !== 'pl' && noun !== null && (noun.kind === 'person' || noun.actor !== null) && !(bits & (BI | LI | KA)))
      return null;
    if (kind !== 'reset' && (stopping.has(kind) || kind === 'that' || kind === 'mark')) return null;
  }
  return null;
}

/** "that the soldiers, who were fleeing from X, looted": what opens the clause does what stands behind a relative clause between commas. */
function beforeRelative(chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  if (!isComma(chunks[k - 1])) return null;
  for (let j = k - 2; j > 0 && j >= k - APART; j--) {
    const { kind, mark } = chunks[j];
    if (kind === 'that' || kind === 'say' || kind === 'contrast' || kind === 'reset' || (kind === 'mark' && mark !== 'comma'))
      return null;
    if (kind !== 'relative' || !isComma(chunks[j - 1])) continue;
    // "the government, | recognized by the world"
    const at = chunks[j - 2]?.kind === 'word' ? j - 3 : j - 2;
    const first = chunks[at];
    if (first?.noun == null || first.kind !== 'noun' || used[at] || first.bits & (BI | LI | KA)) return null;
    const before = chunks[at - 1];
    return before === undefined || opens.has(before.kind) ? [first.noun] : null;
  }
  return null;
}

const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.mark === 'comma';

/** "in", "in the ranks of": what ties a phrase to the subject before it. */
const isLink = (chunk: Chunk | undefined): boolean => chunk?.kind === 'case' || chunk?.kind === 'rank';

/** "the forces of X and dozens of youths who closed(plural)": forces are "she", and the clause is of the youths. */
function isOfPeople(chunks: readonly Chunk[], first: number, last: number, verb: number): boolean {
  const [body, people] = [chunks[first].noun, chunks[last].noun!];
  const features = chunks[verb].node === null ? null : featuresOf(chunks[verb].node!);
  if (features?.number !== 'pl' || features.gender !== 'm' || isBody(people)) return false;
  if (people.kind !== 'person' && people.kind !== 'outcome') return false;
  return body !== null && (body.kind === 'actor' || isBody(body)) && field(body.actor, 'kind') !== 'person';
}

/** "settlers attacked under the protection of | the army, which arrested(sg)": a force that a preposition governs, with whom alone the verb agrees. */
function isOfGoverned(doc: Doc, chunks: readonly Chunk[], j: number, k: number): boolean {
  const [first, link] = [chunks[j - 2]?.noun ?? null, chunks[j - 1]];
  const noun = chunks[j].kind === 'noun' ? chunks[j].noun : null;
  const verb = chunks[k].node === null ? null : featuresOf(chunks[k].node!);
  if (
    noun === null ||
    first === null ||
    link.kind !== 'case' ||
    verb?.number !== 'sg' ||
    doc.info[chunks[k].start].pronoun !== null
  )
    return false;
  const doer = subjectBehind(chunks, j - 2);
  const pronoun = verb.gender === 'f' ? 'she' : 'he';
  return doer !== null && noun.definite && isForce(doc, noun) && fitOf(doc, pronoun, noun) > 0 && fitOf(doc, pronoun, doer) === 0;
}

/** The noun right behind the finite verb before chunk `at`. */
function subjectBehind(chunks: readonly Chunk[], at: number): NounPhrase | null {
  const verb = chunks.findLastIndex((c, m) => m < at && c.finite);
  return verb < 0 ? null : (chunks[verb + 1].noun ?? null);
}

/** How many chunks tie the phrase to what stands before it: "in", "in some (cases)". */
const isLinked = (doc: Doc, chunks: readonly Chunk[], j: number): number =>
  isLink(chunks[j - 1])
    ? 1
    : j > 1 && chunks[j - 1].kind === 'word' && nodeOf(doc, chunks[j - 1].start, 'each') !== null && isLink(chunks[j - 2])
      ? 2
      : 0;

const isPredicate = (chunks: readonly Chunk[], j: number): boolean => {
  const noun = chunks[j]?.noun ?? null;
  return (
    noun?.kind === 'other' &&
    !noun.definite &&
    noun.count === null &&
    chunks[j - 1]?.kind === 'was' &&
    (chunks[j - 2]?.kind === 'noun' || chunks[j - 2]?.kind === 'relative')
  );
};

/** "the army, on Monday, killed": where the aside opens, right behind a subject that opens its clause; -1 elsewhere. */
function leads(chunks: readonly Chunk[], open: number): number {
  if (open < 1 || chunks[open - 1].kind !== 'noun') return -1;
  const before = chunks[open - 2];
  return before === undefined || opens.has(before.kind) ? open : -1;
}
const opens: ReadonlySet<string> = new Set(['that', 'contrast', 'continue', 'was']);

/** "the forces | that | leads(them) | the general | withdrew (feminine)": the verb is that of the forces. */
function whomTheyLead(doc: Doc, chunks: readonly Chunk[], j: number, k: number): NounPhrase[] | null {
  const [forces, relative, verb] = [itemAt(chunks, j - 3), itemAt(chunks, j - 2), itemAt(chunks, j - 1)];
  if (relative?.kind !== 'relative' || !verb.finite || doc.info[verb.start].pronoun !== '3fs' || forces?.noun == null)
    return null;
  const node = chunks[k].node;
  if (node === null || featuresOf(node)?.gender !== 'f' || chunks[j].noun?.features?.gender === 'f') return null;
  return forces.noun.kind === 'person' && forces.noun.count === null && isBodyOrMany(forces.noun) ? [forces.noun] : null;
}

const isBodyOrMany = (noun: NounPhrase): boolean => isBody(noun) || noun.features?.number === 'pl';

/** "scenes of (li-) vehicles | and they | withdraw": who stands right before "and they". */
function seenDoing(doc: Doc, chunks: readonly Chunk[], k: number): NounPhrase | null {
  const [who, they] = [chunks[k - 2], chunks[k - 1]];
  if (they?.kind !== 'pronoun' || who?.kind !== 'noun' || !(who.bits & LI) || who.end !== they.start) return null;
  if (!chunks[k].finite || !hasConjunction(doc, they.start) || field(they.node, 'tied') === 'yes' || who.noun === null)
    return null;
  return fitOf(doc, featuresOf(chunks[k].node!)?.number === 'pl' ? 'they' : 'she', who.noun) > 0 ? who.noun : null;
}

function besideVerb(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array): NounPhrase[] | null {
  const others = countedBehindParts(doc, chunks, k) ?? seenDoing(doc, chunks, k);
  if (others !== null) return [others];
  let j = k - 1;
  let relative = false;
  while (j >= 0) {
    const chunk = chunks[j];
    if (chunk.kind === 'relative') {
      relative = true;
      j--;
      continue;
    }
    if (
      chunk.kind === 'modal' ||
      chunk.kind === 'was' ||
      chunk.kind === 'date' ||
      chunk.kind === 'word' ||
      chunk.kind === 'negation' ||
      chunk.kind === 'pronoun'
    ) {
      j--;
      continue;
    }
    const open = chunk.kind === 'mark' && chunk.mark === 'close-paren' ? beforeBrackets(chunks, j) : -1;
    if (open > 0) {
      j = open - 1;
      continue;
    }
    if (
      chunk.kind === 'mark' &&
      (chunk.mark === 'comma' ||
        chunk.mark === 'close' ||
        // "that the army «launched ...»": the quotation begins behind the subject
        (chunk.mark === 'open' && j === k - 1 && chunks[j - 1]?.kind === 'noun') ||
        chunk.mark === 'quote' ||
        chunk.mark === 'close-paren') &&
      j > 0 &&
      (relative || j === k - 1 || chunks[j - 1].kind === 'noun')
    ) {
      if (chunk.mark === 'comma' && !relative) {
        const open = leads(chunks, asideBefore(doc, chunks, j + 1, used));
        if (open < 0) break;
        j = open - 1;
        continue;
      }
      j--;
      continue;
    }
    if (chunk.kind === 'mark' && chunk.mark === 'dash' && j === k - 1) {
      const open = leads(chunks, asideBefore(doc, chunks, k, used));
      if (open < 0) break;
      j = open - 1;
      continue;
    }
    break;
  }
  j = beforeShare(doc, chunks, beforeSubset(chunks, j));
  j = beforeSuspicion(doc, chunks, j, used);
  if (j < 0) return null;
  if (used[j]) return relative ? speakerTold(doc, chunks[j]) : null;
  const led = whomTheyLead(doc, chunks, j, k);
  if (led !== null) return led;
  const thing = relative && j === k - 2 ? chunks[j].noun : null;
  // "under the ruins of the house | which the forces shelled(it)": the house, which did nothing
  if (thing?.kind === 'thing' && isLinked(doc, chunks, j) > 0 && doc.info[chunks[k].start].pronoun?.[0] === '3') return [thing];
  if (relative && isOfGoverned(doc, chunks, j, k)) return [chunks[j].noun!];
  // skip a place or prepositional phrase between subject and verb
  while (
    j > 0 &&
    (chunks[j].kind === 'place' ||
      (chunks[j].kind === 'noun' && (chunks[j].bits & (BI | LI)) !== 0) ||
      (chunks[j].kind === 'noun' && isLinked(doc, chunks, j) > 0))
  ) {
    j -= isLinked(doc, chunks, j) + 1;
    if (j < 0) return null;
  }
  // "rebels armed | with clubs and sticks | killed"
  const tool = firstJoined(doc, chunks, j);
  if (tool > 0 && tool < j && chunks[tool].bits & (BI | LI)) j = tool - 1;
  // "four women, all of them from X, came under": what is said of all is no subject
  if (j > 0 && chunks[j].kind === 'noun' && nodeOf(doc, chunks[j].start, 'proportion') !== null) j--;
  // "a bomb that was planted on a road struck": what the subject was is no subject
  if (isPredicate(chunks, j)) j -= chunks[j - 2].kind === 'relative' ? 3 : 2;
  if (j < 0 || used[j] || chunks[j].kind !== 'noun' || chunks[j].noun === null) return null;
  if (chunks[j].bits & (BI | LI | KA)) return null;
  // joined phrases: go back to the first
  let first = firstJoined(doc, chunks, j);
  // "the army and the gunmen who tried(plural)": the clause is of the last, where the first is one body
  const clause =
    relative &&
    first < j &&
    chunks[j].noun!.features?.number !== 'sg' &&
    ((isArmed(chunks[j].noun!) && chunks[first].noun?.features?.number === 'sg') || isOfPeople(chunks, first, j, k));
  const verb = clause && chunks[k].node !== null ? featuresOf(chunks[k].node!) : null;
  if (clause && (verb === null || verb.number === 'pl')) first = j;
  if (first > 0 && chunks[first - 1].kind === 'case' && !relative) return null;
  // "who came from X | and Arab states and Y were killed(plural)"
  if (chunks[first].noun!.kind === 'other' && chunks[first - 1]?.kind === 'place' && hasConjunction(doc, chunks[first].start))
    return null;
  // "four shells whose source is X fell": who did it, not what fell
  if (first > 0 && chunks[first - 1].kind === 'agent' && field(chunks[first - 1].node, 'whose') === 'yes') return null;
  // "from areas | under the control of X and Y, attacked": what stands beside a place describes it
  const beside = chunks[first].noun!;
  if (
    beside.kind === 'other' &&
    beside.count === null &&
    chunks[first - 1]?.kind === 'place' &&
    chunks[first - 1].end === beside.start
  )
    return null;
  if (
    first > 0 &&
    (chunks[first - 1].kind === 'event' ||
      chunks[first - 1].kind === 'verb' ||
      chunks[first - 1].kind === 'light' ||
      chunks[first - 1].kind === 'result') &&
    !relative
  ) {
    // "the fall of eight dead and seven were wounded": the last one begins a clause of its own
    const own = chunks[j].noun;
    const { node } = chunks[k];
    if (own === null || own.count === null || node === null) return null;
    // "five were killed | and three were wounded": nothing is joined to a bare verb
    if (first === j && !isNextClause(doc, chunks, first - 1)) return null;
    const { number } = featuresOf(node) ?? {};
    return number === 'pl' || (first === j && number === (own.count.high === 1 ? 'sg' : 'du')) ? [own] : null;
  }
  // "carried out an attack by means of car bombs that hit X": the doer is who carried it out
  if (first > 0 && chunks[first - 1].kind === 'agent' && chunks[first].noun?.kind === 'thing' && !relative)
    for (let m = first - 1; m >= 0 && m >= first - 4; m--)
      if (chunks[m].kind === 'light' && chunks[m].finite) return besideVerb(doc, chunks, m, used);
  const nouns: NounPhrase[] = [];
  for (let m = first; m <= j; m++) {
    const noun = chunks[m].noun;
    if (chunks[m].kind === 'noun' && noun !== null) nouns.push(noun);
  }
  return nouns.length > 0 ? nouns : null;
}
