/** The count strip: an axis of people with one mark for each independent chain, parts inside their whole, the range of the policy above. */
import type { Count } from '../../../src/claim/count.ts';
import type { Origin } from '../../../src/claim/event.ts';
import { inDigits, number, range, t } from '../../language.ts';
import { useFirst } from '../../parts/folded.tsx';
import { named, nameOf, say } from '../../parts/names.ts';
import { visible } from '../../parts/quoted.tsx';
import { claimAddress } from '../../router.ts';
import { Glyph } from './glyph.tsx';
import { RangeWords } from './range-words.tsx';
import { type FiguresOf, type Mark, type Part, type Strip, stripOf, ticksTo } from './strip.ts';

type Props = { count: Count; origins: readonly Origin[]; figuresOf: FiguresOf };

export function CountStrip({ count, origins, figuresOf }: Props) {
  const strip = stripOf(count, origins, figuresOf);
  const { shown, more } = useFirst(strip.rows, ROWS);
  const ticks = ticksTo(strip.most);
  const end = ticks[ticks.length - 1];
  const at = (value: number) => `${(value / end) * 100}%`;
  return (
    <div class="strip" role="group" aria-label={t.value.event.strip} data-test="strip">
      <Bracket count={count} at={at} end={end} />
      {shown.map((row, i) => (
        <Row key={row.origin.key} row={row} chain={(origins.indexOf(row.origin) % 6) + 1} at={at} end={end} isFirst={i === 0} />
      ))}
      <div class="strip-row axis" aria-hidden="true">
        <span class="strip-label" />
        <span class="track" dir="ltr">
          {ticks.map((tick) => (
            <span key={tick} class="tick" style={{ insetInlineStart: at(tick) }}>
              {number(tick)}
            </span>
          ))}
        </span>
      </div>
      {more}
    </div>
  );
}

/** How many chains are drawn at first: more than a screen holds is drawn when it is asked for. */
const ROWS = 24;

type Scale = { at: (value: number) => string; end: number };

function Bracket({ count, at, end }: { count: Count } & Scale) {
  const { low, best, high, policy, note, provisional } = count;
  return (
    <div class="strip-row bracket-row">
      <span class="strip-label">
        <b>
          <RangeWords count={count} />
        </b>{' '}
        {best !== null && best !== low && (
          <span class="soft">
            {t.value.event.best} <bdi dir="ltr">{number(best)}</bdi>{' '}
          </span>
        )}
        <span class="soft">
          <span title={say(note)} data-policy={policy}>
            {t.value.method.names[policy] ?? policy}
          </span>
        </span>
        {provisional && (
          <span class="chip warn" title={t.value.event.provisional}>
            {t.value.event.provisionalShort}
          </span>
        )}
      </span>
      <span class="track" dir="ltr" aria-hidden="true">
        {low !== high && (
          <span
            class="bracket"
            data-open={high === null}
            style={{ insetInlineStart: at(low), inlineSize: at((high ?? end) - low) }}
          />
        )}
        {(best ?? (low === high ? low : null)) !== null && <span class="best" style={{ insetInlineStart: at(best ?? low) }} />}
      </span>
    </div>
  );
}

function Row({ row, chain, at, end, isFirst }: { row: Strip['rows'][number]; chain: number; isFirst: boolean } & Scale) {
  const { origin, mark, others, parts } = row;
  void named.value;
  const label = visible(nameOf(origin.key, origin.label));
  const carriers = origin.carriers.length;
  return (
    <div class="strip-row" data-chain={chain} data-aside={mark.aside ?? undefined} data-first={isFirst}>
      <span class="strip-label">
        <bdi title={visible(origin.label)}>{label}</bdi>
        {carriers > 1 && (
          <span class="chip carriers" title={inDigits(t.value.event.carriers(carriers))}>
            <bdi dir="ltr">×{number(carriers)}</bdi>
          </span>
        )}
      </span>
      <span class="track" dir="ltr">
        {parts.map((part) => (
          <a
            key={`${part.depth} ${part.low} ${part.who}`}
            class="part"
            data-depth={part.depth}
            href={claimAddress(part.claim)}
            title={sayPart(part)}
            style={{ inlineSize: at(part.high ?? part.low) }}
          >
            <span class="hidden">{`${label}: ${sayPart(part)}`}</span>
          </a>
        ))}
        {others.map((other) => (
          <MarkLink
            key={`${other.low} ${other.high} ${other.mod} ${other.aside}`}
            mark={other}
            label={label}
            at={at}
            end={end}
            isQuiet
          />
        ))}
        <MarkLink mark={mark} label={label} at={at} end={end} />
      </span>
    </div>
  );
}

const sayPart = ({ low, high, who }: Part): string =>
  `${t.value.claim.ofThem} ${range(low, high)} ${t.value.event.groups[who] ?? who}`;

/** The figure in words, for titles and for those who hear it. */
export function sayMark({ low, high, mod, aside, reports }: Mark): string {
  const m = t.value;
  const size = mod === 'exact' || mod === 'range' || mod === 'zero' ? range(low, high) : `${m.mods[mod]} ${number(low)}`;
  const why = aside === null ? '' : ` (${m.event.asideReasons[aside] ?? aside})`;
  return `${size}${why}${reports.length > 1 ? ` ×${number(reports.length)}` : ''}`;
}

function MarkLink({ mark, label, at, end, isQuiet = false }: { mark: Mark; label: string; isQuiet?: boolean } & Scale) {
  const { shape, low, high } = mark;
  const says = `${label}: ${sayMark(mark)}`;
  const point = shape === 'at-most' ? (high ?? low) : low;
  return (
    <>
      {shape === 'at-least' && !isQuiet && (
        <span class="open-end" style={{ insetInlineStart: at(low), inlineSize: at(end - low) }} aria-hidden="true" />
      )}
      {shape === 'range' && (
        <span
          class="bar-range"
          data-quiet={isQuiet}
          style={{ insetInlineStart: at(low), inlineSize: at((high ?? end) - low) }}
          aria-hidden="true"
        />
      )}
      <a
        class="mark"
        data-shape={shape}
        data-quiet={isQuiet || mark.aside !== null}
        href={claimAddress(mark.claim)}
        title={says}
        aria-label={says}
        style={{ insetInlineStart: at(shape === 'range' && high !== null ? (low + high) / 2 : point) }}
      >
        <Glyph shape={shape} />
        {!isQuiet && <span class="mark-n">{shape === 'range' ? range(low, high) : number(point)}</span>}
      </a>
    </>
  );
}
