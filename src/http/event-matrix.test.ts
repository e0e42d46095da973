/** The matrix of events: a cell for each chain that speaks, none for one that is silent; who differs and who denies is told with the question. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openDesk } from './open-desk.ts';

test('every chain of an event has a cell with its own number and its standing', async () => {
  const { desk, close } = await openDesk(':memory:', { withSample: true });
  const query = { limit: 100, case: 'sample' };
  const [matrix, list] = [await desk.matrix(query), await desk.events(query)];
  assert.deepEqual(
    matrix.items.map(({ code }) => code),
    list.items.map(({ code }) => code),
  );
  let differing = 0;
  for (const row of matrix.items) {
    assert.equal(row.cells.length + row.others, row.origins, row.code);
    const detail = await desk.event(row.code, { case: 'sample' });
    for (const cell of row.cells) {
      const cells = detail?.contradictions?.rows.find(({ origin }) => origin === cell.origin)?.cells;
      for (const column of cell.columns) assert.match(cells?.[column].standing ?? '', /differ|deny/);
      if (cell.standing !== 'agree') differing++;
      assert.ok(detail?.event.claims.includes(cell.claim));
      const uses = detail?.event.counts.find(({ outcome, who }) => outcome === 'killed' && who === 'all')?.figures ?? [];
      const own = uses.filter((use) => use.origin === cell.origin && use.aside === null);
      assert.equal(cell.killed?.low, own.length === 0 ? undefined : Math.min(...own.map((use) => use.low)));
    }
  }
  // every killed in a list leads to the claims that give its ends
  const led = (await desk.events({ ...query, withClaims: true })).items.filter(({ killedLow }) => killedLow !== null);
  assert.ok(led.length > 2);
  for (const { code, killedLow, killedFrom } of led) {
    const detail = await desk.event(code, { case: 'sample' });
    const claim = detail?.claims.find(({ key }) => key === killedFrom?.lowClaim);
    const said = (low: number | null) => detail?.claims.some(({ figures }) => figures.some((one) => one.low === low));
    // a sum of several figures is no claim's own
    if (claim === undefined) assert.equal(said(killedLow), false, code);
    else
      assert.ok(
        claim.figures.some(({ low }) => low === killedLow),
        code,
      );
    const { ranges = [] } = (await desk.ranges(code, 'sample')) ?? {};
    assert.ok(ranges.every((one) => one.lowClaim === null || detail?.event.claims.includes(one.lowClaim)));
  }
  // places of facets have names
  const { facets } = await desk.claims({ limit: 1, case: 'sample' });
  const places = facets.place ?? [];
  assert.ok(places.length > 2 && places.every(({ value, label }) => !value.includes('@') || /[\u0600-\u06ff]/.test(label ?? '')));
  const page = await desk.facet('place', { limit: 100, case: 'sample' });
  assert.deepEqual(page.items.slice(0, places.length), places.slice(0, page.items.length));
  assert.ok(differing > 0);
  assert.ok(matrix.columns.length > 3 && matrix.columns[0].events >= (matrix.columns.at(-1)?.events ?? 0));
  await close();
});
