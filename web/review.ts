/** Decisions of the person at this screen: who they are, what was decided last, and its undo. */
import { signal } from '@preact/signals';
import type { DecisionKind, NewDecision } from '../src/http/client.ts';
import { type Fault, tell } from './api.ts';
import { recall, remember, t } from './language.ts';
import { notify } from './parts/notice.tsx';
import { caseName } from './router.ts';

export const who = signal(recall('who') ?? '');
/** A decision that waits for a name. */
export const waiting = signal<(() => void) | null>(null);
const made: { id: number; target: string; after: () => void }[] = [];

export function setWho(name: string): void {
  who.value = name;
  remember('who', name);
  const act = waiting.value;
  waiting.value = null;
  if (name !== '') act?.();
}

type Act = Omit<NewDecision, 'who' | 'why'> & { why?: string };

/** `after`: what the screen does once it is recorded or undone. */
export async function decide(act: Act, after: () => void): Promise<void> {
  if (who.value === '') {
    waiting.value = () => void decide(act, after);
    return;
  }
  try {
    const { id } = await tell<{ id: number }>('/api/decisions', {
      ...act,
      who: who.value,
      why: act.why ?? '',
      case: caseName.value ?? undefined,
    });
    if (act.kind !== 'undo') made.push({ id, target: act.target, after });
    notify(act.kind === 'undo' ? t.value.undone : t.value.review.done(sayKind(act.kind)), act.kind === 'undo' ? null : undoLast);
    after();
  } catch (error) {
    notify(`${t.value.fault}: ${(error as Fault).message}`);
  }
}

export function undoLast(): void {
  const last = made.pop();
  if (last) void decide({ kind: 'undo', target: last.target, undoes: last.id }, last.after);
}

export function sayKind(kind: DecisionKind): string {
  const { review, event, undo } = t.value;
  const words: Record<DecisionKind, string> = {
    accept: review.accept,
    reject: review.reject,
    edit: review.edit,
    unsure: review.unsure,
    same: event.same,
    different: event.different,
    split: event.split,
    merge: event.same,
    undo,
  };
  return words[kind];
}
