import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type State, fold } from '../../../src/core/contribution/fold.ts';
import { JoinedState, foldOnto, standAlone } from '../../../src/core/contribution/fold-portions.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { alignment } from './align-make.ts';
import { anchor, comment, correction, id, mark, opaque, rating, review, withdrawal } from './make.ts';

/** Ids 0 to 19 are of the long log, so that later records may name them or collide with them. */
const LONG = 20;
const author = fc.constantFrom('Ada', 'Bob');
const place = fc.constantFrom('p', 'q');
const given = fc.record({ paragraph: place, variant: fc.constantFrom('de', 'fr') });
const source = fc
  .boolean()
  .map((is) =>
    is ? { spans: [anchor(), { ...anchor(), variant: 'en' }, { ...anchor(), paragraph: 'r' }] } : {},
  );

const longLog: fc.Arbitrary<readonly Contribution[]> = fc
  .uniqueArray(fc.nat(LONG - 1))
  .chain((ns) =>
    fc.tuple(
      ...ns.map((n) =>
        fc
          .tuple(fc.constantFrom('mark', 'rating', 'opaque', 'alignment'), given, source, author)
          .map(([kind, where, spans, by]): Contribution =>
            kind === 'mark'
              ? mark(n, { ...where, ...spans })
              : kind === 'rating'
                ? rating(n, { ...where, author: by })
                : kind === 'alignment'
                  ? alignment(n, { placements: [{ ...where, at: 0, row: 'p' }] }, by)
                  : opaque(n, where),
          ),
      ),
    ),
  );

const anyOf = fc.nat(2 * LONG);
const laterRecord = (n: number): fc.Arbitrary<Contribution> =>
  fc.oneof(
    given.map((where) => mark(n, where)),
    fc.tuple(given, author).map(([where, by]) => rating(n, { ...where, author: by, score: 7 })),
    fc.tuple(anyOf, author).map(([of, by]) => withdrawal(n, of, { author: by })),
    fc
      .tuple(anyOf, author, fc.constantFrom('accepted' as const, 'rejected' as const))
      .map(([of, by, verdict]) => review(n, of, { author: by, verdict })),
    fc.tuple(given, anyOf).map(([where, of]) => correction(n, { ...where, resolves: [id(of)] })),
    anyOf.map((of) => comment(n, { of: id(of) })),
    fc.constant(opaque(n)),
    fc.constant(alignment(n, { rows: [{ id: 'new' }] })),
  );
const later: fc.Arbitrary<readonly Contribution[]> = fc
  .array(fc.integer({ min: 0, max: 2 * LONG }), { maxLength: 12 })
  .chain((ns) => fc.tuple(...ns.map(laterRecord)));

/** A state as plain data; maps in the order of their keys. */
const plain = (state: State): unknown =>
  Object.fromEntries(
    Object.entries(state).map(([name, part]) => [
      name,
      [...(part as Iterable<unknown>)].map((e) => JSON.stringify(e)).sort(),
    ]),
  );

describe('the state of a log that is folded in parts', () => {
  test('is that of the whole, however it is cut', () => {
    fc.assert(
      fc.property(longLog, fc.integer({ min: 1, max: 7 }), (log, size) => {
        const joined = new JoinedState();
        for (let at = 0; at < log.length; at += size) joined.add(log.slice(at, at + size));
        expect(plain(joined.state)).toEqual(plain(fold(log)));
      }),
    );
  });

  test('is that of the whole when a reader’s records come on top, whatever they name', () => {
    fc.assert(
      fc.property(longLog, later, (log, added) => {
        const records = new Map(log.map((record) => [record.id, record]));
        const state = foldOnto(fold(log), records, added);
        expect(plain(state)).toEqual(plain(fold([...log, ...added])));
      }),
      { numRuns: 500 },
    );
  });
});

test('marks, ratings and records of unknown types stand alone; nothing else does', () => {
  expect(standAlone([mark(1), rating(4), opaque(2)])).toBe(true);
  for (const record of [correction(1), review(1, 2), comment(1), withdrawal(1, 2)])
    expect(standAlone([mark(3), record])).toBe(false);
});
