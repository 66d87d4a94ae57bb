import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTbx } from '../../../src/core/format/tbx-read.ts';
import { writeTbx } from '../../../src/core/format/tbx-write.ts';
import { concepts, CSV2TBX, TBX_2019_TAGS, TBX_BASIC_2008 } from './glossary-samples.ts';

const codes = (xml: string) =>
  readTbx(xml, 'a.tbx').problems.map(({ code, line }) => `${code} ${String(line)}`);
const entry = (content: string) =>
  `<tbx type="TBX-Core" style="dca"><text><body><conceptEntry id="c">${content}</conceptEntry></body></text></tbx>`;

describe('TBX', () => {
  test('gives back every concept', () => {
    fc.assert(
      fc.property(concepts, (given) => {
        const { value, problems } = readTbx(writeTbx(given, 'A work', 'en'), 'a.tbx');
        expect(problems).toEqual([]);
        expect(value).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  test('of translate-toolkit is read, with the DTD that it names', () => {
    expect(readTbx(CSV2TBX, 'a.tbx')).toEqual({
      value: [
        {
          sense: '',
          terms: [
            { lang: 'en', text: 'funding' },
            { lang: 'de', text: 'Finanzierung' },
          ],
        },
        { sense: '', terms: [{ lang: 'en', text: 'latency' }] },
      ],
      problems: [],
    });
  });

  test('of 2008 is read: groups, senses, what is deprecated', () => {
    expect(readTbx(TBX_BASIC_2008, 'a.tbx')).toEqual({
      value: [
        {
          sense: 'money that investors give a company',
          terms: [
            { lang: 'en', text: 'funding' },
            { lang: 'de', text: 'Finanzierung' },
            { lang: 'de', text: 'Spenden', forbidden: true },
          ],
        },
      ],
      problems: [],
    });
  });

  test('of 2019 in the style of tags is read', () => {
    expect(readTbx(TBX_2019_TAGS, 'a.tbx').value).toEqual([
      {
        sense: 'delay',
        terms: [
          { lang: 'en', text: 'latency' },
          { lang: 'de', text: 'latent', forbidden: true },
        ],
      },
    ]);
  });

  test('loses a language without a tag and an entry without terms, and says where', () => {
    expect(codes(entry('\n<langSec xml:lang="no tag"><termSec><term>a</term></termSec></langSec>'))).toEqual([
      'language-invalid 2',
      'glossary-entry-empty 1',
    ]);
    expect(codes(entry('<langSec xml:lang="de"><termSec><term> </term></termSec></langSec>'))).toEqual([
      'glossary-entry-empty 1',
    ]);
  });

  test.each([
    ['<html><body/></html>', 'xml-root-unknown 1'],
    ['<tbx><text>', 'xml-truncated 1'],
    ['<tbx><text></tbx>', 'xml-invalid 1'],
    ['<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', 'xml-doctype 1'],
    ['<!DOCTYPE martif SYSTEM "file:///etc/passwd"><martif/>', 'xml-doctype 1'],
    [`<tbx>${'<a>'.repeat(200)}`, 'xml-too-deep 1'],
  ])('%s gives nothing and says why', (xml, code) => {
    expect(readTbx(xml, 'a.tbx').value).toBeUndefined();
    expect(codes(xml)).toEqual([code]);
  });

  test('that was cut or scrambled anywhere never breaks the reader', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(CSV2TBX, TBX_BASIC_2008, TBX_2019_TAGS),
        fc.nat(),
        fc.nat(20),
        fc.string({ unit: 'binary', maxLength: 12 }),
        (xml, at, length, instead) => {
          const start = at % xml.length;
          const { value, problems } = readTbx(
            xml.slice(0, start) + instead + xml.slice(start + length),
            'a.tbx',
          );
          for (const concept of value ?? []) expect(concept.terms.length).toBeGreaterThan(0);
          if (value === undefined) expect(problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
