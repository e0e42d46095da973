/** How many there are, and more of them. */
import { useEffect, useState } from 'preact/hooks';
import type { Page } from '../../src/http/client.ts';
import { ask, type Fault, inCase } from '../api.ts';
import { number, t } from '../language.ts';
import { notify } from './notice.tsx';
import { sayFault } from './say-fault.ts';

export type Paged<T, P extends Page<T> = Page<T>> = {
  first: P | null;
  items: T[];
  fault: Fault | null;
  more: (() => void) | null;
  reload: () => void;
};

/** A list that grows page by page; `path` holds no `after`. Null asks nothing. `isGlobal`: the path says itself which case is meant. */
export function usePages<T, P extends Page<T> = Page<T>>(bare: string | null, { isGlobal = false } = {}): Paged<T, P> {
  const path = bare === null || isGlobal ? bare : inCase(bare);
  const [state, setState] = useState<{
    path: string | null;
    first: P | null;
    items: T[];
    next: string | null;
    fault: Fault | null;
  }>({ path: null, first: null, items: [], next: null, fault: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const control = new AbortController();
    ask<P>(path, control.signal).then(
      (page) => setState({ path, first: page, items: page.items, next: page.next, fault: null }),
      (fault) => {
        if (fault.name !== 'AbortError') setState({ path, first: null, items: [], next: null, fault });
      },
    );
    return () => control.abort();
  }, [path, turn]);
  const more = async () => {
    try {
      const page = await ask<P>(`${path}${path?.includes('?') ? '&' : '?'}after=${encodeURIComponent(state.next ?? '')}`);
      setState({ ...state, items: [...state.items, ...page.items], next: page.next });
    } catch (error) {
      notify(sayFault(error as Fault));
    }
  };
  return {
    first: state.first,
    items: state.items,
    fault: state.fault,
    more: state.next === null ? null : () => void more(),
    reload: () => setTurn((n) => n + 1),
  };
}

export function Found({ page }: { page: { total: number; isMore: boolean } | null }) {
  if (!page) return null;
  return (
    <span class="soft" role="status">
      {t.value.explore.found(`${number(page.total)}${page.isMore ? '+' : ''}`)}
    </span>
  );
}

export function More({ more }: { more: (() => void) | null }) {
  return more === null ? null : (
    <button type="button" onClick={more}>
      {t.value.explore.more}
    </button>
  );
}
