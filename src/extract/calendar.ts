/** The calendars, as the steps of extraction ask for them. */
export * from '../claim/calendar.ts';
