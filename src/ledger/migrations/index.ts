/** All steps of the schema, in the order in which they were made; a step that has been published is never changed. */
import type { Flavor } from '../flavor.ts';
import * as received from './0001-received.ts';
import * as people from './0002-people.ts';
import * as projections from './0003-projections.ts';
import * as decided from './0004-decided.ts';
import * as changes from './0005-changes.ts';
import * as typeDays from './0006-type-days.ts';
import * as marks from './0007-marks.ts';
import * as postingDays from './0008-posting-days.ts';
import * as stages from './0009-stages.ts';
import * as namesOfEvents from './0010-names-of-events.ts';

export type Migration = { name: string; up: (flavor: Flavor) => string[] };

export const migrations: readonly Migration[] = [
  received,
  people,
  projections,
  decided,
  changes,
  typeDays,
  marks,
  postingDays,
  stages,
  namesOfEvents,
];
