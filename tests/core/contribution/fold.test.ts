import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, placeKey, type State } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { alignment } from './align-make.ts';
import { anchor, comment, correction, id, mark, opaque, review, withdrawal } from './make.ts';

const place = placeKey('de', 'p');
const markStatus = (...records: Contribution[]) => fold(records).marks.get(place)?.[0]?.status;
const correctionStatus = (...records: Contribution[]) => fold(records).corrections.get(place)?.[0]?.status;

/** Everything a state says, as text, so that the order inside it counts as well. */
const said = (state: State) =>
  JSON.stringify(state, (_key, value: unknown) => {
    if (value instanceof Map)
      return [...value.entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    return value instanceof Set ? [...value].sort() : value;
  });

const number = fc.integer({ min: 0, max: 11 });
const author = fc.constantFrom('Ada', 'Bo');
const record: fc.Arbitrary<Contribution> = fc.oneof(
  fc
    .record({ author, severity: fc.constantFrom('minor' as const, 'major' as const) })
    .chain((given) => number.map((n): Contribution => mark(n, given))),
  fc
    .tuple(number, number, author, fc.constantFrom('x', 'y'))
    .map(([n, resolves, by, text]): Contribution =>
      correction(n, { text, author: by, resolves: [id(resolves)] }),
    ),
  fc
    .tuple(number, number, author, fc.constantFrom('accepted' as const, 'rejected' as const))
    .map(([n, of, by, verdict]): Contribution => review(n, of, { author: by, verdict })),
  fc.tuple(number, number, author).map(([n, of, by]): Contribution => withdrawal(n, of, { author: by })),
  fc.tuple(number, number).map(([n, of]): Contribution => comment(n, { of: id(of) })),
  number.map((n): Contribution => opaque(n)),
);
const records = fc.array(record, { maxLength: 24 });

describe('the fold', () => {
  test('does not depend on the order in which records arrive', () => {
    const shuffled = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(said(fold(other))).toBe(said(fold(all)));
      }),
      { numRuns: 500 },
    );
  });

  test('does not count a record twice', () => {
    const doubled = records.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all)));
    fc.assert(
      fc.property(doubled, ([all, again]) => {
        const copies = again.map((one) => JSON.parse(JSON.stringify(one)) as Contribution);
        expect(said(fold([...copies, ...all, ...again]))).toBe(said(fold(all)));
      }),
    );
  });

  test('is the same when a part arrives first and the rest later', () => {
    const parted = records.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length)));
    fc.assert(
      fc.property(parted, ([all, at]) => {
        const early = fold(all.slice(0, at));
        expect(early.standing.size).toBeLessThanOrEqual(at);
        expect(said(fold([...all.slice(at), ...all.slice(0, at)]))).toBe(said(fold(all)));
      }),
    );
  });

  test('of nothing is empty', () => {
    expect(fold([]).standing.size).toBe(0);
  });

  test('has a mark under each place that one of its anchors stands in', () => {
    const spans = [anchor(), { ...anchor(), paragraph: 'q' }, { ...anchor(), variant: 'en' }];
    expect([...fold([mark(1, { spans })]).marks.keys()]).toEqual(['de/p', 'de/q', 'en/p']);
  });

  test('has the alignments that stand, first made first', () => {
    const records = [alignment(3, {}), alignment(1, {}), alignment(2, {}), withdrawal(4, 2)];
    expect(fold(records).alignments.map((record) => record.id)).toEqual([id(1), id(3)]);
  });

  test('shows a record of a newer version nowhere', () => {
    const state = fold([opaque(1)]);
    expect([state.standing.size, state.marks.size, state.comments.size]).toEqual([0, 0, 0]);
  });
});

describe('a mark', () => {
  test('is open, resolved by an accepted correction, and open again when its acceptance is withdrawn', () => {
    const fix = correction(2, { resolves: [id(1)] });
    expect(markStatus(mark(1))).toBe('open');
    expect(markStatus(mark(1), fix)).toBe('open');
    expect(markStatus(mark(1), fix, review(3, 2))).toBe('resolved');
    expect(markStatus(mark(1), fix, review(3, 2), withdrawal(4, 3))).toBe('open');
  });

  test('is rejected by a review, even when a correction resolves it', () => {
    const rejection = review(3, 1, { verdict: 'rejected' });
    expect(markStatus(mark(1), rejection)).toBe('rejected');
    expect(markStatus(mark(1), correction(2, { resolves: [id(1)] }), review(4, 2), rejection)).toBe(
      'rejected',
    );
  });

  test('is found in each variant that one of its spans stands in', () => {
    const spans = [anchor(), { ...anchor(), variant: 'en' }];
    const { marks } = fold([mark(1, { spans })]);
    expect([...marks.keys()].sort()).toEqual(['de/p', 'en/p']);
  });

  test('that was resolved before it arrived is resolved when it does', () => {
    const fix = [correction(2, { resolves: [id(1)] }), review(3, 2)];
    expect(fold(fix).marks.size).toBe(0);
    expect(markStatus(...fix, mark(1))).toBe('resolved');
  });
});

