/** What is kept as it came: names, places, runs, reports with their custody, readings, claims, figures; and the journal over them. */
import { guards } from '../append-only.ts';
import type { Flavor } from '../flavor.ts';

export const name = '0001-received';

const guarded = ['journal', 'names', 'places', 'runs', 'reports', 'custody', 'readings', 'claims', 'figures'];

export function up(flavor: Flavor): string[] {
  const { blob, real, clustered } = flavor;
  return [
    `create table journal (
      seq integer primary key, at text not null, kind text not null, first integer not null, last integer not null,
      payload text not null, prev text not null, hash text not null)`,
    'create table names (id integer primary key, text text not null unique)',
    `create table places (
      id integer primary key, key text not null unique, name integer not null, lat ${real} not null, lon ${real} not null,
      precision text not null, radius_km ${real} not null, admin text not null)`,
    'create table runs (id integer primary key, engine text not null, data text not null, what text not null, at text not null)',
    // bytes is null where they are exactly the UTF-8 of text. identity is the hash by which an import knows that a report is held.
    `create table reports (
      id integer primary key, key text not null, version integer not null, supersedes integer, identity text not null unique,
      bytes ${blob}, text text not null, sha256 text not null, outlet integer, published text, url text,
      retrieved text not null, source text, item text, media_type text not null, tool text not null, run integer not null,
      unique (key, version))`,
    'create index reports_outlet on reports (outlet)',
    'create index reports_published on reports (published)',
    `create table custody (
      report integer not null, step integer not null, kind text not null, tool text not null, input text, output text not null, at text not null,
      primary key (report, step))${clustered}`,
    `create table readings (
      id integer primary key, report integer not null, run integer not null, claims integer not null, sha256 text not null, body ${blob} not null)`,
    'create index readings_report on readings (report)',
    // day: yyyymmdd. place: a row of places. source: the innermost of the chain; null is the outlet's own voice.
    `create table claims (
      id integer primary key, report integer not null, reading integer not null, ord integer not null, claim text not null,
      begins integer not null, ends integer not null, type integer not null, stance integer not null, reality integer not null,
      outlet integer, source integer, place integer, day_from integer, day_to integer)`,
    'create index claims_reading on claims (reading)',
    'create index claims_day on claims (day_from, id)',
    `create table figures (
      claim integer not null, ord integer not null, begins integer not null, ends integer not null, outcome integer not null, who integer not null,
      low ${real} not null, high ${real}, mod integer not null, part_of integer, running integer not null, since integer,
      primary key (claim, ord))${clustered}`,
    ...guards(flavor, guarded),
  ];
}
