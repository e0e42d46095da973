/** One line at the foot of the screen after an act, with its undo. */
import { signal } from '@preact/signals';
import { t } from '../language.ts';

type Said = { text: string; undo: (() => void) | null };
const said = signal<Said | null>(null);
let timer = 0;

export function notify(text: string, undo: (() => void) | null = null): void {
  said.value = { text, undo };
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    said.value = null;
  }, 8000);
}

export function Notice() {
  const now = said.value;
  return (
    <div class="notice" role="status" aria-live="polite" data-shown={now !== null}>
      {now?.text}
      {now?.undo && (
        <button type="button" onClick={() => undo(now)}>
          {t.value.undo}
        </button>
      )}
    </div>
  );
}

function undo({ undo: act }: Said): void {
  said.value = null;
  act?.();
}
