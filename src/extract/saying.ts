/** Verbs of saying: who says it, where the content begins, and which links they add to the chain. One frame a verb. */
import type { Stance } from '../claim/reading.ts';
import type { Span } from '../claim/span.ts';
import { BI, KA, LI } from '../lexicon/analyze.ts';
import { agreeing, type Memory, rememberDocument, resolveMention } from './antecedents.ts';
import { isBylineWord } from './byline-lines.ts';
import type { Chunk } from './chunk.ts';
import { subjectOfClauseBefore } from './clause-subject.ts';
import { type Complement, findComplement } from './complements.ts';
import { endOfDenial } from './denials.ts';
import type { Doc } from './doc.ts';
import { isMade } from './documents.ts';
import { type Frame, newFrame } from './frame.ts';
import { hastener } from './hastened.ts';
import { isImpersonal, isInformed } from './informed.ts';
import { inPlaceOfLatter } from './latter.ts';
import { isNested } from './nested-saying.ts';
import { isHisDenial } from './no-complement.ts';
import type { NounPhrase } from './noun-parts.ts';
import { answersFor, bearsFor, claimsDeed, ownerOfResponsibility, ownPart, whoAnswers, whoIsBlamed } from './own-deeds.ts';
import { isForce } from './parties.ts';
import { spokeBetween, talkedWith } from './said-before.ts';
import { endOfIt, saysOfIt } from './says-of-it.ts';
import { type CueSense, cueSense } from './senses.ts';
import { canSay, isDocument, isFootage, type SourceRef, sameSource, sourceOf } from './sources.ts';
import { findSpeakers, onlyRelayed, type Speakers } from './speakers.ts';
import { strangerSpeaker } from './stranger-speaker.ts';
import { isUnmentioned } from './unmentioned.ts';
import { featuresOf, field, hasConjunction, isDefinite, isVowelledPassive, nodeOf, senseOf } from './words.ts';

/** Complements that a verbal noun or a participle of saying may open. */
const nominalKinds: ReadonlySet<Complement['kind']> = new Set(['that', 'colon', 'noun', 'with', 'about']);

