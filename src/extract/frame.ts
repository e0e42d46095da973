/** What one source says in a sentence: who, in what chain, how, and from which chunk on. */
import type { Stance } from '../claim/reading.ts';
import type { Span } from '../claim/span.ts';
import { rewritten } from '../rules/rewritten.ts';
import type { NounPhrase } from './noun-parts.ts';
import type { SourceRef } from './sources.ts';

export type Frame = {
  chain: SourceRef[];
  stance: Stance;
  /** First chunk of the content. */
  from: number;
  rule: string;
  cue: Span | null;
  /** The one accused or claiming: actor of what is said. */
  actor: NounPhrase | null;
  /** The source itself did what is said (claim of responsibility). */
  ownDeed: boolean;
  /** Inside what another frame of the sentence says. */
  nested: boolean;
  /** Chunk of the verb of saying, or -1. */
  verb: number;
  /** Who tells of the deed, where the chain is of those who say whose it was. */
  told: SourceRef[] | undefined;
  /** The chunk at which what a denial denies is over. */
  until: number | undefined;
  /** Whom "that they" takes up where it is not the source: "killed ten (of whom) it said that they"; null where what is described is no noun phrase. */
  ofWhom: NounPhrase | null | undefined;
};

/** What every frame says; the rest is nobody, no, or not known unless it is told. */
type Told = Pick<Frame, 'chain' | 'stance' | 'from' | 'rule' | 'cue' | 'verb'> & Partial<Frame>;

/** One place makes them all, so that all have one shape. */
export const newFrame = ({ chain, stance, from, rule, cue, actor, ownDeed, nested, verb, told, until, ofWhom }: Told): Frame => ({
  chain,
  stance,
  from,
  rule,
  cue,
  actor: actor ?? null,
  ownDeed: ownDeed ?? false,
  nested: nested ?? false,
  verb,
  told,
  until,
  ofWhom,
});

/**
 * Lays over the chunks [from, to) another stance of whoever speaks there: one nested frame for each that speaks. Frames of a stance in `kept` stay.
 * Adds to `frames`, changes `frameOf`.
 */
export function layOver(
  frames: Frame[],
  frameOf: Int16Array,
  from: number,
  to: number,
  {
    stance,
    rule,
    cue,
    kept,
  }: { stance: Stance; rule: string; cue: (within: Frame | null) => Span | null; kept: readonly Stance[] },
): void {
  const made = new Map<number, number>();
  for (let k = from; k < to; k++) {
    const index = frameOf[k];
    const within = index < 0 ? null : frames[index];
    if (within !== null && kept.includes(within.stance)) continue;
    let now = made.get(index);
    if (now === undefined) {
      now = frames.length;
      frames.push(newFrame({ chain: within?.chain ?? [], stance, from, rule, cue: cue(within), nested: true, verb: -1 }));
      made.set(index, now);
    }
    frameOf[k] = now;
  }
}

/** Whom the pronoun on "that" stands for: the source, if nothing else is said. */
export const pronounOfThat = (frame: Frame | undefined): NounPhrase | null =>
  frame === undefined ? null : frame.ofWhom !== undefined ? frame.ofWhom : (frame.chain.at(-1)?.noun ?? null);

rewritten(newFrame({ chain: [], stance: 'asserted', from: 0, rule: '', cue: null, verb: -1, until: 0 }));
