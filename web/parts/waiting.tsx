/** Stands where an answer is still to come. */
import { t } from '../language.ts';

export function Waiting() {
  return (
    <p class="waiting" role="status">
      {t.value.loading}
    </p>
  );
}
