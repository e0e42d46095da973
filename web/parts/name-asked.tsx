/** Asks for a name before the first decision. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../language.ts';
import { setWho, waiting } from '../review.ts';

export function NameAsked() {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = waiting.value !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const m = t.value.review;
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="name-title" onClose={() => void (waiting.value = null)}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          setWho(field.current?.value.trim() ?? '');
        }}
      >
        <h2 id="name-title">{m.whoNeeded}</h2>
        <p class="row">
          <label>
            {m.who}
            <input ref={field} dir="auto" maxLength={100} required data-test="who" />
          </label>
          <button type="submit" class="main">
            {m.save}
          </button>
          <button type="button" onClick={() => void (waiting.value = null)}>
            {m.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
