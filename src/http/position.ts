/** Where the next page of a list begins, as it was given out in `next`. */
import { Refusal } from './problem.ts';

export function positionOf(after: string | undefined): number | null {
  if (after === undefined || after === '') return null;
  if (!/^\d{1,15}$/.test(after)) throw new Refusal(422, 'ISN-H22', 'after: give back what the page before had as next');
  return Number(after);
}

/** Of lists that go on by day and number: the parts are told apart by a colon. */
export function cursorOf(after: string | undefined): string | null {
  if (after === undefined || after === '') return null;
  if (!/^[\w-]{1,12}(:\d{1,15}){1,2}$/.test(after))
    throw new Refusal(422, 'ISN-H22', 'after: give back what the page before had as next');
  return after;
}
