/** Says that the events of the case are being computed again, and shows them once they are. */
import { useEffect } from 'preact/hooks';
import { cases, loadCases, shownCase } from '../../cases.ts';
import { t } from '../../language.ts';

const LOOK_EVERY = 2000;

export function Reconciling({ onDone }: { onDone: () => void }) {
  const name = shownCase();
  const isGoing = cases.value.some((one) => one.name === name && one.reconciling);
  useEffect(loadCases, [name]);
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(loadCases, LOOK_EVERY);
    return () => {
      clearInterval(timer);
      onDone();
    };
  }, [isGoing]);
  return isGoing ? (
    <p role="status" class="chip warn" data-test="reconciling">
      {t.value.explore.reconciling}
    </p>
  ) : null;
}
