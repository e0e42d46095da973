/** Which frames of a sentence are one voice: what one voice tells side by side may be one happening. */
import type { Attributed } from './attribution.ts';
import { type SourceRef, sameChain } from './sources.ts';

/** Frames of one chain are one voice. */
export function groupsOf(attributed: Attributed): (frame: number) => number {
  const { frames } = attributed;
  const groups = frames.map((f, n) => {
    const voice = voiceOf(f);
    const first = frames
      .map(voiceOf)
      .findIndex(
        (v) => v.stance === voice.stance && v.own === voice.own && v.ofIt === voice.ofIt && sameChain(v.chain, voice.chain),
      );
    return voice.chain.length === 0 && voice.stance === 'asserted' ? -1 : first < 0 ? n : first;
  });
  return (frame) => (frame < 0 ? -1 : groups[frame]);
}

/** Who tells of the deed. "killed in attacks that the army ascribed to X": who did it is ascribed, not that it was done. */
const voiceOf = ({
  chain,
  stance,
  ownDeed,
  told,
  rule,
}: Attributed['frames'][number]): { chain: SourceRef[]; stance: string; own: boolean; ofIt: boolean } => ({
  chain: told ?? chain,
  stance: told !== undefined || rule === 'attribution.suspected' ? 'asserted' : stance,
  own: ownDeed && told === undefined,
  // "killed ten who, it said, had killed two": what is told of them is another deed
  ofIt: rule.startsWith('attribution.said-of-it'),
});
