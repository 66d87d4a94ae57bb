import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineAt, mapJson } from '../../../src/core/work/json-map.ts';

const isValid = (json: string): boolean => {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
};

describe('mapJson', () => {
  test('accepts what JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(mapJson(json).fault).toBeUndefined();
      }),
    );
  });

  test('agrees with JSON.parse about JSON that was damaged', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.nat(3), fc.stringMatching(/^[\]{},:"\\0-9.eE+\-tn \n\t\u0000]{0,3}$/))
      .map(([json, at, length, put]) => {
        const start = at % (json.length + 1);
        return json.slice(0, start) + put + json.slice(start + length);
      });
    fc.assert(
      fc.property(damaged, (json) => {
        expect(mapJson(json).fault === undefined).toBe(isValid(json));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['{"a" 1}', 5],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['"open', 5],
    ['01', 1],
    ['', 0],
    ['[1] 2', 4],
    ['["\\x"]', 2],
  ])('finds the fault in %s', (json, at) => {
    expect(mapJson(json).fault).toBe(at);
  });

  test('knows where each value stands', () => {
    const json = '{ "a": [10, {"b": null}], "": 1 }';
    const { places } = mapJson(json);
    const at = (path: string) => json.slice(places.get(path)).slice(0, 4);
    expect([at('a'), at('a[0]'), at('a[1].b')]).toEqual(['[10,', '10, ', 'null']);
  });

  test('notices keys that JSON.parse would drop', () => {
    expect(mapJson('{"a":{"b":1,"b":2},"c":{"b":3}}').repeated).toEqual(['a.b']);
  });

  test('stops at nesting that no file of ours has', () => {
    expect(mapJson('['.repeat(100_000)).fault).toBe(65);
  });
});

test('lines count from 1 and a line break belongs to the line it ends', () => {
  const text = 'a\nb\n\nc';
  expect([0, 1, 2, 3, 4, 5].map((offset) => lineAt(text, offset))).toEqual([1, 1, 2, 2, 3, 4]);
});
