/** Says that a ledger of an older isnad is being brought to the newest form, once: in a large one it takes minutes. */
import { statSync } from 'node:fs';

type Write = { write: (text: string) => unknown };

export function sayOlder(file: string, stderr: Write): (name: string) => void {
  let isSaid = false;
  return () => {
    if (isSaid) return;
    isSaid = true;
    stderr.write(
      `isnad: this ledger was made by an older isnad and is brought to the newest form (${Math.ceil(sizeOf(file) / 1e6)} MB; of a gigabyte and more it takes minutes). Nothing is lost if it is stopped: it begins again the next time.\n`,
    );
  };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
