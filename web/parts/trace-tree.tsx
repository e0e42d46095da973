/** Why a claim was read so: the tree of rules, down to the words. */
import type { Trace } from '../../src/claim/trace.ts';
import { visible } from './quoted.tsx';
import { sayRule } from './rule-words.ts';

const SHOWN = 90;

export function TraceTree({ trace, text }: { trace: Trace; text: string }) {
  return (
    <ul class="trace">
      <Branch trace={trace} text={text} />
    </ul>
  );
}

function Branch({ trace, text }: { trace: Trace; text: string }) {
  const { rule, span, children } = trace;
  const words = visible(text.slice(span.start, span.end));
  const said = sayRule(rule);
  return (
    <li>
      <bdi lang="ar" title={words.length > SHOWN ? words : undefined}>
        {words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}
      </bdi>{' '}
      {said !== null && <span class="soft">{said} </span>}
      <span class="rule">{rule}</span>
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
