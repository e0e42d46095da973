/** Asks for one address and follows where it leads, within bounds of size, time and steps; keeps every answer as it was received. */
import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import { checkAddress, Refused, safeLookup } from './address.ts';

export type AskOptions = {
  agent: string;
  mostBytes?: number;
  mostSteps?: number;
  timeoutMs?: number;
  /** Sent along, e.g. `If-None-Match`. */
  headers?: Record<string, string>;
  /** One address that may be asked although it is not public; for tests only. */
  permitted?: string | null;
  /** Sent to the address; without it the address is only asked. */
  body?: Buffer;
  /** Asked before each step; throws when it must not be taken. */
  mayAsk?: (url: URL) => Promise<void>;
};
/** One answer as it came: only the marks between pieces (chunks) are gone. */
export type Answer = {
  url: string;
  at: string;
  ip: string | null;
  requestHeaders: [string, string][];
  status: number;
  statusText: string;
  headers: [string, string][];
  body: Buffer;
};

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_STEPS = 5;
const TIMEOUT_MS = 30_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** All answers on the way, the last one at the end. Throws {@link Refused} with the reason. */
export async function ask(address: string, options: AskOptions): Promise<Answer[]> {
  const answers: Answer[] = [];
  const deadline = performance.now() + (options.timeoutMs ?? TIMEOUT_MS);
  let url = urlOf(address, undefined);
  for (;;) {
    checkAddress(url, options.permitted ?? null);
    await options.mayAsk?.(url);
    const answer = await once(url, options, deadline);
    answers.push(answer);
    const next = headerOf(answer, 'location');
    if (!REDIRECTS.has(answer.status) || next === null) return answers;
    if (answers.length > (options.mostSteps ?? MOST_STEPS))
      throw new Refused(`leads on more than ${options.mostSteps ?? MOST_STEPS} times`);
    url = urlOf(next, url);
    url.hash = '';
  }
}

export const headerOf = ({ headers }: Pick<Answer, 'headers'>, name: string): string | null =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;

function urlOf(address: string, base: URL | undefined): URL {
  try {
    return new URL(address, base);
  } catch {
    throw new Refused(`"${address.slice(0, 100)}" is no address: write it whole, with https://`);
  }
}

function once(url: URL, options: AskOptions, deadline: number): Promise<Answer> {
  const headers: Record<string, string> = {
    'User-Agent': options.agent,
    Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
    'Accept-Language': 'ar,en;q=0.5',
    'Accept-Encoding': 'gzip, deflate, br',
    ...options.headers,
  };
  const at = new Date().toISOString();
  return new Promise((resolve, reject) => {
    const left = Math.max(1, deadline - performance.now());
    const asking = (url.protocol === 'https:' ? askHttps : askHttp)(
      url,
      {
        headers,
        lookup: safeLookup(options.permitted ?? null),
        agent: false,
        method: options.body ? 'POST' : 'GET',
        signal: AbortSignal.timeout(Math.ceil(left)),
      },
      (message) => {
        const ip = message.socket.remoteAddress ?? null;
        bodyOf(message, options.mostBytes ?? MOST_BYTES).then((body) => {
          const raw: [string, string][] = [];
          for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) raw.push([message.rawHeaders[i], message.rawHeaders[i + 1]]);
          const kept = raw.filter(([name]) => name.toLowerCase() !== 'transfer-encoding');
          const sent: [string, string][] = [['Host', url.host], ...Object.entries(headers)];
          resolve({
            url: url.href,
            at,
            ip,
            requestHeaders: sent,
            status: message.statusCode ?? 0,
            statusText: message.statusMessage ?? '',
            headers: kept,
            body,
          });
        }, reject);
      },
    );
    asking.on('error', (error: NodeJS.ErrnoException) =>
      reject(error instanceof Refused ? error : new Refused(reasonOf(error, options))),
    );
    asking.end(options.body);
  });
}

async function bodyOf(message: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of message) {
      size += (part as Buffer).length;
      if (size > most) throw new Refused(`is larger than ${Math.floor(most / 1024 / 1024)} MiB`);
      parts.push(part as Buffer);
    }
  } catch (error) {
    message.destroy();
    throw error instanceof Refused ? error : new Refused(reasonOf(error as NodeJS.ErrnoException, {}));
  }
  return Buffer.concat(parts);
}

function reasonOf(error: NodeJS.ErrnoException, { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number }): string {
  const { code, name, message } = error;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR')
    return `gave no whole answer within ${Math.round(timeoutMs / 1000)} seconds`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'has no such host';
  if (code === 'ECONNREFUSED') return 'refused the connection';
  if (code === 'ECONNRESET') return 'broke the connection off';
  if (code?.startsWith('CERT_') || code?.includes('SELF_SIGNED') || code?.includes('UNABLE_TO_VERIFY'))
    return `shows a certificate that is not valid (${code})`;
  return `could not be asked: ${message.slice(0, 120)}`;
}
