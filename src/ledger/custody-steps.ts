/** Steps from the bytes to the text. They are kept in the column `tool`, behind its first line, so that the journal covers them; custody rows follow from it. */
export type CustodyStep = { kind: string; tool: string; input?: string | null; output?: string | null };

const LONGEST = 500;

export function withSteps(tool: string, steps: readonly CustodyStep[] | undefined): string {
  const line = tool.replace(/\s+/gu, ' ').toWellFormed();
  if (steps === undefined || steps.length === 0) return line;
  const short = (text: string | null | undefined): string | null => text?.slice(0, LONGEST).toWellFormed() ?? null;
  return `${line}\n${JSON.stringify(steps.map((step) => [step.kind, short(step.tool), short(step.input), short(step.output)]))}`;
}

/** What {@link withSteps} wrote. A text without steps, or with something else behind its first line, has none. */
export function stepsOf(tool: string): { line: string; steps: Required<CustodyStep>[] } {
  const end = tool.indexOf('\n');
  if (end < 0) return { line: tool, steps: [] };
  try {
    const rows = JSON.parse(tool.slice(end + 1)) as [string, string, string | null, string | null][];
    return { line: tool.slice(0, end), steps: rows.map(([kind, by, input, output]) => ({ kind, tool: by, input, output })) };
  } catch {
    return { line: tool, steps: [] };
  }
}