export function readSay(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  frames: Frame[],
  accorded: SourceRef[] | null,
  used: Uint8Array,
  memory: Memory,
): Frame | null {
  const chunk = chunks[k];
  const sense = senseOf(chunk.node);
  if (sense === null) return null;
  const cue = cueSense(sense);
  if (isBylineWord(doc, chunks, k)) return null;
  // "carried out the monitoring of": what is done is not said
  if (!chunk.finite && chunk.bits & BI && chunks.slice(Math.max(0, k - 3), k).some((c) => c.kind === 'light' && c.finite))
    return null;
  // "a car loaded | with explosives" is written like "blaming"
  const load = cue.accuses && !chunk.finite ? chunks[k + 1] : undefined;
  if (load !== undefined && load.bits & BI && load.noun?.kind === 'thing') return null;
  const features = featuresOf(chunk.node!);
  const circumstance = !chunk.finite && features?.pos === 'participle';
  if (carrierOf(doc, chunks, k, used, memory) !== null) return null;
  // "and (was) ascribed to X": it describes the deed before it
  if (field(chunk.node, 'ascribes') === 'yes' && isTo(chunks[k + 1])) return null;
  // "without explaining the circumstances of": nothing is told
  const without = chunks[k - 1]?.kind === 'that' ? chunks[k - 2] : chunk.finite ? undefined : chunks[k - 1];
  const untold = without?.kind === 'case' && without.mark === 'without';
  const complement = findComplement(doc, chunks, k, cue, used);
  if (complement === null || (field(chunk.node, 'bears') === 'yes' && !bearsFor(doc, chunks, complement.at))) return null;
  if (untold) {
    // "without confirming the death of"
    if (!cue.weak) used.fill(1, k, endOfDenial(doc, chunks, complement.at));
    return null;
  }
  // "a comment on the killing of", "refused to comment on reports of": what is spoken of is not said
  if (!chunk.finite && !circumstance && field(chunk.node, 'comments') === 'yes' && chunks[k + 1]?.mark === 'on') return null;
  if (cue.act === 'deny' && cue.weak && field(chunks[complement.at]?.node ?? null, 'comments') === 'yes') return null;
  // "the mourning that X announced, in memory of", "the gains that X has made ... that": it stands before the verb
  const ofBefore = complement.kind === 'noun' || (complement.kind === 'that' && cue.weak);
  if (doc.info[chunk.start].pronoun !== null && chunk.finite && chunks[k - 1]?.kind === 'relative' && ofBefore) return null;
  // "answered with shelling": a deed, not a word
  const behind = chunks.at(complement.at);
  if (field(chunk.node, 'answers') === 'yes' && behind?.kind === 'event' && behind.bits & BI) return null;
  if (!chunk.finite && !circumstance && !nominalKinds.has(complement.kind)) return null;
  // "the announcement by X of": who announced it is named, or it is nobody's
  const nameless = chunks[k + 1]?.noun == null || !canSay(chunks[k + 1].noun!, false);
  if (!chunk.finite && complement.kind === 'about' && nameless && hastener(doc, chunks, k, cue, complement) === null) return null;
  const negated = k > 0 && chunks[k - 1].kind === 'negation' && complement.only !== true;
  // "the ministry has not announced the death of": nothing is said
  if (negated && !circumstance && (isUntold(cue) || (cue.weak && isUnmentioned(doc, chunks, k, cue, complement)))) {
    // "gunmen, whose identity it did not reveal, attacked": the clause is over with what is not told
    const over = cue.weak ? complement.at + 1 : endOfDenial(doc, chunks, complement.at);
    used.fill(1, k, Math.min(chunks.length, over));
    return null;
  }
  const untrue = cue.calls && complement.alleged === true;
  const current = frames.at(-1) ?? null;
  const passive = isPassive(doc, chunk) || (field(chunk.node, 'ascribes') === 'yes' && chunks[k + 1]?.kind === 'event');
  // "it was quoted from X that"
  const quoted = passive && cue.relay && onlyRelayed(chunks, k, complement.at);
  const ofIt = circumstance ? null : saysOfIt(doc, chunks, k, current, memory);
  const silent = circumstance || (passive && !quoted) || ofIt !== null;
  const met = silent ? null : talkedWith(doc, chunks, k, complement.at, used);
  const said = silent
    ? null
    : met !== null
      ? { nouns: [met], before: true, accused: null }
      : findSpeakers(doc, chunks, k, complement, cue, used);
  if (!circumstance && isOnlyDone(doc, chunks, k, cue, complement, said)) return null;
  const speakers = said !== null && isInformed(doc, chunks, k, complement, cue, said) ? null : said;
  const voice =
    ofIt !== null
      ? { chain: current!.chain, rule: 'attribution.said-of-it', nested: true }
      : chainOf(doc, chunks, k, cue, complement, speakers, current, accorded, used, memory);
  if (voice === null) return null;
  let { chain } = voice;
  for (let m = k + 1; m < complement.at; m++) {
    const carrier = carrierOf(doc, chunks, m, used, memory);
    if (carrier !== null && !chain.some((s) => sameSource(s, carrier))) chain = [carrier, ...chain];
  }
  // "the dead whose death the centre recorded, who were ...": the clause is over with what it recorded
  const within = chunks[complement.at];
  const closed =
    k > 0 &&
    chunks[k - 1].kind === 'relative' &&
    complement.kind === 'noun' &&
    !within.finite &&
    doc.info[within.start].pronoun !== null;
  rememberDocument(chunks, k, complement.at, chain, memory);
  const answers = cue.stance === 'asserted' && !negated ? whoAnswers(doc, chunks, complement, speakers) : null;
  const blamed = whoIsBlamed(doc, chunks, k, complement, speakers, answers, cue.stance === 'asserted' && !negated);
  for (let m = k; m < complement.at; m++) used[m] = 1;
  return newFrame({
    chain,
    stance:
      (blamed !== null || isOfAccused(doc, chunk, cue, complement)) && !negated
        ? 'accused'
        : (untrue || (cue.relay && within !== undefined && isHisDenial(doc, within))) && !negated
          ? 'denied'
          : negated && field(chunk.node, 'negated') === 'expected'
            ? 'expected'
            : stanceOf(cue, negated),
    from: complement.at,
    rule: `${voice.rule}-${complement.kind}`,
    cue: cueSpan(doc, chunk),
    actor:
      blamed ??
      answers?.party ??
      speakers?.accused ??
      (circumstance && cue.accuses ? objectOf(chunks, k, complement.at) : null) ??
      ownerOfResponsibility(doc, chunks, k, complement.at),
    // whoever accuses, of whatever and whomever, did not do it
    ownDeed:
      !cue.accuses &&
      (cue.act === 'claim-responsibility' ||
        (blamed === null && claimsDeed(doc, chunks, complement.at)) ||
        answers?.own === true ||
        answersFor(doc, chunks, complement, speakers, features) ||
        (cue.act === 'deny' && ownPart(doc, chunks, k, complement.at, features)) ||
        // "threatened to shell the town": who threatens would do it
        (complement.kind === 'with' && field(chunk.node, 'promises') === 'yes')),
    nested: voice.nested,
    verb: k,
    until:
      cue.act === 'deny' || cue.act === 'doubt' || untrue
        ? endOfDenial(doc, chunks, complement.at)
        : closed
          ? complement.at + 1
          : ofIt !== null
            ? endOfIt(doc, chunks, complement.at)
            : undefined,
    ofWhom: ofIt?.noun,
  });
}

