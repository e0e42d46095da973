/** To come. */
export function MethodScreen() {
  return null;
}
