/** Damage that an attack did is told of the attack: "a raid destroyed two houses", "the mosque was damaged by the shelling". */
import { BI } from '../lexicon/analyze.ts';
import { separated } from './apart.ts';
import type { Chunk } from './chunk.ts';
import type { Doc } from './doc.ts';
import { isAttack } from './families.ts';
import { absorb, type Happening } from './happening.ts';
import { linksBack } from './links-back.ts';
import type { NounPhrase } from './noun-parts.ts';
import { ATTACK_DID_IT } from './pronoun-objects.ts';
import { THING_TAKEN_UP } from './resumed.ts';
import { CARRIED_OFF } from './sites.ts';
import { field, hasConjunction } from './words.ts';

/** What each attack damaged, by the words of the damage. */
export type Damaged = Map<Happening, readonly NounPhrase[]>;

/** An attack of which nobody else is told hit what it damaged: asked when the casualties have found their attack. */
export function hitWhatTheyDamaged(damaged: Damaged): void {
  for (const [attack, things] of damaged)
    if (attack.recipients.length + attack.figures.length === 0) attack.recipients.push(...things);
}

/** "put four vehicles out of action in raids", "a tank that a raid destroyed": damage told in the clause of the attack that did it is part of that attack. */
export function joinDamage(doc: Doc, chunks: readonly Chunk[], happenings: Happening[], damaged: Damaged): Happening[] {
  const attacks = happenings.filter(isAttack);
  return happenings.filter((h) => {
    if (h.types[0] !== 'destruction' || h.light >= 0 || h.rules.includes(CARRIED_OFF)) return true;
    const near = attacks.filter((a) => a.group === h.group && !isFeared(chunks, a));
    const after = near.find((a) => a.chunk > h.chunk);
    const before = near.findLast((a) => a.chunk < h.chunk);
    const bySubject =
      h.finite && after !== undefined && !after.finite && isRightBehind(h, after) && !hasConjunction(doc, after.start);
    // "bodies under a building that a raid destroyed": counted before the raid that killed them
    if (h.figures.length > 0 && !bySubject) return true;
    const target =
      after !== undefined && (bySubject || (!(h.finite && h.actors.length > 0) && linksBack(doc, chunks, h, after)))
        ? after
        : null;
    const hasResult = before !== undefined && (!h.finite ? resultOf(chunks, before, h) : inflicts(chunks, before, h));
    const into = target ?? (hasResult ? before : wrecksTargetOf(doc, chunks, happenings, h));
    if (into === null) return true;
    // of what was fired at a town the building is not the target
    if (h.finite && !(isInflicted(h) && into.finite)) damaged.set(into, isInflicted(h) ? sufferersOf(chunks, h) : h.recipients);
    // "in a tank that a raid destroyed": the raid was on the tank
    if (bySubject && h.rules.includes(THING_TAKEN_UP) && into.recipients.length === 0) into.recipients.push(...h.recipients);
    h.recipients = [];
    h.actors = [];
    absorb(into, h);
    into.rules.push('event.attack-with-damage');
    return false;
  });
}

/** "destroyed | a raid", "a tank that destroyed(it) | one of | the raids" */
const isRightBehind = (h: Happening, after: Happening): boolean =>
  after.chunk === h.chunk + 1 || (after.chunk === h.chunk + 2 && h.rules.includes(ATTACK_DID_IT));

/** "shelled the power station and destroyed it": the pronoun stands for what the attack before it, by the same, was aimed at. */
function wrecksTargetOf(doc: Doc, chunks: readonly Chunk[], happenings: readonly Happening[], h: Happening): Happening | null {
  if (!h.finite || h.recipients.length > 0 || !(doc.info[h.start].pronoun ?? '').startsWith('3')) return null;
  const before = happenings[happenings.indexOf(h) - 1];
  if (before === undefined || before.group !== h.group || !before.finite) return null;
  if (!isAttack(before) && before.types[0] !== 'destruction') return null;
  if (before.recipients.length + before.places.length === 0 || !hasConjunction(doc, chunks[h.chunk].start)) return null;
  const own = h.actors.length === 0 || h.actors.some((a) => before.actors.some((b) => a.start === b.start));
  return own && !chunks.slice(before.chunk + 1, h.chunk).some((c) => parts.has(c.kind) || c.finite) ? before : null;
}
const parts: ReadonlySet<string> = new Set(['say', 'that', 'contrast', 'reset', 'relative']);

/** "shelled the town, which inflicted damage on": nobody but the attack before it inflicts it. */
const inflicts = (chunks: readonly Chunk[], attack: Happening, h: Happening): boolean =>
  isInflicted(h) && !separated(chunks, attack.chunk, h.chunk);

const isInflicted = ({ sense }: Happening): boolean => sense?.subject === 'none' && sense.needs !== null;

/** "inflicted heavy damage | on houses": the thing behind the damage and its preposition. */
function sufferersOf(chunks: readonly Chunk[], { chunk }: Happening): NounPhrase[] {
  const { object } = chunks[chunk];
  for (let k = chunks.findIndex((c) => c.start <= object && object < c.end) + 1; k > 0 && k < chunks.length; k++) {
    const { kind, mark, noun, bits } = chunks[k];
    // "heavy", "material"
    if (kind === 'noun' && noun?.kind === 'other' && !(bits & BI)) continue;
    if (kind === 'noun') return noun?.kind === 'thing' && (bits & BI || chunks[k - 1].kind === 'case') ? [noun] : [];
    if (kind !== 'word' && !(kind === 'case' && mark === 'in')) return [];
  }
  return [];
}

const resultOf = (chunks: readonly Chunk[], attack: Happening, h: Happening): boolean =>
  !separated(chunks, attack.chunk, h.chunk) &&
  chunks.slice(attack.chunk + 1, h.chunk).some((c) => c.kind === 'result') &&
  !chunks.slice(attack.chunk + 1, h.chunk).some((c) => c.kind === 'say' || c.kind === 'contrast');

/** "ran out of fear of raids": nobody was killed by what they fear. */
export const isFeared = (chunks: readonly Chunk[], { chunk }: Happening): boolean => {
  const link = chunks[chunk - 1];
  return link?.kind === 'case' && link.mark === 'from' && field(chunks[chunk - 2]?.node ?? null, 'kind') === 'fear';
};
