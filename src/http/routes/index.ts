/** Every route of the API, one file a noun. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from '../desk.ts';
import { actors } from './actors.ts';
import { cases } from './cases.ts';
import { claims } from './claims.ts';
import { custody } from './custody.ts';
import { decisions } from './decisions.ts';
import { eventTables } from './event-tables.ts';
import { events } from './events.ts';
import { imports } from './imports.ts';
import { method } from './method.ts';
import { readings } from './readings.ts';
import { reports } from './reports.ts';
import { second } from './second.ts';
import { sources } from './sources.ts';
import { totals } from './totals.ts';

export type Route = (app: OpenAPIHono, desk: Desk) => void;

export const routes: readonly Route[] = [
  readings,
  reports,
  custody,
  claims,
  events,
  eventTables,
  totals,
  sources,
  actors,
  cases,
  imports,
  decisions,
  second,
  method,
];
