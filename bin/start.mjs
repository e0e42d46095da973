// `npm start`: reads the sample reports of corpus/ and prints what each says. With a built web app it serves it instead.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = `${root}corpus/`;
let failed = 0;
for (const slug of readdirSync(corpus).sort().slice(0, 6)) {
  const { outlet, published } = JSON.parse(readFileSync(`${corpus}${slug}/claims.json`, 'utf8'));
  process.stdout.write(`\n===== ${slug}\n${readFileSync(`${corpus}${slug}/report.txt`, 'utf8')}\n`);
  const child = spawnSync(
    process.execPath,
    [`${root}bin/isnad.mjs`, 'read', `${corpus}${slug}/report.txt`, '--published', published, '--outlet', outlet],
    { stdio: 'inherit' },
  );
  if (child.status !== 0) failed++;
}
process.stdout.write('\nRead your own:  npm run -s isnad -- read FILE --published 2019-02-12 --outlet NAME\n');
process.exitCode = failed > 0 ? 1 : 0;
