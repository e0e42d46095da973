/** What the registries of actors and outlets have in common: fields read with a fault that names file, line and fix, and names that only one entry may hold. */

import { wordKeys } from '../text/fold.ts';
import { ALEF, LAM } from '../text/letters.ts';
import { type Block, listOf, textOf } from './blocks.ts';
import { DataError } from './errors.ts';

/** What every entry of a registry has. `from` and `to` are ISO days, empty when open. */
export type Entry = { id: string; parent: string; file: string; line: number; from: string; to: string };

/** Refuses blocks of another class and keys that nothing reads: a misspelt key would silently lose its names. */
export function checkKeys(block: Block, kind: string, known: ReadonlySet<string>): void {
  if (block.kind !== kind)
    throw new DataError('ISN-D20', block.file, block.line, `begin the block with "- ${kind}: id", not "- ${block.kind}:"`);
  for (const key of block.fields.keys()) {
    if (!known.has(key))
      throw new DataError('ISN-D21', block.file, block.line, `unknown key "${key}": use one of ${[...known].join(', ')}`);
  }
}

export function readId(block: Block): string {
  const id = textOf(block, block.kind) ?? '';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new DataError(
      'ISN-D22',
      block.file,
      block.line,
      `the id "${id}" must be small Latin letters and digits joined by hyphens`,
    );
  }
  return id;
}

export function readRequired(block: Block, key: string): string {
  const value = textOf(block, key) ?? '';
  if (value === '') throw new DataError('ISN-D23', block.file, block.line, `"${block.fields.get(block.kind)}" needs "${key}:"`);
  return value;
}

export function readOneOf<T extends string>(block: Block, key: string, allowed: readonly T[]): T {
  const value = textOf(block, key) ?? '';
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new DataError('ISN-D24', block.file, block.line, `"${key}: ${value}" is not known: use one of ${allowed.join(' ')}`);
  return found;
}

export function readCountry(block: Block): string {
  const value = textOf(block, 'country') ?? '';
  if (value === '' || value === '""' || /^[A-Z]{2}$/.test(value)) return value === '""' ? '' : value;
  throw new DataError(
    'ISN-D25',
    block.file,
    block.line,
    `"country: ${value}" must be two capital letters (ISO 3166), or "" when there is none`,
  );
}

export function readDay(block: Block, key: string): string {
  const value = textOf(block, key) ?? '';
  if (value === '' || value === '""') return '';
  const day = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new DataError('ISN-D26', block.file, block.line, `"${key}: ${value}" must be a day written 2015-06-14`);
}

/** The field as a list without empty items; `""` is empty. */
export function readNames(block: Block, key: string): string[] {
  return listOf(block, key).filter((name) => name !== '' && name !== '""');
}

/** Ids that stand twice and parents that nobody is. */
export function checkIds(what: string, entries: readonly Entry[]): void {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const other = byId.get(entry.id);
    if (other)
      throw new DataError(
        'ISN-D27',
        entry.file,
        entry.line,
        `the ${what} "${entry.id}" stands already in ${other.file}:${other.line}: merge the two or give one another id`,
      );
    byId.set(entry.id, entry);
  }
  for (const entry of entries) {
    if (entry.parent !== '' && !byId.has(entry.parent)) {
      throw new DataError(
        'ISN-D28',
        entry.file,
        entry.line,
        `the parent "${entry.parent}" of "${entry.id}" is no ${what}: add it or correct the id`,
      );
    }
    let above = byId.get(entry.parent);
    for (let steps = 0; above !== undefined; above = byId.get(above.parent)) {
      if (above === entry || ++steps > 20)
        throw new DataError('ISN-D29', entry.file, entry.line, `"${entry.id}" is its own parent: cut the circle`);
    }
  }
}

/** A full name must lead to one entry at any one time; short forms may be shared. */
export function checkNames<T extends Entry>(entries: readonly T[], namesOf: (entry: T) => readonly string[]): void {
  const holders = new Map<string, T[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const key = nameKey(name);
      const held = holders.get(key);
      if (held === undefined) holders.set(key, [entry]);
      else if (!held.includes(entry)) {
        const rival = held.find((other) => overlap(other, entry));
        if (rival) {
          throw new DataError(
            'ISN-D30',
            entry.file,
            entry.line,
            `"${name}" names both "${entry.id}" and "${rival.id}" (${rival.file}:${rival.line}): keep it under one, move it to "short:", or give dates that do not overlap`,
          );
        }
        held.push(entry);
      }
    }
  }
}

/** The key under which a name is found: loose, without the article of its first word. */
export function nameKey(name: string): string {
  const keys = wordKeys(name);
  if (keys.length > 0 && keys[0].length > 4 && keys[0].startsWith(ALEF + LAM)) keys[0] = keys[0].slice(2);
  return keys.join(' ');
}

function overlap(a: Entry, b: Entry): boolean {
  return (a.to === '' || b.from === '' || a.to > b.from) && (b.to === '' || a.from === '' || b.to > a.from);
}
