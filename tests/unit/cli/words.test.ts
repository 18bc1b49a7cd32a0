import { describe, expect, test } from 'vitest';
import { asksForHelp, readWords } from '@/lib/cli/words';

const read = (...words: string[]) => readWords(words, ['refs', 'out'], ['all']);

describe('the words of a command', () => {
  test('take the value of an option apart or after =', () => {
    const { rest, all, one, flag } = read('a', '--refs', 'b', '--refs=c=d', '--all', '--out=--e', 'f');
    expect([rest, all('refs'), one('out'), flag('all')]).toEqual([['a', 'f'], ['b', 'c=d'], '--e', true]);
  });

  test('are no options after --', () => {
    const { rest, flag } = read('--all', '--', '--all', '-x', '--');
    expect([rest, flag('all')]).toEqual([['--all', '-x', '--'], true]);
    expect(read('-').rest).toEqual(['-']);
  });

  test.each([
    [['--none'], 'There is no option --none here.'],
    [['--none=a'], 'There is no option --none here.'],
    [['-x'], 'There is no option -x here.'],
    [['--constructor'], 'There is no option --constructor here.'],
    [['--all=yes'], '--all takes no value.'],
    [['--refs'], '--refs needs a value.'],
    [['--refs', '--all'], '--refs needs a value.'],
    [['--refs', ''], 'The value of --refs is empty.'],
    [['--out='], 'The value of --out is empty.'],
    [['a', ''], 'One of the words is empty.'],
  ])('%j are refused', (words, sentence) => {
    expect(() => read(...words)).toThrow(sentence);
  });

  test('ask for help anywhere before --', () => {
    expect(asksForHelp(['a', '--all', '-h'])).toBe(true);
    expect(asksForHelp(['--help'])).toBe(true);
    expect(asksForHelp(['a', '--', '-h', '--help'])).toBe(false);
  });
});
