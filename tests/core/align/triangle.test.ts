import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beadsOf,
  type Chain,
  chainOf,
  composed,
  inverted,
  type SureBead,
} from '../../../src/core/align/cuts.ts';
import { closeTriangles } from '../../../src/core/align/triangle.ts';
import { written } from './make.ts';

/** Beads of these sizes, one after the other. */
function beads(sizes: readonly (readonly [number, number, number?])[]): SureBead[] {
  let source = 0;
  let target = 0;
  return sizes.map(([sources, targets, confidence = 0.9]) => {
    const bead = {
      sourceStart: source,
      sourceEnd: source + sources,
      targetStart: target,
      targetEnd: target + targets,
      confidence,
    };
    source += sources;
    target += targets;
    return bead;
  });
}
const chain = (...sizes: (readonly [number, number, number?])[]): Chain => chainOf(beads(sizes));
const ONE = [1, 1] as const;
const identity = (length: number): Chain => chain(...Array.from({ length }, () => ONE));

describe('the way through another text', () => {
  test('cuts where both parts cut the text in the middle', () => {
    const way = composed(chain([1, 2], [1, 1], [2, 1]), chain([1, 1], [1, 1], [2, 1]));
    expect(written(beadsOf(way))).toBe('0:0,1 1,2,3:2');
  });

  test('keeps alone what the text in the middle lacks', () => {
    const way = composed(chain([1, 1], [1, 0], [1, 1]), chain([1, 1], [0, 1], [1, 1]));
    expect(written(beadsOf(way))).toBe('0:0 1: :1 2:2');
  });

  test('changes nothing when one part is one to one', () => {
    const size = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
      .filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(fc.array(size, { maxLength: 12 }), (sizes) => {
        const other = chain(...sizes);
        const last = other.cuts.at(-1)!;
        expect(composed(identity(last.source), other).cuts).toEqual(other.cuts);
        expect(composed(other, identity(last.target)).cuts).toEqual(other.cuts);
        expect(inverted(inverted(other))).toEqual(other);
      }),
    );
  });
});

describe('a triangle that does not close', () => {
  const direct = beads([ONE, [1, 2, 0.4], [2, 1, 0.4], ONE]);

  test('is repaired by the way that is clearly surer', () => {
    const repaired = closeTriangles(direct, [[identity(5), identity(5)]]);
    expect(written(repaired)).toBe('0:0 1:1 2:2 3:3 4:4');
    expect(repaired.some(({ isDisputed }) => isDisputed)).toBe(false);
  });

  test('is disputed when neither is', () => {
    const unsure = chain(ONE, [1, 1, 0.4], [1, 1, 0.4], [1, 1, 0.4], ONE);
    const kept = closeTriangles(direct, [[unsure, identity(5)]]);
    expect(written(kept)).toBe(written(direct));
    expect(kept.map(({ isDisputed }) => isDisputed)).toEqual([false, true, true, false]);
  });

  test('is none when the other way only cuts less often', () => {
    const coarse = chain(ONE, [3, 3], ONE);
    const kept = closeTriangles(direct, [[coarse, identity(5)]]);
    expect(kept).toEqual(direct.map((bead) => ({ ...bead, isDisputed: false })));
  });
});
