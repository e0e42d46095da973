/** The words of the text format, in both languages. Arabic is read from `words.ar.json`, so that code holds no Arabic letters. */
import type { Attribution, EventType, Mod, Outcome, PlaceMention, Reality, Stance, Who } from '../claim/reading.ts';
import arabicWords from './words.ar.json' with { type: 'json' };

export type Lang = 'ar' | 'en';

type Table = {
  says: string;
  actor: string;
  recipient: string;
  when: string;
  means: string;
  words: string;
  unknown: string;
  ownVoice: string;
  noDay: string;
  running: string;
  types: Record<EventType, string>;
  stances: Record<Stance, string>;
  realities: Record<Reality, string>;
  outcomes: Record<Outcome, string>;
  whos: Record<Who, string>;
  mods: Record<Mod, string>;
  roles: Record<PlaceMention['role'], string>;
  inferred: Record<NonNullable<Attribution['inferred']>, string>;
};
export type Words = Table & {
  claims: (n: number) => string;
  unread: (n: number) => string;
  candidates: (n: number) => string;
  orMore: (n: number) => string;
};

const english: Table = {
  says: 'says',
  actor: 'by',
  recipient: 'to',
  when: 'when',
  means: 'with',
  words: 'words',
  unknown: 'not settled',
  ownVoice: 'the outlet itself',
  noDay: 'Day of publication unknown: relative times stay open (give --published DAY).',
  running: 'running total since',
  types: {
    'air-strike': 'air strike',
    shelling: 'shelling',
    bombing: 'bombing',
    'suicide-bombing': 'suicide bombing',
    mine: 'mine',
    'chemical-attack': 'chemical attack',
    'armed-clash': 'armed clash',
    attack: 'attack',
    killing: 'killing',
    execution: 'execution',
    'sexual-violence': 'sexual violence',
    detention: 'detention',
    abduction: 'abduction',
    release: 'release',
    surrender: 'surrender',
    displacement: 'displacement',
    'force-movement': 'force movement',
    territory: 'control of territory',
    destruction: 'destruction',
    'service-cut': 'cut of service',
    protest: 'protest',
    riot: 'riot',
    agreement: 'agreement',
    'weapons-disrupted': 'weapons disrupted',
    toll: 'toll',
    situation: 'situation',
    other: 'other',
  },
  stances: {
    asserted: 'asserted',
    denied: 'denied',
    probable: 'thought likely',
    unknown: 'said to be unknown',
    accused: 'accused',
    'claimed-responsibility': 'claims responsibility',
    expected: 'expected',
  },
  realities: { current: 'current', background: 'background', unreal: 'not as a fact' },
  outcomes: {
    killed: 'killed',
    injured: 'injured',
    'killed-or-injured': 'killed or injured',
    missing: 'missing',
    detained: 'detained',
    abducted: 'abducted',
    captured: 'captured',
    released: 'released',
    displaced: 'displaced',
    surrendered: 'surrendered',
    other: 'counted',
  },
  whos: {
    civilian: 'civilian',
    combatant: 'combatant',
    child: 'child',
    woman: 'woman',
    man: 'man',
    journalist: 'journalist',
    'health-worker': 'health worker',
    'aid-worker': 'aid worker',
    police: 'police',
    official: 'official',
    unknown: 'unknown',
  },
  mods: {
    exact: 'exactly',
    about: 'about',
    'at-least': 'at least',
    'more-than': 'more than',
    'at-most': 'at most',
    'less-than': 'less than',
    range: 'between',
    vague: 'vaguely',
    zero: 'none',
  },
  roles: { at: 'at', from: 'from', to: 'to' },
  inferred: { 'carry-over': 'carried over', elided: 'left out here', definite: 'named before', byline: 'byline' },
};

export const words: Record<Lang, Words> = {
  en: {
    ...english,
    claims: (n) => `${n} claim${n === 1 ? '' : 's'}`,
    unread: (n) => `Seen and not read (${n}):`,
    candidates: (n) => `${n} places of this name`,
    orMore: (n) => `${n} or more`,
  },
  ar: {
    ...(arabicWords as Table & typeof arabicWords),
    claims: (n) => `${arabicWords.claimCount}: ${n}`,
    unread: (n) => `${arabicWords.unreadTitle} (${n}):`,
    candidates: (n) => `${arabicWords.candidateCount}: ${n}`,
    orMore: (n) => `${n} ${arabicWords.orMoreText}`,
  },
};
