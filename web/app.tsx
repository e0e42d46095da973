/** The frame of all screens: header, the screen of the address, help, messages. Each screen is loaded when it is first opened. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from './language.ts';
import { Header } from './parts/header.tsx';
import { HelpSheet, useGlobalKeys } from './parts/help-sheet.tsx';
import { NameAsked } from './parts/name-asked.tsx';
import { Notice } from './parts/notice.tsx';
import { Waiting } from './parts/waiting.tsx';
import { place } from './router.ts';
import { ReadScreen } from './screens/read/read-screen.tsx';

type Screen = ComponentType;
/** Screens beside Read, each loaded when it is first opened. */
const screens: Record<string, () => Promise<Screen>> = {
  report: async () => (await import('./screens/report/report-screen.tsx')).ReportScreen,
  receipt: async () => (await import('./screens/report/receipt-screen.tsx')).ReceiptScreen,
  explore: async () => (await import('./screens/explore/explore-screen.tsx')).ExploreScreen,
  event: async () => (await import('./screens/event/event-screen.tsx')).EventScreen,
  totals: async () => (await import('./screens/totals/totals-screen.tsx')).TotalsScreen,
  second: async () => (await import('./screens/second/second-screen.tsx')).SecondScreen,
  sources: async () => (await import('./screens/sources/sources-screen.tsx')).SourcesScreen,
  actors: async () => (await import('./screens/actors/actors-screen.tsx')).ActorsScreen,
  imports: async () => (await import('./screens/imports/imports-screen.tsx')).ImportsScreen,
  method: async () => (await import('./screens/method/method-screen.tsx')).MethodScreen,
};
const opened = new Map<string, Screen>([['read', ReadScreen]]);

export function App() {
  const { screen } = place.value;
  const name = screen === 'read' || Object.hasOwn(screens, screen) ? screen : 'read';
  const [, setTurn] = useState(0);
  useGlobalKeys();
  useEffect(() => {
    document.title = `${t.value.screens[name as keyof typeof t.value.screens]} · ${t.value.brand}`;
    if (opened.has(name)) return;
    screens[name]().then((found) => {
      opened.set(name, found);
      setTurn((n) => n + 1);
    });
  }, [name, t.value]);
  const Shown = opened.get(name);
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        {t.value.skip}
      </a>
      <Header screen={name} />
      <main id="main" tabIndex={-1} class={`screen screen-${name}`}>
        {Shown ? <Shown /> : <Waiting />}
      </main>
      <HelpSheet />
      <NameAsked />
      <Notice />
    </>
  );
}

function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
