/** The text of a report as one text node with its marks, and the numbers of its claims in the margin. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Claim, Reading } from '../../src/claim/reading.ts';
import type { Span } from '../../src/claim/span.ts';
import { number, t } from '../language.ts';
import { canHighlight, claimAt, clearPaint, type Marks, marksOf, offsetAt, paint, rangeOf } from './marks.ts';

type Props = {
  text: string;
  reading: Reading;
  chosen: Claim | null;
  hovered: Claim | null;
  isMarked: boolean;
  onChoose: (claim: Claim) => void;
  onHover: (claim: Claim | null) => void;
  onSelect?: (span: Span | null) => void;
};

export function WordsPane({ text, reading, chosen, hovered, isMarked, onChoose, onHover, onSelect }: Props) {
  const words = useRef<HTMLParagraphElement>(null);
  const node = (): Text | null => (words.current?.firstChild instanceof Text ? words.current.firstChild : null);
  const marks = isMarked ? marksOf(reading, chosen, hovered) : {};

  useLayoutEffect(() => {
    const at = node();
    if (canHighlight && at) paint(at, marks);
  });
  useEffect(() => () => void (canHighlight && clearPaint()), []);
  useEffect(() => {
    if (!chosen || !words.current) return;
    const at = node();
    const box = at ? rangeOf(at, chosen.content)?.getBoundingClientRect() : null;
    if (box && (box.top < 70 || box.bottom > innerHeight - 20)) scrollBy({ top: box.top - innerHeight / 3, behavior: calm() });
  }, [chosen?.id]);
  useEffect(() => {
    if (!onSelect) return;
    const tellSelection = () => onSelect(selectedSpan(node()));
    document.addEventListener('selectionchange', tellSelection);
    return () => document.removeEventListener('selectionchange', tellSelection);
  }, [onSelect]);

  const claimUnder = (event: MouseEvent): Claim | null => {
    const at = node();
    const offset = at ? offsetAt(at, event.clientX, event.clientY) : null;
    return offset === null ? null : claimAt(reading.claims, offset);
  };
  return (
    <div class="paper">
      <Margin words={words} claims={reading.claims} chosen={chosen} onChoose={onChoose} text={text} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of claims is the twin for the keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <p
        ref={words}
        class="words"
        dir="auto"
        lang={reading.report.language}
        data-test="words"
        onClick={(event) => {
          const claim = getSelection()?.isCollapsed === false ? null : claimUnder(event);
          if (claim) onChoose(claim);
        }}
        onMouseMove={(event) => onHover(claimUnder(event))}
        onMouseLeave={() => onHover(null)}
      >
        {canHighlight ? text : pieces(text, marks)}
      </p>
    </div>
  );
}

const calm = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');

function selectedSpan(node: Text | null): Span | null {
  const selection = getSelection();
  if (!node || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (range.startContainer !== node || range.endContainer !== node) return null;
  return { start: range.startOffset, end: range.endOffset };
}

/** For browsers without highlights: backgrounds only, no padding, so that letters stay joined. */
function pieces(text: string, marks: Marks) {
  const spans = [...(marks.claim ?? [])].sort((a, b) => a.start - b.start);
  const chosen = marks.chosen?.[0];
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    parts.push(
      text.slice(at, start),
      <mark class={chosen?.start === start ? 'chosen' : undefined}>{text.slice(start, end)}</mark>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}

type MarginProps = {
  words: { current: HTMLElement | null };
  claims: readonly Claim[];
  chosen: Claim | null;
  onChoose: (claim: Claim) => void;
  text: string;
};

function Margin({ words, claims, chosen, onChoose, text }: MarginProps) {
  const [tops, setTops] = useState<number[]>([]);
  useLayoutEffect(() => {
    const element = words.current;
    const at = element?.firstChild;
    if (!element || !(at instanceof Text)) return;
    const measure = () => setTops(placeLabels(element, at, claims));
    measure();
    document.fonts.ready.then(measure);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [claims, text]);
  return (
    <div class="margin">
      {claims.map((claim, i) =>
        tops[i] === undefined ? null : (
          <button
            key={claim.id}
            type="button"
            style={{ insetBlockStart: `${tops[i]}px` }}
            aria-pressed={claim === chosen}
            aria-label={`${t.value.claim.list} ${i + 1}`}
            tabIndex={-1}
            onClick={() => onChoose(claim)}
          >
            {number(i + 1)}
          </button>
        ),
      )}
    </div>
  );
}

/** Beside the line where each claim begins; one under the other where several begin in one line. */
function placeLabels(element: HTMLElement, node: Text, claims: readonly Claim[]): number[] {
  const origin = (element.parentElement as HTMLElement).getBoundingClientRect().top;
  const tops: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { content } of claims) {
    const box = rangeOf(node, { start: content.start, end: content.start + 1 })?.getBoundingClientRect();
    const wanted = box ? box.top - origin + (box.height - 24) / 2 : last + 25;
    last = wanted < last + 25 && wanted > last - 200 ? last + 25 : wanted;
    tops.push(Math.round(last));
  }
  return tops;
}
