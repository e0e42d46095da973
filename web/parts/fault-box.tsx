/** What did not work, in words, and a way to try again. */
import type { Fault } from '../api.ts';
import { lang, t } from '../language.ts';

export function FaultBox({ fault, retry }: { fault: Fault; retry?: () => void }) {
  const words = t.value.faults[fault.code];
  return (
    <div class="fault" role="alert">
      <b>{t.value.fault}.</b> {words ?? <bdi>{fault.message}</bdi>} <code>{fault.code}</code>{' '}
      {words !== undefined && lang.value === 'ar' && fault.code !== 'offline' && (
        <bdi lang="en" class="soft">
          {fault.message}
        </bdi>
      )}{' '}
      {retry && (
        <button type="button" onClick={retry}>
          {t.value.retry}
        </button>
      )}
    </div>
  );
}
