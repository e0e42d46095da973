/** Why an item failed, in the language of the screen. Reasons come in English; what is not in the table of the language is shown as it came. */
import { lang } from '../../language.ts';
import { reasons } from '../../messages/reasons-ar.ts';
import { visible } from '../../parts/quoted.tsx';

export function sayReason(reason: string): string {
  if (lang.value !== 'ar') return visible(reason);
  for (const [pattern, said] of reasons) {
    const found = pattern.exec(reason);
    // what stands in the reason for this item, a number or a name, keeps its own direction
    if (found) return said.replace(/\$(\d)/g, (_, n) => `\u2068${visible(found[Number(n)] ?? '')}\u2069`);
  }
  return visible(reason);
}
