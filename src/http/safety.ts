/** Guards in front of every route: which host may be asked, who may write, what a page may load, and how large and slow a request may be. */
import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from './problem.ts';

export type Safety = {
  /** Host names, without port, that may stand in a request. Anything else is a name somebody pointed at this machine (DNS rebinding). */
  hosts: readonly string[];
  /** Needed by everybody when the server listens beyond this machine. */
  token: string | null;
  maxBytes: number;
  maxMilliseconds: number;
};

export const LOCAL_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
export const DEFAULT_SAFETY: Safety = { hosts: LOCAL_HOSTS, token: null, maxBytes: 8 * 1024 * 1024, maxMilliseconds: 30_000 };

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
};

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** In this order: headers on every answer, host, token, who may write, size, time. */
export function guards(safety: Safety): MiddlewareHandler[] {
  return [addHeaders, checkHost(safety), checkToken(safety), checkWriter, limitSize(safety), limitTime(safety)];
}

async function addHeaders(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
}

function checkHost({ hosts }: Safety): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase().replace(/:\d+$/, '');
    if (!hosts.includes(host)) throw new Refusal(421, 'ISN-H21', 'this server does not answer under that host name');
    await next();
  };
}

function checkToken({ token }: Safety): MiddlewareHandler {
  return async (c, next) => {
    if (token !== null) {
      const asked = c.req.query('token');
      const given = c.req.header('authorization')?.replace(/^Bearer /i, '') ?? getCookie(c, 'isnad_token') ?? asked ?? '';
      if (!equals(given, token))
        throw new Refusal(401, 'ISN-H41', 'open the address that was printed at the start; it holds the token');
      if (asked !== undefined) setCookie(c, 'isnad_token', token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    }
    await next();
  };
}

function equals(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A page of another origin can neither name ours as its Origin nor send JSON without being asked first. */
async function checkWriter(c: Context, next: () => Promise<void>): Promise<void> {
  if (!SAFE_METHODS.has(c.req.method)) {
    const origin = c.req.header('origin');
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (origin !== undefined && hostOf(origin) !== host)
      throw new Refusal(403, 'ISN-H43', 'writing from a page of another origin is not allowed');
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Refusal(403, 'ISN-H43', 'writing from a page of another origin is not allowed');
    // Neither type can be sent by a page of another origin without its being asked first.
    const wanted = isUpload(c.req.path) ? /^application\/octet-stream\b/ : /^application\/json\b/;
    if (!wanted.test(c.req.header('content-type') ?? ''))
      throw new Refusal(
        415,
        'ISN-H15',
        isUpload(c.req.path)
          ? 'send pieces of files as application/octet-stream'
          : 'send JSON, with content-type application/json',
      );
  }
  await next();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

function limitSize({ maxBytes }: Safety): MiddlewareHandler {
  const refuse = (): Response => {
    throw new Refusal(413, 'ISN-H13', `a request may hold ${Math.floor(maxBytes / 1024 / 1024)} MB`);
  };
  return bodyLimit({ maxSize: maxBytes, onError: refuse });
}

/** Where pieces of files are sent. */
const isUpload = (path: string): boolean => /^\/api\/uploads\/[\w-]+$/.test(path);

/** Answers that go on as long as something happens. */
export const isStream = (path: string): boolean => path.endsWith('/stream');

function limitTime({ maxMilliseconds }: Safety): MiddlewareHandler {
  return async (c, next) => {
    if (isStream(c.req.path)) return next();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Refusal(408, 'ISN-H08', 'this took longer than is allowed')), maxMilliseconds);
    });
    await Promise.race([next(), late]).finally(() => clearTimeout(timer));
  };
}
