import { describe, expect, test } from 'vitest';
import { aligned, prose, translated, written } from './make.ts';

const source = prose(60, 21);
const target = source.map(translated);

describe('beads that a person confirmed', { timeout: 60_000 }, () => {
  test('stay as they are, however odd, and the rest fits around them', () => {
    const fixed = [{ sourceStart: 10, sourceEnd: 12, targetStart: 10, targetEnd: 15 }];
    const beads = aligned(source, target, { fixed });
    expect(beads).toContainEqual(expect.objectContaining({ ...fixed[0] }));
    expect(written(beads.slice(0, 10))).toBe(
      source
        .slice(0, 10)
        .map((_, at) => `${at}:${at}`)
        .join(' '),
    );
    expect(written(beads)).toContain(' 20:20 21:21 ');
  });

  test('may be larger than any bead that is found', () => {
    const fixed = [{ sourceStart: 5, sourceEnd: 12, targetStart: 5, targetEnd: 12 }];
    expect(written(aligned(source, target, { fixed }))).toContain(' 5,6,7,8,9,10,11:5,6,7,8,9,10,11 12:12 ');
  });

  test('keep a unit alone', () => {
    const fixed = [
      { sourceStart: 30, sourceEnd: 31, targetStart: 30, targetEnd: 30 },
      { sourceStart: 31, sourceEnd: 31, targetStart: 30, targetEnd: 31 },
    ];
    const written30 = written(aligned(source, target, { fixed }));
    expect(written30).toMatch(/ (?:30: :30|:30 30:) 31:31 /u);
  });

  test('are refused when they overlap', () => {
    const bead = { sourceStart: 5, sourceEnd: 7, targetStart: 5, targetEnd: 7 };
    expect(() => aligned(source, target, { fixed: [bead, { ...bead, sourceStart: 6 }] })).toThrow(RangeError);
  });
});
