/**
 * Names that no list holds, in the places of a sentence where parties, places and speakers stand (`strangers.cases.txt`): whoever and wherever it is, the
 * reading has to be the same. A ratchet on the share of names that are found whole.
 *
 *     [party] 0.9                  what the names are, and the share that must be found
 *     f حركة النهضة                gender and name
 *     actor | قصف{ت} {name} ...    where it has to stand in the only claim or one of the claims, and the sentence; `{x}`: letters only a feminine name asks for
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Claim } from '../src/claim/reading.ts';
import { createEngine } from '../src/engine/index.ts';

type Section = {
  title: string;
  floor: number;
  names: { feminine: boolean; name: string }[];
  frames: { slot: string; text: string }[];
};

const sections: Section[] = [];
for (const line of readFileSync(new URL('./strangers.cases.txt', import.meta.url), 'utf8').split('\n')) {
  const section = sections.at(-1);
  if (line.trim() === '' || line.startsWith('#')) continue;
  const [head, rest] = line.split(' | ');
  if (line.startsWith('['))
    sections.push({ title: line.slice(1, line.indexOf(']')), floor: Number(line.split(' ').at(-1)), names: [], frames: [] });
  else if (rest !== undefined) section?.frames.push({ slot: head, text: rest });
  else section?.names.push({ feminine: line.startsWith('f '), name: line.slice(2) });
}

const engine = createEngine();

function found(claims: readonly Claim[], slot: string): string[] {
  return claims.flatMap(({ event, attribution }) => {
    if (slot === 'actor') return event.actor.map((a) => a.name);
    if (slot === 'recipient') return event.recipient.map((a) => a.name);
    if (slot === 'place') return event.places.map((p) => p.name);
    return attribution.slice(-1).map((a) => a.name);
  });
}

for (const { title, floor, names, frames } of sections)
  test(`no list holds the ${title}, and it is found`, () => {
    const missed: string[] = [];
    for (const { slot, text } of frames)
      for (const { feminine, name } of names) {
        const report = text
          .replaceAll('{name}', name)
          .replace(/\{([^}]*)\}/gu, (_, letters: string) => (feminine ? letters : ''));
        const { claims } = engine.read({ text: report, published: '2022-06-15' });
        if (!found(claims, slot).some((words) => words.endsWith(name))) missed.push(`${slot}: ${report}`);
      }
    const all = frames.length * names.length;
    assert.ok(all >= 50 && 1 - missed.length / all >= floor, `${missed.length} of ${all}\n${missed.slice(0, 20).join('\n')}`);
  });
