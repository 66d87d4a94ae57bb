import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/problem.ts';
import { openZip, ZIP_LIMITS } from '../../../src/core/format/zip-read.ts';
import { finish } from '../../../src/core/steps.ts';
import { codesOf, zipOf } from './package-samples.ts';

/** Milliseconds that a fuzz test may take on a busy machine. */
const SLOW = 60_000;

const TEXT = strToU8('a line of text that is repeated. '.repeat(200));
const SAMPLE = zipSync({ 'one.txt': TEXT, 'two/three.bin': [new Uint8Array([1, 2, 3]), { level: 0 }] });

/** All entries, or the first problem. */
function readAll(zip: Uint8Array): ReadonlyMap<string, Uint8Array> | Problem {
  const { value, problems } = openZip(zip);
  if (value === undefined) return problems[0]!;
  const files = new Map<string, Uint8Array>();
  for (const name of value.names) {
    const read = finish(value.bytes(name));
    if (read.value === undefined) return read.problems[0]!;
    files.set(name, read.value);
  }
  return files;
}

const codeOf = (zip: Uint8Array): string | undefined => {
  const read = readAll(zip);
  return 'code' in read ? read.code : undefined;
};

/** The sample with some bytes changed; positions count from the first occurrence of a signature. */
function changed(signature: number, offset: number, ...bytes: readonly number[]): Uint8Array {
  const zip = SAMPLE.slice();
  const view = new DataView(zip.buffer);
  let at = 0;
  while (view.getUint32(at, true) !== signature) at += 1;
  zip.set(bytes, at + offset);
  return zip;
}
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

describe('the entries of a zip', () => {
  test('are unpacked when they are asked for', () => {
    expect(readAll(SAMPLE)).toEqual(
      new Map([
        ['one.txt', TEXT],
        ['two/three.bin', new Uint8Array([1, 2, 3])],
      ]),
    );
  });

  test('keep their names as names', () => {
    const { value } = openZip(zipOf({ '../../etc/passwd': 'x', 'a/ü.txt': 'y' }));
    expect(value?.names).toEqual(['../../etc/passwd', 'a/ü.txt']);
  });

  test('are packed bytes like any other when they are zips', () => {
    const files = readAll(zipOf({ 'inner.zip': SAMPLE }));
    expect('code' in files ? files : files.get('inner.zip')).toEqual(SAMPLE);
  });

  test(
    'come back as they went in',
    () => {
      fc.assert(
        fc.property(
          fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.uint8Array({ maxLength: 500 })),
          (parts) => {
            expect(readAll(zipOf(parts))).toEqual(new Map(Object.entries(parts)));
          },
        ),
        { numRuns: 200 },
      );
    },
    SLOW,
  );
});

describe('a zip that is none, or not a whole one', () => {
  test('is told from one that ends too early, and from old Office files', () => {
    expect(codesOf(openZip(strToU8('just a text')).problems)).toEqual(['zip-invalid']);
    expect(codesOf(openZip(SAMPLE.subarray(0, 60)).problems)).toEqual(['zip-truncated']);
    const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(codesOf(openZip(compound).problems)).toEqual(['office-binary']);
    expect(codesOf(openZip(new Uint8Array()).problems)).toEqual(['zip-invalid']);
  });

  test('names the part that is damaged', () => {
    const zip = SAMPLE.slice();
    zip[40] = zip[40]! ^ 0xff;
    expect(readAll(zip)).toEqual({ code: 'zip-damaged', severity: 'fault', args: { name: 'one.txt' } });
  });

  test('says what it cannot read', () => {
    expect(codeOf(changed(CENTRAL, 8, 1, 0))).toBe('file-encrypted');
    expect(codeOf(changed(CENTRAL, 10, 14, 0))).toBe('zip-feature-unknown');
    expect(codeOf(changed(CENTRAL, 24, 255, 255, 255, 255))).toBe('zip-feature-unknown');
    expect(codeOf(changed(END, 10, 255, 255))).toBe('zip-feature-unknown');
  });
});

describe('a zip that is made to do harm', () => {
  test('is not unpacked when an entry is packed far tighter than documents are', () => {
    const bomb = zipOf({ 'word/document.xml': new Uint8Array(10 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(20_000);
    expect(codeOf(bomb)).toBe('zip-too-large');
  });

  test('is not unpacked when an entry declares a gigabyte', () => {
    expect(codeOf(changed(CENTRAL, 24, 0, 0, 0, 0x40))).toBe('zip-too-large');
  });

  test('is not unpacked beyond the size of all its entries', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`part${String(index)}`, TEXT] as const),
    );
    const { value } = openZip(zipOf(parts), { totalBytes: 3 * TEXT.length });
    const codes = value!.names.flatMap((name) => codesOf(finish(value!.bytes(name)).problems));
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'zip-too-large'));
  });

  test('ends where an entry unpacks to more than it declares', () => {
    const small = [...new Uint8Array(new Uint32Array([100]).buffer)];
    expect(codeOf(changed(CENTRAL, 24, ...small))).toBe('zip-damaged');
  });

  test('may not let two entries share their bytes', () => {
    const zip = zipSync({ a: [TEXT, { level: 0 }], b: [TEXT, { level: 0 }] });
    const view = new DataView(zip.buffer);
    const directory: number[] = [];
    for (let at = 0; at < zip.length - 4; at += 1) {
      if (view.getUint32(at, true) === CENTRAL) directory.push(at);
    }
    view.setUint32(directory[1]! + 42, view.getUint32(directory[0]! + 42, true), true);
    expect(codesOf(openZip(zip).problems)).toEqual(['zip-damaged']);
  });

  test('may hold so many entries and no more', () => {
    const parts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`e${String(index)}`, 'x']));
    expect(codesOf(openZip(zipOf(parts), { entries: 29 }).problems)).toEqual(['zip-entries-surplus']);
    expect(ZIP_LIMITS.entries).toBeLessThan(0xffff);
  });

  test('never throws, cut off at any byte', () => {
    for (let end = 0; end < SAMPLE.length; end += 1) {
      expect(codeOf(SAMPLE.subarray(0, end))).toBeDefined();
    }
  });

  test(
    'never throws, and never gives other bytes than were packed, with any byte changed',
    () => {
      const whole = readAll(SAMPLE) as ReadonlyMap<string, Uint8Array>;
      const bytesOf = new Set([...whole.values()].map((bytes) => strFromU8(bytes, true)));
      fc.assert(
        fc.property(fc.nat(SAMPLE.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
          const zip = SAMPLE.slice();
          zip[at] = zip[at]! ^ mask;
          const read = readAll(zip);
          if ('code' in read) return;
          for (const bytes of read.values()) expect(bytesOf).toContain(strFromU8(bytes, true));
        }),
        { numRuns: 600 },
      );
    },
    SLOW,
  );

  test(
    'never throws at random bytes',
    () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isBegun) => {
          const zip = isBegun
            ? Uint8Array.from([...SAMPLE.subarray(0, 200), ...bytes, ...SAMPLE.subarray(-22)])
            : bytes;
          expect(codeOf(zip)).toBeDefined();
        }),
        { numRuns: 300 },
      );
    },
    SLOW,
  );
});
