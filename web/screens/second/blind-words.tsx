/** The words of a claim in the text around them: marked by background alone, so that joined letters stay joined. */
import type { BlindClaim } from '../../../src/http/client.ts';
import { day, t } from '../../language.ts';
import { Quoted, visible } from '../../parts/quoted.tsx';
import { directionOf } from '../../parts/word-blocks.ts';

export function BlindWords({ claim: { context, content, trigger, outlet, published } }: { claim: BlindClaim }) {
  const edges = [...new Set([0, content.start, content.end, trigger.start, trigger.end, context.length])]
    .filter((at) => at >= 0 && at <= context.length)
    .sort((a, b) => a - b);
  const lies = (start: number, span: { start: number; end: number }) => start >= span.start && start < span.end;
  return (
    <>
      <p class="soft">
        {outlet && <Quoted>{outlet}</Quoted>} {published && day(published)}
      </p>
      <p class="soft">{t.value.second.words}</p>
      <div class="blind-words" dir={directionOf(context)} data-test="blind-words">
        {edges.slice(0, -1).map((start, i) => {
          const words = visible(context.slice(start, edges[i + 1]));
          const isTrigger = lies(start, trigger);
          return lies(start, content) || isTrigger ? (
            <mark key={start} class={isTrigger ? 'trigger' : undefined}>
              {words}
            </mark>
          ) : (
            words
          );
        })}
      </div>
    </>
  );
}
