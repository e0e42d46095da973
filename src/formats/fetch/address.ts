/** Which addresses may be asked: only public ones, and only by HTTP. Checked for names as for numbers, at the moment of connecting, so that no answer of a name server leads inside. */
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** A reason why an address is not asked or its answer not taken, to be shown as it is. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given out to the public, less what is set aside in it or leads to IPv4. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
const setAside = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  setAside.addSubnet(net, bits, 'ipv6');

export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '').split('%')[0];
  if (isIP(bare) === 4) return !inside.check(bare, 'ipv4');
  return isIP(bare) === 6 && given.check(bare, 'ipv6') && !setAside.check(bare, 'ipv6');
}

/** `permitted`: one address that may be asked although it is not public; for tests only. */
export function checkAddress(url: URL, permitted: string | null): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refused(`is no web address: ${url.protocol} is not asked, only http: and https:`);
  if (url.username !== '' || url.password !== '') throw new Refused('holds a name and password, which are not sent');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0) checkNumber(host, permitted);
  else if (/(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|localdomain)$/iu.test(host))
    throw new Refused(`leads inside: ${host} is a name of a private network`);
  const port = Number(url.port || 0);
  if (port !== 0 && port < 1024 && port !== 80 && port !== 443)
    throw new Refused(`asks for port ${port}, which is not of the web`);
}

function checkNumber(address: string, permitted: string | null): void {
  if (address !== permitted && !isPublic(address)) throw new Refused(`leads inside: ${address} is not a public address`);
}

/** Resolves names for a connection; every number a name stands for must be public. */
export function safeLookup(permitted: string | null): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      try {
        for (const { address } of addresses) checkNumber(address, permitted);
      } catch (refused) {
        return callback(refused as Error, '', 0);
      }
      if (options.all) return (callback as unknown as (error: null, all: typeof addresses) => void)(null, addresses);
      callback(null, addresses[0].address, addresses[0].family);
    });
  };
}
