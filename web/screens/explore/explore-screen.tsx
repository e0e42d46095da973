/** To come. */
export function ExploreScreen() {
  return null;
}
