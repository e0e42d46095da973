/** What can be computed again at any time and so may change: which reading holds, postings, counts of facets, events, words for search. */
import type { Flavor } from '../flavor.ts';

export const name = '0003-projections';

export function up(flavor: Flavor): string[] {
  const { clustered } = flavor;
  return [
    'create table held (report integer primary key, reading integer not null, claims_from integer not null, claims_to integer not null)',
    // Which claims have a term: role is a number of postings.ts, term a row of names (or of places, or of cases).
    `create table postings (
      role integer not null, term integer not null, claim integer not null, primary key (role, term, claim))${clustered}`,
    `create table facets (
      case_id integer not null, role integer not null, term integer not null, n integer not null, primary key (case_id, role, term))${clustered}`,
    'create index facets_most on facets (case_id, role, n)',
    `create table events (
      id integer primary key, case_id integer not null, code text not null, type text not null, place text, lat ${flavor.real}, lon ${flavor.real},
      day_from text, day_to text, grade text not null, reports integer not null, origins integer not null,
      killed_low ${flavor.real}, killed_high ${flavor.real}, contested integer not null, changed text, body ${flavor.blob} not null,
      unique (case_id, code))`,
    'create index events_day on events (case_id, day_from, id)',
    'create index events_type on events (case_id, type, day_from, id)',
    'create index events_grade on events (case_id, grade, day_from, id)',
    'create index events_changed on events (case_id, changed)',
    `create table event_claims (case_id integer not null, claim text not null, event integer not null, primary key (case_id, claim))${clustered}`,
    'create index event_claims_event on event_claims (event)',
    `create table event_codes (case_id integer not null, code text not null, event integer not null, primary key (case_id, code))${clustered}`,
    'create index event_codes_event on event_codes (event)',
    'create index event_codes_code on event_codes (code)',
    `create table totals (id integer primary key, case_id integer not null, code text not null, body ${flavor.blob} not null)`,
    'create index totals_case on totals (case_id, id)',
    `create table suggestions (
      id integer primary key, case_id integer not null, left_claim text not null, right_claim text not null, verdict text not null, body ${flavor.blob} not null)`,
    'create index suggestions_case on suggestions (case_id, verdict, id)',
    'create table reconciled (case_id integer primary key, engine text not null, reports integer not null, decisions integer not null, at text not null)',
    'create table review (claim text primary key, state text not null, decision integer not null)',
    ...(flavor.name === 'sqlite' ? ftsTables() : pgTables()),
  ];
}

function ftsTables(): string[] {
  return [
    // Our own normalized words, separated by spaces; only the index is kept. Rows are reports.
    `create virtual table search_words using fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0", detail = full)`,
    'create table vocabulary (id integer primary key, word text not null unique)',
    // Parts of words: trigrams of every word once, not of every text.
    `create virtual table search_parts using fts5 (word, content = 'vocabulary', content_rowid = 'id', tokenize = 'trigram', columnsize = 0)`,
  ];
}

function pgTables(): string[] {
  return [
    'create table search_words (rowid integer primary key, words tsvector not null)',
    'create index search_words_words on search_words using gin (words)',
    'create table vocabulary (id integer primary key, word text not null unique)',
  ];
}
