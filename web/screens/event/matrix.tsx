/** Where the independent chains agree, differ, deny or are silent: a row for each chain, a column for each question. */
import { COLUMNS, type Contradictions } from '../../../src/claim/contradiction.ts';
import type { Origin } from '../../../src/claim/event.ts';
import { day, inDigits, number, t } from '../../language.ts';
import { nameOf, withNames } from '../../parts/names.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { claimAddress } from '../../router.ts';
import { Sign } from './sign.tsx';

export function Matrix({ contradictions, origins }: { contradictions: Contradictions; origins: readonly Origin[] }) {
  const m = t.value.event;
  const { rows, consensus, contested } = contradictions;
  const originOf = new Map(origins.map((origin) => [origin.key, origin]));
  return (
    <div class="scroll">
      <table class="matrix" data-test="matrix">
        <thead>
          <tr>
            <th scope="col">{m.origin}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-contested={contested.includes(column)}>
                {m.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="consensus">
            <th scope="row">{m.consensus}</th>
            {COLUMNS.map((column) => (
              <td key={column}>
                <Says column={column} says={consensus[column]} />
              </td>
            ))}
          </tr>
          {rows.map((row) => {
            const claim = originOf.get(row.origin)?.claims[0];
            const label = nameOf(row.origin, row.label);
            return (
              <tr key={row.origin}>
                <th scope="row">
                  {claim ? (
                    <a href={claimAddress(claim)}>
                      <Quoted>{label}</Quoted>
                    </a>
                  ) : (
                    <Quoted>{label}</Quoted>
                  )}
                  {row.carriers > 1 && (
                    <span class="chip">
                      <bdi dir="ltr">×{number(row.carriers)}</bdi>
                    </span>
                  )}
                </th>
                {COLUMNS.map((column) => {
                  const { standing, says } = row.cells[column];
                  return (
                    <td key={column} data-standing={standing}>
                      <Sign standing={standing} label={m.standing[standing]} />{' '}
                      {standing !== 'agree' && standing !== 'silent' && <Says column={column} says={says} />}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Words as the sources have them; types and stances in the reader's language. */
export function Says({ column, says }: { column: string; says: readonly string[] }) {
  const words = (value: string): string => {
    if (column === 'what') return t.value.types[value] ?? value;
    if (column === 'stance') return t.value.stances[value] ?? value;
    if (column === 'when') return value.split('/').map(day).join(' – ');
    if (column === 'how-many') return inDigits(sayCount(value));
    return withNames(value);
  };
  return (
    <>
      {says.map((value) => (
        <span key={value} class="says">
          <Quoted>{words(value)}</Quoted>
        </span>
      ))}
    </>
  );
}

/** "killed civilian at-least 16" in the reader's language; anything else as it is. */
function sayCount(value: string): string {
  const [outcome, who, ...rest] = value.split(' ');
  const m = t.value;
  if (!m.outcomes[outcome] || !m.event.groups[who] || rest.length === 0) return value;
  const size = rest.join(' ').replace(/^[a-z][a-z -]*(?= )/, (mod) => m.mods[mod.replace(/ /g, '-')] ?? mod);
  return `${m.outcomes[outcome]}${who === 'unknown' ? '' : ` · ${m.event.groups[who]}`}: ${size}`;
}
