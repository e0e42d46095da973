/** The Arabic pack: how words are inflected and which rules read counts and times. */
import { compileRules } from '../../rules/match.ts';
import { inflect } from './inflect.ts';
import { quantities } from './quantities.ts';
import { times } from './times.ts';

export const arabic = {
  language: 'ar',
  direction: 'rtl' as const,
  inflect,
  quantityRules: compileRules(quantities),
  timeRules: compileRules(times),
};
