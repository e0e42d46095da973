/** Faults of a request, as RFC 9457 problem+json with a code that stays the same. */
import type { Context } from 'hono';
import type { Problem } from './client.ts';

type Status = 400 | 401 | 403 | 404 | 408 | 409 | 410 | 413 | 415 | 421 | 422 | 500 | 503;

/** What the caller got wrong, thrown anywhere below a route. */
export class Refusal extends Error {
  readonly status: Status;
  readonly code: string;
  constructor(status: Status, code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

const TITLES: Record<Status, string> = {
  400: 'Bad request',
  401: 'Token needed',
  403: 'Not allowed',
  404: 'Not found',
  408: 'Took too long',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Wrong media type',
  421: 'Wrong host',
  422: 'Cannot be used',
  500: 'A fault of ours',
  503: 'Not available',
};

export function problem(c: Context, status: Status, code: string, detail: string): Response {
  const body: Problem = { type: 'about:blank', title: TITLES[status], status, code, detail };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** Turns whatever was thrown into an answer; what we did not foresee tells the caller nothing about the inside. */
export function answerError(error: unknown, c: Context, report: (error: unknown) => void): Response {
  if (error instanceof Refusal) return problem(c, error.status, error.code, error.message);
  const status = (error as { status?: number }).status;
  if (status === 413) return problem(c, 413, 'ISN-H13', 'the request is larger than this server takes');
  if (status === 400) return problem(c, 400, 'ISN-H01', 'the request is not JSON');
  if (status === 504) return problem(c, 408, 'ISN-H08', 'this took longer than is allowed');
  report(error);
  return problem(c, 500, 'ISN-H50', 'something went wrong here; the server printed what');
}
