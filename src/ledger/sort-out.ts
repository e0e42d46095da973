/** Tells which reports of a batch are new, which are held already and which have changed since. */
import type { Kysely } from 'kysely';
import type { Outcome, Ready } from './received.ts';
import { isLater, type Seen, seenOf, seenOfRow } from './seen.ts';
import type { Tables } from './tables.ts';

/** `supersedes`: the place of the version before among the reports that come with it, or the number of its row. */
export type Fresh = { ready: Ready; version: number; supersedes: { fresh: number } | { row: number } | null };

/** One version of a report: a row, or one that comes with this batch. */
type Version = {
  of: { fresh: number } | { row: number };
  /** Of the text alone, without what tells a return to it from its first time. */
  identity: string;
  version: number;
  url: string | null;
  seen: Seen | null;
};

/** Tells what is held from what is new or changed since. Inside the transaction: another process may have been quicker. */
export async function sortOut(
  tx: Kysely<Tables>,
  batch: readonly Ready[],
): Promise<{ fresh: Fresh[]; settle: (first: number) => Outcome[] }> {
  const keyOfText = await keysOf(
    tx,
    batch.map((ready) => ready.identity),
  );
  /** By key, from the first to the one that holds. */
  const versions = await versionsOf(tx, [...new Set([...batch.map((ready) => ready.key), ...keyOfText.values()])]);
  const fresh: Fresh[] = [];
  const lines: ((first: number) => Outcome)[] = [];
  const add = (ready: Ready, before: Version | null): void => {
    const version = (before?.version ?? 0) + 1;
    const { key, identity } = ready;
    const isReturn = keyOfText.get(identity) === key;
    const index = fresh.push({
      // a text that is there again is kept again, under a name of its own: names of texts are never written twice
      ready: isReturn ? { ...ready, identity: `${identity}${RETURN}${version}` } : ready,
      version,
      supersedes: before?.of ?? null,
    });
    const made: Version = { of: { fresh: index - 1 }, identity, version, url: ready.url, seen: seenOf(ready) };
    versions.set(key, [...(versions.get(key) ?? []), made]);
    keyOfText.set(identity, key);
    const status = before === null ? 'new' : 'changed';
    lines.push((first) => ({ key, status, report: first + index - 1 }));
  };
  for (const ready of batch) {
    const seen = seenOf(ready);
    const held = keyOfText.get(ready.identity);
    if (held !== undefined) {
      const known = versions.get(held) as Version[];
      const last = known[known.length - 1];
      // what its address said last, as far as it was looked at
      const saidLast = known.findLast((version) => version.seen?.from === seen?.from) ?? null;
      const isBack = saidLast !== null && saidLast.identity !== ready.identity && isLater(seen, saidLast.seen);
      // without a reading it was taken for held: another process has been quicker
      if (isBack && last.identity !== ready.identity && ready.reading) add(named(ready, held), last);
      else lines.push((first) => ({ key: held, status: 'held', report: rowOf(last, first) }));
      continue;
    }
    const before = versions.get(ready.key)?.at(-1) ?? null;
    if (before === null || follows(before, ready, seen)) add(ready, before);
    else add(named(ready, `${ready.key}#${ready.identity.slice(0, 8)}`), null);
  }
  return { fresh, settle: (first) => lines.map((line) => line(first)) };
}

const RETURN = '#';

const rowOf = ({ of }: Version, first: number): number => ('row' in of ? of.row : first + of.fresh);

/** A later version, as far as can be told; where it cannot, both stand. */
function follows(before: Version, ready: Ready, seen: Seen | null): boolean {
  if (before.url !== ready.url) return false;
  const isApart = seen !== null && before.seen !== null && seen.from === before.seen.from;
  // a second text of the same name in one batch cannot be told apart as earlier or later, unless it says when it was there
  return isApart ? isLater(seen, before.seen) : 'row' in before.of;
}

function named(ready: Ready, key: string): Ready {
  if (key === ready.key) return ready;
  return { ...ready, key, reading: { ...ready.reading, report: { ...ready.reading.report, id: key } } };
}

/** Keys of the reports that have these texts, in whatever version. */
async function keysOf(tx: Kysely<Tables>, identities: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let i = 0; i < identities.length; i += PIECE) {
    const some = identities.slice(i, i + PIECE);
    const rows = await tx.selectFrom('reports').select(['key', 'identity']).where('identity', 'in', some).execute();
    for (const { key, identity } of rows) found.set(identity, key);
  }
  return found;
}

const PIECE = 500;

async function versionsOf(tx: Kysely<Tables>, keys: readonly string[]): Promise<Map<string, Version[]>> {
  const found = new Map<string, Version[]>();
  for (let i = 0; i < keys.length; i += PIECE) {
    const rows = await tx
      .selectFrom('reports')
      .select(['id', 'key', 'identity', 'version', 'url', 'tool', 'source'])
      .where('key', 'in', keys.slice(i, i + PIECE))
      .orderBy('version')
      .execute();
    for (const row of rows) {
      const { id, key, version, url } = row;
      const [identity] = row.identity.split(RETURN);
      found.set(key, [...(found.get(key) ?? []), { of: { row: id }, identity, version, url, seen: seenOfRow(row) }]);
    }
  }
  return found;
}
