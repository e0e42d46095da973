/** The text of a report with its marks, and the numbers of its claims in the margin. Blocks of a long text far from the screen cost nothing. */
import type { Signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Claim, Reading } from '../../src/claim/reading.ts';
import type { Span } from '../../src/claim/span.ts';
import { useKeys } from './help-sheet.tsx';
import { canHighlight, chosenMarks, claimAt, clearPaint, offsetAt, paint, steadyMarks } from './marks.ts';
import { moveEnd } from './move-end.ts';
import { WordBlock } from './word-block.tsx';
import { blocksOf, directionOf, type Nodes, offsetOf, rangeOf } from './word-blocks.ts';

type Props = {
  text: string;
  reading: Reading;
  chosen: Claim | null;
  /** A signal, so that pointing about repaints and does not render. */
  hovered: Signal<Claim | null>;
  isMarked: boolean;
  onChoose: (claim: Claim) => void;
  onSelect?: (span: Span | null) => void;
};

export function WordsPane({ text, reading, chosen, hovered, isMarked, onChoose, onSelect }: Props) {
  const paper = useRef<HTMLDivElement>(null);
  const nodes = useRef<Nodes>([]);
  const blocks = useMemo(() => blocksOf(text), [text]);
  const { claims } = reading;
  const numbered = useMemo(() => {
    return blocks.map(({ start, text: words }) =>
      claims.flatMap((claim, i) => {
        const at = claim.content.start;
        return at >= start && at < start + words.length ? [{ claim, n: i + 1 }] : [];
      }),
    );
  }, [blocks, claims]);

  useLayoutEffect(() => {
    const found = [...(paper.current?.querySelectorAll<HTMLElement>('.words') ?? [])];
    nodes.current = found.flatMap((element, i) =>
      element.firstChild instanceof Text ? [{ start: blocks[i].start, node: element.firstChild }] : [],
    );
  }, [blocks]);
  useLayoutEffect(() => {
    if (!canHighlight) return;
    if (isMarked) paint(nodes.current, steadyMarks(reading));
    else clearPaint();
  }, [reading, blocks, isMarked]);
  useLayoutEffect(() => {
    if (canHighlight && isMarked) paint(nodes.current, chosenMarks(chosen));
  }, [chosen, blocks, isMarked]);
  useEffect(() => {
    if (!canHighlight || !isMarked) return;
    return hovered.subscribe((claim) => paint(nodes.current, { hovered: claim ? [claim.content] : [] }));
  }, [hovered, isMarked]);
  useEffect(() => () => void (canHighlight && clearPaint()), []);
  useEffect(() => {
    if (chosen) showWords(nodes.current, chosen.content);
  }, [chosen?.id, blocks]);
  useEffect(() => {
    if (!onSelect) return;
    const tellSelection = () => onSelect(selectedSpan(nodes.current));
    document.addEventListener('selectionchange', tellSelection);
    return () => document.removeEventListener('selectionchange', tellSelection);
  }, [onSelect]);

  const move = (by: 'word' | 'letter', way: 'on' | 'back') => () => {
    const from = selectedSpan(nodes.current) ?? chosen?.content;
    if (from) select(nodes.current, moveEnd(text, from, by, way));
  };
  const keys = onSelect && chosen;
  useKeys({
    '[': keys ? move('word', 'back') : undefined,
    ']': keys ? move('word', 'on') : undefined,
    '{': keys ? move('letter', 'back') : undefined,
    '}': keys ? move('letter', 'on') : undefined,
  });
  const claimUnder = (event: MouseEvent): Claim | null => {
    const offset = offsetAt(nodes.current, event.clientX, event.clientY);
    return offset === null ? null : claimAt(claims, offset);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of claims is the twin for the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      ref={paper}
      class="paper"
      dir={directionOf(text)}
      lang={reading.report.language}
      onClick={(event) => {
        const claim = getSelection()?.isCollapsed === false ? null : claimUnder(event);
        if (claim) onChoose(claim);
      }}
      onMouseMove={(event) => void (hovered.value = claimUnder(event))}
      onMouseLeave={() => void (hovered.value = null)}
    >
      {blocks.map((block, i) => (
        <WordBlock
          key={block.start}
          block={block}
          numbered={numbered[i]}
          chosen={numbered[i].some(({ claim }) => claim === chosen) ? chosen : null}
          isMarked={isMarked}
          isOneOfMany={blocks.length > 1}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** Scrolls to words that are not seen; once more in the next frame, since blocks on the way find their true height only then. */
function showWords(nodes: Nodes, span: Span, isAgain = false): void {
  const box = rangeOf(nodes, span)?.getBoundingClientRect();
  if (!box || (box.top >= 70 && box.bottom <= innerHeight - 20)) return;
  const isFar = Math.abs(box.top) > 3 * innerHeight;
  scrollBy({ top: box.top - innerHeight / 3, behavior: isFar || isAgain ? 'instant' : calm() });
  if (isFar && !isAgain) requestAnimationFrame(() => showWords(nodes, span, true));
}

const calm = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');

/** As if a person had drawn over the words. */
function select(nodes: Nodes, span: Span): void {
  const range = rangeOf(nodes, span);
  const selection = getSelection();
  if (!range || !selection) return;
  selection.removeAllRanges();
  selection.addRange(range);
}

function selectedSpan(nodes: Nodes): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(nodes, range.startContainer, range.startOffset);
  const end = offsetOf(nodes, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}
