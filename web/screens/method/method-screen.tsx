/** How things are counted here, which engine read them, how well it was measured, and where it ends. */
import type { Method } from '../../../src/http/client.ts';
import { t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { FaultBox } from '../../parts/fault-box.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Quality } from './quality.tsx';

export function MethodScreen() {
  const m = t.value.method;
  const { value, fault, reload } = useLoaded<Method>('/api/method');
  return (
    <>
      <h1>{m.title}</h1>
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!value && !fault && <Waiting />}
      {value && (
        <div class="stack">
          <section class="card">
            <h2>{m.policies}</h2>
            <dl class="policies">
              {value.policies.map(({ name, rule }) => (
                <div key={name}>
                  <dt>
                    <b>{m.names[name] ?? name}</b> <code class="soft">{name}</code>{' '}
                    {name === value.policy && <span class="chip good">{m.active}</span>}
                  </dt>
                  <dd>{m.rules[name] ?? rule}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section class="card">
            <h2>{m.limits}</h2>
            <ul>
              {m.limitList.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </section>
          <section class="card">
            <h2>{m.scores}</h2>
            {value.quality === null ? <p class="soft">{m.noScores}</p> : <Quality text={value.quality} />}
          </section>
          <p class="soft">
            {m.engine}: <code>{value.engine}</code> · {m.data}: <code>{value.data.slice(0, 16)}</code> ·{' '}
            <a href="/api">{t.value.apiPage}</a>
          </p>
        </div>
      )}
    </>
  );
}
