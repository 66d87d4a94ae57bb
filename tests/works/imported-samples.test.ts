import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageIdentifier } from '../../src/core/check/language-identifier.ts';
import { FILE_KINDS, type FileKind } from '../../src/core/format/file-kind.ts';
import type { Imported } from '../../src/core/format/imported.ts';
import { readAny } from '../../src/core/format/read-any.ts';
import { finish } from '../../src/core/steps.ts';

const platform = { TextDecoder, identifier: languageIdentifier };
/** Works already, which no reader of foreign files reads, and what nobody knows. */
const NO_TEXTS: readonly FileKind[] = ['mqm-tsv', 'work-folder-zip', 'unknown'];

type Sample = readonly [
  file: string,
  kind: FileKind,
  program: string,
  paragraphs: number,
  languages: readonly string[],
];

/** Paragraphs are those of the text itself, or the rows of a table. */
const SAMPLES: readonly Sample[] = [
  ['samples-text/garden.iconv-utf16.txt', 'text', 'iconv', 9, ['de']],
  ['samples-text/garden.iconv-utf16be.txt', 'text', 'iconv', 9, ['de']],
  ['samples-text/garden.libreoffice-1252.txt', 'text', 'LibreOffice', 12, ['de']],
  ['samples-text/garden.pandoc.txt', 'text', 'pandoc', 9, ['de']],
  ['samples-text/garden.pandoc.md', 'markdown', 'pandoc', 12, ['de']],
  ['samples/libreoffice-en.html', 'html', 'LibreOffice', 18, ['en-GB']],
  ['samples/pandoc-en.html', 'html', 'pandoc', 17, ['en-GB']],
  ['samples/libreoffice-en.docx', 'docx', 'LibreOffice', 18, ['en-GB']],
  ['samples/libreoffice-hi.docx', 'docx', 'LibreOffice', 5, ['hi-IN']],
  ['samples/pandoc-ar.docx', 'docx', 'pandoc', 5, ['ar-SA']],
  ['samples/pandoc-en.docx', 'docx', 'pandoc', 18, ['en-GB']],
  ['samples/libreoffice-en.odt', 'odt', 'LibreOffice', 18, ['en-GB']],
  ['samples/pandoc-en.odt', 'odt', 'pandoc', 18, ['en-GB']],
  ['samples/pandoc-hi.odt', 'odt', 'pandoc', 5, ['hi-IN']],
  ['samples/libreoffice-en.epub', 'epub', 'LibreOffice', 16, ['en-GB']],
  ['samples/pandoc-en.epub', 'epub', 'pandoc', 17, ['en-GB']],
  ['samples/pandoc-ja.epub', 'epub', 'pandoc', 6, ['ja-JP']],
  ['samples-text/garden.po2sub.srt', 'srt', 'Translate Toolkit', 3, ['de']],
  ['samples-text/garden.aeidon.vtt', 'vtt', 'aeidon', 3, ['de']],
  ['samples-text/garden.js2xliff.xlf', 'xliff', 'xliff.js', 3, ['en', 'de']],
  ['samples-text/garden.po2xliff.xlf', 'xliff', 'Translate Toolkit', 3, ['en-US', 'de']],
  ['samples-text/garden.po2tmx.tmx', 'tmx', 'Translate Toolkit', 3, ['en', 'de']],
  ['samples-text/garden.csv2po.po', 'po', 'Translate Toolkit', 3, ['en', 'de']],
  ['samples-text/garden.json2po.po', 'po', 'Translate Toolkit', 3, ['en']],
  ['samples-text/garden.msgcat.po', 'po', 'gettext', 3, ['en', 'de']],
  ['samples-text/garden.txt2po.po', 'po', 'Translate Toolkit', 3, ['en']],
  ['samples-text/garden.po2csv.csv', 'csv', 'Translate Toolkit', 3, ['en', 'de']],
  ['samples-text/garden.python-utf16.csv', 'csv', 'Python', 3, ['en', 'de']],
  ['samples-text/garden.python-csv.tsv', 'tsv', 'Python', 3, ['en', 'de']],
  ['samples-text/garden.po2json.json', 'json', 'Translate Toolkit', 3, ['de']],
  ['samples-text/garden.sqlite.json', 'json', 'SQLite', 3, ['en', 'de']],
];

const textsOf = (imported: Imported | undefined): number =>
  imported?.kind === 'table'
    ? imported.rows.length
    : (imported?.paragraphs ?? []).filter(({ left }) => left !== true).length;

describe('files of other programs', () => {
  test.each(SAMPLES)(
    '%s: %s by %s, %i paragraphs in %j',
    async (file, kind, _program, paragraphs, languages) => {
      const bytes = new Uint8Array(readFileSync(new URL(`../${file}`, import.meta.url)));
      const name = file.replace(/^.*\//u, '');
      const { value, problems } = finish(await readAny({ name, bytes }, {}, platform));
      expect(problems.filter(({ severity }) => severity === 'fault')).toEqual([]);
      expect(value.kind).toBe(kind);
      expect(textsOf(value.imported)).toBe(paragraphs);
      const columns = value.imported?.kind === 'table' ? value.imported.columns : [{ use: 'text' }];
      const read = value.languages.filter((_, at) => columns[at]?.use === 'text');
      expect(read.map(({ lang }) => lang)).toEqual(languages);
    },
  );

  test('are there for every kind of file, and each of them is listed', () => {
    const kinds = new Set(SAMPLES.map(([, kind]) => kind));
    expect(FILE_KINDS.filter((kind) => !kinds.has(kind))).toEqual(NO_TEXTS);
    const there = ['samples', 'samples-text'].flatMap((folder) =>
      readdirSync(new URL(`../${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    const listed = SAMPLES.map(([file]) => file);
    expect(there.filter((file) => !/README\.md$|\.json$/u.test(file) && !listed.includes(file))).toEqual([]);
  });
});
