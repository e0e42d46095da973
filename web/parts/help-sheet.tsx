/** The sheet of keys, and the keys that work everywhere. Screens register their own while they are shown. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../language.ts';
import { undoLast } from '../review.ts';
import { addressOf, go } from '../router.ts';

export const isHelpOpen = signal(false);

type Letter = 'j' | 'k' | 'a' | 'e' | 'x' | 'u' | 'y' | 'n' | 'h' | 'z' | 's' | 'm';
/** `{` and `}` are the brackets with Shift. */
export type KeyName = Letter | '[' | ']' | '{' | '}' | '/' | '?' | 'Escape' | 'Enter' | Digit;
type Digit = '1' | '2' | '3' | '4' | '5' | '6';
type Keys = Partial<Record<KeyName, () => void>>;
const layers: Keys[] = [];

/** Keys of a screen, while it is shown. Typing in a field is never taken for a key. */
export function useKeys(keys: Keys): void {
  const held = useRef<Keys>({});
  held.current = keys;
  useEffect(() => {
    const layer = new Proxy({} as Keys, { get: (_, name) => held.current[name as KeyName] });
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** Letters by where they are on the keyboard, so that they work under an Arabic layout too. */
const CODES: Record<string, KeyName> = {
  KeyJ: 'j',
  KeyK: 'k',
  KeyA: 'a',
  KeyE: 'e',
  KeyX: 'x',
  KeyU: 'u',
  KeyY: 'y',
  KeyN: 'n',
  KeyH: 'h',
  KeyZ: 'z',
  KeyS: 's',
  KeyM: 'm',
  BracketLeft: '[',
  BracketRight: ']',
  Digit1: '1',
  Digit2: '2',
  Digit3: '3',
  Digit4: '4',
  Digit5: '5',
  Digit6: '6',
};

export function useGlobalKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const name = nameOf(event);
      if (!name || (name === 'Enter' && hasOwnEnter(event.target))) return;
      const own = layers.findLast((layer) => layer[name as KeyName])?.[name as KeyName];
      const act = own ?? everywhere[name as KeyName];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function nameOf({ key, code, shiftKey }: KeyboardEvent): string | undefined {
  if (NAMED.has(key)) return key;
  const name = CODES[code];
  return shiftKey && name in WITH_SHIFT ? WITH_SHIFT[name] : name;
}

const WITH_SHIFT: Record<string, KeyName> = { '[': '{', ']': '}' };

const everywhere: Keys = {
  '?': () => {
    isHelpOpen.value = !isHelpOpen.value;
  },
  '/': toSearch,
  z: undoLast,
};

/** To the search field; where it is shown already, the query stays. */
function toSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[role=search] input[type=search]');
  if (field) field.focus();
  else go(addressOf('explore', null, { focus: 1 }));
}

const NAMED: ReadonlySet<string> = new Set(['?', '/', 'Escape', 'Enter']);

/** A button, a link and their like do something of their own at that key. */
function hasOwnEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, dialog') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function HelpSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = isHelpOpen.value;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">{t.value.help}</h2>
      <dl class="keys">
        {Object.entries(t.value.keys).map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/api">{t.value.apiPage}</a>
      </p>
      <button type="button" onClick={close}>
        {t.value.close}
      </button>
    </dialog>
  );
}

function close(): void {
  isHelpOpen.value = false;
}
