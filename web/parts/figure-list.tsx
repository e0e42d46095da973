/** Figures as the words give them: number, how sure, of whom; parts under their whole. */
import type { Figure } from '../../src/claim/reading.ts';
import { day, lang, range, t } from '../language.ts';
import { visible } from './quoted.tsx';

export function FigureList({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <span class="figures" role="list">
      {figures.map((figure, i) => (
        <FigureLine key={`${figure.span.start}-${i}`} figure={figure} depth={depthOf(figures, i)} />
      ))}
    </span>
  );
}

function FigureLine({ figure, depth }: { figure: Figure; depth: number }) {
  const { mod, outcome, who, scope, since, text } = figure;
  return (
    <span class="figure" role="listitem" style={{ '--depth': depth }}>
      {depth > 0 && <span class="soft">{t.value.claim.ofThem} </span>}
      {mod !== 'exact' && mod !== 'range' && `${t.value.mods[mod]} `}
      <b>
        <bdi dir="ltr">{bounds(figure)}</bdi>
      </b>{' '}
      {outcome !== 'other' && <span>{t.value.outcomes[outcome]} </span>}
      {who !== 'unknown' && `· ${t.value.event.groups[who] ?? who} `}
      <span class="soft">
        <bdi lang="ar" title={visible(text)}>
          {lang.value === 'en' || who === 'unknown' ? visible(text) : ''}
        </bdi>
      </span>
      {scope === 'running-total' && (
        <span class="chip">{since ? t.value.claim.runningSince(day(since)) : t.value.claim.running}</span>
      )}
    </span>
  );
}

/** "at least 13" needs no "13+": the open end is said in words. */
export function bounds({ low, high, mod }: Pick<Figure, 'low' | 'high' | 'mod'>): string {
  if (mod === 'at-least' || mod === 'more-than' || mod === 'about') return range(low, low);
  return range(low, high);
}

function depthOf(figures: readonly Figure[], at: number): number {
  let depth = 0;
  for (let f = figures[at]; f?.partOf !== null && f?.partOf !== undefined && depth < 9; f = figures[f.partOf]) depth++;
  return depth;
}
