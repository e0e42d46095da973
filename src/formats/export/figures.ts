/** `figures`: one line a figure of a report, with its words, who gives it, through whom, and what became of it in the count. */
import { sayBecause } from '../../claim/because.ts';
import type { FigureUse } from '../../claim/count.ts';
import type { Figure } from '../../claim/reading.ts';
import type { ExportedEvent, Statement } from './source.ts';
import { tableFormat } from './table-format.ts';

type Row = { body: ExportedEvent; statement: Statement; figure: Figure; use: FigureUse | null };

export const figures = tableFormat<Row>({
  name: 'figures',
  title: 'Every figure of every report, with its words and what became of it',
  loses: ['claims that give no figure', 'where and when a claim says it was, where that differs from its event'],
  columns: [
    { name: 'event', tag: '#event+code', value: ({ body }) => body.event.code },
    { name: 'report', tag: '#meta+report', value: ({ statement }) => statement.report.key },
    { name: 'claim', tag: '#meta+claim', value: ({ statement }) => statement.claim.id },
    { name: 'outlet', tag: '#meta+outlet', value: ({ statement }) => statement.report.outlet },
    { name: 'published', tag: '#date+published', value: ({ statement }) => statement.report.published },
    { name: 'url', tag: '#meta+url', value: ({ statement }) => statement.report.url },
    {
      name: 'chain',
      tag: '#meta+source',
      value: ({ statement }) => statement.claim.attribution.map((hop) => hop.entity ?? hop.name).join(' > '),
    },
    { name: 'origin', tag: '#meta+origin', value: ({ use }) => use?.origin },
    { name: 'stance', tag: '#meta+stance', value: ({ statement }) => statement.claim.stance },
    { name: 'outcome', tag: '#affected+outcome', value: ({ figure }) => figure.outcome },
    { name: 'who', tag: '#affected+group', value: ({ figure }) => figure.who },
    { name: 'qualifier', tag: '#affected+qualifier', value: ({ figure }) => figure.mod },
    { name: 'low', tag: '#affected+num+min', value: ({ figure }) => figure.low },
    { name: 'high', tag: '#affected+num+max', value: ({ figure }) => figure.high },
    { name: 'part_of', tag: '#meta+part', value: ({ figure }) => figure.partOf },
    { name: 'scope', tag: '#meta+scope', value: ({ figure }) => figure.scope },
    { name: 'since', tag: '#date+since', value: ({ figure }) => figure.since },
    { name: 'set_aside', tag: '#meta+aside', value: ({ use }) => use?.aside },
    { name: 'why', tag: '#meta+why', value: ({ use }) => use && sayBecause(use.why, 'en') },
    { name: 'figure_words', tag: '#affected+words', value: ({ figure }) => figure.text },
    { name: 'claim_words', tag: '#description', value: ({ statement }) => statement.quote },
  ],
  async *rows(source) {
    for await (const body of source.events()) {
      for (const statement of body.statements) {
        for (const [index, figure] of statement.claim.event.figures.entries())
          yield { body, statement, figure, use: useOf(body, statement, index) };
      }
    }
  },
});

function useOf({ event }: ExportedEvent, { report, claim }: Statement, figure: number): FigureUse | null {
  for (const count of event.counts) {
    if (count.who !== 'all') continue;
    const use = count.figures.find((one) => one.report === report.key && one.claim === claim.id && one.figure === figure);
    if (use) return use;
  }
  return null;
}
