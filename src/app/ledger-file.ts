/** Where a ledger lies when nobody says: one file in the user's own data folder, as the system has it. */
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** `ISNAD_DB`, or `isnad.db` in the user's data folder. */
export function defaultLedgerFile(env: Record<string, string | undefined>, system: string = platform()): string {
  if (env.ISNAD_DB) return env.ISNAD_DB;
  return join(dataHome(env, system), 'isnad', 'isnad.db');
}

function dataHome(env: Record<string, string | undefined>, system: string): string {
  const home = env.HOME ?? homedir();
  if (system === 'win32') return env.LOCALAPPDATA ?? join(env.USERPROFILE ?? home, 'AppData', 'Local');
  if (system === 'darwin') return join(home, 'Library', 'Application Support');
  return env.XDG_DATA_HOME || join(home, '.local', 'share');
}
