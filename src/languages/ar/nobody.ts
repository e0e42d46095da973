/**
 * Nobody harmed: "without any dead", "no injuries were recorded", "did not lead to dead or wounded".
 * Makes `none` {outcome}, as the fixed phrases of the word list do; "no news of dead" says that how many is not known, and makes one that counts nobody.
 */
import { harmful } from '../../claim/outcomes.ts';
import { FA, WA } from '../../lexicon/analyze.ts';
import { fieldOf, type Sense } from '../../lexicon/lexicon.ts';
import type { Node } from '../../rules/node.ts';
import { type Rule, rule } from '../../rules/rule.ts';

const outcomeOf = (node: Node<any>): string | null => {
  const outcome = fieldOf(node.value as Sense, 'value') ?? null;
  return outcome !== null && harmful.has(outcome) ? outcome : null;
};

const isConjoined = (node: Node<any>): boolean => ((node.word?.proclitics ?? 0) & (WA | FA)) !== 0;
const isMany = (node: Node<any>): boolean => node.word?.features.number === 'pl';
const isAbout = (node: Node<any>): boolean => fieldOf(node.value as Sense, 'role') === 'about';

/** "there is no | dead man": says it of a single one. */
const ofOne = (node: Node<any>): Node<any> | undefined => (fieldOf(node.value as Sense, 'single') === 'yes' ? node : undefined);

/** What the zero counts: both where both are told. "without | a dead man" alone may go on otherwise. */
function zero(first: Node<any>, any: Node<any> | undefined, second?: Node<any>): { outcome: string } | null {
  const [a, b] = [outcomeOf(first), second === undefined ? null : outcomeOf(second)];
  if (a === null || (second !== undefined && b === null) || isConjoined(first)) return null;
  if (any === undefined && !isMany(first)) return null;
  return { outcome: b === null || a === b ? a : 'killed-or-injured' };
}

/** "without the wounding of soldiers", "of any soldier": the outcome is that of the deed. */
function harmless(deed: Node<any>, any: Node<any> | undefined, people: Node<any>): { outcome: string } | null {
  const outcome = fieldOf(deed.value as Sense, 'outcome') ?? null;
  if (outcome === null || !harmful.has(outcome) || deed.word === null || deed.word.proclitics !== 0) return null;
  if (deed.word.pronoun !== null || people.word === null || people.word.proclitics !== 0) return null;
  return any === undefined && people.word.features.number === 'sg' ? null : { outcome };
}

export const nobody: Rule[] = [
  rule(
    'ar.nobody.no-news',
    'none',
    '{lack} {befall}? {any}? {hearsay} {case} {befall}? {any}? {outcome:a} {or}? {outcome:b}?',
    ({ case: about, a }) => (isAbout(about!) && outcomeOf(a!) !== null ? { outcome: 'unknown' } : null),
  ),
  // "without | the killing of | civilians"
  rule('ar.nobody.of-people', 'none', '{case} {event} {any}? {person}', ({ case: without, event, any, person }) =>
    fieldOf(without!.value as Sense, 'role') === 'without' ? harmless(event!, any, person!) : null,
  ),
  // "no other injured": others are
  rule('ar.nobody.no-others', 'none', '{lack} {befall}? {any}? {outcome} {additional}', ({ outcome }) =>
    outcomeOf(outcome!) === null ? null : { outcome: 'unknown' },
  ),
  rule('ar.nobody.either', 'none', '{lack} {befall}? {any}? {outcome:a} {or}? {outcome:b}', ({ lack, any, a, or, b }) =>
    or !== undefined || isConjoined(b!) ? zero(a!, any ?? ofOne(lack!), b!) : null,
  ),
  rule('ar.nobody.lack', 'none', '{lack} {befall}? {any}? {outcome}', ({ lack, any, outcome }) =>
    zero(outcome!, any ?? ofOne(lack!)),
  ),
];
