/** Kysely over the SQLite that Node brings along: one connection, used by one caller at a time, statements prepared once. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { isBusy } from './fault.ts';

export type SqliteOptions = {
  /** Path of the file, or `:memory:`. */
  file: string;
  readOnly?: boolean;
  /** Upper limit of the file in pages; for tests of a full disk. */
  maxPages?: number;
  /** For a process that mostly writes: pages that were written are not kept in memory. */
  isBulk?: boolean;
};

const STATEMENTS_KEPT = 300;
/** A second process that writes makes us wait, not fail. */
const BUSY_TIMEOUT_MS = 5000;

/** Opens the file with the settings every connection of a ledger has. */
export function openSqlite({ file, readOnly = false, maxPages, isBulk = false }: SqliteOptions): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  if (!readOnly) untilFree(() => database.exec('pragma journal_mode = wal'));
  const [cacheKib, mappedBytes] = isBulk ? [16_384, 0] : [65_536, 268_435_456];
  database.exec(
    `pragma synchronous = normal; pragma cache_size = -${cacheKib}; pragma temp_store = memory; pragma mmap_size = ${mappedBytes}`,
  );
  if (maxPages !== undefined) database.exec(`pragma max_page_count = ${Math.trunc(maxPages)}`);
  return database;
}

/** SQLite does not wait, as it does elsewhere, when two processes turn the same new file to write-ahead logging at once. */
function untilFree(step: () => void): void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (const end = Date.now() + BUSY_TIMEOUT_MS; ; ) {
    try {
      step();
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
      Atomics.wait(still, 0, 0, RETRY_MS);
    }
  }
}
const RETRY_MS = 20;

export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database),
    createIntrospector: (db: Kysely<any>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: DatabaseSync): Driver {
  const connection = sqliteConnection(database);
  const waiting: (() => void)[] = [];
  let isTaken = false;
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql)).then(() => undefined);
  return {
    init: async () => {},
    async acquireConnection() {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
      isTaken = true;
      return connection;
    },
    async releaseConnection() {
      const next = waiting.shift();
      if (next) next();
      else isTaken = false;
    },
    // Immediate: the write lock is taken at once, so ids may be counted on inside the transaction.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: async () => {
      // A full disk makes SQLite roll back by itself.
      if (database.isTransaction) await run('rollback');
    },
    destroy: async () => database.close(),
  };
}

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const kept = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    // The last row id of a table of packed keys may lie beyond 2^53: as a number newer versions of Node refuse it.
    if (statement.columns().length === 0) statement.setReadBigInts(true);
    if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(sql, statement);
    return statement;
  };
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const statement = prepared(sql);
      const values = parameters as SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      for (const row of database.prepare(sql).iterate(...(parameters as SQLInputValue[]))) yield { rows: [row as R] };
    },
  };
}
