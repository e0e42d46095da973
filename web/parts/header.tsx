/** The header: name, screens, language, digits, help. */
import { digits, lang, t } from '../language.ts';
import { addressOf } from '../router.ts';
import { isHelpOpen } from './help-sheet.tsx';

const ORDER = ['read'] as const;
const SHOWS: Record<string, string> = { event: 'explore' };

export function Header({ screen }: { screen: string }) {
  const current = SHOWS[screen] ?? screen;
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
      <nav aria-label={t.value.navigation}>
        {ORDER.map((name) => (
          <a key={name} href={addressOf(name)} aria-current={name === current ? 'page' : undefined}>
            {t.value.screens[name]}
          </a>
        ))}
      </nav>
      <div class="tools">
        {lang.value === 'ar' && (
          <button type="button" class="quiet" onClick={switchDigits} aria-label={t.value.digits}>
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

function switchDigits(): void {
  digits.value = digits.value === 'latn' ? 'arab' : 'latn';
}
function switchLanguage(): void {
  lang.value = lang.value === 'ar' ? 'en' : 'ar';
}
function openHelp(): void {
  isHelpOpen.value = true;
}
