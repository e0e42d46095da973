/** What people do: cases, what lies in them, decisions, judgements, imports. */
import { guards } from '../append-only.ts';
import type { Flavor } from '../flavor.ts';

export const name = '0002-people';

const guarded = ['cases', 'case_reports', 'decisions', 'judgements', 'imports', 'import_items', 'import_marks'];

export function up(flavor: Flavor): string[] {
  return [
    'create table cases (id integer primary key, name text not null unique, at text not null)',
    `create table case_reports (
      case_id integer not null, report integer not null, primary key (case_id, report))${flavor.clustered}`,
    'create index case_reports_report on case_reports (report)',
    // A decision is never changed: another one, or an undo that names it, comes after it.
    `create table decisions (
      id integer primary key, kind text not null, target text not null, payload text not null, who text not null, why text not null,
      at text not null, undoes integer)`,
    'create index decisions_target on decisions (target)',
    'create index decisions_undoes on decisions (undoes)',
    `create table judgements (
      id integer primary key, decision integer, left_claim text not null, right_claim text not null, verdict text not null,
      rule text, person text, because text not null, at text not null)`,
    `create table imports (
      id integer primary key, case_id integer not null, source text not null, tool text not null, run integer not null, at text not null)`,
    `create table import_items (
      import integer not null, ord integer not null, name text not null, status text not null, reason text, report integer,
      primary key (import, ord))${flavor.clustered}`,
    `create table import_marks (
      import integer not null, ord integer not null, state text not null, done integer not null, total integer, at text not null,
      primary key (import, ord))${flavor.clustered}`,
    ...guards(flavor, guarded),
  ];
}
