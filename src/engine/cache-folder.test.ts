import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheFolder } from './cache-folder.ts';

test('the cache lies in the folder of the system, elsewhere when told, nowhere when the setting is empty', () => {
  assert.equal(cacheFolder({ HOME: '/home/a' }, 'linux'), '/home/a/.cache/isnad');
  assert.equal(cacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/scratch' }, 'linux'), '/scratch/isnad');
  assert.equal(cacheFolder({ HOME: '/Users/a' }, 'darwin'), '/Users/a/Library/Caches/isnad');
  assert.equal(cacheFolder({ HOME: '/home/a', ISNAD_CACHE: '/x' }, 'linux'), '/x');
  assert.equal(cacheFolder({ HOME: '/home/a', ISNAD_CACHE: '' }, 'linux'), null);
});