describe('a correction', () => {
  test('is proposed until it is reviewed', () => {
    expect(correctionStatus(correction(1))).toBe('proposed');
    expect(correctionStatus(correction(1), review(2, 1))).toBe('accepted');
  });

  test('follows the latest verdict of each reviewer', () => {
    const early = review(2, 1, { verdict: 'rejected' });
    const late = review(3, 1, { verdict: 'accepted' });
    expect(correctionStatus(late, correction(1), early)).toBe('accepted');
  });

  test('falls back to a reviewer’s earlier verdict when the later one is withdrawn', () => {
    const early = review(2, 1, { verdict: 'changes-requested' });
    expect(correctionStatus(correction(1), early, review(3, 1), withdrawal(4, 3))).toBe('changes-requested');
  });

  test('is not accepted while anyone objects', () => {
    const others = [review(2, 1, { author: 'Bo' }), review(3, 1, { author: 'Cy' })];
    const objection = (verdict: 'rejected' | 'changes-requested') => review(4, 1, { author: 'Di', verdict });
    expect(correctionStatus(correction(1), ...others, objection('rejected'))).toBe('rejected');
    expect(correctionStatus(correction(1), ...others, objection('changes-requested'))).toBe(
      'changes-requested',
    );
  });

  test('forks with another accepted one of the same base and another text', () => {
    const two = [correction(1, { text: 'x' }), correction(2, { text: 'y' })];
    expect(fold([...two, review(3, 1)]).forks.size).toBe(0);
    const [fork] = fold([...two, review(3, 1), review(4, 2)]).forks.get(place) ?? [];
    expect(fork?.corrections.map(({ text }) => text)).toEqual(['x', 'y']);
  });

  test.each([
    ['the same text', {}],
    ['another base', { base: 'z', text: 'y' }],
    ['another paragraph', { paragraph: 'q', text: 'y' }],
    ['another variant', { variant: 'en', text: 'y' }],
  ])('does not fork with one of %s', (_name, given) => {
    const two = [correction(1), correction(2, given), review(3, 1), review(4, 2)];
    expect(fold(two).forks.size).toBe(0);
  });
});

describe('a comment', () => {
  test('on a place is found there, on a record beside the record', () => {
    const onPlace = comment(1, { variant: 'de', paragraph: 'p' });
    const onRecord = comment(2, { of: id(1) });
    const state = fold([onPlace, onRecord]);
    expect(state.comments.get(place)).toEqual([onPlace]);
    expect(state.replies.get(id(1))).toEqual([onRecord]);
  });
});

describe('a withdrawal', () => {
  test('takes a record back, whichever arrives first', () => {
    expect(markStatus(mark(1), withdrawal(2, 1))).toBeUndefined();
    expect(markStatus(withdrawal(2, 1), mark(1))).toBeUndefined();
    expect([...fold([mark(1), withdrawal(2, 1)]).withdrawn]).toEqual([id(1)]);
  });

  test('of another person’s record has no effect', () => {
    expect(markStatus(mark(1), withdrawal(2, 1, { author: 'Bo' }))).toBe('open');
  });

  test('that is withdrawn gives the record back, and so on', () => {
    const chain: Contribution[] = [mark(0)];
    for (let n = 1; n <= 6; n += 1) {
      chain.push(withdrawal(n, n - 1));
      expect(markStatus(...chain)).toBe(n % 2 === 0 ? 'open' : undefined);
    }
  });

  test('counts once more when only one of two is withdrawn', () => {
    expect(markStatus(mark(1), withdrawal(2, 1), withdrawal(3, 1), withdrawal(4, 3))).toBeUndefined();
  });

  test('works from a device whose clock is behind', () => {
    expect(markStatus(mark(9), withdrawal(2, 9))).toBeUndefined();
  });

  test('in a circle falls away and takes nothing with it', () => {
    const circle = [withdrawal(1, 2), withdrawal(2, 3), withdrawal(3, 1), withdrawal(4, 4)];
    const state = fold([...circle, mark(5)]);
    expect([...state.standing.keys()]).toEqual([id(5)]);
  });

  test('may stand in a very long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => withdrawal(n + 1, n));
    expect(markStatus(mark(0), ...chain)).toBe('open');
  });
});
