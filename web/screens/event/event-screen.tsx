/** To come. */
export function EventScreen() {
  return null;
}
