/** A fault in one line of the reader's language; what the server says of it stands behind, as it says it. */
import { Fault } from '../api.ts';
import { t } from '../language.ts';

export function sayFault(error: unknown): string {
  const { fault, faults } = t.value;
  if (!(error instanceof Fault)) return `${fault}: ${String(error)}`;
  const words = faults[error.code];
  return words === undefined ? `${fault}: ${error.message} (${error.code})` : `${fault}: ${words} (${error.code})`;
}
