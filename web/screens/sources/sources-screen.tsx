/** To come. */
export function SourcesScreen() {
  return null;
}
