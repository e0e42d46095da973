/** `npm run errors [-- DIMENSION]`: every miss and false alarm, grouped by dimension and kind, the commonest first. Held-aside reports are left out. */
import { createEngine } from '../engine/index.ts';
import { isHeldAside, scoreAll, sets } from './evaluate.ts';

if (import.meta.main) {
  process.stdout.on('error', () => process.exit(0));
  const wanted = process.argv[2];
  const all = sets();
  const reports = [...all['our corpus'], ...all['ours, hard'], ...all['shared, all'].filter((r) => !isHeldAside(r))];
  const groups = new Map<string, string[]>();
  for (const slip of scoreAll(createEngine(), reports).slips) {
    if (wanted !== undefined && !slip.dimension.startsWith(wanted)) continue;
    const key = `${slip.dimension} ${slip.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), `${slip.report}  ${slip.what}`]);
  }
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
  for (const [key, lines] of sorted) {
    process.stdout.write(`\n${key}: ${lines.length}\n`);
    for (const line of wanted === undefined ? lines.slice(0, 8) : lines) process.stdout.write(`  ${line}\n`);
  }
}
