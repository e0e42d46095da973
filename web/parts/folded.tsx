/** What is made only when it is opened; and lists that begin short. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { number, t } from '../language.ts';

type FoldedProps = { summary: ComponentChildren; class?: string; test?: string; children: () => ComponentChildren };

export function Folded({ summary, children, test, class: name }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class={name} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-test={test}>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}

/** The first so many of a list, and a way to all of them. */
export function useFirst<T>(items: readonly T[], most: number): { shown: readonly T[]; more: ComponentChildren } {
  const [count, setCount] = useState(most);
  const shown = items.length > count ? items.slice(0, count) : items;
  const more =
    shown.length < items.length ? (
      <button type="button" onClick={() => setCount(count + 5 * most)}>
        {t.value.explore.more} ({number(items.length - shown.length)})
      </button>
    ) : null;
  return { shown, more };
}
