/** Short codes of events: `ISN-` and six signs without I, L, O and U, so that they can be read out over the telephone. */
import { hash53 } from './hash.ts';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Code from a claim's key; `length` signs of five bits each (6 of at most 10). */
export function codeOf(key: string, length = 6): string {
  let rest = hash53(key);
  let code = '';
  for (let i = 0; i < length; i++) {
    code += SIGNS[rest % 32];
    rest = Math.floor(rest / 32);
  }
  return `ISN-${code}`;
}
