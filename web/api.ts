/** Asks the server; faults become `Fault` with the server's code. */
import type { Problem } from '../src/http/client.ts';
import { caseName } from './router.ts';

export class Fault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'Fault';
    this.code = code;
  }
}

/** `path` as {@link inCase} gives it, where the answer depends on the case. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(await reach(path, { signal }));
}

/** The address in the case that is shown; for links as well. */
export function inCase(path: string): string {
  if (caseName.value === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}case=${encodeURIComponent(caseName.value)}`;
}

export async function tell<T>(path: string, body: unknown): Promise<T> {
  return answerOf<T>(
    await reach(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  );
}

/** A piece of a file. */
export async function send(path: string, piece: Blob): Promise<void> {
  const response = await reach(path, { method: 'POST', body: piece, headers: { 'content-type': 'application/octet-stream' } });
  if (!response.ok) await answerOf(response);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Fault('offline', (error as Error).message);
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new Fault(problem?.code ?? String(response.status), problem?.detail ?? response.statusText);
}
