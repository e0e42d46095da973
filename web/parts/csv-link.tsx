/** The same table as a CSV file, from the API: the whole of it, not the page that is shown. */
import { inCase } from '../api.ts';
import { t } from '../language.ts';

/** `path` without a format. `isGlobal`: the table is the same in every case. */
type Props = { path: string; label?: string; isGlobal?: boolean; test?: string };

export function CsvLink({ path, label, isGlobal = false, test }: Props) {
  const [where, query] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('limit');
  asked.set('format', 'csv');
  const whole = `${where}?${asked}`;
  return (
    <a class="button" href={isGlobal ? whole : inCase(whole)} download data-test={test}>
      {label ?? t.value.explore.csv}
    </a>
  );
}
