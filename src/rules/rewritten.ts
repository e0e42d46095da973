/**
 * Objects whose fields are written again after they were made. The compiler takes a field for one that never changes until some text writes it a second time,
 * and then throws away all the code that ever read it: hundreds of functions for one rare sentence. So the second writing comes at the start.
 */

/** The samples: what is known of a shape is forgotten with the last object that has it. */
const kept: object[] = [];

/** @param kinds values of another kind that a field may hold (a number that may be a fraction or missing) */
export function rewritten<T extends object>(sample: T, kinds: { [K in keyof T]?: unknown } = {}): void {
  for (const [key, value] of Object.entries(sample)) {
    Reflect.set(sample, key, another(value));
    if (key in kinds) Reflect.set(sample, key, kinds[key as keyof T]);
    Reflect.set(sample, key, value);
  }
  kept.push(sample);
}

/** Another value that is stored in the same way. */
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}.`;
  return value === null ? [] : null;
}
