/** Grammar of one surface form, as far as its spelling settles it; null = the spelling does not tell. */
export type Pos = 'verb' | 'noun' | 'adjective' | 'masdar' | 'participle' | 'passive-participle' | 'particle';

export type Features = {
  pos: Pos;
  number: 'sg' | 'du' | 'pl' | null;
  gender: 'm' | 'f' | null;
  tense: 'past' | 'present' | null;
  /** null: active and passive are written alike. */
  voice: 'active' | 'passive' | null;
  person: 1 | 2 | 3 | null;
  /** construct: a dual or sound plural that lost its noon before a genitive; accusative: the alef of tanwin; jussive: a verb that lost its long vowel. */
  state: 'construct' | 'accusative' | 'jussive' | null;
};

/** One written form of a word with its grammar; what an inflector returns. */
export type Form = { text: string; features: Features };

export const particle: Features = {
  pos: 'particle',
  number: null,
  gender: null,
  tense: null,
  voice: null,
  person: null,
  state: null,
};
