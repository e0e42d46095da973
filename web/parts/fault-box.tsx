/** What did not work, in words, and a way to try again. */
import type { Fault } from '../api.ts';
import { t } from '../language.ts';

export function FaultBox({ fault, retry }: { fault: Fault; retry?: () => void }) {
  return (
    <div class="fault" role="alert">
      <b>{t.value.fault}.</b> {fault.code === 'offline' ? t.value.offline : <bdi>{fault.message}</bdi>} <code>{fault.code}</code>{' '}
      {retry && (
        <button type="button" onClick={retry}>
          {t.value.retry}
        </button>
      )}
    </div>
  );
}
