/** Every policy says its rule in both languages, with the same numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICIES, ruleInWords } from './index.ts';

test('every policy has its rule in both languages; no other name has one', () => {
  for (const name of Object.keys(POLICIES)) {
    const [english, arabic] = [ruleInWords(name, 'en') ?? '', ruleInWords(name, 'ar') ?? ''];
    assert.ok(english.length > 50 && /^[\p{Script=Arabic}\p{M}\p{P}\p{N}\s]{50,}$/u.test(arabic), name);
    const missing = (arabic.match(/\d+/gu) ?? []).filter((digits) => !english.includes(digits));
    assert.deepEqual(missing, [], name);
  }
  assert.equal(ruleInWords('constructor', 'ar'), null);
});
