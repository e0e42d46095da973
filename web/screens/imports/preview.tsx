/** What stands in chosen files, before anything is kept: each form of table with its columns and what they are taken for, and the first reports. */
import type { Preview, PreviewTable } from '../../../src/http/client.ts';
import { day, number, t } from '../../language.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { sayReason } from './say-reason.ts';

export const FIELDS = ['text', 'headline', 'outlet', 'published', 'url', 'id'] as const;
type Field = (typeof FIELDS)[number];
export type Chosen = Readonly<Record<string, string>>;
/** What a person chose, by form of table. */
export type Choices = Readonly<Record<string, Chosen>>;

export const formOf = ({ header }: Pick<PreviewTable, 'header'>): string => JSON.stringify(header);

/** What was chosen now, else what was said before about such tables, else what the names of the columns say. */
export const chosenFor = (table: PreviewTable, choices: Choices): Chosen =>
  choices[formOf(table)] ?? table.saved ?? table.mapping ?? {};

/** One of each form: files of one form are explained once. */
export const formsOf = (tables: readonly PreviewTable[]): PreviewTable[] => [
  ...new Map(tables.map((table) => [formOf(table), table])).values(),
];

type Props = { preview: Preview; choices: Choices; onChoose: (form: string, columns: Chosen) => void };

export function PreviewPane({ preview, choices, onChoose }: Props) {
  const m = t.value.imports;
  const { tables, items, files, isMore } = preview;
  return (
    <section aria-label={m.preview} data-test="preview" class="stack">
      {formsOf(tables).map((table) => (
        <TableForm
          key={formOf(table)}
          table={table}
          alike={tables.filter((other) => formOf(other) === formOf(table)).length}
          chosen={chosenFor(table, choices)}
          onChoose={(columns) => onChoose(formOf(table), columns)}
        />
      ))}
      <div>
        <h3>{m.firstOnes}</h3>
        <div class="scroll">
          <table>
            <tbody>
              {items.map((item) => (
                <tr key={item.name}>
                  <td>
                    <Quoted>{item.name}</Quoted>
                  </td>
                  {'reason' in item ? (
                    <td colSpan={3} class={item.isPassed ? 'soft' : 'warn'}>
                      {sayReason(item.reason)}
                    </td>
                  ) : (
                    <>
                      <td>{item.outlet === null ? <i class="soft">{t.value.unknown}</i> : <Quoted>{item.outlet}</Quoted>}</td>
                      <td>{day(item.published)}</td>
                      <td class="quote">
                        <Quoted>{item.start}</Quoted>
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="soft">
          {m.previewed(number(items.length), number(files))}
          {isMore && ` ${m.andMore}`}
        </p>
      </div>
    </section>
  );
}

type FormProps = { table: PreviewTable; alike: number; chosen: Chosen; onChoose: (columns: Chosen) => void };

function TableForm({ table, alike, chosen, onChoose }: FormProps) {
  const m = t.value.imports;
  const choose = (field: Field, column: string) => {
    const { [field]: _, ...others } = chosen;
    onChoose(column === '' ? others : { ...others, [field]: column });
  };
  const fieldOf = (column: string): Field | undefined => FIELDS.find((field) => chosen[field] === column);
  return (
    <fieldset data-test="table-form">
      <legend>
        <Quoted>{table.name}</Quoted>
        {alike > 1 && ` ${m.alike(number(alike))}`}
        {table.saved && ` · ${m.remembered}`}
      </legend>
      {chosen.text === undefined && (
        <p class="warn" role="status">
          {m.noText}
        </p>
      )}
      <div class="row">
        {FIELDS.map((field) => (
          <label key={field}>
            {m.fields[field]}
            <select
              dir="auto"
              data-test={`column-${field}`}
              value={chosen[field] ?? ''}
              onChange={(event) => choose(field, event.currentTarget.value)}
            >
              <option value="">–</option>
              {table.header.map((column, at) => (
                <option key={at} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {table.header.map((column, at) => (
                <th key={at}>
                  <Quoted>{column}</Quoted>
                  <span class="soft column-field">{fieldOf(column) ? m.fields[fieldOf(column) as Field] : m.notTaken}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, n) => (
              <tr key={n}>
                {table.header.map((_, at) => (
                  <td key={at}>
                    <Quoted>{row[at] ?? ''}</Quoted>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
