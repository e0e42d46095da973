/** To come. */
export function TotalsScreen() {
  return null;
}
