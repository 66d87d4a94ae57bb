import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../src/core/contribution/canonical.ts';
import { ContributionSet } from '../../../src/core/contribution/contribution-set.ts';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { comment, id, mark, opaque, withdrawal } from './make.ts';

const number = fc.integer({ min: 0, max: 5 });
/** Few ids and several contents, so that repetitions and conflicts are common. */
const record: fc.Arbitrary<Contribution> = fc.oneof(
  fc
    .tuple(number, fc.constantFrom('minor' as const, 'major' as const))
    .map(([n, severity]) => mark(n, { severity })),
  fc.tuple(number, number).map(([n, of]) => withdrawal(n, of)),
  number.map((n) => comment(n)),
  fc.tuple(number, fc.integer()).map(([n, later]) => opaque(n, { later })),
);
const records = fc.array(record, { maxLength: 20 });

const setOf = (...parts: (readonly Contribution[])[]): ContributionSet => {
  const set = new ContributionSet();
  for (const part of parts) set.add(part);
  return set;
};
const lines = ({ records: all }: ContributionSet): readonly string[] => all.map(canonical).sort();
const copies = (all: readonly Contribution[]) => JSON.parse(JSON.stringify(all)) as Contribution[];

describe('a set of contributions', () => {
  test('is the union of what it was given, in whatever order and however often', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        const union = [...new Set([...a, ...b, ...c].map(canonical))].sort();
        expect(lines(setOf(a, b, c))).toEqual(union);
        expect(lines(setOf(c, copies(a), b, a))).toEqual(union);
        expect(lines(setOf(setOf(b, a).records, setOf(c, b).records))).toEqual(union);
      }),
    );
  });

  test('stands for the same state on two devices that have the same records', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const standing = (set: ContributionSet) => [...fold(set.records).standing.values()].map(canonical);
        expect(standing(setOf(a, b))).toEqual(standing(setOf(copies(b), a)));
      }),
    );
  });

  test('says what it did not have', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const set = setOf(a);
        const before = new Set(lines(set));
        const { added } = set.add(b);
        expect(added.map(canonical).sort()).toEqual(lines(set).filter((line) => !before.has(line)));
      }),
    );
  });

  test('keeps both of two records with one id, and reports the id once', () => {
    const set = setOf([mark(1)]);
    const other = mark(1, { severity: 'critical' });
    expect(set.add([other, copies([other])[0]!])).toEqual({ added: [other], conflicts: [id(1)] });
    expect(set.records).toEqual([mark(1), other]);
    expect(set.add([other, mark(1)])).toEqual({ added: [], conflicts: [] });
  });

  test('keeps a record of a newer version as it is', () => {
    const later = opaque(1, { shape: [{ deep: true }] });
    expect(setOf([later]).records[0]).toBe(later);
  });

  test('gives the same array until it changes', () => {
    const set = setOf([mark(1)]);
    const before = set.records;
    set.add([mark(1)]);
    expect(set.records).toBe(before);
    set.add([mark(2)]);
    expect(set.records).not.toBe(before);
    expect(before).toHaveLength(1);
  });
});
