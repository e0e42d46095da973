/**
 * The item at that place of a list; before the first there is none, as there is none behind the last. A list that is asked for what stands before its first item
 * is searched like a map for a name, and every later question at that place of the code with it.
 */
export const itemAt = <T>(list: readonly T[], i: number): T => (i < 0 ? (undefined as T) : list[i]);
