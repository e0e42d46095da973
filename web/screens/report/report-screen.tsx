/** To come. */
export function ReportScreen() {
  return null;
}