/** "because of the surveillance of the area by X", "to prevent the documenting of", "while they carried off weapons": a deed that has the letters of telling. */
function isOnlyDone(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  cue: CueSense,
  { kind, at }: Complement,
  said: Speakers | null,
): boolean {
  // "were taken | to the hospital, one of them": people are moved there
  if (chunks[k].finite && cue.relay && kind === 'noun' && chunks[k + 1]?.kind === 'case' && chunks[k + 1].mark === 'to')
    return true;
  if (chunks[k].finite) return false;
  // "a team came for the verification of": nobody has verified it
  if (cue.act === 'confirm' && cue.weak) return true;
  if (cue.relay) return kind === 'noun' && chunks.slice(k + 1, at).every((c) => c.mark !== 'about');
  // "the two sides exchanged | the accusations of": neither is the one who accuses
  if (cue.accuses && chunks.slice(Math.max(0, k - 4), k).some((c) => c.finite && field(c.node, 'mutual') === 'yes')) return true;
  if (cue.act !== 'document') return false;
  const teller = said?.nouns[0];
  return teller === undefined || (chunks[k].bits & LI) !== 0 || isForce(doc, teller) || !canSay(teller, false);
}

/** "it was announced", by the form of the verb or by the vowel mark on its first letter. */
const isPassive = (doc: Doc, { node, finite }: Chunk): boolean =>
  node !== null && (featuresOf(node)?.voice === 'passive' || (finite && isVowelledPassive(doc, node)));

/** "accusing | the army | of": what a participle takes beside its content. */
const objectOf = (chunks: readonly Chunk[], k: number, at: number): NounPhrase | null =>
  k + 1 < at && !(chunks[k + 1].bits & (BI | LI | KA)) ? chunks[k + 1].noun : null;

/** Verbs that tell nothing when they are negated; who does not deny or does not confirm still says something. */
const isUntold = (cue: CueSense): boolean =>
  (cue.stance === 'asserted' || cue.act === 'claim-responsibility') && cue.act !== 'deny' && cue.act !== 'confirm' && !cue.weak;

const isTo = (next: Chunk | undefined): boolean =>
  next !== undefined && ((next.kind === 'case' && next.mark === 'to') || (next.bits & LI) !== 0);

