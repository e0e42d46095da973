/** Who relies on whom, as a small graph and as a table; and how each outlet names the parties. */
import { useEffect } from 'preact/hooks';
import type { Sources } from '../../../src/http/client.ts';
import { number, t } from '../../language.ts';
import { useLoaded } from '../../loaded.ts';
import { CsvLink } from '../../parts/csv-link.tsx';
import { FaultBox } from '../../parts/fault-box.tsx';
import { useFirst } from '../../parts/folded.tsx';
import { loadNames, named, nameOf } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { addressOf, place, setQuery } from '../../router.ts';
import { RelianceGraph } from './reliance-graph.tsx';

/** The server looks through so many reports. */
const LOOKED_THROUGH = 5000;

export function SourcesScreen() {
  const m = t.value.sources;
  const { value, fault, reload } = useLoaded<Sources>('/api/sources');
  useEffect(loadNames, []);
  const chosen = place.value.query.get('source');
  const label = (key: string) => nameOf(key, value?.sources.find((source) => source.key === key)?.label ?? key);
  const relations = (value?.relations ?? []).filter(({ from, to }) => chosen === null || from === chosen || to === chosen);
  const drawn = useFirst(relations, 24);
  const pairs = useFirst(relations, 200);
  const list = useFirst(value?.sources ?? [], 300);
  const profile = value?.sources.find((source) => source.key === chosen);
  void named.value;
  return (
    <>
      <div class="head">
        <h1>{m.title}</h1>
        <CsvLink path="/api/sources" />
      </div>
      <p class="lead">{m.lead}</p>
      {value && value.reports >= LOOKED_THROUGH && <p class="soft">{m.looked(number(value.reports))}</p>}
      {fault && <FaultBox fault={fault} retry={reload} />}
      {!value && !fault && <Waiting />}
      {value?.sources.length === 0 && <p class="empty">{m.empty}</p>}
      {value && value.sources.length > 0 && (
        <div class="stack">
          {relations.length > 0 && (
            <section class="card">
              <h2>{m.graph}</h2>
              <RelianceGraph relations={drawn.shown} label={label} />
              {drawn.more}
              <details>
                <summary>{t.value.event.table}</summary>
                <div class="scroll">
                  <table>
                    <thead>
                      <tr>
                        <th>{m.from}</th>
                        <th>{m.to}</th>
                        <th class="n">{m.times}</th>
                        <th>{m.example}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {pairs.shown.map((relation) => (
                        <tr key={`${relation.from} ${relation.to}`}>
                          <td>
                            <Quoted>{label(relation.from)}</Quoted>
                          </td>
                          <td>
                            <Quoted>{label(relation.to)}</Quoted>
                          </td>
                          <td class="n">{number(relation.count)}</td>
                          <td>
                            <a href={addressOf('report', relation.report, { claim: relation.claim })}>{t.value.claim.quote}</a>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
                {pairs.more}
                <CsvLink path="/api/sources?table=relations" />
              </details>
            </section>
          )}
          {profile && profile.naming.length > 0 && (
            <section class="card">
              <div class="head">
                <h2>
                  {m.naming}: <Quoted>{label(profile.key)}</Quoted>
                </h2>
                <CsvLink path="/api/sources?table=naming" />
              </div>
              <table>
                <thead>
                  <tr>
                    <th>{m.label}</th>
                    <th>{m.neutral}</th>
                    <th class="n">{m.times}</th>
                    <th>{m.example}</th>
                  </tr>
                </thead>
                <tbody>
                  {profile.naming.map((naming) => (
                    <tr key={naming.label}>
                      <td>{t.value.labels[naming.label] ?? naming.label}</td>
                      <td>{naming.neutral && <Quoted>{naming.neutral}</Quoted>}</td>
                      <td class="n">{number(naming.count)}</td>
                      <td>
                        <a href={addressOf('report', naming.report, { claim: naming.claim })}>{t.value.claim.quote}</a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          <section class="card scroll">
            <table>
              <thead>
                <tr>
                  <th>{m.source}</th>
                  <th class="n">{m.claims}</th>
                  <th class="n">{m.reports}</th>
                  <th class="n">{m.cites}</th>
                  <th class="n">{m.citedBy}</th>
                  <th class="n">{m.denials}</th>
                  <th>{m.naming}</th>
                </tr>
              </thead>
              <tbody>
                {list.shown.map((source) => (
                  <tr key={source.key}>
                    <td class="name">
                      <button
                        type="button"
                        class="quiet"
                        aria-pressed={source.key === chosen}
                        onClick={() => setQuery({ source: source.key === chosen ? null : source.key })}
                      >
                        <Quoted>{label(source.key)}</Quoted>
                      </button>
                    </td>
                    <td class="n">
                      {source.claims === 0 ? (
                        number(0)
                      ) : (
                        <a href={addressOf('explore', null, { view: 'claims', source: source.key })}>{number(source.claims)}</a>
                      )}
                    </td>
                    <td class="n">{number(source.reports)}</td>
                    <td class="n">{number(source.cites)}</td>
                    <td class="n">{number(source.citedBy)}</td>
                    <td class="n">{number(source.denials)}</td>
                    <td>
                      {source.naming.map((naming) => t.value.labels[naming.label] ?? naming.label).join(`${t.value.comma} `)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {list.more}
          </section>
        </div>
      )}
    </>
  );
}
