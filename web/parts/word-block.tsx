/** One block of a text as one text node, with the numbers of the claims that begin in it. */
import { Component, createRef } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Claim } from '../../src/claim/reading.ts';
import { number, t } from '../language.ts';
import { canHighlight } from './marks.ts';
import type { Block } from './word-blocks.ts';

type Numbered = { claim: Claim; n: number };
type Props = {
  block: Block;
  numbered: readonly Numbered[];
  /** The chosen claim, when it begins here. */
  chosen: Claim | null;
  isMarked: boolean;
  isOneOfMany: boolean;
  onChoose: (claim: Claim) => void;
};

/** Rendered anew only when something in it changed. */
export class WordBlock extends Component<Props> {
  words = createRef<HTMLParagraphElement>();

  override shouldComponentUpdate(next: Props): boolean {
    const { block, numbered, chosen, isMarked } = this.props;
    return (
      next.block !== block ||
      next.numbered !== numbered ||
      next.chosen !== chosen ||
      (!canHighlight && next.isMarked !== isMarked)
    );
  }

  override render({ block, numbered, chosen, isMarked, isOneOfMany, onChoose }: Props) {
    return (
      <div class={isOneOfMany ? 'block one-of-many' : 'block'}>
        <Margin words={this.words} block={block} numbered={numbered} chosen={chosen} onChoose={onChoose} />
        <p ref={this.words} class="words" data-test="words">
          {canHighlight || !isMarked ? block.text : pieces(block, numbered, chosen)}
        </p>
      </div>
    );
  }
}

/** For browsers without highlights: backgrounds only, no padding, so that letters stay joined. */
function pieces({ start, text }: Block, numbered: readonly Numbered[], chosen: Claim | null) {
  const parts = [];
  let at = 0;
  for (const { claim } of numbered) {
    const [from, to] = [claim.content.start - start, Math.min(claim.content.end - start, text.length)];
    if (from < at) continue;
    parts.push(
      text.slice(at, from),
      <mark key={claim.id} class={claim === chosen ? 'chosen' : undefined}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...parts, text.slice(at)];
}

type MarginProps = Omit<Props, 'isMarked' | 'isOneOfMany'> & { words: { current: HTMLElement | null } };

function Margin({ words, block, numbered, chosen, onChoose }: MarginProps) {
  const [tops, setTops] = useState<number[]>([]);
  useLayoutEffect(() => {
    const element = words.current;
    const at = element?.firstChild;
    if (!element || !(at instanceof Text) || numbered.length === 0) return;
    let isNear = false;
    const measure = () => {
      if (isNear) setTops(placeLabels(element, at, block.start, numbered));
    };
    const near = new IntersectionObserver(
      ([entry]) => {
        isNear = entry.isIntersecting;
        measure();
      },
      { rootMargin: '600px' },
    );
    near.observe(element);
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    document.fonts.ready.then(measure);
    return () => {
      near.disconnect();
      resized.disconnect();
    };
  }, [block, numbered]);
  return (
    <div class="margin">
      {numbered.map(({ claim, n }, i) =>
        tops[i] === undefined ? null : (
          <button
            key={claim.id}
            type="button"
            style={{ insetBlockStart: `${tops[i]}px` }}
            aria-pressed={claim === chosen}
            aria-label={`${t.value.claim.list} ${n}`}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(claim);
            }}
          >
            {number(n)}
          </button>
        ),
      )}
    </div>
  );
}

/** Beside the line where each claim begins; one under the other where several begin in one line. */
function placeLabels(element: HTMLElement, node: Text, start: number, numbered: readonly Numbered[]): number[] {
  const origin = (element.parentElement as HTMLElement).getBoundingClientRect().top;
  const tops: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const range = document.createRange();
  for (const { claim } of numbered) {
    const at = Math.min(Math.max(claim.content.start - start, 0), Math.max(node.length - 1, 0));
    range.setStart(node, at);
    range.setEnd(node, Math.min(at + 1, node.length));
    const box = range.getBoundingClientRect();
    const wanted = box.top - origin + (box.height - 24) / 2;
    last = wanted < last + 25 && wanted > last - 200 ? last + 25 : wanted;
    tops.push(Math.round(last));
  }
  return tops;
}
