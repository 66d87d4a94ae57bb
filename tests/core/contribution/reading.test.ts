import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import { correctedText, isStale } from '../../../src/core/contribution/reading.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { correction, review } from './make.ts';

const step = (n: number, base: string, text: string): Contribution[] => [
  correction(n, { base, text }),
  review(n + 100, n),
];
const read = (text: string, ...records: Contribution[]) =>
  correctedText(text, fold(records).corrections.get('de/p') ?? []);

describe('a paragraph with its corrections', () => {
  test('follows the accepted ones, each base leading to the next', () => {
    const { text, applied, fork } = read('one', ...step(2, 'two', 'three'), ...step(1, 'one', 'two'));
    expect([text, applied.length, fork]).toEqual(['three', 2, []]);
  });

  test('leaves out what is only proposed or has another base', () => {
    expect(read('one', correction(1, { base: 'one', text: 'two' })).text).toBe('one');
    expect(read('one', ...step(1, 'zero', 'two')).text).toBe('one');
  });

  test('stops where accepted corrections disagree', () => {
    const { text, fork } = read(
      'one',
      ...step(1, 'one', 'two'),
      ...step(2, 'two', 'a'),
      ...step(3, 'two', 'b'),
      ...step(4, 'a', 'c'),
    );
    expect(text).toBe('two');
    expect(fork.map((correction) => correction.text)).toEqual(['a', 'b']);
  });

  test('takes corrections that agree as one', () => {
    expect(read('one', ...step(1, 'one', 'two'), ...step(2, 'one', 'two'))).toMatchObject({
      text: 'two',
      fork: [],
    });
  });

  test('ends when corrections undo each other', () => {
    const { text, applied } = read('one', ...step(1, 'one', 'two'), ...step(2, 'two', 'one'));
    expect([text, applied.length]).toEqual(['one', 2]);
  });
});

test('a correction is stale when the text is not the one it was made from', () => {
  const made = correction(1, { base: 'one' });
  expect([isStale(made, 'one'), isStale(made, 'two')]).toEqual([false, true]);
});
