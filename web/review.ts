/** Decisions of the person at this screen: who they are, what was decided last, and its undo. */
import { signal } from '@preact/signals';
import type { DecisionKind, NewDecision } from '../src/http/client.ts';
import { tell } from './api.ts';
import { number, recall, remember, t } from './language.ts';
import { notify } from './parts/notice.tsx';
import { sayFault } from './parts/say-fault.ts';
import { caseName } from './router.ts';

export const who = signal(recall('who') ?? '');
/** A decision that waits for a name. */
export const waiting = signal<(() => void) | null>(null);
/** What was decided at this screen, oldest first; decisions that were made together are undone together. */
const made: { decisions: { id: number; target: string }[]; after: () => void }[] = [];
/** Acts go to the server one after the other: an undo asked for while a decision is on its way takes back that one. */
let turn: Promise<void> = Promise.resolve();

function inTurn(act: () => Promise<void>): Promise<void> {
  const done = turn.then(act);
  turn = done.catch(() => {});
  return done;
}

export function setWho(name: string): void {
  who.value = name;
  remember('who', name);
  const act = waiting.value;
  waiting.value = null;
  if (name !== '') act?.();
}

type Act = Omit<NewDecision, 'who' | 'why'> & { why?: string };

/** One of the common reasons, with what a person adds. */
export const reasonWith = (reason: string, more: string): string => (more.trim() === '' ? reason : `${reason}: ${more.trim()}`);

/** `after`: what the screen does once it is recorded or undone. */
export async function decide(act: Act, after: () => void): Promise<void> {
  await decideTogether([act], after);
}

/** Several decisions of one kind. Those before one that fails are kept, and are what an undo takes back. */
export async function decideTogether(acts: readonly Act[], after: () => void): Promise<void> {
  if (who.value === '') {
    waiting.value = () => void decideTogether(acts, after);
    return;
  }
  if (acts.length > 0) await inTurn(() => send(acts, after));
}

async function send(acts: readonly Act[], after: () => void): Promise<void> {
  const decisions: { id: number; target: string }[] = [];
  let fault: string | null = null;
  for (const act of acts) {
    try {
      decisions.push({ id: await record(act), target: act.target });
    } catch (error) {
      fault = sayFault(error);
      break;
    }
  }
  if (decisions.length > 0) made.push({ decisions, after });
  if (fault !== null) notify(fault);
  else notify(said(acts[0].kind, acts.length), undoLast);
  if (decisions.length > 0) after();
}

async function record(act: Act): Promise<number> {
  const { id } = await tell<{ id: number }>('/api/decisions', {
    ...act,
    who: who.value,
    why: act.why ?? '',
    case: caseName.value ?? undefined,
  });
  return id;
}

const said = (kind: DecisionKind, n: number): string => {
  const { review } = t.value;
  return n === 1 ? review.done(sayKind(kind)) : review.doneTogether(sayKind(kind), number(n));
};

/** Takes back the last decision, or all that were made together with it; what cannot be taken back stays for another try. */
export function undoLast(): void {
  void inTurn(async () => {
    const last = made.pop();
    if (last) await takeBack(last);
  });
}

async function takeBack(last: (typeof made)[number]): Promise<void> {
  const left = [...last.decisions];
  try {
    for (let next = left.at(-1); next; next = left.at(-1)) {
      await record({ kind: 'undo', target: next.target, undoes: next.id });
      left.pop();
    }
    notify(t.value.undone, null);
  } catch (error) {
    made.push({ ...last, decisions: left });
    notify(sayFault(error));
  }
  last.after();
}

export function sayKind(kind: DecisionKind): string {
  const { review, event, undo } = t.value;
  const words: Record<DecisionKind, string> = {
    accept: review.accept,
    reject: review.reject,
    edit: review.edit,
    unsure: review.unsure,
    second: t.value.second.one,
    same: event.same,
    different: event.different,
    split: event.split,
    merge: event.same,
    undo,
  };
  return words[kind];
}
