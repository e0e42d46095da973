/** The arguments of a happening: what stands after its word, handed to its role. */

import { BI, KA, LI } from '../lexicon/analyze.ts';
import { ageEnd } from './ages.ts';
import { strikesSomebody } from './aimed.ts';
import { cameOn, type Found, isBorder, isLastOf, isNextClause, isOfCarrier, joinsPronoun } from './argument-nouns.ts';
import { isTwoSided } from './battle-sides.ts';
import { behindComma, behindSubset, isAmongSubject, listsThem, takenFromThem } from './behind-subset.ts';
import { betweenSides } from './between-sides.ts';
import type { Chunk } from './chunk.ts';
import { continuesAfterComma, isAlso, isClosed, isOfRelative, pointsAtDeed, saysWho, stops } from './clause-ends.ts';
import { isBesideObject } from './company.ts';
import { numbersNobody } from './count-of.ts';
import type { Doc } from './doc.ts';
import { objectAfterDoer } from './doer-and-object.ts';
import { doesIt } from './doer-clauses.ts';
import { held } from './families.ts';
import { tellsOfCounted } from './figure-lists.ts';
import { fromArgument } from './from-argument.ts';
import type { Happening } from './happening.ts';
import { oneOf } from './noun-count.ts';
import { isApposition, type NounPhrase } from './noun-parts.ts';
import { coordinated, isForce, isPeople, isPlaceLike, isUsed } from './parties.ts';
import { isAside, OBJECT_BEHIND, objectBehind, saysHow } from './put-between.ts';
import { describesPlace, isAdjectiveOf, isLoneQuality } from './qualities.ts';
import { isAgentPronoun } from './referred-back.ts';
import { attackTypes } from './senses.ts';
import { add, facility, isAmong, isCarriedOff, isCarriedOutOn, isMetWith, movement, placeArgument, setsFire } from './sites.ts';
import { isDoneWith, isSought } from './sought.ts';
import { aimEnd, isSomebodyAt, toArgument } from './to-arguments.ts';
import { meansType } from './type-by-means.ts';
import { field, hasConjunction, isDefinite, nodeOf } from './words.ts';

