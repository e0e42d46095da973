/** The words of `data/ar/reconcile.yml` in folded form: sources that name nobody, and words of place phrases that name no place. */
import { readFileSync } from 'node:fs';
import { listOf, parseBlocks, textOf } from '../lexicon/blocks.ts';
import { fold, nameWords } from './fold.ts';

const FILE = new URL('../../data/ar/reconcile.yml', import.meta.url);

type Words = { anonymous: Set<string>; genericPlace: Set<string>; widePlace: Set<string> };
let loaded: Words | null = null;

function words(): Words {
  if (loaded) return loaded;
  const anonymous = new Set<string>();
  const genericPlace = new Set<string>();
  const widePlace = new Set<string>();
  for (const block of parseBlocks('data/ar/reconcile.yml', readFileSync(FILE, 'utf8'))) {
    const word = textOf(block, block.kind) ?? '';
    if (block.kind === 'anonymous') {
      anonymous.add(fold(word));
      for (const bare of nameWords(word)) anonymous.add(bare);
    }
    if (block.kind !== 'generic-place') continue;
    for (const form of [word, ...listOf(block, 'forms')]) {
      for (const bare of nameWords(form)) {
        genericPlace.add(bare);
        if (textOf(block, 'breadth') === 'wide') widePlace.add(bare);
      }
    }
  }
  loaded = { anonymous, genericPlace, widePlace };
  return loaded;
}

/** True when the source's words name nobody: "local sources", "a witness", "our correspondent". */
export function isAnonymous(name: string): boolean {
  const first = fold(name).split(' ')[0];
  const { anonymous } = words();
  return first === '' || anonymous.has(first) || anonymous.has(nameWords(name)[0] ?? '');
}

/** Folded words of a place phrase that name a place. */
export function placeWords(name: string): string[] {
  const { genericPlace } = words();
  return nameWords(name).filter((word) => !genericPlace.has(word));
}

/** The words that name the place itself, before the ones that say what it lies in; `isWide` for a countryside, a governorate, "the north of". */
export function headWords(name: string): { words: string[]; isWide: boolean } {
  const { genericPlace, widePlace } = words();
  const found: string[] = [];
  let isWide = false;
  for (const word of nameWords(name)) {
    if (!genericPlace.has(word)) {
      found.push(word);
      continue;
    }
    if (found.length > 0) break;
    if (widePlace.has(word)) isWide = true;
  }
  return { words: found, isWide };
}
