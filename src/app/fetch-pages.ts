/** Fetches addresses politely: robots.txt is heeded, one host is asked slowly, every answer is kept as a WARC record; what came is opened like any other source. */
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../formats/fetch/address.ts';
import { type Answer, type AskOptions, ask, headerOf } from '../formats/fetch/ask.ts';
import { isAllowed, type Robots, rulesFor } from '../formats/fetch/robots.ts';
import { warcInfo, warcRecordsOf } from '../formats/fetch/warc-writer.ts';
import { answeredBody, bytesSource, type ImportOptions, openSource, type Source, type Step } from '../formats/import/index.ts';
import { type Item, itemOf, type Sized } from './items.ts';

export type FetchOptions = {
  /** Name and version, as told to servers. */
  agent: string;
  /** Folder of the WARC files. */
  warcFolder: string;
  /** Milliseconds between two questions to one host. */
  delayMs?: number;
  /** One address that may be asked although it is not public; for tests only. */
  permitted?: string | null;
  mostBytes?: number;
  timeoutMs?: number;
  importing?: ImportOptions;
};
export type Fetched = { answer: Answer; source: Source; step: Step };
export type Fetcher = { get: (url: string, headers?: Record<string, string>) => Promise<Fetched | { unchanged: true }> };

const DELAY_MS = 1000;
/** A site that wants a longer pause gets this one. */
const LONGEST_DELAY_MS = 60_000;
const PAUSE_MS = 60_000;
const ROBOT = 'isnad';

export function startFetcher(options: FetchOptions): Fetcher {
  const rules = new Map<string, Promise<Robots | null>>();
  /** Milliseconds that a host asks to be left alone between two questions, and until when it wants no question at all. */
  const wished = new Map<string, number>();
  const closed = new Map<string, number>();
  const lastAsked = new Map<string, number>();
  const asking: Omit<AskOptions, 'mayAsk' | 'headers'> = {
    agent: options.agent,
    permitted: options.permitted ?? null,
    mostBytes: options.mostBytes,
    timeoutMs: options.timeoutMs,
  };
  const wait = async (host: string) => {
    const free = (lastAsked.get(host) ?? -Infinity) + Math.max(options.delayMs ?? DELAY_MS, wished.get(host) ?? 0);
    const now = performance.now();
    if (free > now) await new Promise((resolve) => setTimeout(resolve, free - now));
    lastAsked.set(host, performance.now());
  };
  /** Null: the site cannot say now, so it is not asked further. */
  const rulesOf = async (url: URL): Promise<Robots | null> => {
    try {
      await wait(url.host);
      const answer = (await ask(`${url.origin}/robots.txt`, asking)).at(-1) as Answer;
      if (answer.status >= 500) return null;
      if (answer.status < 200 || answer.status >= 300) return { rules: [], delay: null };
      const robots = rulesFor(bodyText(answer), ROBOT);
      if (robots.delay !== null) wished.set(url.host, Math.min(robots.delay * 1000, LONGEST_DELAY_MS));
      return robots;
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  };
  const mayAsk = async (url: URL) => {
    const until = closed.get(url.host) ?? 0;
    if (performance.now() < until)
      throw new Refused(
        `${url.host} asks for a pause: it is asked again in ${Math.ceil((until - performance.now()) / 1000)} seconds`,
      );
    if (!rules.has(url.origin)) rules.set(url.origin, rulesOf(url));
    const of = await rules.get(url.origin);
    if (of === null || of === undefined)
      throw new Refused(`${url.host} does not answer what it allows programs to ask (robots.txt)`);
    if (!isAllowed(of.rules, url.pathname + url.search))
      throw new Refused(`${url.host} asks programs not to fetch this (robots.txt)`);
    await wait(url.host);
  };
  return {
    async get(url, headers) {
      const answers = await ask(url, { ...asking, mayAsk, headers });
      const answer = answers.at(-1) as Answer;
      if (answer.status === 304) return { unchanged: true };
      if (answer.status === 429 || answer.status === 503)
        closed.set(new URL(answer.url).host, performance.now() + pauseOf(headerOf(answer, 'retry-after')));
      const step = keep(answers, options);
      if (answer.status < 200 || answer.status >= 300)
        throw new Refused(`was answered with ${answer.status} ${answer.statusText}`.trim());
      return { answer, source: sourceOf(answer), step };
    },
  };
}

/** Milliseconds of `Retry-After`, in seconds or as a date; a minute where it does not say, at most a day. */
export function pauseOf(header: string | null, now = Date.now()): number {
  const seconds = header === null ? Number.NaN : Number(header);
  const asked = Number.isNaN(seconds) ? Date.parse(header ?? '') - now : seconds * 1000;
  return asked > 0 ? Math.min(asked, 86_400_000) : PAUSE_MS;
}

const bodyText = (answer: Answer): string => (answeredBody(answerFor(answer)) ?? Buffer.alloc(0)).toString('utf8');
const answerFor = ({ status, headers, body }: Answer) => ({
  status,
  headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
  body,
});

function sourceOf(answer: Answer): Source {
  const body = answeredBody(answerFor(answer));
  if (body === null) throw new Refused('sent bytes that cannot be unpacked, or too many');
  const type = headerOf(answer, 'content-type') ?? '';
  const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(type)?.[1] ?? null;
  return bytesSource(body, answer.url, { url: answer.url, mediaType: type.split(';')[0].trim(), charset, retrieved: answer.at });
}

/** Every answer on the way, written before anything is made of it. */
function keep(answers: readonly Answer[], { warcFolder, agent }: FetchOptions): Step {
  mkdirSync(warcFolder, { recursive: true });
  const last = answers.at(-1) as Answer;
  const file = join(warcFolder, `${last.at.slice(0, 10)}.warc.gz`);
  if (!existsSync(file)) appendFileSync(file, warcInfo(agent, last.at));
  let payloadDigest = '';
  for (const answer of answers) {
    const written = warcRecordsOf(answer);
    appendFileSync(file, written.bytes);
    payloadDigest = written.payloadDigest;
  }
  const way = answers.length > 1 ? `, over ${answers.length - 1} redirects` : '';
  return {
    kind: 'fetched',
    tool: `HTTP ${last.status} from ${last.ip ?? 'an unknown address'}${way}; record in ${file}`,
    input: payloadDigest,
    output: last.at,
  };
}

export async function* itemsOfAddresses(
  urls: readonly string[],
  fetcher: Fetcher,
  importing: ImportOptions = {},
): AsyncGenerator<Sized> {
  for (const [i, url] of urls.entries()) {
    for await (const item of itemsOfAddress(url, fetcher, importing)) yield { item, size: i };
  }
}

export async function* itemsOfAddress(
  url: string,
  fetcher: Fetcher,
  importing: ImportOptions = {},
  headers?: Record<string, string>,
): AsyncGenerator<Item> {
  let fetched: Awaited<ReturnType<Fetcher['get']>>;
  try {
    fetched = await fetcher.get(url, headers);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { name: url, report: null, fault: error.message, stage: 'fetch' };
    return;
  }
  if ('unchanged' in fetched)
    yield { name: url, report: null, fault: 'has not changed since it was last fetched', isPassed: true };
  else yield* itemsOfFetched(fetched, importing);
}

export async function* itemsOfFetched({ source, step }: Fetched, importing: ImportOptions): AsyncGenerator<Item> {
  for await (const found of openSource(source, importing)) {
    yield itemOf(
      'report' in found ? { ...found, report: { ...found.report, steps: [step, ...found.report.steps] } } : found,
      source.name,
    );
  }
}
