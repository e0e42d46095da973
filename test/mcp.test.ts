/** `isnad mcp` over standard input and output, and /mcp over HTTP: a real JSON-RPC exchange over a real ledger file; every claim in an answer carries words that stand in its report. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createApp } from '../src/http/app.ts';
import { type Opened, openDesk } from '../src/http/open-desk.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'isnad-mcp-'));
const db = join(folder, 'a.db');
const TEXTS = [
  'قال مرصد الفرات إن ثلاثة مدنيين قتلوا أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.',
  'أفادت وكالة الضفاف بمقتل خمسة مدنيين أمس الثلاثاء في غارة جوية على بلدة الباغوز بريف دير الزور الشرقي.',
];
let opened: Opened;

before(async () => {
  opened = await openDesk(db, { caseName: 'main' });
  for (const [i, text] of TEXTS.entries())
    await opened.desk.keep({ text, outlet: `صحيفة ${i}`, published: '2019-02-13', case: 'main' });
});
after(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

type Message = { id?: number; result?: any; error?: any };

async function exchange(messages: readonly object[]): Promise<Map<number, Message>> {
  const child = spawn(process.execPath, [main, 'mcp', '--db', db], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, Message>();
  const wanted = messages.filter((message) => 'id' in message).length;
  let buffer = '';
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('exit', () => (answers.size === wanted ? resolve() : reject(new Error('ended too early'))));
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        buffer += piece;
        for (let end = buffer.indexOf('\n'); end >= 0; end = buffer.indexOf('\n')) {
          const message = JSON.parse(buffer.slice(0, end)) as Message;
          buffer = buffer.slice(end + 1);
          if (message.id !== undefined) answers.set(message.id, message);
          if (answers.size === wanted) child.stdin.end();
        }
      });
      for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    });
  } finally {
    child.kill();
  }
  return answers;
}

const hello = {
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};
const call = (id: number, name: string, args: object) => ({ id, method: 'tools/call', params: { name, arguments: args } });

test('over stdio: lists its tools, answers with citations, refuses what is not there, ends with its input', async () => {
  const { items } = await opened.desk.events({ limit: 5 });
  const code = items[0].code;
  const answers = await exchange([
    hello,
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/list' },
    call(3, 'search_claims', { words: 'والباغوز' }),
    call(4, 'event_counts', { code, policy: 'range' }),
    call(5, 'compare_sources', { code }),
    call(6, 'event_counts', { code: 'ISN-000000' }),
    call(7, 'read_text', { text: TEXTS[0], published: '2019-02-13' }),
    call(8, 'list_events', {}),
  ]);
  const tools = answers.get(2)!.result.tools as { name: string; annotations: { readOnlyHint: boolean } }[];
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['read_text', 'search_claims', 'get_claim', 'list_events', 'event_counts', 'compare_sources'],
  );
  assert.ok(tools.every((tool) => tool.annotations.readOnlyHint));
  const found = answers.get(3)!.result.structuredContent.claims as { citation: Cited }[];
  assert.equal(found.length, 2);
  for (const { citation } of found) assertCited(citation);
  const { counts } = answers.get(4)!.result.structuredContent;
  const killed = counts.find((count: any) => count.outcome === 'killed' && count.who === 'all');
  assert.deepEqual([killed.low, killed.high], [3, 5]);
  for (const figure of killed.figures) assertCited(figure.citation);
  const { origins } = answers.get(5)!.result.structuredContent;
  assert.equal(origins.length, 2);
  for (const origin of origins) for (const said of origin.says) assertCited(said.citation);
  assert.equal(answers.get(6)!.result.isError, true);
  assert.match(answers.get(6)!.result.content[0].text, /ISN-H44/);
  const [listed] = answers.get(8)!.result.structuredContent.items;
  assert.deepEqual([listed.code, listed.killedLow, listed.says.length], [code, 3, 2]);
  for (const said of listed.says) assertCited(said.citation);
  const [claim] = answers.get(7)!.result.structuredContent.claims;
  assert.equal(TEXTS[0].slice(claim.citation.start, claim.citation.end), claim.citation.quote);
});

test('over HTTP: the same tools at /mcp, behind the same guards', async () => {
  const app = createApp({ desk: opened.desk, screens: null });
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const ask = (message: object, more: Record<string, string> = {}) =>
    app.request('/mcp', {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
    });
  const response = await ask(call(1, 'search_claims', { type: 'air-strike' }));
  assert.equal(response.status, 200);
  const body = await response.text();
  const line = body.split('\n').find((one) => one.startsWith('data: {')) ?? `data: ${body}`;
  const found = JSON.parse(line.slice(6)) as Message;
  assert.equal(found.result.structuredContent.total, 2);
  for (const { citation } of found.result.structuredContent.claims) assertCited(citation);
  assert.equal((await ask(hello, { origin: 'http://evil.example' })).status, 403);
  assert.equal((await ask(hello, { host: 'evil.example' })).status, 421);
});

type Cited = { quote: string; start: number; end: number; outlet: string; published: string };

function assertCited({ quote, start, end, outlet, published }: Cited): void {
  const text = TEXTS[Number(outlet.slice(-1))];
  assert.ok(quote.length > 0);
  assert.equal(text.slice(start, end), quote);
  assert.equal(published, '2019-02-13');
}
