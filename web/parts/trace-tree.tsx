/** Why a claim was read so: the tree of rules, down to the words. */
import type { Trace } from '../../src/claim/trace.ts';
import { visible } from './quoted.tsx';

export function TraceTree({ trace, text }: { trace: Trace; text: string }) {
  return (
    <ul class="trace">
      <Branch trace={trace} text={text} />
    </ul>
  );
}

function Branch({ trace, text }: { trace: Trace; text: string }) {
  const { rule, span, children } = trace;
  return (
    <li>
      <bdi lang="ar">{visible(text.slice(span.start, span.end)).slice(0, 90)}</bdi> <span class="rule">{rule}</span>
      {children.length > 0 && (
        <ul>
          {children.map((child, i) => (
            <Branch key={`${child.rule}-${i}`} trace={child} text={text} />
          ))}
        </ul>
      )}
    </li>
  );
}
