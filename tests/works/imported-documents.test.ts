import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { docxSteps } from '../../src/core/format/docx-read.ts';
import { epubSteps } from '../../src/core/format/epub-read.ts';
import { htmlSteps } from '../../src/core/format/html-read.ts';
import type { ImportedText } from '../../src/core/format/imported.ts';
import { odtSteps } from '../../src/core/format/odt-read.ts';
import { decodeWith } from '../../src/core/format/package-xml.ts';
import type { Problem, Read } from '../../src/core/problem.ts';
import { finish, type Steps } from '../../src/core/steps.ts';

const decode = decodeWith(TextDecoder);
const READERS: Readonly<Record<string, (bytes: Uint8Array) => Steps<Read<ImportedText | undefined>>>> = {
  docx: (bytes) => docxSteps(bytes, decode),
  odt: (bytes) => odtSteps(bytes, decode),
  epub: (bytes) => epubSteps(bytes, decode),
  html: (bytes) => htmlSteps(decode(bytes, 'utf-8')!),
};
const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url)));
const read = (name: string, bytes = bytesOf(name)): Read<ImportedText | undefined> =>
  finish(READERS[name.replace(/^.*\./, '')]!(bytes));
const rolesOf = (text: ImportedText | undefined): readonly string[] =>
  (text?.paragraphs ?? []).filter(({ left }) => left !== true).map(({ role }) => role);

const TITLE = 'I See No Risk in Open-Source Models, Only Benefits';
const WORDS = [
  'Since its founding, Mistral AI has repeatedly put its weight behind open source, and it recently released its new-generation flagship model, Mistral Large 2.',
  'An open-source model is a neutral tool that can be used for anything.',
  'People don’t ban C just because you can write malware in it.',
  'In June, a funding round had brought in 645 million dollars, at a valuation of more than 6 billion.',
  'Valuations by year',
  'two billion',
];
const ENGLISH = ['docx', 'odt', 'epub', 'html'].flatMap((kind) => [
  `pandoc-en.${kind}`,
  `libreoffice-en.${kind}`,
]);

describe('documents by pandoc and LibreOffice', () => {
  test.each(ENGLISH)('%s: title and paragraphs, word for word', (name) => {
    const { value, problems } = read(name);
    expect(problems).toEqual([]);
    expect(value?.title).toBe(TITLE);
    expect(value?.paragraphs.filter(({ role }) => role === 'title')).toEqual([
      { role: 'title', text: TITLE },
    ]);
    const texts = value!.paragraphs.filter(({ left }) => left !== true).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(WORDS));
    const note = value!.paragraphs.find(({ text }) => text.endsWith('The weights may be used for research.'));
    expect(note?.left).toBe(true);
  });

  // LibreOffice writes neither headings nor lists into EPUB, and no language into HTML.
  test.each(ENGLISH.filter((name) => name !== 'libreoffice-en.epub'))('%s: headings and lists', (name) => {
    const roles = rolesOf(read(name).value);
    expect(roles.filter((role) => role === 'heading')).toHaveLength(2);
    expect(roles.filter((role) => role === 'list-item')).toHaveLength(2);
  });

  test.each(ENGLISH.filter((name) => name !== 'libreoffice-en.html'))('%s: the language', (name) => {
    expect(read(name).value?.lang).toBe('en-GB');
  });

  test.each([
    [
      'pandoc-ja.epub',
      'ja-JP',
      'オープンソースの利点',
      ['title', 'heading', 'paragraph', 'list-item', 'list-item', 'paragraph'],
    ],
    [
      'pandoc-ar.docx',
      'ar-SA',
      'فوائد المصادر المفتوحة',
      ['title', 'heading', 'paragraph', 'list-item', 'paragraph'],
    ],
    ['pandoc-hi.odt', 'hi-IN', 'खुले स्रोत के लाभ', ['title', 'heading', 'paragraph', 'list-item', 'paragraph']],
    [
      'libreoffice-hi.docx',
      'hi-IN',
      'खुले स्रोत के लाभ',
      ['title', 'heading', 'paragraph', 'list-item', 'paragraph'],
    ],
  ])('%s: another script', (name, lang, title, roles) => {
    const { value } = read(name);
    expect(value).toMatchObject({ lang, title });
    expect(rolesOf(value)).toEqual(roles);
  });
});

describe('a damaged document', () => {
  const isFault = ({ severity }: Problem): boolean => severity === 'fault';

  test.each(['pandoc-en.docx', 'pandoc-en.odt', 'pandoc-en.epub'])(
    '%s: cut off anywhere it gives a problem and no text',
    (name) => {
      const bytes = bytesOf(name);
      for (let end = 0; end < bytes.length; end += 61) {
        const { value, problems } = read(name, bytes.subarray(0, end));
        expect(value).toBeUndefined();
        expect(problems.filter(isFault)).toHaveLength(1);
      }
    },
  );

  test.each(['pandoc-en.docx', 'libreoffice-en.odt', 'libreoffice-en.epub'])(
    '%s: with any byte changed it gives the same text or a problem',
    (name) => {
      const bytes = bytesOf(name);
      const whole = read(name).value!.paragraphs.map(({ text }) => text);
      for (let at = 0; at < bytes.length; at += 37) {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ 0x55;
        const { value, problems } = read(name, changed);
        if (value === undefined) expect(problems.filter(isFault)).toHaveLength(1);
        else if (problems.length === 0)
          expect(value.paragraphs.map(({ text }) => text).sort()).toEqual([...whole].sort());
      }
    },
  );
});
