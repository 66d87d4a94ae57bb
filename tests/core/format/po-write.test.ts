import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePo } from '../../../src/core/format/po-write.ts';

const HEADER = { project: 'w', sourceLang: 'en', lang: 'pt-BR', time: '2026-01-02T03:04:05.000Z' };
const NAMED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A string of C, as gettext reads it. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3}|.)/gu, (_, sign: string) =>
    sign.length === 3 ? String.fromCharCode(Number.parseInt(sign, 8)) : (NAMED[sign] ?? sign),
  );
const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\r', '\x01', '\x7f7', 'ß', '\\n'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join('').replace(/\0/gu, ''));

describe('a catalogue of gettext', () => {
  test('holds any text, each string on a line of its own', () => {
    fc.assert(
      fc.property(wild, wild, wild, (id, source, target) => {
        const [, entry = ''] = writePo(HEADER, [{ id, source, target }]).split('\n\n');
        const values = entry
          .trimEnd()
          .split('\n')
          .map((line) => unescaped(/^msg(?:ctxt|id|str) "((?:[^"\\]|\\.)*)"$/u.exec(line)![1]!));
        expect(values).toEqual([id, source, target]);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps remarks and comments from ending early, whatever they hold', () => {
    fc.assert(
      fc.property(wild, wild, (said, remark) => {
        const entry = {
          id: 'p',
          source: 'a',
          target: 'b',
          comments: [said],
          remarks: [remark],
          reference: remark,
        };
        const lines = writePo(HEADER, [entry])
          .split('\n\n')
          .slice(1)
          .join('\n\n')
          .trimEnd()
          .split(/[\n\r]/u);
        expect(lines.slice(-3)).toEqual(['msgctxt "p"', 'msgid "a"', 'msgstr "b"']);
        expect(lines.slice(0, -3).every((line) => /^#[.:]? /u.test(line))).toBe(true);
      }),
    );
  });

  test('names its language as gettext does and what is yet to be reviewed', () => {
    const po = writePo(HEADER, [{ id: 'p', source: 'a', target: 'b', isFuzzy: true }]);
    expect(po).toContain('"Language: pt_BR\\n"\n');
    expect(po).toContain('"PO-Revision-Date: 2026-01-02 03:04+0000\\n"\n');
    expect(po.endsWith('#, fuzzy\nmsgctxt "p"\nmsgid "a"\nmsgstr "b"\n')).toBe(true);
  });
});
