import { describe, expect, test } from 'vitest';
import { findCacheFolder } from '@/lib/cli/compile-cache';

const unknownUser = () => {
  throw Object.assign(new Error('A system error occurred: uv_os_homedir returned ENOENT'), {
    code: 'ENOENT',
  });
};

describe('the folder for compiled code', () => {
  test.each<[string, string | undefined, () => string, string | null]>([
    ['the one that is set', '/caches', () => '/home/a', '/caches/assent'],
    ['below the home of the person', undefined, () => '/home/a', '/home/a/.cache/assent'],
    ['below the home, where an empty one is set', '', () => '/home/a', '/home/a/.cache/assent'],
    ['below the home, where a relative one is set', 'caches', () => '/home/a', '/home/a/.cache/assent'],
    ['none, where the home is relative', undefined, () => '', null],
    ['none, where the system does not know the person', undefined, unknownUser, null],
    ['the one that is set, whoever it is', '/caches', unknownUser, '/caches/assent'],
  ])('is %s', (_, given, findHome, expected) => {
    expect(findCacheFolder(given, findHome)).toBe(expected);
  });
});
