/** The chain of transmission as a breadcrumb: who printed it, through whom, on whose word. */
import type { Attribution } from '../../src/claim/reading.ts';
import { t } from '../language.ts';
import { nameOf } from './names.ts';
import { visible } from './quoted.tsx';

export function Chain({ outlet, hops }: { outlet: string | null; hops: readonly Attribution[] }) {
  return (
    <span class="chain">
      {hops.length === 0 && (
        <span class="hop">
          {outlet === null ? t.value.claim.ownVoice : <bdi>{visible(outlet)}</bdi>}{' '}
          {outlet !== null && <span class="how">({t.value.claim.ownVoice})</span>}
        </span>
      )}
      {hops.map((hop) => (
        <span class="hop" key={`${hop.span.start}-${hop.cue.start}`} title={hop.name}>
          <bdi>{visible(nameOf(hop.entity, hop.name))}</bdi>
          {hop.inferred !== null && <span class="how"> ({t.value.inferred[hop.inferred]})</span>}
        </span>
      ))}
    </span>
  );
}
