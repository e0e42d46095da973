/**
 * What was worked out of a case the last time, taken up again: in a file beside the ledger, so that the next command computes only what changed since, or in
 * memory for a ledger that is only there. The file says nothing that does not follow from the ledger: where it is missing, of another version or of another
 * ledger, or where another process has it open, all is computed anew.
 */
import { rmSync } from 'node:fs';
import type { JournalPoint } from '../ledger/index.ts';
import { type Collection, openCollection } from '../reconcile/index.ts';
import { type DiskShelf, diskShelf } from './disk-shelf.ts';
import type { KnownCase } from './reconcile-case.ts';

export type CaseState = {
  collection: Collection;
  readings: DiskShelf['readings'];
  /** Up to where the ledger's journal is known; null: nothing is known. */
  since: () => JournalPoint | null;
  at: (point: JournalPoint) => void;
  /** The events that are told now have this name. Where those told last had the name `before`, it is told which are touched. */
  telling: (name: string, before: string | null) => void;
  /** The same without any report. */
  empty: () => CaseState;
};
export type CaseMemory = {
  /** One at a time for a case; what `work` did holds once it is done. */
  use: <T>(known: KnownCase, work: (state: CaseState) => Promise<T>) => Promise<T>;
};

/** How many cases of ledgers without a file are kept. */
const MOST_OPEN = 2;

/** `version`: what another one kept is not taken up. */
export function caseMemory(version: string): CaseMemory {
  const open = new Map<string, Holder>();
  return {
    async use({ name, file }, work) {
      if (file !== null) return await inFile(file, version, work);
      const holder = open.get(name) ?? held(() => diskShelf());
      open.delete(name);
      open.set(name, holder);
      for (const [oldest, { close }] of open) {
        if (open.size <= MOST_OPEN) break;
        open.delete(oldest);
        close();
      }
      try {
        return await work(holder.state);
      } catch (error) {
        open.delete(name);
        holder.close();
        throw error;
      }
    },
  };
}

async function inFile<T>(file: string, version: string, work: (state: CaseState) => Promise<T>): Promise<T> {
  let isKept = true;
  const shelfOf = (isAnew: boolean): DiskShelf => {
    if (isKept) {
      try {
        return namedShelf(file, version, isAnew);
      } catch {
        // open elsewhere, or there is no room for it: it goes without
        isKept = false;
      }
    }
    return diskShelf();
  };
  const holder = held(shelfOf);
  try {
    const result = await work(holder.state);
    if (isKept) holder.keep();
    return result;
  } finally {
    holder.close();
  }
}

/** Files of another version, and those that can no longer be read, are begun anew. */
function namedShelf(file: string, version: string, isAnew: boolean): DiskShelf {
  const shelf = isAnew ? null : opened(file);
  const known = shelf?.notes.get('version');
  if (shelf && known !== undefined && textOf(known) === version) return shelf;
  shelf?.close();
  for (const end of ['', '-journal']) rmSync(file + end, { force: true });
  const fresh = diskShelf(file);
  fresh.notes.set('version', Buffer.from(version, 'utf8'));
  return fresh;
}

const SQLITE_BUSY = 5;

/** Null where the file is none of ours, or is broken. */
function opened(file: string): DiskShelf | null {
  try {
    return diskShelf(file);
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw error;
    return null;
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

type Holder = { state: CaseState; keep: () => void; close: () => void };

function held(shelfOf: (isAnew: boolean) => DiskShelf): Holder {
  let shelf = shelfOf(false);
  const begin = () => ({ collection: openCollection({ shelf }), readings: shelf.readings });
  const state: CaseState = {
    ...begin(),
    since() {
      const point = shelf.notes.get('point');
      return point === undefined ? null : JSON.parse(textOf(point));
    },
    at: (point) => void shelf.notes.set('point', Buffer.from(JSON.stringify(point), 'utf8')),
    telling(name, before) {
      const told = shelf.notes.get('told');
      shelf.groups.follow(told !== undefined && textOf(told) === before);
      shelf.notes.set('told', Buffer.from(name, 'utf8'));
    },
    empty() {
      const told = shelf.notes.get('told');
      shelf.close();
      shelf = shelfOf(true);
      // all is told anew
      if (told) shelf.notes.set('told', told);
      return Object.assign(state, begin());
    },
  };
  return {
    state,
    keep() {
      state.collection.note();
      shelf.commit();
    },
    close: () => shelf.close(),
  };
}
