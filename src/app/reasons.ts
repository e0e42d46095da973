/** Why items failed, by reason: what differs from item to item, numbers and what stands in quotation marks, is left out of it. */

export type ReasonGroup = { reason: string; n: number };

/** The reason met most comes first. */
export function groupedReasons(items: readonly { reason: string | null }[]): ReasonGroup[] {
  const groups = new Map<string, number>();
  for (const { reason } of items) {
    const kind = (reason ?? '')
      .replace(/"[^"]*"/gu, '"…"')
      .replace(/\d+/gu, '#')
      .replace(/(?<=columns are:? ).*/u, '…');
    groups.set(kind, (groups.get(kind) ?? 0) + 1);
  }
  return [...groups].map(([reason, n]) => ({ reason, n })).toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}
