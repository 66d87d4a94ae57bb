import { expect, test } from 'vitest';
import { languageNamed, languageOfName, languageTagOf } from '../../../src/core/format/language-of-name.ts';

test.each([
  ['x.de.txt', 'de'],
  ['fr_FR.po', 'fr-FR'],
  ['book-zh-Hans.md', 'zh-Hans'],
  ['messages.pt_BR.json', 'pt-BR'],
  ['de.md', 'de'],
  ['it.po', 'it'],
  ['lib/la.txt', 'la'],
  ['garden (ja).txt', undefined],
  ['what-it-is.txt', undefined],
  ['README.md', undefined],
  ['garden.txt', undefined],
  ['the-end.txt', undefined],
  ['.txt', undefined],
  ['chapter 1.docx', undefined],
])('the language in the name %s is %s', (name, lang) => {
  expect(languageOfName(name)).toBe(lang);
});

test.each([
  ['de_DE.UTF-8', 'de-DE'],
  ['ZH-hans', 'zh-Hans'],
  ['jp', 'ja'],
  ['sr@latin', 'sr'],
  ['qq', undefined],
  ['', undefined],
  ['not a tag', undefined],
])('%s is the tag %s', (written, tag) => {
  expect(languageTagOf(written)).toBe(tag);
});

test.each([
  ['German', 'de'],
  ['Französisch', 'fr'],
  ['русский', 'ru'],
  ['日本語', 'ja'],
  ['Sanskrit', 'sa'],
  ['pt-BR', 'pt-BR'],
  ['house', undefined],
])('a column named %s is in %s', (name, lang) => {
  expect(languageNamed(name)).toBe(lang);
});
