/** Numbers and times on other projects' test material, where it lies beside the repository, and on a generator of number words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toCardinal } from 'n2words/ar-SA';
import { createEngine } from '../src/engine/index.ts';
import {
  externalFolder,
  makeReader,
  scoreDuckling,
  scoreRecognizers,
  scoreRoundTrip,
  scoreSegmentation,
  type Tally,
} from '../src/evaluate/external.ts';
import { scoreSayings } from '../src/evaluate/sayings.ts';

const folder = externalFolder();
const reader = makeReader();
const exclusions = JSON.parse(readFileSync(new URL('./recognizers-exclusions.json', import.meta.url), 'utf8'));

function hold(tallies: Tally[]): void {
  for (const { name, right, total } of tallies) console.log(`  ${name}: ${right}/${total}`);
  for (const { name, right, aim, misses } of tallies)
    assert.ok(right >= aim, `${name}: ${right} of ${aim} wanted; ${misses.slice(0, 12).join(' | ')}`);
}

test('number words written by another program are read back, both genders', () => {
  hold(scoreRoundTrip(reader, (value, gender) => toCardinal(value, { gender })));
});

if (folder === null) console.log('skipped: ../shared/eval/external is not there (Duckling, Recognizers, PUD)');
else {
  test('numbers, ordinals and calendar times of Duckling', () => hold(scoreDuckling(folder, reader)));
  test('numbers and number ranges of Recognizers, less the published exclusions', () =>
    hold(scoreRecognizers(folder, reader, exclusions)));
  test('words of the PUD treebank are cut into clitics and stems', () => hold([scoreSegmentation(folder)]));
  test('verbs of saying in the sentences of PUD: cue, speaker, content', () => {
    const verbs = JSON.parse(readFileSync(new URL('./pud-verbs.json', import.meta.url), 'utf8'));
    hold(scoreSayings(folder, createEngine(), verbs));
  });
}
