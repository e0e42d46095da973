/**
 * Objects whose fields are written again after they were made. The compiler takes a field for one that never changes until some text writes it a second time,
 * and then throws away all the code that ever read it: hundreds of functions for one rare sentence. So the second writing comes at the start.
 */
export function rewritten(sample: object): void {
  for (const [key, value] of Object.entries(sample)) {
    Reflect.set(sample, key, another(value));
    Reflect.set(sample, key, value);
  }
}

/** Another value that is stored in the same way. */
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}.`;
  return value === null ? [] : null;
}
