/** Neutrality: whoever the parties are, listed or not, loaded or neutral, a sentence is read the same. The names and sentences are in `neutrality.cases.txt`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '../src/claim/reading.ts';
import { createEngine } from '../src/engine/index.ts';
import { sectionsOf } from './sections.fixture.ts';

const engine = createEngine();
const section = sectionsOf('neutrality.cases.txt');

const ARTICLE = '\u0627\u0644';
const LAM = '\u0644';
/** "of X": the article loses its first letter behind it. */
const of = (name: string): string => (name.startsWith(ARTICLE) ? `${LAM}${LAM}${name.slice(2)}` : LAM + name);

function said(sentence: string, name: string, feminine: boolean): string {
  return sentence.replace(/\{([^}]+)\}/g, (_, slot: string) => {
    if (slot === 'X') return name;
    if (slot.endsWith('X')) return of(name);
    return slot.split('|')[feminine ? 1 : 0];
  });
}

/** A claim with the party taken out of it. Whether those counted bear arms is known of some parties and not of others. */
function shapeOf({ event, stance, reality, attribution }: Claim, name: string): string {
  const list = (mentions: readonly { name: string }[]): string =>
    mentions.map((m) => m.name.replace(of(name), 'X').replace(name, 'X')).join(' + ');
  const figures = event.figures.map((f) => `${f.outcome} ${f.low}..${f.high} ${f.partOf ?? ''}`).join(', ');
  return `${event.type} ${stance} ${reality} [${list(attribution)}] ${list(event.actor)} > ${list(event.recipient)} # ${figures}`;
}

const names = [
  ...section('m').map((name) => ({ name, feminine: false })),
  ...section('f').map((name) => ({ name, feminine: true })),
];

for (const sentence of section('sentences'))
  test(`${names.length} parties: ${sentence}`, () => {
    const readings = new Map<string, string[]>();
    for (const { name, feminine } of names) {
      const { claims } = engine.read({ text: said(sentence, name, feminine), published: '2022-06-15' });
      const shape = claims.map((claim) => shapeOf(claim, name)).join('\n');
      readings.set(shape, [...(readings.get(shape) ?? []), name]);
    }
    assert.deepEqual(
      [...readings.values()].toSorted((a, b) => b.length - a.length).slice(1),
      [],
      [...readings.keys()].join('\n\n'),
    );
    assert.notEqual([...readings.keys()][0], '', 'it is read');
  });
