/** The API described for people, made from the same document as `/openapi.json`. */
import type { OpenAPIHono } from '@hono/zod-openapi';

type Operation = {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: { enum?: string[]; type?: string; default?: unknown } }[];
  responses?: Record<string, { description: string }>;
};

export function apiPage(app: OpenAPIHono): string {
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Isnad', version: '1' } });
  const parts: string[] = [];
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of ['get', 'post'] as const) {
      const operation = (item as Record<string, Operation>)[method];
      if (operation) parts.push(section(method, path, operation));
    }
  }
  return `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Isnad API</title><link rel="stylesheet" href="/api.css"></head><body><main><h1>Isnad API</h1>
<p>JSON over HTTP. Lists take <code>limit</code> and <code>after</code>, which is the <code>next</code> of the page before; answers have an ETag; tables take <code>format=csv</code>; faults are <code>application/problem+json</code> with a
<code>code</code> that stays the same. Writes need <code>content-type: application/json</code>. Events of an import are told as they happen at <code>/api/imports/{id}/stream</code> (text/event-stream).
Tools for language models (MCP): POST to <code>/mcp</code>. The machine-readable description is <a href="/openapi.json">/openapi.json</a>.</p>
<p><a href="/">To the screens</a></p>${parts.join('\n')}</main></body></html>`;
}

function section(method: string, path: string, { summary, parameters = [], responses = {} }: Operation): string {
  const rows = parameters.map(({ name, in: where, required, schema }) => {
    const allowed = schema?.enum?.join(', ') ?? schema?.type ?? '';
    return `<tr><td><code>${escapeHtml(name)}</code></td><td>${where}${required ? ', needed' : ''}</td><td>${escapeHtml(String(allowed))}</td></tr>`;
  });
  const table = rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : '';
  const answers = Object.entries(responses).map(([status, { description }]) => `${status} ${escapeHtml(description)}`);
  return `<h2><span class="method">${method.toUpperCase()}</span><code>${escapeHtml(path)}</code></h2><p>${escapeHtml(summary ?? '')}</p>${table}<p>${answers.join(' · ')}</p>`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
