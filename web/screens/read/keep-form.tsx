/** Keeps the report that was read in a case of the ledger, and leads to it. */
import { useEffect, useState } from 'preact/hooks';
import type { KeepInput, Kept } from '../../../src/http/client.ts';
import { tell } from '../../api.ts';
import { cases, loadCases, shownCase } from '../../cases.ts';
import { t } from '../../language.ts';
import { notify } from '../../parts/notice.tsx';
import { sayFault } from '../../parts/say-fault.ts';
import { addressOf, go, openCase } from '../../router.ts';

const SAMPLE_CASE = 'sample';
const OWN_CASE = 'main';

type Props = { input: () => KeepInput; claim: string | null; onKept: () => void };

export function KeepForm({ input, claim, onKept }: Props) {
  const m = t.value.read;
  const [name, setName] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(loadCases, []);
  const shown = shownCase();
  // One's own reports do not go among the sample's unless somebody says so.
  const into = name ?? (shown === SAMPLE_CASE ? OWN_CASE : shown) ?? '';
  const keep = async () => {
    setBusy(true);
    try {
      const kept = await tell<Kept>('/api/keep', { ...input(), case: into.trim() || undefined });
      openCase(kept.case);
      loadCases();
      notify(kept.held ? m.alreadyHeld(kept.case) : m.kept(kept.case));
      go(addressOf('report', kept.id, { claim }));
      onKept();
    } catch (error) {
      notify(sayFault(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="row keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label>
        {m.keepIn}
        <input
          dir="auto"
          list="cases"
          maxLength={200}
          data-test="keep-case"
          value={into}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <datalist id="cases">
        {cases.value.map((row) => (
          <option key={row.name} value={row.name} />
        ))}
      </datalist>
      <button type="submit" class="main" data-test="keep" disabled={isBusy || into.trim() === ''}>
        {m.keep}
      </button>
    </form>
  );
}
