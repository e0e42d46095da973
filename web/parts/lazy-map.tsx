/** Loads the map only when it is shown; the list beside it says the same in words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { lang, t } from '../language.ts';

export type MapPlace = { code: string; lat: number; lon: number; radiusKm: number | null; label: string; isContested: boolean };

export function LazyMap({ places }: { places: readonly MapPlace[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const language = lang.value;
  useEffect(() => {
    let remove: (() => void) | null = null;
    let isGone = false;
    import('../map/draw-map.ts')
      .then(async ({ drawMap }) => {
        if (isGone || !box.current) return;
        remove = await drawMap(box.current, places, language);
        if (isGone) remove();
      })
      .catch(() => setFailed(true));
    return () => {
      isGone = true;
      remove?.();
    };
  }, [language, places.map((place) => place.code).join()]);
  return failed ? (
    <p class="soft">{t.value.fault}</p>
  ) : (
    <div ref={box} class="map" dir="ltr" data-test="map" aria-label={t.value.event.map} role="group" />
  );
}
