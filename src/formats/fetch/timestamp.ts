/** Time-stamps by RFC 3161: the question for a hash, and what the answer says. Signatures are not checked here: `openssl ts -verify` does that with the token. */

const SHA256 = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

export function timestampQuery(sha256: Buffer, nonce: Buffer): Buffer {
  const imprint = element(0x30, element(0x30, Buffer.from([...SHA256, 0x05, 0x00])), element(0x04, sha256));
  return element(
    0x30,
    element(0x02, Buffer.from([1])),
    imprint,
    element(0x02, positive(nonce)),
    element(0x01, Buffer.from([0xff])),
  );
}

/** Time as ISO text and serial number of a token that is for this hash and this question. Throws with the reason where it is not. */
export function readTimestamp(answer: Buffer, sha256: Buffer, nonce: Buffer): { time: string; serial: string; policy: string } {
  const [status, token] = childrenOf(rootOf(answer));
  const code = status && childrenOf(status)[0]?.body[0];
  if (code !== 0 && code !== 1) throw new Error(`the server refused to stamp it (status ${code ?? 'unknown'})`);
  const signed = token && childrenOf(childrenOf(token)[1] ?? NONE)[0];
  const content = signed && childrenOf(signed)[2];
  const octets = content && childrenOf(childrenOf(content)[1] ?? NONE)[0];
  if (!octets) throw new Error('the answer holds no token');
  const [, policy, imprint, serial, time, ...rest] = childrenOf(rootOf(octets.body));
  if (!imprint || !time || !childrenOf(imprint)[1]?.body.equals(sha256)) throw new Error('the token is for something else');
  if (!rest.some((one) => one.tag === 0x02 && one.body.equals(positive(nonce))))
    throw new Error('the token answers another question');
  return { time: isoOf(time.body.toString('latin1')), serial: serial.body.toString('hex'), policy: policy.body.toString('hex') };
}

type Element = { tag: number; body: Buffer };
const NONE: Element = { tag: 0, body: Buffer.alloc(0) };

export function element(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length =
    size < 128
      ? [size]
      : size < 256
        ? [0x81, size]
        : size < 65_536
          ? [0x82, size >> 8, size & 255]
          : [0x83, size >> 16, (size >> 8) & 255, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

/** An integer that does not begin with a sign. */
const positive = (bytes: Buffer): Buffer => (bytes[0] & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);

function elementAt(bytes: Buffer, at: number): { element: Element; end: number } {
  const tag = bytes[at];
  let length = bytes[at + 1];
  let start = at + 2;
  if (length > 127) {
    const n = length & 127;
    if (n < 1 || n > 4) throw new Error('the answer is damaged');
    length = bytes.readUIntBE(start, n);
    start += n;
  }
  if (tag === undefined || length === undefined || start + length > bytes.length) throw new Error('the answer is damaged');
  return { element: { tag, body: bytes.subarray(start, start + length) }, end: start + length };
}

function rootOf(bytes: Buffer): Element {
  if (bytes.length < 2) throw new Error('the answer is empty');
  return elementAt(bytes, 0).element;
}

function childrenOf({ body }: Element): Element[] {
  const children: Element[] = [];
  for (let at = 0; at + 2 <= body.length && children.length < 64; ) {
    const { element: child, end } = elementAt(body, at);
    children.push(child);
    at = end;
  }
  return children;
}

function isoOf(time: string): string {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/u.exec(time);
  if (!found) throw new Error('the token tells no time');
  const [, year, month, day, hour, minute, second] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
