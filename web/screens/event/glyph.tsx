/** The signs of figures: dot exact, triangle at least or at most, wave about, bar range, cross denied. Form says it; colour only repeats it. */
import type { Shape } from './strip.ts';

export function Glyph({ shape }: { shape: Shape }) {
  return (
    <svg viewBox="0 0 16 16" class="glyph" data-shape={shape} aria-hidden="true">
      {shape === 'exact' && <circle cx="8" cy="8" r="5.5" />}
      {shape === 'at-least' && <path d="M3 2.5 13.5 8 3 13.5Z" />}
      {shape === 'at-most' && <path d="M13 2.5 2.5 8 13 13.5Z" />}
      {shape === 'about' && <path class="line" d="M1.5 9.5c2-4.5 4.5-4.5 6.5-1.5s4.500 3 6.500-1.500" />}
      {shape === 'range' && <path class="line" d="M2 3v10M14 3v10M2 8h12" />}
      {shape === 'denied' && <path class="line" d="M3 3l10 10M13 3 3 13" />}
    </svg>
  );
}
