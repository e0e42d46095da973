/** Asks the server; faults become `Fault` with the server's code. */
import type { Problem } from '../src/http/client.ts';

export class Fault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'Fault';
    this.code = code;
  }
}

export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(await reach(path, { signal }));
}

export async function tell<T>(path: string, body: unknown): Promise<T> {
  return answerOf<T>(
    await reach(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  );
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
