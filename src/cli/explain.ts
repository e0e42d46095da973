/** `isnad explain "text"`: how each word was understood, and the tree of rules behind each claim. */
import { parseArgs } from 'node:util';
import type { Trace } from '../claim/trace.ts';
import { createEngine } from '../engine/index.ts';
import type { Worked } from '../extract/pipeline.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { printReading } from './print-reading.ts';
import { checkDay } from './read.ts';

export const command: Command = {
  summary: 'show how a text is understood, word by word and rule by rule',
  usage: 'isnad explain "TEXT"|- [--published DAY] [--outlet NAME] [--lang ar|en]',
  run,
};

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: { published: { type: 'string' }, outlet: { type: 'string' }, lang: { type: 'string' } },
  });
  const given = positionals.join(' ');
  if (given === '') throw new UsageError('ISN-U01', 'give a text to explain, or - for standard input');
  const text = given === '-' ? new TextDecoder().decode(await io.stdin()) : given;
  const lang = values.lang === 'ar' ? 'ar' : 'en';
  const { reading, worked } = createEngine().explain({
    text,
    outlet: (values.outlet as string) ?? null,
    published: checkDay(values.published as string | undefined, '--published'),
  });
  io.stdout.write(`${chunkLines(worked, text).join('\n')}\n\n${printReading(reading, text, lang)}\n`);
  for (const [n, claim] of reading.claims.entries())
    io.stdout.write(`${n + 1}.\n${traceLines(claim.trace, text, 1).join('\n')}\n`);
  return 0;
}

/** One line a chunk: its class, its words, how they were read. */
function chunkLines(worked: Worked, text: string): string[] {
  const lines: string[] = [];
  for (const { sentence, chunks, attributed } of worked.sentences) {
    lines.push(`-- sentence ${sentence.index + 1}${sentence.headline ? ' (headline)' : ''}`);
    chunks.forEach((chunk, k) => {
      const span = worked.doc.span(chunk.start, chunk.end);
      const detail = [
        chunk.finite ? 'verb' : '',
        chunk.mark,
        chunk.noun !== null
          ? `${chunk.noun.kind}${chunk.noun.count !== null ? ` ${chunk.noun.count.low}..${chunk.noun.count.high ?? ''}` : ''}`
          : '',
        chunk.node?.word ? `${chunk.node.word.surface.sense.file}:${chunk.node.word.surface.sense.line}` : '',
        attributed.used[k] ? 'cue or source' : '',
        attributed.frameOf[k] >= 0 ? `frame ${attributed.frameOf[k]}` : '',
      ].filter((x) => x !== '');
      lines.push(`   ${chunk.kind.padEnd(10)} \u2068${text.slice(span.start, span.end)}\u2069  ${detail.join(' · ')}`);
    });
    for (const [n, f] of attributed.frames.entries()) {
      lines.push(`   frame ${n}: [${f.chain.map((s) => `\u2068${s.name}\u2069`).join(' <- ')}] ${f.stance} ${f.rule}`);
    }
  }
  return lines;
}

function traceLines(trace: Trace, text: string, depth: number): string[] {
  const words = text.slice(trace.span.start, trace.span.end).replace(/\s+/g, ' ');
  const short = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  return [
    `${'  '.repeat(depth)}${trace.rule}  \u2068${short}\u2069`,
    ...trace.children.flatMap((child) => traceLines(child, text, depth + 1)),
  ];
}
