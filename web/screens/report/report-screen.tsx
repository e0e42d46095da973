/** Kept reports: their list, or one of them beside what it says. */
import { place } from '../../router.ts';
import { OneReport } from './one-report.tsx';
import { ReportList } from './report-list.tsx';

export function ReportScreen() {
  const { id } = place.value;
  return id === null ? <ReportList /> : <OneReport key={id} id={id} />;
}
