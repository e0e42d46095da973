/** Two columns, carriers and those they rely on, joined by lines as thick as the number of claims. The table below says the same. */

import type { Relation } from '../../../src/http/client.ts';
import { lang, number, t } from '../../language.ts';
import { visible } from '../../parts/quoted.tsx';
import { useWidth } from '../../parts/width.ts';
import { addressOf } from '../../router.ts';

const ROW = 34;
const LARGEST = 980;
/** About so wide is a letter. */
const LETTER = 7.4;

export function RelianceGraph({ relations, label }: { relations: readonly Relation[]; label: (key: string) => string }) {
  const { box, width: given } = useWidth<HTMLDivElement>(LARGEST);
  const width = Math.min(given, LARGEST);
  /** Room for names at either side; what is left is for the lines. */
  const side = Math.min(300, Math.round(width * 0.38));
  const from = [...new Set(relations.map((relation) => relation.from))];
  const to = [...new Set(relations.map((relation) => relation.to))];
  const height = Math.max(from.length, to.length) * ROW + 10;
  const most = relations.reduce((top, { count }) => Math.max(top, count), 1);
  const isRtl = lang.value === 'ar';
  // The reader begins on the side where the language does.
  const x = (at: 'from' | 'to') => ((at === 'from') !== isRtl ? side : width - side);
  const y = (list: string[], key: string) =>
    22 + list.indexOf(key) * ROW + ((Math.max(from.length, to.length) - list.length) * ROW) / 2;
  return (
    <div ref={box}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        class="reliance"
        style={{ inlineSize: `${width}px` }}
        role="group"
        aria-label={t.value.sources.graph}
        direction="ltr"
      >
        {relations.map(({ from: a, to: b, count, report, claim }) => {
          const [x1, x2, y1, y2] = [x('from'), x('to'), y(from, a), y(to, b)];
          const says = `${label(a)} › ${label(b)}: ${number(count)}`;
          return (
            <a key={`${a} ${b}`} href={addressOf('report', report, { claim })} aria-label={says}>
              <title>{says}</title>
              <path
                d={`M${x1} ${y1} C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`}
                stroke-width={1 + (count / most) * 7}
              />
            </a>
          );
        })}
        {from.map((key) => (
          <Node key={key} x={x('from')} y={y(from, key)} isBefore={!isRtl} room={side} text={label(key)} />
        ))}
        {to.map((key) => (
          <Node key={key} x={x('to')} y={y(to, key)} isBefore={isRtl} room={side} text={label(key)} />
        ))}
      </svg>
    </div>
  );
}

function Node({ x, y, isBefore, room, text }: { x: number; y: number; isBefore: boolean; room: number; text: string }) {
  const letters = Math.floor((room - 16) / LETTER);
  const short = text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
  return (
    <g>
      <title>{visible(text)}</title>
      <circle cx={x} cy={y} r="5" />
      <text x={x + (isBefore ? -12 : 12)} y={y + 5} text-anchor={isBefore ? 'end' : 'start'} direction="ltr">
        {`\u2068${visible(short)}\u2069`}
      </text>
    </g>
  );
}