/** The chain of the frame and the construction that gives it. Null: nothing is attributed here. */
function chainOf(
  doc: Doc,
  chunks: readonly Chunk[],
  k: number,
  cue: CueSense,
  complement: Complement,
  speakers: Speakers | null,
  current: Frame | null,
  accorded: SourceRef[] | null,
  used: Uint8Array,
  memory: Memory,
): { chain: SourceRef[]; rule: string; nested: boolean } | null {
  const chunk = chunks[k];
  const features = featuresOf(chunk.node!);
  const circumstance = !chunk.finite && features?.pos === 'participle';
  // "after he was found guilty of", "his accusation of": the pronoun is the accused, and nobody says who accuses
  if (isOfAccused(doc, chunk, cue, complement)) return { chain: current?.chain ?? [], rule: 'attribution.passive', nested: true };
  // "a cell that plans an attack": who plans tells nothing
  if (field(chunk.node, 'plans') === 'yes' && speakers?.nouns.length === 1 && isUntoldOf(doc, speakers.nouns[0]))
    return { chain: current?.chain ?? [], rule: 'attribution.passive', nested: true };
  if (speakers !== null && speakers.nouns.length > 0 && !speakers.nouns.every((noun) => isOurKnowledge(doc, noun))) {
    const elidedOuter =
      cue.relay &&
      speakers.nouns.length === 1 &&
      !speakers.before &&
      !isPassive(doc, chunk) &&
      onlyRelayed(chunks, k, complement.at);
    const named = speakers.nouns
      .filter((noun) => !isFootage(noun))
      .map((noun) => resolveMention(doc, sourceOf(doc, inPlaceOfLatter(doc, noun), cueSpan(doc, chunk)), memory))
      .map((source) => (cue.continues ? whoGoesOn(source, memory) : source));
    const nested = isNested(doc, chunks, k, current, speakers.before);
    let base = nested ? current!.chain : [];
    // "it quoted X as saying": who quotes is the speaker before, if the verb agrees
    if (elidedOuter && !nested) {
      const outer = agreeing(doc, features, current?.chain ?? memory.last ?? [], memory);
      if (outer !== null && outer.length > 0) base = [elided(outer[0])];
    }
    const chain = [...base, ...named.filter((s) => !base.some((b) => sameSource(b, s)) && !(base.length > 0 && isNobodys(s)))];
    const rule =
      cue.relay && named.length > 1
        ? 'relay'
        : elidedOuter
          ? 'relay-elided'
          : speakers.before
            ? 'source-verb'
            : chunk.finite
              ? 'verb-source'
              : 'masdar-source';
    return { chain, rule: `attribution.${rule}`, nested };
  }
  const ascribed = field(chunk.node, 'ascribes') === 'yes' && chunks[k + 1]?.kind === 'event';
  if (isPassive(doc, chunk) || ascribed || isImpersonal(chunk)) {
    if (complement.kind === 'noun' && !isImpersonal(chunk)) return null;
    return { chain: current?.chain ?? [], rule: 'attribution.passive', nested: current !== null };
  }
  // "denying the fall of": a participle of doubt or denial is no everyday word
  if (cue.weak && complement.kind === 'noun' && !complement.alleged && !(circumstance && cue.stance !== 'asserted')) return null;
  if (chunk.finite && isToldOfDeed(doc, chunks, k)) return null;
  // "the two sides exchanged the accusations of": whose they are is not who spoke last
  if (current === null && !chunk.finite && !circumstance && isDefinite(doc, chunk.start)) return null;
  const stranger = strangerSpeaker(doc, chunks, k, complement, used);
  if (stranger !== null)
    return {
      chain: [...(current?.chain ?? []), sourceOf(doc, stranger, cueSpan(doc, chunk))],
      rule: 'attribution.verb-source',
      nested: current !== null,
    };
  const between = spokeBetween(doc, chunks, k, current, cueSpan(doc, chunk), used, memory);
  if (between !== null) return { chain: [elided(between)], rule: 'attribution.elided-source', nested: false };
  // "the witness said that the accused beat him | and boasted of": he who acted boasts
  const boasts = current !== null && cue.act === 'claim-responsibility' && chunk.finite && hasConjunction(doc, chunk.start);
  const own =
    boasts || (current === null && (chunk.finite || (circumstance && accorded === null)))
      ? subjectOfClauseBefore(doc, chunks, k, used)
      : null;
  if (own !== null) {
    const source = resolveMention(doc, sourceOf(doc, own, cueSpan(doc, chunk)), memory);
    if (agreeing(doc, features, [source], memory)?.[0] === source)
      return { chain: [...(boasts ? current.chain : []), elided(source)], rule: 'attribution.same-subject', nested: boasts };
  }
  const said = accorded !== null ? agreeing(doc, features, accorded, memory, true) : null;
  if (said !== null)
    return {
      chain: said.map(elided),
      rule: circumstance ? 'attribution.participle' : 'attribution.elided-source',
      nested: false,
    };
  // "the minister visited the base. He said that": not "he added", which goes on with who spoke
  const acted =
    current === null && chunk.finite && !cue.continues && memory.acted !== null
      ? agreeing(doc, features, [memory.acted], memory, true)
      : null;
  if (acted !== null) return { chain: acted.map(elided), rule: 'attribution.same-subject', nested: false };
  const carried = current?.chain ?? memory.last;
  if (carried === null || carried === undefined) {
    // nobody said it, but somebody denies it
    if (complement.kind === 'noun' && (cue.act !== 'deny' || cue.weak)) return null;
    return { chain: [], rule: circumstance ? 'attribution.participle' : 'attribution.elided-source', nested: false };
  }
  const chain = agreeing(doc, features, carried, memory) ?? carried;
  return {
    chain: current !== null ? chain : chain.map(elided),
    rule: circumstance ? 'attribution.participle' : 'attribution.elided-source',
    nested: current?.nested ?? false,
  };
}

