import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE_KINDS, fileKind } from '../../src/core/format/file-kind.ts';
import { type AnyFile, readAny } from '../../src/core/format/read-any.ts';
import { PROBLEM_CODES, type Read } from '../../src/core/problem.ts';
import { finish } from '../../src/core/steps.ts';

const KINDS = [
  'text',
  'markdown',
  'srt',
  'vtt',
  'xliff',
  'tmx',
  'po',
  'csv',
  'tsv',
  'json',
] as const satisfies readonly (typeof FILE_KINDS)[number][];
/** Cases for each kind; ten times as many were run once. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100);

const folder = new URL('../samples-text/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.startsWith('garden.'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** What means something in one of the formats. */
const TOKENS = [
  ...['\n', '\n\n', '\r\n', '\t', ' ', '"', '""', ',', ';', '\\', '\uFEFF', '\0', '\uD800'],
  ...[
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '```\n',
    '|',
    '|---|',
    '**',
    '_',
    '[a](b)',
    '![x](y)',
    '[r]: x',
    '---\n',
  ],
  ...['<!-- p1 paragraph -->\n', '<!--', '-->', '<b>', '</b>', '<script>', '&lt;', '&#60;', '&#x110000;'],
  ...['WEBVTT\n\n', '00:00:01,000 --> 00:00:02,000\n', '00:01.000 --> 00:02.000\n', '<v A>', '1\n', 'NOTE\n'],
  ...['msgid "', 'msgstr "', 'msgctxt "a"\n', 'msgid_plural "x"\n', 'msgstr[1] "y"\n', '#, fuzzy\n', '#~ '],
  ...['{', '}', '[', ']', '"a":', '"de"', '"en":', '"__proto__":', 'null', '1e999', '\\u0000'],
  ...[
    '<tmx>',
    '<tu>',
    '<tuv xml:lang="de">',
    '<seg>',
    '</seg>',
    '<xliff version="1.2">',
    '<?xml version="1.0"?>',
  ],
  ...['Haus', 'дом', '家', 'ο ίδιος;', 'Q: why?', 'A: so.', 'id', 'de', '2024-08-07', '• x', '1) y', '2) z'],
];
const soup = fc.array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 8 })), { maxLength: 60 });

/** A real file, cut, with something put into it. */
const damaged = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.nat(), soup)
  .map(([text, from, length, at, put]) => {
    const start = from % (text.length + 1);
    const cut = text.slice(0, start) + text.slice(start + (length % 200));
    const place = at % (cut.length + 1);
    return cut.slice(0, place) + put.join('').slice(0, 40) + cut.slice(place);
  });

async function read(bytes: Uint8Array, kind: (typeof KINDS)[number]): Promise<Read<AnyFile>> {
  return finish(await readAny({ name: 'a.de.x', bytes }, { kind }, { TextDecoder }));
}

/** Of a file that is one thing over and over. */
const LOOKED_AT = 500;

/** What holds for everything that any reader gives. */
function expectSound({ value, problems }: Read<AnyFile>): void {
  for (const { code, severity } of problems) {
    expect(PROBLEM_CODES).toContain(code);
    expect(['fault', 'warning']).toContain(severity);
  }
  const { imported } = value;
  if (imported === undefined) {
    expect(problems.some(({ severity }) => severity === 'fault')).toBe(true);
    return;
  }
  if (imported.kind === 'text') {
    expect(imported.paragraphs.length).toBeGreaterThan(0);
    for (const { text } of imported.paragraphs.slice(0, LOOKED_AT)) {
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
      expect(/[\n\r]/u.test(text)).toBe(false);
    }
    expect(value.languages).toHaveLength(1);
    return;
  }
  expect(imported.columns.length).toBeLessThanOrEqual(100);
  expect(value.languages).toHaveLength(imported.columns.length);
  for (const row of imported.rows.slice(0, LOOKED_AT)) {
    expect(row).toHaveLength(imported.columns.length);
    expect(row.some((cell) => cell !== '')).toBe(true);
    for (const cell of row) expect(/[\n\r]/u.test(cell)).toBe(false);
  }
}

describe.each(KINDS)('whatever is read as %s', (kind) => {
  test('made of tokens of all formats, it gives sound text or says what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (parts) => {
        expectSound(await read(new TextEncoder().encode(parts.join('')), kind));
      }),
      { numRuns: RUNS },
    );
  });

  test('made of a real file that is cut and damaged, too', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        expectSound(await read(new TextEncoder().encode(text), kind));
      }),
      { numRuns: RUNS },
    );
  });

  test('made of any bytes, too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expectSound(await read(bytes, kind));
      }),
      { numRuns: RUNS },
    );
  });
});

test('any bytes under any name are of a kind', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ maxLength: 300 }), (name, bytes) => {
      expect(FILE_KINDS).toContain(fileKind(name, bytes));
    }),
    { numRuns: RUNS },
  );
});

/** Repeats that make careless patterns take quadratic time or worse. */
const REPEATS = [
  ...[
    '[',
    '![',
    '[a](',
    '**',
    '*a ',
    '_a_',
    '`',
    '> ',
    '- ',
    '  - ',
    '<',
    '<a ',
    '<!--',
    '&',
    '|',
    '\\',
    '~~',
  ],
  ...[
    '"',
    '""',
    '",',
    '\t',
    ',',
    '{',
    '[{"a":',
    '\n',
    ' \n',
    '\r',
    ' ',
    '--> ',
    '00:',
    '<v ',
    '{\\',
    'msgid "',
  ],
  ...[
    '# ',
    '=\n',
    '---\n',
    '***\n',
    'a:',
    '1. ',
    '?',
    '(',
    'Q: ',
    'Кот',
    '家',
    '\u00AD\n',
    '<xliff ',
    '<?xml ',
    '\0a',
  ],
];

test.each(KINDS)('half a million characters of one kind are read as %s in bounded time', async (kind) => {
  for (const repeat of REPEATS) {
    const text = repeat.repeat(Math.ceil(500_000 / repeat.length));
    expectSound(await read(new TextEncoder().encode(text), kind));
  }
});
