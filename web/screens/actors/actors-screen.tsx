/** To come. */
export function ActorsScreen() {
  return null;
}
