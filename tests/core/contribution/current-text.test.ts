import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentReading, currentText, pastIds } from '../../../src/core/contribution/current-text.ts';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { correction, id, review } from './make.ts';

const of = (...records: readonly Contribution[]) => fold(records).corrections.get('de/p') ?? [];
/** An accepted correction: the nth record, and its review after it. */
const accepted = (n: number, base: string, text: string, at = n + 1): readonly Contribution[] => [
  correction(n, { base, text }),
  review(at, n),
];

describe('a paragraph as it stands now', () => {
  test('is the file’s text, whatever is proposed or rejected', () => {
    expect(currentText('T', of())).toBe('T');
    expect(currentText('T', of(correction(1, { base: 'T', text: 'A' })))).toBe('T');
    expect(
      currentText('T', of(correction(1, { base: 'T', text: 'A' }), review(2, 1, { verdict: 'rejected' }))),
    ).toBe('T');
  });

  test('is what the accepted corrections made of it, one after the other', () => {
    expect(currentText('T', of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'B')))).toBe('B');
  });

  test('is the file’s where the file has taken the corrections in, or gone on from them', () => {
    const log = of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'B'));
    expect(currentText('A', log)).toBe('B');
    expect(currentText('B', log)).toBe('B');
    expect(currentText('Z', log)).toBe('Z');
  });

  test('is what it was before a correction that the file has and that was reverted since', () => {
    const log = of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'T'));
    expect(currentReading('A', log)).toMatchObject({ text: 'T', applied: [{ id: id(3) }] });
  });

  test('is the text that was made after a revert, which is no fork', () => {
    const log = of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'T'), ...accepted(5, 'T', 'C'));
    expect(currentReading('T', log)).toMatchObject({ text: 'C', fork: [] });
    expect(currentText('T', of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'T')))).toBe('T');
  });

  test('is the same text again where a correction was reverted and made anew', () => {
    const log = of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'T'), ...accepted(5, 'T', 'A'));
    expect(currentText('T', log)).toBe('A');
  });

  test('goes by the order of acceptance: an old proposal may be accepted after a revert', () => {
    const log = of(...accepted(1, 'T', 'Z', 9), ...accepted(2, 'T', 'A', 3), ...accepted(4, 'A', 'T', 5));
    expect(currentReading('T', log)).toMatchObject({ text: 'Z', fork: [] });
  });

  test('stays what it was while two accepted texts disagree', () => {
    const log = of(...accepted(1, 'T', 'A'), ...accepted(3, 'T', 'B'));
    const { text, fork } = currentReading('T', log);
    expect([text, fork.map((each) => each.text)]).toEqual(['T', ['A', 'B']]);
  });

  test('ends, whatever rings corrections make, with the file’s text or a correction’s', () => {
    const step = fc.tuple(fc.constantFrom('T', 'A', 'B', 'C'), fc.constantFrom('T', 'A', 'B', 'C'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const log = of(...steps.flatMap(([base, text], n) => accepted(2 * n + 1, base, text)));
        expect(['T', ...steps.map(([, text]) => text)]).toContain(currentText('T', log));
      }),
    );
  });
});

describe('what a text has been through', () => {
  test('are the corrections before it, reverted ones and those in the file among them', () => {
    const log = of(...accepted(1, 'T', 'A'), ...accepted(3, 'A', 'T'), ...accepted(5, 'T', 'C'));
    expect([...pastIds('T', log)].sort()).toEqual([id(1), id(3), id(5)]);
    expect([...pastIds('C', log)].sort()).toEqual([id(1), id(3), id(5)]);
    expect([...pastIds('Z', log)]).toEqual([]);
  });
});
