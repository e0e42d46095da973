/** Where the program keeps what it can make again: compiled code and compiled word lists, never a text or a reading. */
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** `ISNAD_CACHE`, or the user's own cache folder as the system has it; null when `ISNAD_CACHE` is empty, which turns caching off. */
export function cacheFolder(env: Record<string, string | undefined>, system: string = platform()): string | null {
  if (env.ISNAD_CACHE !== undefined) return env.ISNAD_CACHE === '' ? null : env.ISNAD_CACHE;
  const home = env.HOME ?? homedir();
  if (system === 'win32') return join(env.LOCALAPPDATA ?? join(env.USERPROFILE ?? home, 'AppData', 'Local'), 'isnad', 'cache');
  if (system === 'darwin') return join(home, 'Library', 'Caches', 'isnad');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'isnad');
}
