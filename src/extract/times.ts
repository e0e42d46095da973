import type { RuleSet } from '../rules/match.ts';
import type { Doc } from './doc.ts';
export function readTimes(_doc: Doc, _rules: RuleSet): void {}
export function resolveTimes(_doc: Doc, _published: string | null, _direction: 'past' | 'future'): void {}
