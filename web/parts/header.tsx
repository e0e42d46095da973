/** The header: name, screens, language, digits, help. */
import { useEffect, useRef } from 'preact/hooks';
import { cases, loadCases, shownCase } from '../cases.ts';
import { digits, lang, t } from '../language.ts';
import { addressOf, go, openCase, place } from '../router.ts';
import { isHelpOpen } from './help-sheet.tsx';

const ORDER = ['read', 'report', 'explore', 'totals', 'sources', 'actors', 'imports', 'method'] as const;
const SHOWS: Record<string, string> = { event: 'explore', receipt: 'report', second: 'explore' };

export function Header({ screen }: { screen: string }) {
  const current = SHOWS[screen] ?? screen;
  const links = useRef<HTMLElement>(null);
  useEffect(loadCases, []);
  // On a telephone the screens lie in one row that is moved sideways.
  useEffect(() => {
    const nav = links.current;
    const at = nav?.querySelector<HTMLElement>('[aria-current]');
    if (nav && at && nav.scrollWidth > nav.clientWidth)
      at.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [current, lang.value]);
  return (
    <header class="bar">
      <a class="brand" href="#/read">
        <svg viewBox="0 0 40 16" aria-hidden="true">
          <circle cx="6" cy="8" r="4.5" />
          <circle cx="20" cy="8" r="4.5" />
          <circle cx="34" cy="8" r="4.5" class="full" />
          <path d="M10.5 8h5M24.5 8h5" />
        </svg>
        <span>{t.value.brand}</span>
      </a>
      <nav ref={links} aria-label={t.value.navigation}>
        {ORDER.map((name) => (
          <a key={name} href={addressOf(name)} aria-current={name === current ? 'page' : undefined}>
            {t.value.screens[name]}
          </a>
        ))}
      </nav>
      <div class="tools">
        <CaseSwitch />
        {lang.value === 'ar' && (
          <button
            type="button"
            class="quiet"
            onClick={switchDigits}
            aria-label={`${t.value.digits}: ${digits.value === 'latn' ? t.value.digitSample : '123'}`}
          >
            <bdi>{digits.value === 'latn' ? t.value.digitSample : '123'}</bdi>
          </button>
        )}
        <button
          type="button"
          class="quiet"
          lang={lang.value === 'ar' ? 'en' : 'ar'}
          onClick={switchLanguage}
          data-test="language"
        >
          {t.value.otherLanguage}
        </button>
        <button type="button" class="quiet" onClick={openHelp} aria-label={t.value.help}>
          ?
        </button>
      </div>
    </header>
  );
}

/** Shown only where there is something to choose. */
function CaseSwitch() {
  const shown = shownCase();
  const names = cases.value.map(({ name }) => name);
  if (names.length < 2 && (shown === null || names.includes(shown) || names.length === 0)) return null;
  return (
    <select
      class="case"
      dir="auto"
      aria-label={t.value.caseShown}
      data-test="case"
      onChange={(event) => {
        openCase(event.currentTarget.value);
        // One report or event of another case is nothing here: its list is shown instead.
        const { screen } = place.value;
        go(addressOf(screen === 'event' ? 'explore' : screen));
      }}
    >
      {(shown === null || names.includes(shown) ? names : [shown, ...names]).map((name) => (
        <option key={name} value={name} selected={name === shown}>
          {name}
        </option>
      ))}
    </select>
  );
}

function switchDigits(): void {
  digits.value = digits.value === 'latn' ? 'arab' : 'latn';
}
function switchLanguage(): void {
  lang.value = lang.value === 'ar' ? 'en' : 'ar';
}
function openHelp(): void {
  isHelpOpen.value = true;
}
