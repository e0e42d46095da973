/** Why somebody decides so: kept with the decision, never asked for. */
import { t } from '../language.ts';

type Props = { value: string; onInput: (why: string) => void };

export function WhyField({ value, onInput }: Props) {
  return (
    <label class="wide why">
      {t.value.review.why}
      <input dir="auto" maxLength={500} value={value} data-test="why" onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}
