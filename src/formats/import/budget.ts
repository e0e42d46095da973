/** How much one source may unpack to, and how deep archives may lie in archives: what a bomb runs into. */
import { Unreadable } from './source.ts';

export type Limits = {
  /** Bytes that all archives of one source may unpack to. */
  unpacked: number;
  /** Unpacked bytes for each packed one, once it is much. */
  ratio: number;
  depth: number;
  entries: number;
};

export const LIMITS: Limits = { unpacked: 16 * 1024 ** 3, ratio: 200, depth: 4, entries: 1_000_000 };
/** Below this a high ratio is no sign of a bomb. */
const HARMLESS = 64 * 1024 * 1024;

export class Budget {
  readonly limits: Limits;
  private unpacked = 0;
  private packed = 0;
  private entries = 0;
  constructor(limits: Limits = LIMITS) {
    this.limits = limits;
  }
  /** Counts what came out of an archive; throws {@link Unreadable} when it is too much. */
  unpack(bytes: number, packed: number): void {
    this.unpacked += bytes;
    this.packed += packed;
    const { unpacked, ratio } = this.limits;
    if (this.unpacked > unpacked)
      throw new Unreadable(`unpacks to more than ${Math.floor(unpacked / 1024 / 1024)} MiB in all; the rest is not read`, 'open');
    if (this.unpacked > HARMLESS && this.unpacked > this.packed * ratio)
      throw new Unreadable(
        `unpacks to more than ${ratio} times its size, as archives do that are made to exhaust a machine`,
        'open',
      );
  }
  entry(): void {
    this.entries += 1;
    if (this.entries > this.limits.entries)
      throw new Unreadable(`holds more than ${this.limits.entries} entries; the rest is not read`, 'open');
  }
}
