/** Rules in the reader's language: their ids are English words; Arabic ones are asked for when a trace is first opened. A rule without words of its own is told by its kind. */
import { signal } from '@preact/signals';
import { lang, t } from '../language.ts';
import { arabicOf } from '../messages/rules-in-words.ts';

const arabic = signal<Record<string, string> | null>(null);
let asked = false;

function wordsNow(): Record<string, string> | null {
  if (!asked) {
    asked = true;
    import('../messages/rules.ar.json').then(
      (found) => {
        arabic.value = found.default as Record<string, string>;
      },
      () => {
        asked = false;
      },
    );
  }
  return arabic.value;
}

/** What the rule says, for people; null where its id is all there is to say. */
export function sayRule(rule: string): string | null {
  if (lang.value !== 'ar') return null;
  const words = wordsNow();
  return words && arabicOf(rule, words, t.value.types);
}
