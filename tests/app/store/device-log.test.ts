import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { foldPortions } from '../../../src/store/device-log.ts';
import { comment, mark, review, withdrawal } from '../make.ts';

const TEXT = 'Wir haben keine Kontrolle.';

async function* portions(...given: readonly (readonly Contribution[])[]) {
  for (const portion of given) yield await Promise.resolve(portion);
}

describe('a log that is folded while it is read', () => {
  const marks = [mark(1, TEXT, 'Wir'), mark(2, TEXT, 'haben'), mark(3, TEXT, 'keine')];

  test('says what it says at once, alone and with more on top', async () => {
    const log = await foldPortions(portions(marks.slice(0, 2), marks.slice(2)));
    expect(log.base).toEqual(fold(marks));
    const more = [review(4, 1, { verdict: 'rejected' }), withdrawal(5, 2)];
    expect(log.with(more)).toEqual(fold([...marks, ...more]));
    // The base stays what it was.
    expect(log.base).toEqual(fold(marks));
  });

  test('says the same where its records speak of each other', async () => {
    const all = [...marks, review(4, 1, { verdict: 'rejected' }), withdrawal(5, 2)];
    const log = await foldPortions(portions(all.slice(0, 2), all.slice(2, 4), all.slice(4)));
    expect(log.base).toEqual(fold(all));
    expect(log.with([comment(6)])).toEqual(fold([...all, comment(6)]));
  });
});