/** Walks to the right and hands each argument to its role. */
export function walk(doc: Doc, chunks: readonly Chunk[], k: number, h: Happening, used: Uint8Array, nominal: boolean): Found {
  const found: Found = { direct: [], directAt: [], added: [], until: k, adjectives: 0, pointed: 0 };
  let j = k + 1;
  let pending = '';
  for (; j < chunks.length; j++) {
    const chunk = chunks[j];
    if (used[j] && chunk.kind !== 'mark') {
      if (chunk.kind === 'according') {
        // an inserted "according to" does not end the clause
        while (j + 1 < chunks.length && used[j + 1]) j++;
        continue;
      }
      break;
    }
    // "(80) were wounded | and many of them": no argument is joined to a bare verb
    if (!nominal && j === k + 1 && isNextClause(doc, chunks, k)) break;
    // "by bullets | that fired | the soldiers"
    if (pending === 'agent' && doesIt(doc, chunk)) continue;
    const stop = stops(doc, chunks, j, k, pending, nominal);
    if (stop) {
      // "gunmen riding a car abducted | an engineer"
      const object = nominal ? -1 : objectBehind(doc, chunks, j, k, h, found.direct);
      if (object < 0) break;
      h.rules.push(OBJECT_BEHIND);
      j = object - 1;
      pending = '';
      continue;
    }
    switch (chunk.kind) {
      case 'case':
        // "by the bullets of a sniper | of the army"
        if (pending === 'agent' && chunk.mark === 'from' && chunks[j + 1]?.noun != null && isForce(doc, chunks[j + 1].noun!))
          continue;
        // "shells from | inside | X on Y": where they were fired
        if (pending === 'from' && chunk.mark === 'in' && chunks[j - 1].kind === 'case' && h.types[0] === 'shelling') continue;
        // "on the border between X and Y": who live on both sides of it do not fight
        pending =
          doc.info[chunk.start].pronoun !== null || pointsAtDeed(doc, chunks, j)
            ? ''
            : chunk.mark === 'between' && isBorder(doc, chunks[j - 1])
              ? 'border'
              : chunk.mark;
        continue;
      case 'agent':
        // "(12 were killed by X), and by Y | nine": a share of its own
        if (hasConjunction(doc, chunk.start) && h.actors.length > 0 && chunks[j + 2]?.noun?.count != null)
          return { ...found, until: j - 1 };
        // "at their hands": nobody is named
        pending = isAgentPronoun(doc, chunk) ? '' : 'agent';
        if (pending === '') h.rules.push('event.agent-pronoun');
        continue;
      case 'rank':
        pending = 'from';
        continue;
      case 'circumstance':
        // "..., aiming at X": what stands behind the participle is said of the deed
        pending = field(chunk.node, 'gives') === 'means' ? 'means' : 'on';
        continue;
      case 'date':
        h.date ??= chunk.node;
        pending = '';
        break;
      case 'place':
        placeArgument(doc, chunks, j, h, pending);
        pending = '';
        break;
      case 'pronoun':
        // "the withdrawal of | those | forces"
        if (nominal && j === k + 1 && nodeOf(doc, chunk.start, 'demonstrative') !== null) found.pointed = 1;
        // "an attack of (li-) | those | forces"
        if (nominal && chunk.bits & LI && chunks[j + 1]?.noun != null && nodeOf(doc, chunk.start, 'demonstrative') !== null) {
          toArgument(doc, chunks, ++j, h, [chunks[j].noun!], found, nominal);
          break;
        }
        // "and she is a woman": a clause of its own
        if (
          nodeOf(doc, chunk.start, 'pronoun') !== null &&
          (hasConjunction(doc, chunk.start) ||
            saysWho(chunks, j, found.direct) ||
            isOfRelative(chunks, k, j) ||
            (!nominal && isClosed(doc, chunks, k, j)))
        )
          return { ...found, until: j - 1 };
        break;
      case 'additional':
        pending = 'additional';
        continue;
      case 'word':
        // "in a house | or a car": the second of two is no party of its own
        if (nodeOf(doc, chunk.start, 'or') !== null && chunks[j + 1]?.kind === 'noun') {
          if (found.directAt.at(-1) === j - 1) found.direct.at(-1)!.push(chunks[j + 1].noun!);
          found.until = ++j;
          continue;
        }
        // "raids several": as an adjective it closes the genitive
        if (j === k + 1 + found.adjectives && field(nodeOf(doc, chunk.start, 'vague'), 'postposed') === 'yes') found.adjectives++;
        break;
      case 'noun': {
        // who the counted are belongs to the figures; the parties end here
        const [before] = found.direct.at(-1) ?? [];
        const years = ageEnd(doc, chunks, j);
        if (years >= 0) {
          while (j + 1 < chunks.length && chunks[j + 1].start < years) j++;
          break;
        }
        // "blew | himself | up", "the man blew | himself | up": nobody else
        const selves = h.types[0] === 'suicide-bombing' ? 2 : 1;
        if (found.direct.length < selves && chunk.end === chunk.start + 1 && nodeOf(doc, chunk.start, 'same') !== null) {
          if (found.direct.length === 0) h.rules.push('event.reflexive');
          break;
        }
        if (pending === '' && before !== undefined && tellsOfCounted(doc, chunks, j, before, h.outcome !== null, used))
          return { ...found, until: behindSubset(doc, chunks, j - 1, h, used) + 1 };
        const taken = nounArgument(doc, chunks, j, h, pending, found, nominal, k, used);
        pending = '';
        if (taken < 0) return { ...found, until: j - 1 };
        j = taken;
        break;
      }
      case 'mark':
        // "clashes, according to X, between": an aside with its commas
        if (chunk.mark === 'comma' && chunks[j + 1]?.kind === 'according' && used[j + 1]) break;
        if (listsThem(doc, chunks, j)) return { ...found, until: nominal ? j : behindSubset(doc, chunks, j, h, used) };
        if (chunk.mark === 'comma' && nominal && !continuesAfterComma(chunks, j))
          return { ...found, until: behindComma(doc, chunks, j, h, used) };
        break;
      case 'among':
        // "the school | that | they kidnapped | from-it | 200 girls"
        if (!nominal && (j === k + 1 ? !isAmongSubject(doc, chunk, h) : takenFromThem(doc, chunks, j, found.direct))) continue;
        // subsets belong to the figures; the parties end here
        if (!nominal) behindSubset(doc, chunks, j, h, used);
        return { ...found, until: j };
      default:
        break;
    }
    found.until = j;
  }
  return found;
}

