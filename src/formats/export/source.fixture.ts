/** For tests: a small case with everything that is awkward to write: formulas, quotation marks, marks of direction, signs outside the plane, markup, no place, open numbers. */
import { createHash } from 'node:crypto';
import type { Count } from '../../claim/count.ts';
import type { Event, Origin } from '../../claim/event.ts';
import type { Claim, Figure, Reading } from '../../claim/reading.ts';
import type { ExportedEvent, ExportedReport, ExportSource, Statement } from './source.ts';

const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

const TEXT = '𝕏 قُتل 4 مدنيين في "بلدة" <b>الباغوز</b> — وكالة سانا'; // X: 4 civilians were killed in the "town" of Baghouz, SANA
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const figure: Figure = {
  span: spanOf('4 مدنيين'),
  text: '4 مدنيين',
  outcome: 'killed',
  who: 'civilian',
  group: null,
  low: 4,
  high: null,
  mod: 'at-least',
  partOf: null,
  scope: 'event',
  since: null,
};

const claim: Claim = {
  id: '0123456789abcdef',
  content: spanOf('قُتل 4 مدنيين'),
  attribution: [{ name: 'وكالة سانا', span: spanOf('وكالة سانا'), entity: 'outlet:sana', cue: spanOf('—'), inferred: null }],
  stance: 'asserted',
  reality: 'current',
  event: {
    type: 'air-strike',
    trigger: spanOf('قُتل'),
    actor: [],
    recipient: [],
    places: [],
    time: null,
    means: [],
    figures: [figure],
  },
  trace: { rule: 'test', span: spanOf('قُتل'), children: [] },
};

function reportOf(key: string, outlet: string | null, text: string, claims: Claim[], url: string | null): ExportedReport {
  const sha256 = sha(text);
  const reading: Reading = {
    format: 'isnad.reading/1',
    engine: 'lines 1',
    report: { id: key, outlet, publishedAt: '2019-02-12', language: 'ar', headline: null, sha256, length: text.length },
    claims,
    unread: [],
  };
  const bytes = Buffer.from(text, 'utf8');
  const received = { retrieved: '2026-01-02T03:04:05.000Z', source: 'test', mediaType: 'text/plain' };
  const decided = { rejected: [], originals: {} };
  return { key, outlet, published: '2019-02-12', url, ...received, sha256, bytes, text, engine: 'lines 1', reading, ...decided };
}

const reports = [
  reportOf('=1+1', '=HYPERLINK("http://evil.example")', TEXT, [claim], null),
  reportOf('r2', null, '@second\r\nreport', [], 'https://paper.example/a?b=1&c="2"'),
];

const origins: Origin[] = [
  {
    key: 'outlet:sana',
    label: 'وكالة سانا',
    kind: 'named',
    carriers: ['=1+1'],
    outlets: ['=HYPERLINK("http://evil.example")'],
    claims: [`=1+1/${claim.id}`],
    because: [],
  },
  {
    key: 'name:<script>',
    label: '</script><script>alert(1)</script>',
    kind: 'named',
    carriers: ['r2'],
    outlets: [],
    claims: [],
    because: [],
  },
];

function countOf(policy: string): Count {
  return {
    outcome: 'killed',
    who: 'all',
    low: 4,
    best: 4,
    high: policy === 'airwars' ? 16 : null,
    policy,
    origins: 2,
    provisional: false,
    note: { code: 'count.range', values: { n: 2 } },
    figures: [
      {
        report: '=1+1',
        claim: claim.id,
        figure: 0,
        origin: 'outlet:sana',
        low: 4,
        high: null,
        mod: 'at-least',
        aside: null,
        why: { code: 'figure.used' },
      },
    ],
  };
}

function eventOf(code: string, more: Partial<Event>): Event {
  return {
    code,
    aliases: ['ISN-OLD000'],
    type: 'air-strike',
    place: {
      name: 'الباغوز',
      id: 'gn1',
      lat: 34.4567891,
      lon: 40.9819,
      precision: 'near',
      radiusKm: 5,
      admin: ['SY', 'دير الزور'],
    },
    begin: '2019-02-11',
    end: '2019-02-11',
    claims: [`=1+1/${claim.id}`],
    reports: ['=1+1', 'r2'],
    actors: ['actor:us-led-coalition', 'name:someone'],
    origins,
    counts: [],
    grade: { grade: 'fair', rule: { code: 'grade.fair' }, because: [] },
    ...more,
  };
}

const statements: Statement[] = [
  {
    key: `=1+1/${claim.id}`,
    claim,
    quote: 'قُتل 4 مدنيين',
    report: { key: '=1+1', outlet: '=HYPERLINK("http://evil.example")', published: '2019-02-12', url: null },
    review: null,
    original: null,
  },
];

/** `isEmpty`: a case with nothing in it. */
export function sourceFixture({ isEmpty = false }: { isEmpty?: boolean } = {}): ExportSource {
  const list = <T>(items: readonly T[]) =>
    async function* (): AsyncGenerator<T> {
      if (!isEmpty) yield* items;
    };
  const events = async function* (policy = 'airwars'): AsyncGenerator<ExportedEvent> {
    if (isEmpty) return;
    yield {
      event: eventOf('ISN-AAAAAA', { counts: [countOf(policy), { ...countOf(policy), who: 'civilian' }] }),
      contradictions: null,
      changes: [],
      statements,
    };
    yield {
      event: eventOf('ISN-BBBBBB', { type: 'displacement', place: null, begin: null, end: null, origins: [], claims: [] }),
      contradictions: null,
      changes: [],
      statements: [],
    };
  };
  return {
    caseName: 'Baghouz & "more"',
    made: { at: '2026-01-02T03:04:05.000Z', version: 'isnad test', policy: 'airwars', head: '0'.repeat(64) },
    nameOf: (id) => (id === 'outlet:sana' ? 'SANA' : null),
    ruleInWords: (lang) => `the rule <in words>, ${lang}`,
    kindOf: (id) => (id === 'actor:us-led-coalition' ? 'alliance' : null),
    reports: list(reports),
    events,
    totals: list([
      {
        id: 'TOT-AAAAAA',
        origin: 'outlet:sana',
        outcome: 'displaced' as const,
        who: 'unknown' as const,
        group: null,
        since: '2018-12-01',
        place: null,
        points: [
          {
            claim: `=1+1/${claim.id}`,
            figure: 0,
            report: '=1+1',
            until: '2019-02-11',
            low: 37700,
            high: null,
            mod: 'at-least' as const,
            increment: null,
          },
        ],
        parts: [],
        sumLow: 0,
        sumHigh: 0,
        remainderLow: 37700,
        remainderHigh: null,
        overlap: 0,
      },
    ]),
    decisions: list([
      {
        id: 1,
        kind: 'accept',
        target: `=1+1/${claim.id}`,
        who: '=mona',
        why: 'read | it',
        at: '2026-01-02T03:04:05.000Z',
        undoes: null,
        undone: false,
        edit: null,
      },
    ]),
    journal: list([]),
    rows: list([]),
  };
}
