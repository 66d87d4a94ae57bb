import * as fc from 'fast-check';
import type { ParallelText } from '../../../src/core/format/parallel-text.ts';
import { ROLES } from '../../../src/core/work/model.ts';

/** Text that would be markup, or be no character of XML, if it were not escaped. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>',
        '</td>',
        ']]>',
        '&amp;',
        '"',
        "'",
        '`',
        '<!--',
        '\0',
        '\x0b',
        '\ud800',
        '\uFFFE',
        '\n',
        '\t',
        'אב',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const cell = fc.record({
  pieces: fc.array(
    fc.record({
      kind: fc.constantFrom('equal' as const, 'insert' as const, 'delete' as const),
      text: hostile,
      remarks: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
  author: hostile,
  time: fc.constant('2026-01-02T03:04:05.000Z'),
});

export const parallelText: fc.Arbitrary<ParallelText> = fc.record({
  title: hostile,
  lang: fc.constantFrom('en', 'de'),
  about: fc.array(hostile, { maxLength: 2 }),
  columns: fc.constant([
    { lang: 'ar', label: 'عربي', note: 'human' },
    { lang: 'de', label: 'Deutsch <b>' },
  ]),
  rows: fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,5}$/u),
      role: fc.constantFrom(...ROLES),
      cells: fc.tuple(cell, cell),
      remarks: fc.array(hostile, { maxLength: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  ),
  words: fc.constant({ paragraph: 'No. <', remarks: 'Remarks &' }),
});
