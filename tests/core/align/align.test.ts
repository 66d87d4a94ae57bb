import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/core/align/align.ts';
import type { Bead } from '../../../src/core/align/bead.ts';
import { aligned, prose, text, translated, written } from './make.ts';

/** Properties align many texts, which takes a while where others use the machine. */
const PATIENCE = 120_000;

const anyUnit = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('', ' ', 'a b', 'A b c d.', '3.14 km', 'Греция?', '東京は首都です。', '“Yes,” she said.'),
);
const anyUnits = fc.array(anyUnit, { maxLength: 25 });

/** Throws nothing away and takes nothing twice. */
function expectWhole(beads: readonly Bead[], sources: number, targets: number): void {
  let source = 0;
  let target = 0;
  for (const bead of beads) {
    expect([bead.sourceStart, bead.targetStart]).toEqual([source, target]);
    expect(bead.sourceEnd - bead.sourceStart + bead.targetEnd - bead.targetStart).toBeGreaterThan(0);
    source = bead.sourceEnd;
    target = bead.targetEnd;
  }
  expect([source, target]).toEqual([sources, targets]);
}

describe('any two texts', { timeout: PATIENCE }, () => {
  test('are covered in order, each unit exactly once', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (source, target) => {
        expectWhole(aligned(source, target), source.length, target.length);
      }),
      { numRuns: 40 },
    );
  });

  test('have no bead of more than six units, and a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (source, target) => {
        for (const bead of aligned(source, target)) {
          expect(bead.sourceEnd - bead.sourceStart + bead.targetEnd - bead.targetStart).toBeLessThanOrEqual(
            6,
          );
          expect(bead.confidence).toBeGreaterThanOrEqual(0);
          expect(bead.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('align the same when the sides change places', () => {
    const source = prose(80, 3);
    const target = source.map(translated).filter((_, index) => index % 9 !== 4);
    const there = written(aligned(source, target));
    const back = aligned(target, source).map((bead) => ({
      sourceStart: bead.targetStart,
      sourceEnd: bead.targetEnd,
      targetStart: bead.sourceStart,
      targetEnd: bead.sourceEnd,
    }));
    expect(written(back)).toBe(there);
  });
});

describe('a text and itself', { timeout: PATIENCE }, () => {
  test('align one to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, seed) => {
        const units = prose(count, seed);
        expect(written(aligned(units, units))).toBe(units.map((_, at) => `${at}:${at}`).join(' '));
      }),
      { numRuns: 8 },
    );
  });

  test('leave a deleted unit alone, on whichever side it is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 60 }), fc.nat(), fc.nat(), (count, seed, place) => {
        const units = prose(count, seed);
        const gone = place % count;
        const shorter = units.filter((_, at) => at !== gone);
        const expected = units.map((_, at) =>
          at < gone ? `${at}:${at}` : at === gone ? `${at}:` : `${at}:${at - 1}`,
        );
        expect(written(aligned(units, shorter)).split(' ')).toEqual(expected);
        expect(
          aligned(shorter, units).filter(({ sourceStart, sourceEnd }) => sourceStart === sourceEnd),
        ).toMatchObject([{ targetStart: gone, targetEnd: gone + 1 }]);
      }),
      { numRuns: 8 },
    );
  });

  test('joins what was split, and splits what was joined', () => {
    const units = prose(60, 11);
    const joined = [...units.slice(0, 20), `${units[20]!} ${units[21]!}`, ...units.slice(22)];
    expect(written(aligned(units, joined))).toContain(' 20,21:20 ');
    expect(written(aligned(joined, units))).toContain(' 20:20,21 ');
  });
});

describe('a text and its translation', { timeout: PATIENCE }, () => {
  test('align although they share no letter', () => {
    const source = prose(200, 5);
    const beads = aligned(source, source.map(translated));
    expect(written(beads)).toBe(source.map((_, at) => `${at}:${at}`).join(' '));
  });

  test('find together again after a long passage that only one has', () => {
    const source = prose(300, 8);
    const target = [...source.slice(0, 100), ...source.slice(170)].map(translated);
    const beads = aligned(source, target);
    const alone = beads.filter(({ targetStart, targetEnd }) => targetStart === targetEnd);
    expect(alone).toHaveLength(70);
    expect(alone[0]).toMatchObject({ sourceStart: 100 });
    expect(alone.at(-1)).toMatchObject({ sourceEnd: 170 });
  });

  test('find together again when each has a passage that the other lacks at the same place', () => {
    const source = prose(260, 9);
    const other = prose(40, 77).map(translated);
    const target = [...source.slice(0, 100).map(translated), ...other, ...source.slice(140).map(translated)];
    const after = aligned(source, target).filter(({ sourceStart }) => sourceStart >= 145);
    expect(after.every(({ sourceStart, targetStart }) => sourceStart === targetStart)).toBe(true);
  });

  test('heed paragraphs when both have them', () => {
    const units = ['Ja.', 'Ja.', 'Ja.', 'Nein.', 'Ja.', 'Nein.', 'Nein.', 'Ja.'];
    const target = ['Oui.', 'Oui.', 'Non.', 'Oui.', 'Non.', 'Non.', 'Oui.'];
    const source = Array.from({ length: 12 }, () => units).flat();
    const other = Array.from({ length: 12 }, () => target).flat();
    const starts = (length: number) => Array.from({ length: 12 }, (_, at) => at * length);
    const steps = align(text(source, 'de', starts(8)), text(other, 'fr', starts(7)));
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    for (const bead of step.value) {
      if (bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd) continue;
      expect(Math.floor(bead.sourceStart / 8)).toBe(Math.floor(bead.targetStart / 7));
      expect(Math.floor((bead.sourceEnd - 1) / 8)).toBe(Math.floor((bead.targetEnd - 1) / 7));
    }
  });
});

describe('the work', { timeout: PATIENCE }, () => {
  test('is told in shares that never fall', () => {
    const shares: number[] = [];
    const steps = align(text(prose(900, 1)), text(prose(900, 1)));
    for (let step = steps.next(); step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
