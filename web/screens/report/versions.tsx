/** What else is known of a text: its earlier versions with what changed and which figures moved, and its copies in the case. */
import type { CopyRow, FigureMove, Page, VersionRow } from '../../../src/http/client.ts';
import { day, number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { useFirst } from '../../parts/folded.tsx';
import { Quoted } from '../../parts/quoted.tsx';
import { addressOf } from '../../router.ts';

/** Shown only where there is something to show; the report does not wait for it. */
export function Versions({ id }: { id: string }) {
  const m = t.value.custody;
  const { value } = useLoaded<Page<VersionRow>>(`/api/reports/${encodeURIComponent(id)}/versions`);
  if (!value || value.items.length < 2) return null;
  return (
    <section class="card" aria-label={m.versions} data-test="versions">
      <h2>{m.versions}</h2>
      <p class="soft">{m.versionsHow}</p>
      {value.items.toReversed().map(({ version, retrieved, added, removed, figures }) => (
        <article key={version}>
          <h3>
            {m.version(number(version))} · {day(retrieved)}{' '}
            <a class="soft" href={addressOf('receipt', id, { version })}>
              {t.value.report.receipt}
            </a>
          </h3>
          {version === 1 ? <p class="soft">{m.firstVersion}</p> : <Moves moves={figures} none={m.noMoves} />}
          <Lines lines={removed} as="del" />
          <Lines lines={added} as="ins" />
        </article>
      ))}
    </section>
  );
}

export function Copies({ id }: { id: string }) {
  const m = t.value.custody;
  const { value } = useLoaded<Page<CopyRow>>(`/api/reports/${encodeURIComponent(id)}/copies`);
  const { shown, more } = useFirst(value?.items ?? [], 10);
  if (!value || value.items.length === 0) return null;
  return (
    <section class="card" aria-label={m.copies} data-test="copies">
      <h2>{m.copies}</h2>
      <p class="soft">{m.copiesHow}</p>
      {shown.map(({ other, kind, shared, isFirst, figures }) => (
        <article key={other.report}>
          <h3>
            <a href={addressOf('report', other.report)}>
              {other.outlet === null ? t.value.unknown : <Quoted>{other.outlet}</Quoted>}
            </a>{' '}
            <span class="soft">
              {other.published && `${day(other.published)} · `}
              {m.kinds[kind]} · {m.shared(number(Math.round(shared * 100)))}
            </span>
          </h3>
          <Moves moves={isFirst ? figures : figures.map(turned)} none={m.sameFigures} />
        </article>
      ))}
      {more}
    </section>
  );
}

/** Always from this report to the other. */
const turned = (move: FigureMove): FigureMove => ({ ...move, before: move.after, after: move.before });

function Moves({ moves, none }: { moves: readonly FigureMove[]; none: string }) {
  if (moves.length === 0) return <p class="soft">{none}</p>;
  return (
    <ul class="moves">
      {moves.map(({ type, outcome, who, before, after }) => (
        <li key={`${type} ${outcome} ${who}`} data-test="move">
          {t.value.outcomes[outcome] ?? outcome}
          {who !== 'unknown' && ` · ${t.value.event.groups[who] ?? who}`}: <Figures texts={before} />{' '}
          <span aria-hidden="true">{t.value.custody.arrow}</span>
          <span class="hidden">{t.value.custody.becomes}</span>{' '}
          <b>
            <Figures texts={after} />
          </b>
        </li>
      ))}
    </ul>
  );
}

function Figures({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <i class="soft">{t.value.custody.noFigure}</i>;
  return (
    <>
      {texts.map((text, n) => (
        <span key={n}>
          {n > 0 && t.value.custody.comma}
          <Quoted>{text}</Quoted>
        </span>
      ))}
    </>
  );
}

function Lines({ lines, as: Tag }: { lines: readonly string[]; as: 'ins' | 'del' }) {
  const { shown, more } = useFirst(lines, 20);
  return (
    <>
      {shown.map((line, n) => (
        <p key={n} class={`line-${Tag}`}>
          <Tag>
            <Quoted>{line}</Quoted>
          </Tag>
        </p>
      ))}
      {more}
    </>
  );
}
