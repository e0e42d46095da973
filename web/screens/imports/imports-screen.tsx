/** To come. */
export function ImportsScreen() {
  return null;
}
