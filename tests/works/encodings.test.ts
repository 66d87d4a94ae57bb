import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, ENCODINGS } from '../../src/core/format/decode.ts';

interface Sample {
  readonly lang: string;
  readonly encoding: string;
  readonly text?: string;
  readonly bytes: string;
}

const { texts, samples } = JSON.parse(
  readFileSync(new URL('../samples-text/encodings.json', import.meta.url), 'utf8'),
) as { readonly texts: Readonly<Record<string, string>>; readonly samples: readonly Sample[] };

const bytesOf = ({ bytes }: Sample): Uint8Array => Uint8Array.from(Buffer.from(bytes, 'base64'));
const sampleOf = (lang: string, encoding: string): Uint8Array =>
  bytesOf(samples.find((sample) => sample.lang === lang && sample.encoding === encoding)!);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codesOf = (read: ReturnType<typeof decode>): readonly string[] => read.problems.map(({ code }) => code);

describe('the encoding of a text that does not name it', () => {
  test.each(samples.map((sample) => ({ ...sample, name: `${sample.lang} in ${sample.encoding}` })))(
    'is found for $name',
    (sample) => {
      const { value, problems } = decode(bytesOf(sample), TextDecoder);
      expect(value.text).toBe(sample.text ?? texts[sample.lang]);
      expect(problems).toEqual([]);
    },
  );

  // Of an old Macintosh's file one sentence is not enough; a line of ISO-2022-JP is not parted by bytes.
  test('is found for nearly each sample when only its first sentence is there', () => {
    const wrong = samples
      .filter(({ encoding }) => !/^(?:utf-16|macintosh|iso-2022)/u.test(encoding))
      .filter((sample) => {
        const bytes = bytesOf(sample);
        const first = bytes.subarray(0, bytes.indexOf(0x0a));
        const whole = sample.text ?? texts[sample.lang]!;
        return decode(first, TextDecoder).value.text !== whole.split('\n', 1)[0];
      })
      .map(({ lang, encoding }) => `${lang} ${encoding}`);
    expect(wrong).toEqual([]);
  });

  test('is uncertain for a single foreign letter', () => {
    expect(decode(Uint8Array.of(0x47, 0x72, 0xfc, 0x6e), TextDecoder).value).toMatchObject({
      certain: false,
    });
  });

  test('is UTF-8, for certain, wherever the bytes are well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(!['\0', '\u001b', '\uFEFF', 'charset'].some((part) => text.includes(part)));
        const { value } = decode(utf8(text), TextDecoder);
        expect(value).toEqual({ text, encoding: 'utf-8', certain: true });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the encoding that a file names', () => {
  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf, 0x41]],
    ['utf-16le', [0xff, 0xfe, 0x41, 0x00]],
    ['utf-16be', [0xfe, 0xff, 0x00, 0x41]],
  ])('is that of its byte order mark, which is no part of the text: %s', (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes), TextDecoder).value).toEqual({ text: 'A', encoding, certain: true });
  });

  test.each([
    ['an XML declaration', '<?xml version="1.0" encoding="ISO-8859-2"?><a>'],
    ['a meta element', '<!doctype html><META charset=iso-8859-2><p>'],
    ['an old meta element', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>'],
    [
      'the header of a catalogue',
      'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-2\\n"\n# ',
    ],
  ])('is taken from %s', (_, head) => {
    const bytes = Uint8Array.from([...utf8(head), 0xb1]);
    const { value, problems } = decode(bytes, TextDecoder);
    expect(value).toEqual({ text: `${head}ą`, encoding: 'iso-8859-2', certain: true });
    expect(problems).toEqual([]);
  });

  test('is not believed where the bytes belie it: UTF-8 that is declared Latin-1', () => {
    const read = decode(utf8('<?xml version="1.0" encoding="iso-8859-1"?><a>größte Bäume</a>'), TextDecoder);
    expect(read.value).toMatchObject({ encoding: 'utf-8', certain: true });
    expect(read.value.text).toContain('größte Bäume');
  });

  test('is not believed where the bytes belie it: windows-1252 that is declared UTF-8', () => {
    const head = utf8('<?xml version="1.0" encoding="UTF-8"?>\n');
    const read = decode(Uint8Array.from([...head, ...sampleOf('de', 'windows-1252')]), TextDecoder);
    expect(read.value.encoding).toBe('windows-1252');
    expect(read.value.text).toContain(texts['de']);
    expect(read.problems).toEqual([
      {
        code: 'encoding-differs',
        severity: 'warning',
        args: { declared: 'utf-8', encoding: 'windows-1252' },
      },
    ]);
  });

  test('is reported where nobody knows it, and the text is read all the same', () => {
    const read = decode(utf8('<?xml version="1.0" encoding="x-klingon"?><a>ä</a>'), TextDecoder);
    expect(codesOf(read)).toEqual(['encoding-unknown']);
    expect(read.value.text).toContain('<a>ä</a>');
  });

  test('gives way to a person’s choice', () => {
    const bytes = sampleOf('ru', 'windows-1251');
    expect(decode(bytes, TextDecoder, { encoding: 'koi8-r' }).value.encoding).toBe('koi8-r');
    expect(decode(bytes, TextDecoder, { encoding: 'Windows-1251' }).value.text).toBe(texts['ru']);
  });
});

describe('broken bytes', () => {
  test('a cut-off character at the end is counted and placed', () => {
    const bytes = utf8('eins\nzwei grüße schön süß\nÄpfel und Öl drüben — Ende ü');
    const { value, problems } = decode(bytes.subarray(0, -1), TextDecoder);
    expect(value).toMatchObject({ encoding: 'utf-8', certain: false });
    expect(problems).toMatchObject([
      { code: 'characters-replaced', line: 3, args: { count: 1, encoding: 'utf-8' } },
    ]);
  });

  test('half a pair at the end of UTF-16 is counted and placed', () => {
    const bytes = sampleOf('de', 'utf-16le');
    const { problems } = decode(bytes.subarray(0, -1), TextDecoder);
    expect(problems).toMatchObject([
      { code: 'characters-replaced', line: 2, args: { encoding: 'utf-16le' } },
    ]);
  });

  test('a replacement character that stands in the file is no fault', () => {
    expect(decode(utf8('a\uFFFDb'), TextDecoder).problems).toEqual([]);
  });

  test('any bytes give a text, and what was lost is said', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { value, problems } = decode(bytes, TextDecoder);
        expect(typeof value.text).toBe('string');
        if (value.text.includes('\uFFFD') && !decode(bytes, TextDecoder).value.certain) {
          expect(problems.every(({ severity }) => severity === 'fault' || severity === 'warning')).toBe(true);
        }
        const lost = problems.some(({ code }) => code === 'characters-replaced');
        const isWhole = (() => {
          try {
            new TextDecoder(value.encoding, { fatal: true }).decode(bytes);
            return true;
          } catch {
            return false;
          }
        })();
        expect(lost).toBe(!isWhole);
      }),
      { numRuns: 3000 },
    );
  });
});

test('every encoding that can be chosen is one that the platform reads', () => {
  for (const encoding of ENCODINGS) expect(new TextDecoder(encoding).encoding).toBe(encoding);
});
