import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeOf, UUID_V7, uuidv7 } from '../../../src/core/contribution/id.ts';

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
