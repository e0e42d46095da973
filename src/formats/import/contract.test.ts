/** What every importer must do: be known by content alone, find what is there, and give a reason for everything else, whatever the bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tidy } from './html-text.ts';
import { bytesSource, type Found, formatOf, formats, openSource } from './index.ts';
import { type Sample, samples } from './samples.fixture.ts';
import { variants } from './variants.fixture.ts';

/** Where time is short, less is tried. */
const isShort = process.env.ISNAD_LAND !== undefined;

async function opened(bytes: Uint8Array): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of openSource(bytesSource(bytes, 'document'))) found.push(one);
  return found;
}

test('every importer has a sample, and none is for nothing', () => {
  assert.deepEqual(formats.map((format) => format.name).sort(), Object.keys(samples).sort());
  assert.equal(new Set(formats.map((format) => format.title)).size, formats.length);
});

test('every importer says what it is', () => {
  for (const format of formats) assert.ok(format.mediaTypes.length > 0 && format.title !== '', format.name);
});

const all = [...formats.map(({ name }) => ({ name, format: name, ...(samples[name] as Sample) })), ...variants];

for (const { name, format, bytes, expected } of all) {
  test(`${name}: known by its content, and read`, async () => {
    assert.equal(formatOf(bytesSource(bytes, 'document'))?.name, format);
    const found = await opened(bytes);
    const reports = found.flatMap((one) => ('report' in one ? [one.report] : []));
    assert.deepEqual(
      found.filter((one) => 'fault' in one),
      [],
    );
    assert.equal(reports.length, expected.length, JSON.stringify(found).slice(0, 500));
    for (const [i, want] of expected.entries()) {
      const { text, published, outlet, url, id, steps, bytes: own } = reports[i];
      for (const piece of want.text) assert.ok(tidy(text).includes(tidy(piece)), `missing: ${piece}\nin: ${text}`);
      for (const piece of want.without ?? []) assert.ok(!text.includes(piece), `not the report's: ${piece}`);
      if (want.published) assert.deepEqual([published?.value, published?.confidence === 'weak'], [want.published, false]);
      else assert.equal(published, null, 'no day where none is told');
      if (want.outlet) assert.equal(outlet?.value, want.outlet);
      if (want.url) assert.equal(url, want.url);
      if (want.id) assert.equal(id, want.id);
      assert.ok(steps.some((step) => step.kind === 'recognized') && own.length > 0);
    }
  });

  test(`${name}: cut off anywhere, changed anywhere, it gives reports or reasons and never throws`, async () => {
    for (const part of [0.02, 0.3, 0.6, 0.9, 0.99]) await bounded(bytes.subarray(0, Math.floor(bytes.length * part)), name);
    const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), with: fc.uint8Array({ minLength: 1, maxLength: 8 }) });
    const runs = isShort || format === 'pdf' ? 2 : 8;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const copy = Buffer.from(bytes);
        for (const { at, with: other } of changes) copy.set(other.subarray(0, copy.length - at), at);
        await bounded(copy, name);
      }),
      { numRuns: runs, seed: 7 },
    );
  });
}

async function bounded(bytes: Uint8Array, name: string): Promise<void> {
  for (const one of await opened(bytes)) {
    const reason = 'fault' in one ? one.fault : 'passed' in one ? one.passed : null;
    if (reason !== null)
      assert.ok(reason.length > 5 && reason.length < 1000 && !reason.includes('undefined'), `${name}: ${reason}`);
    else if ('report' in one) assert.ok(one.report.text.isWellFormed() && one.report.text.trim() !== '', name);
  }
}

test('any bytes at all', { skip: isShort }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => bounded(bytes, 'any')),
    { numRuns: 40, seed: 3 },
  );
  const starts = [
    '<html>',
    '{"messages":[',
    '<?xml version="1.0"?><rss>',
    'From a b 2019\nFrom: x\nDate: y\n\n',
    'PK\x03\x04',

    'WARC/1.0\r\n',
    '\x1f\x8b\x08',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.string({ unit: 'binary', maxLength: 200 }), (start, rest) =>
      bounded(Buffer.from(start + rest), start),
    ),
    { numRuns: 40, seed: 5 },
  );
});
