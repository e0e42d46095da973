/** What the forms of a correction share. */
import { t } from '../../language.ts';

export type Send = (payload: object) => void;

/** Arabic-Indic digits may be typed; on the wire numbers are numbers. */
export const western = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

export function Save({ name, isOff, onClick }: { name: string; isOff: boolean; onClick: () => void }) {
  return (
    <button type="button" disabled={isOff} data-test="save-edit" onClick={onClick}>
      {t.value.review.save}
      <span class="hidden"> {name}</span>
    </button>
  );
}
