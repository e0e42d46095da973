/** `isnad read --reports`: every report of a file gets a reading of its own. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { main } from './main.ts';

test('no reading takes the place of another one, whatever the ids', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-read-'));
  try {
    const reports = [
      { id: 'a/1', published: '2021-03-05', text: 'قُتل ثلاثة مدنيين بقصف على سرمين أمس.' },
      { id: 'a?1', published: '5 March 2021', text: 'أصيب سبعة مدنيين بقصف على سرمين.' },
      { id: 'a/1', published: '3/4/2021', text: 'جُرح جنديان بقصف على سرمين.' },
      { id: 'A/1', text: 'قُتل جندي بقصف على سرمين.' },
    ];
    const file = join(folder, 'reports.jsonl');
    writeFileSync(file, reports.map((report) => JSON.stringify(report)).join('\n'));
    let err = '';
    const out = join(folder, 'out');
    const code = await main(['read', '--reports', file, '--out', out], {
      stdout: { write: () => {} },
      stderr: { write: (text) => void (err += text) },
      stdin: async () => Buffer.alloc(0),
      env: {},
    });
    assert.equal(code, 0);
    const readings = readdirSync(out).map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')).report);
    assert.deepEqual(readings.map(({ id }) => id).sort(), ['A/1', 'a/1', 'a/1~2', 'a?1']);
    assert.deepEqual(readings.map(({ publishedAt }) => String(publishedAt)).sort(), ['2021-03-05', '2021-03-05', 'null', 'null']);
    assert.match(err, /:3 has the id "a\/1" of line 1/);
    assert.match(err, /:3 has the day "3\/4\/2021"/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
