/** Serves the built screens from one folder, read into memory at the start: no path of a request ever reaches the disk. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

type File = { body: Uint8Array<ArrayBuffer>; type: string; etag: string; isHashed: boolean };

export function serveFiles(folder: string): MiddlewareHandler {
  const files = new Map<string, File>();
  if (existsSync(folder)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !TYPES[extname(entry.name)]) continue;
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      const body = new Uint8Array(readFileSync(path));
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
      files.set(address, { body, type: TYPES[extname(entry.name)], etag, isHashed: address.startsWith('/assets/') });
    }
  }
  return async (c, next) => {
    const file = files.get(c.req.path === '/' ? '/index.html' : c.req.path);
    if (!file) return next();
    return send(c, file);
  };
}

function send(c: Context, { body, type, etag, isHashed }: File): Response {
  const headers = { 'content-type': type, etag, 'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(body, 200, headers);
}