/** "our information says": whoever speaks says so of himself. */
const isOurKnowledge = (doc: Doc, { start, end, head }: NounPhrase): boolean =>
  end === start + 1 && doc.info[head].pronoun?.startsWith('1') === true && nodeOf(doc, head, 'hearsay') !== null;

/** "the source added": behind anybody who spoke, he is the source. */
function whoGoesOn(source: SourceRef, { last }: Memory): SourceRef {
  const bare = source.inferred === null && source.group === 'source' && source.words.length === 1;
  const before = last?.at(-1);
  if (!bare || !source.noun?.definite || source.noun.features?.number === 'pl' || before === undefined) return source;
  return { ...before, cue: source.cue, inferred: 'definite' };
}

/** Somebody without a name, told of by others. */
const isUntoldOf = (doc: Doc, { kind, head, definite }: NounPhrase): boolean =>
  kind !== 'title' && kind !== 'source' && kind !== 'actor' && !definite && !isDefinite(doc, head);

const isOfAccused = (doc: Doc, { start, finite, node }: Chunk, cue: CueSense, { kind }: Complement): boolean =>
  (cue.accuses || cue.act === 'condemn') &&
  kind === 'with' &&
  !finite &&
  featuresOf(node!)?.pos === 'masdar' &&
  doc.info[start].pronoun !== null;

/** "in a crime that confirms the going on of": what describes a deed or a thing without a relative is said by nobody. */
function isToldOfDeed(doc: Doc, chunks: readonly Chunk[], k: number): boolean {
  const before = chunks[k - 1];
  const verb = featuresOf(chunks[k].node!);
  if (before === undefined || before.end !== chunks[k].start || hasConjunction(doc, chunks[k].start) || verb?.tense !== 'present')
    return false;
  if (isDefinite(doc, before.end - 1) || doc.info[before.end - 1].pronoun !== null) return false;
  if (before.kind === 'event') return !before.finite;
  const { noun } = before;
  return (
    noun !== null &&
    before.kind === 'noun' &&
    noun.node !== null &&
    noun.actor === null &&
    noun.outlet === null &&
    !canSay(noun, true)
  );
}

/** "the provisional toll says", inside what somebody says: a document that nobody else is said to have issued. */
const isNobodys = ({ noun, inferred }: SourceRef): boolean =>
  noun !== null && inferred === null && isDocument(noun) && noun.outlet === null && noun.actor === null;

const elided = (source: SourceRef): SourceRef => ({ ...source, inferred: source.inferred ?? 'elided' });

function stanceOf(cue: CueSense, negated: boolean): Stance {
  if (negated) {
    // "does not believe that"
    if (cue.act === 'doubt' && cue.stance === 'probable') return 'denied';
    if (cue.stance === 'denied') return 'asserted';
    if (cue.act === 'confirm') return 'unknown';
    return 'asserted';
  }
  return cue.act === 'claim-responsibility' ? 'claimed-responsibility' : cue.stance;
}

/** "a statement that opposition sites carried": the carrier goes outside the chain of the one whose statement it is. */
function carrierOf(doc: Doc, chunks: readonly Chunk[], k: number, used: Uint8Array, memory: Memory): SourceRef | null {
  const chunk = chunks[k];
  const sense = senseOf(chunk.node);
  if (chunk.kind !== 'say' || sense === null || !chunk.finite || k === 0 || chunks[k - 1].kind === 'negation') return null;
  // "a statement that they carried (it)", not "they told us"
  if (doc.info[chunk.start].pronoun?.startsWith('3') !== true) return null;
  const cue = cueSense(sense);
  if ((cue.act === 'say' && !cue.relay) || cue.act === 'claim-responsibility' || isMade(chunks, k, cue)) return null;
  const carrier = chunks[k + 1];
  if (carrier === undefined || carrier.noun === null || !canSay(carrier.noun, true)) return null;
  // "a statement that its spokesman published": one voice with the one whose statement it is
  if (carrier.noun.kind === 'person' || carrier.noun.kind === 'title' || field(carrier.noun.node, 'of') === 'another')
    return null;
  used[k] = used[k + 1] = 1;
  return resolveMention(doc, sourceOf(doc, carrier.noun, cueSpan(doc, chunk)), memory);
}

export const cueSpan = (doc: Doc, chunk: Chunk): Span => doc.span(chunk.start, chunk.end);
