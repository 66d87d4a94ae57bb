import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextUuidv7, timeOf, UUID_V7, uuidv7 } from '../../../src/core/contribution/id.ts';

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('uuidv7', () => {
  test('makes the example of RFC 9562, appendix A.6', () => {
    const rfc = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    expect(uuidv7(0x017f22e279b0, rfc)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('has the form of a version 7 and gives its time back', () => {
    fc.assert(
      fc.property(time, random, (ms, bytes) => {
        const id = uuidv7(ms, bytes);
        expect(id).toMatch(UUID_V7);
        expect(timeOf(id)).toBe(ms);
      }),
    );
  });

  test('sorts by time, whatever the random bytes', () => {
    fc.assert(
      fc.property(time, time, random, random, (a, b, one, other) => {
        fc.pre(a < b);
        expect(uuidv7(a, one) < uuidv7(b, other)).toBe(true);
      }),
    );
  });

  test.each([-1, 2 ** 48, 0.5, Number.NaN])('refuses the time %s', (ms) => {
    expect(() => uuidv7(ms, new Uint8Array(10))).toThrow(RangeError);
  });

  test('refuses another number of random bytes', () => {
    expect(() => uuidv7(0, new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('the next uuidv7', () => {
  const clock = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), random), { maxLength: 50 });

  test('sorts after the one before, within a millisecond and when the clock is set back', () => {
    fc.assert(
      fc.property(clock, (ticks) => {
        const ids: string[] = [];
        for (const [ms, bytes] of ticks) ids.push(nextUuidv7(ids.at(-1), 1_700_000_000_000 + ms, bytes));
        expect(ids).toEqual([...new Set(ids)].sort());
        for (const id of ids) expect(id).toMatch(UUID_V7);
      }),
    );
  });

  test('is an ordinary one when the clock has moved on', () => {
    fc.assert(
      fc.property(random, random, (one, other) => {
        expect(nextUuidv7(uuidv7(5, one), 6, other)).toBe(uuidv7(6, other));
      }),
    );
  });

  test('keeps its millisecond and steps by the random bytes', () => {
    const before = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
    const bytes = Uint8Array.of(0, 0, 1, 0, 9, 9, 9, 9, 9, 9);
    expect(nextUuidv7(before, 0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c073a90');
  });

  test('carries from the last random bits into those before the variant', () => {
    const before = '017f22e2-79b0-7cc3-bfff-ffffffffffff';
    expect(nextUuidv7(before, 0, new Uint8Array(10))).toBe('017f22e2-79b0-7cc4-8000-000000000000');
  });

  test('goes on in the next millisecond when the random bits run over', () => {
    const before = '017f22e2-79b0-7fff-bfff-ffffffffffff';
    const next = nextUuidv7(before, 0x017f22e279b0, new Uint8Array(10));
    expect(next).toBe('017f22e2-79b1-7000-8000-000000000000');
  });
});
