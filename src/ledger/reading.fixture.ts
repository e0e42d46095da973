/** Small readings for tests: no engine, no Arabic; every line of a text is one claim. */
import { createHash } from 'node:crypto';
import type { Claim, Reading } from '../claim/reading.ts';
import { identityOf, keyOf, type Ready, type Received } from './received.ts';

/** Reads lines such as `sana: 4 civilian killed at Baghouz on 2019-02-11 [air-strike]`; other lines are no claims. */
export function readLines(key: string, outlet: string | null, published: string | null, text: string): Reading {
  const claims: Claim[] = [];
  const pattern =
    /^(?:(?<source>[^:\n]+): )?(?<n>\d+) (?<who>\w+) (?<outcome>\w+) at (?<place>\S+) on (?<day>\S+) \[(?<type>[\w-]+)\]$/gmu;
  for (const found of text.matchAll(pattern)) {
    const { source, n, who, outcome, place, day, type } = found.groups as Record<string, string>;
    const start = found.index;
    const span = { start, end: start + found[0].length };
    claims.push({
      id: createHash('sha256').update(`${found[0]} ${start}`).digest('hex').slice(0, 12),
      content: span,
      attribution: source
        ? [{ name: source, span: { start, end: start + source.length }, entity: `outlet:${source}`, cue: span, inferred: null }]
        : [],
      stance: 'asserted',
      reality: 'current',
      event: {
        type: type as Claim['event']['type'],
        trigger: span,
        actor: [{ name: 'coalition', span, entity: 'actor:us-led-coalition' }],
        recipient: [],
        places: [
          {
            role: 'at',
            name: place,
            span,
            resolved: {
              id: `gn:${place}`,
              lat: 34.45,
              lon: 40.95,
              precision: 'exact',
              radiusKm: 2,
              admin: ['SY', 'Deir'],
              candidates: 1,
            },
          },
        ],
        time: { span, value: day, begin: day, end: day, anchor: 'stated' },
        means: [],
        figures: [
          {
            span,
            text: n,
            outcome: outcome as 'killed',
            who: who as 'civilian',
            group: null,
            low: Number(n),
            high: Number(n),
            mod: 'exact',
            partOf: null,
            scope: 'event',
            since: null,
          },
        ],
      },
      trace: { rule: 'test.line', span, children: [] },
    });
  }
  return {
    format: 'isnad.reading/1',
    engine: 'lines 1',
    report: {
      id: key,
      outlet,
      publishedAt: published,
      language: 'en',
      headline: null,
      sha256: createHash('sha256').update(text).digest('hex'),
      length: text.length,
    },
    claims,
    unread: [],
  };
}

export function received(text: string, more: Partial<Received> = {}): Received {
  return {
    id: null,
    bytes: Buffer.from(text, 'utf8'),
    text,
    outlet: 'paper',
    published: '2019-02-12',
    url: null,
    source: 'test',
    item: null,
    mediaType: 'text/plain',
    tool: 'test 1',
    ...more,
  };
}

export function ready(text: string, more: Partial<Received> = {}): Ready {
  const report = received(text, more);
  const key = keyOf(report);
  return { ...report, key, identity: identityOf(report), reading: readLines(key, report.outlet, report.published, text) };
}

export const LINE = 'sana: 4 civilian killed at Baghouz on 2019-02-11 [air-strike]';
