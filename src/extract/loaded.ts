/** Loaded words inside a mention: an outlet's own names and adjectives, each beside its neutral form. */
import type { Loaded } from '../claim/reading.ts';
import { fieldOf, type Sense } from '../lexicon/lexicon.ts';
import { LOADED } from './class-groups.ts';
import type { Doc } from './doc.ts';
import { perSense } from './senses.ts';

const labelOf = perSense((sense): string | null =>
  sense.kind === 'loaded' ? (fieldOf(sense, 'label') ?? 'loaded') : (fieldOf(sense, 'loaded-label') ?? null),
);

/** @param start,end tokens of the mention */
export function loadedWords(doc: Doc, start: number, end: number): Loaded[] {
  const found: Loaded[] = [];
  for (let i = start; i < end; i++) {
    if ((doc.groups[i] & LOADED) === 0) continue;
    for (const node of doc.at[i]) {
      if (node.end > end || node.word === null) continue;
      const sense = node.value as Sense;
      const label = labelOf(sense);
      if (label === null) continue;
      const span = doc.span(i, node.end);
      if (found.some((f) => f.span.start === span.start && f.span.end === span.end)) continue;
      found.push({ span, label, neutral: fieldOf(sense, 'neutral') ?? null });
    }
  }
  return found;
}