function nounArgument(
  doc: Doc,
  chunks: readonly Chunk[],
  j: number,
  h: Happening,
  pending: string,
  found: Found,
  nominal: boolean,
  k: number,
  used: Uint8Array,
): number {
  const chunk = chunks[j];
  const { bits } = chunk;
  const noun = chunk.noun!;
  const { nouns, last } = coordinated(doc, chunks, j, null);
  // "the camp of brigade | 93": the number is of its name
  if (pending === '' && numbersNobody(doc, chunks, j)) return last;
  // "during the last | day", "set fire to the tyres | (of) rubber": what describes the time or the needed object before it is nobody
  if (pending === '' && (chunks[j - 1].kind === 'date' || chunks[j - 1].start === chunks[k].object) && isLastOf(doc, noun))
    return last;
  // "at five o'clock in the morning"
  if (nodeOf(doc, chunk.start, 'clock-time') !== null || nodeOf(doc, noun.end - 1, 'occasion') !== null) return last;
  // "Omar Khaled, 25 | years, was killed": how old he is; "their detention | (for) a week": how long
  if (noun.kind === 'other' && nodeOf(doc, noun.head, 'unit') !== null) return last;
  if (describesPlace(doc, chunks[j - 1], noun)) return last;
  // "near | three o'clock on Sunday"
  if (noun.kind === 'other' && chunks[j + 1]?.kind === 'date' && nodeOf(doc, noun.head, 'hedge') !== null) return last;
  // "in the town, eastwards", "in the nearness | of X", a town that no list holds
  if (noun.kind === 'other' && noun.end === noun.start + 1 && doc.info[noun.head].pronoun === null)
    if ((nodeOf(doc, noun.head, 'direction') ?? nodeOf(doc, noun.head, 'relation')) !== null) return last;
  // an army and gunmen on a border fight each other; the states on both sides of it need not
  const tie = pending === 'border' && isForce(doc, noun) && field(noun.actor, 'kind') !== 'state' ? 'between' : pending;
  switch (tie) {
    case 'agent': {
      // "by bullets | near the town", "whose source is the areas of X": nobody
      const nowhere = (chunk.bits & BI) !== 0 || chunks[j + 1]?.mark === 'from' || nodeOf(doc, noun.head, 'place-class') !== null;
      if (noun.kind === 'other' && noun.actor === null && nowhere) return last;
      // "by means of car bombs": things are used, whoever acts
      if (isUsed(doc, chunks, j, noun, h.outcome === null ? found.direct : [])) {
        h.means.push(...nouns);
        meansType(doc, h, nouns);
        return last;
      }
      // "five by bullets of the police | and 7 (according to ...)": a bare number beside who did it is nobody
      h.actors.push(...nouns.filter((n, m) => m === 0 || n.kind !== 'number' || n.additional));
      h.rules.push('event.agent-marker');
      return last;
    }
    case 'on':
    case 'against':
      // "was tortured, within a campaign against the opposition": whom the campaign is against; "claimed it on X": where it was posted
      if (isOfCarrier(doc, chunks, j - 1) || field(noun.outlet, 'kind') === 'social') return last;
      // "battles against X": it fights as well
      if (nominal && pending === 'against' && isTwoSided(h) && isForce(doc, noun)) {
        h.actors.push(...nouns);
        h.rules.push('event.with-other-side');
        return last;
      }
      // "attacked the village on motorcycles": what they came on
      if (!nominal && cameOn(chunks, k, j, h, noun)) return last;
      if (isCarriedOff(h, noun)) h.recipients.push(...nouns);
      else if (h.types[0] === 'territory' && noun.actor === null && noun.kind !== 'person') {
        if (!h.places.some((p) => p.role === 'at')) facility(h, noun, 'at');
      } else if (held.has(h.types[0]) && noun.actor === null && !isPeople(noun)) {
        // "arrested at a checkpoint": where it happened
        if (field(noun.node, 'target') === 'yes') facility(h, noun, 'at');
      } else if (field(noun.node, 'category') === 'military' && strikesSomebody(doc, h, found.direct, nominal))
        facility(h, noun, 'at');
      else if (isPlaceLike(doc, noun)) facility(h, noun, 'at');
      else if (noun.kind !== 'number' && (noun.kind !== 'other' || noun.actor !== null || isForce(doc, noun))) {
        h.recipients.push(...nouns);
        h.rules.push('event.target-after-preposition');
      }
      if (noun.place !== null && !h.places.some((p) => p.role === 'at')) h.places.push({ role: 'at', place: noun.place });
      return last;
    case 'between':
      return betweenSides(doc, chunks, j, h, nouns, last, nominal);
    case 'passing':
      // "went off while a patrol passed"
      if (h.outcome === null && (isPeople(noun) || noun.kind === 'thing' || noun.actor !== null)) h.recipients.push(...nouns);
      return last;
    case 'pursuit':
      // "raided the village in search of the wanted"; but who was sought is not who was abducted
      if (!held.has(h.types[0]) && isSought(h, noun)) h.recipients.push(...nouns);
      return last;
    case 'with':
      if (isDoneWith(chunks, h, k, j)) {
        h.actors.push(...nouns);
        // "stormed the town in the company of soldiers": no other side
        if (field(chunks[j - 1].node, 'company') !== 'yes' || !h.finite) h.rules.push('event.with-other-side');
      }
      return last;
    case 'means':
      h.means.push(...nouns);
      meansType(doc, h, nouns);
      return last;
    case 'about':
      if (h.types[0] === 'release' && isPeople(noun)) h.recipients.push(...nouns);
      return last;
    case 'in':
    case 'amid':
      if (tie === 'amid' && !isAmong(h, noun, nominal, true)) return last;
      if ((setsFire(chunks, k, h) && noun.kind === 'thing') || isCarriedOutOn(h, noun, nominal)) h.recipients.push(...nouns);
      else if (isAmong(h, noun, nominal, tie === 'amid')) h.recipients.push(...nouns);
      else if (noun.place === null && noun.kind === 'thing' && field(noun.node, 'target') === 'yes') facility(h, noun, 'at');
      if (noun.place !== null) add(h, 'at', noun.place);
      return last;
    case 'from':
      fromArgument(doc, chunks, j, k, h, nouns, found, nominal);
      return last;
    case 'additional':
      if (!nominal && isBesideObject(doc, chunks[j - 1], h))
        h.recipients.push(...(isPeople(noun) && !isForce(doc, noun) ? nouns : []));
      // "nine fighters, in addition to two soldiers": joined to the people before
      else if (h.recipients.some((r) => r.start === chunks[j - 2]?.noun?.start)) h.recipients.push(...nouns);
      else if (found.direct.length === 0) found.added.push(...nouns);
      // "met | 125 policemen | their death | , besides | 148 gunmen"
      else if (found.directAt.at(-1)! >= j - (chunks[j - 3]?.kind === 'word' ? 4 : 3)) found.direct.at(-1)!.push(...nouns);
      else if (h.recipients.length > 0) h.recipients.push(...nouns);
      return last;
    case 'to':
      if (noun.place !== null) add(h, 'to', noun.place);
      else if (noun.kind === 'thing' && field(noun.node, 'target') === 'yes') {
        if (movement(h)) facility(h, noun, 'to');
        // "was killed on his way to his house": nobody killed the house
        else if (h.outcome === null) h.recipients.push(...nouns);
      } else if (isSomebodyAt(noun) && h.outcome === null && attackTypes.has(h.types[0])) h.recipients.push(...nouns);
      return last;
    case '':
      break;
    default:
      return last;
  }
  if (bits & BI) {
    if (noun.kind === 'thing' && field(noun.node, 'means') === 'yes') {
      h.means.push(...nouns);
      meansType(doc, h, nouns);
    } else if (isCarriedOutOn(h, noun, nominal) || isMetWith(h, noun)) h.recipients.push(...nouns);
    else if (noun.place !== null) add(h, 'at', noun.place);
    return last;
  }
  if (bits & KA) return last;
  if (bits & LI) {
    toArgument(doc, chunks, j, h, nouns, found, nominal);
    return nominal ? last : aimEnd(doc, chunks, j, last);
  }
  // "(fell) during the fighting | two of the gunmen": a noun with its article takes no genitive
  if (nominal && j === k + 1 && noun.count !== null && !noun.definite && h.outcome === null && isDefinite(doc, h.start))
    return -1;
  if (nominal && j === k + 1 + found.adjectives && isAdjectiveOf(doc, h, noun, nouns)) {
    found.adjectives++;
    return last;
  }
  // "37 people were killed, most of them civilians": the comma right behind the verb has closed its clause
  if (!nominal && found.direct.length === 0 && isClosed(doc, chunks, k, j)) return -1;
  // "arrested the youth X, son of Y": what stands behind a comma says who the object is
  if (!nominal && found.direct.length === 1 && isAside(doc, chunks, j, used, found.direct[0][0])) return last;
  // "that 18 were killed, speaking of": what stands right behind the verb and a comma says how it was told
  if (!nominal && found.direct.length === 0 && saysHow(chunks, j, k)) return last;
  // "was killed on his way to his house, (the one) close to the front": an adjective set off behind a comma
  if (
    !nominal &&
    found.direct.length === 0 &&
    chunks[j - 1]?.mark === 'comma' &&
    chunks[j - 2]?.kind === 'place' &&
    isLoneQuality(doc, noun)
  )
    return last;
  // "the villages of A, B and C": a joined name after a place is one of its places
  if (!nominal && (found.direct.length > 0 || j > k + 1) && isAlso(doc, chunks, j)) return last;
  // "the arrest of the son of their uncle, X": his name
  const named = chunks[j - 1].noun;
  if (
    nominal &&
    noun.kind === 'name' &&
    named !== null &&
    found.direct.length > 0 &&
    named.end === noun.start &&
    isApposition(named, noun)
  )
    return last;
  if (
    nominal &&
    !joinsPronoun(doc, chunks, k, j, h) &&
    (hasConjunction(doc, chunk.start) || j > k + 1 + found.adjectives + found.pointed)
  ) {
    // "the shelling of X the positions": after the doer stands the object
    if (!isSameOne(doc, chunks, j, found.direct.at(-1) ?? []) && objectAfterDoer(doc, chunks, j, k, h, found)) {
      found.direct.push(nouns);
      found.directAt.push(j);
      return last;
    }
    // a verbal noun takes its genitive at once; what comes later belongs elsewhere
    if (j === k + 1 + found.adjectives || hasConjunction(doc, chunk.start)) return -1;
    const between = chunks.slice(k + 1, j);
    if (
      !between.every(
        (c) => c.kind === 'word' || c.kind === 'mark' || (c.kind === 'noun' && c.noun !== null && c.noun.kind === 'other'),
      )
    )
      return -1;
    if (between.some((c) => c.kind === 'mark' && c.mark === 'comma')) return -1;
    // "other raids": an adjective closes the genitive
    if (between.some((c) => c.kind === 'word' && nodeOf(doc, c.start, 'additional') !== null)) return -1;
  }
  // "the commander X, | one of the leaders of Y,": he
  if (found.direct.length > 0 && isSameOne(doc, chunks, j, found.direct.at(-1)!)) return last;
  found.direct.push(nouns);
  found.directAt.push(j);
  return last;
}

/** "X, | one of the leaders of Y": behind the comma stands what sort of man the one before it is. */
function isSameOne(doc: Doc, chunks: readonly Chunk[], j: number, before: readonly NounPhrase[]): boolean {
  const { noun } = chunks[j];
  if (noun === null || before.length !== 1 || chunks[j - 1]?.mark !== 'comma' || oneOf(doc, noun.start) <= noun.start)
    return false;
  const [man] = before;
  if (man.start !== chunks[j - 2]?.start || man.count !== null) return false;
  if (man.kind === 'name' || man.kind === 'title') return true;
  // "the farm of X, | one of the smugglers"; but "the shell (killed), | one of the passers-by"
  if (man.kind === 'thing') return field(man.node, 'means') !== 'yes';
  const one = man.features?.number === 'sg' && field(man.node, 'unit') !== 'group';
  return man.kind === 'person' && one && isDefinite(doc, man.head);
}
