/** Time-stamps, against a server of our own: kept when they are for our hash and question, refused when not. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { element, readTimestamp, timestampQuery } from '../formats/fetch/timestamp.ts';
import { caseNamed, openLedger } from '../ledger/index.ts';
import { stampOver, timestampHead } from './timestamp-head.ts';

const integer = (...bytes: number[]) => element(0x02, Buffer.from(bytes));
const oid = (...bytes: number[]) => element(0x06, Buffer.from(bytes));

/** An answer as an authority gives it, less the signature. */
function answerTo(query: Buffer, spoil: 'nothing' | 'hash' | 'nonce' | 'refuse'): Buffer {
  if (spoil === 'refuse') return element(0x30, element(0x30, integer(2)));
  // the question: version, imprint, nonce, certReq
  const imprint = query.subarray(5, 5 + 2 + query[6]);
  const nonce = query.subarray(5 + imprint.length, query.length - 3);
  const changed = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes[bytes.length - 1] ^ 1])]);
  const info = element(
    0x30,
    integer(1),
    oid(0x2a, 3),
    spoil === 'hash' ? changed(imprint) : imprint,
    integer(7),
    element(0x18, Buffer.from('20200501101112Z')),
    spoil === 'nonce' ? changed(nonce) : nonce,
  );
  const content = element(0x30, oid(0x2a, 1), element(0xa0, element(0x04, info)));
  const signed = element(0x30, integer(3), element(0x31), content);
  return element(0x30, element(0x30, integer(0)), element(0x30, oid(0x2a, 2), element(0xa0, signed)));
}

test('the head of the journal is stamped once, and only an answer to our question is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-stamp-'));
  let spoil: Parameters<typeof answerTo>[1] = 'hash';
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    response.setHeader('content-type', 'application/timestamp-reply').end(answerTo(Buffer.concat(parts), spoil));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const ledger = await openLedger(join(folder, 'l.db'));
  const stamp = () => timestampHead(ledger, url, { agent: 'test', permitted: '127.0.0.1' });
  try {
    await assert.rejects(stamp, /nothing to stamp/u);
    await caseNamed(ledger, 'c');
    await assert.rejects(stamp, /for something else/u);
    spoil = 'nonce';
    await assert.rejects(stamp, /another question/u);
    spoil = 'refuse';
    await assert.rejects(stamp, /refused to stamp it \(status 2\)/u);
    await assert.rejects(() => timestampHead(ledger, url, { agent: 'test' }), /not a public address/u);
    spoil = 'nothing';
    const stamped = await stamp();
    assert.deepEqual([stamped.seq, stamped.time, existsSync(stamped.token)], [1, '2020-05-01T10:11:12Z', true]);
    const before = asked;
    assert.deepEqual(await stamp(), stamped);
    assert.equal(asked, before, 'it was not sent again');
    // receipts name the first stamp that covers their entry, of this ledger alone
    assert.deepEqual(await stampOver(ledger, 1), stamped);
    assert.equal(await stampOver(ledger, 2), null);
    const other = await openLedger(join(folder, 'other.db'));
    await caseNamed(other, 'another');
    assert.equal(await stampOver(other, 1), null);
    await other.close();
  } finally {
    await ledger.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an answer of any kind is read or refused with a reason', () => {
  const [hash, nonce] = [Buffer.alloc(32, 7), Buffer.alloc(8, 9)];
  const whole = answerTo(timestampQuery(hash, nonce), 'nothing');
  const read = (bytes: Buffer): string => {
    try {
      return readTimestamp(bytes, hash, nonce).time;
    } catch (error) {
      assert.ok((error as Error).message.length > 5);
      assert.ok(!(error instanceof TypeError || error instanceof RangeError), String(error));
      return 'refused';
    }
  };
  assert.equal(read(whole), '2020-05-01T10:11:12Z');
  for (let end = 0; end < whole.length; end++) assert.equal(read(whole.subarray(0, end)), 'refused');
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, other) => {
      const copy = Buffer.from(whole);
      copy.set(other.subarray(0, copy.length - at), at);
      read(copy);
    }),
    { numRuns: 500, seed: 4 },
  );
});
