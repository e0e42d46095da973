/** A value that comes from the server, as a hook: what was asked last wins. */
import { useEffect, useState } from 'preact/hooks';
import { ask, Fault, inCase } from './api.ts';

export type Loaded<T> = { value: T | null; fault: Fault | null; reload: () => void };

export function useLoaded<T>(bare: string | null): Loaded<T> {
  const path = bare === null ? null : inCase(bare);
  const [state, setState] = useState<{ path: string | null; value: T | null; fault: Fault | null }>({
    path: null,
    value: null,
    fault: null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const control = new AbortController();
    ask<T>(path, control.signal).then(
      (value) => setState({ path, value, fault: null }),
      (error) => {
        if (error.name === 'AbortError') return;
        setState({ path, value: null, fault: error instanceof Fault ? error : new Fault('?', String(error)) });
      },
    );
    return () => control.abort();
  }, [path, turn]);
  return { value: state.value, fault: state.path === path ? state.fault : null, reload: () => setTurn((n) => n + 1) };
}
