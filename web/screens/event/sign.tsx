/** What a chain does to a question: agrees, differs, denies, is silent. Drawn, since fonts build some of these signs of two that fall apart. */
import type { Standing } from '../../../src/claim/contradiction.ts';

const PATHS: Record<Standing, string> = {
  agree: 'M3 6h10M3 10h10',
  differ: 'M3 6h10M3 10h10M10.5 2.5l-5 11',
  deny: 'M4 4l8 8M12 4l-8 8',
  silent: 'M7 8h2',
};

/** `label`: for those who hear it; without one it is an ornament. */
export function Sign({ standing, label }: { standing: Standing; label?: string }) {
  return (
    <svg
      class="sign"
      viewBox="0 0 16 16"
      data-sign={standing}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {label !== undefined && <title>{label}</title>}
      <path d={PATHS[standing]} />
    </svg>
  );
}
