import { beforeEach, describe, expect, test } from 'vitest';
import type { Work } from '../../../src/core/work/model.ts';
import type { ExportFormat } from '../../../src/core/format/export-format.ts';
import {
  ALL,
  SHOWN,
  keepSettings,
  keptSettings,
  settled,
  textsFor,
  variantsFor,
} from '../../../src/app/export-dialog/export-settings.ts';

const variant = (id: string, status: 'complete' | 'planned' = 'complete') =>
  ({ id, lang: id, label: id, provenance: 'human', status, listed: true }) as const;
const work: Work = {
  ...{ slug: 'w', title: { en: 'W' }, date: '2026-01-02', credit: '', source: { en: 'S' } },
  ...{ subject: 'de', reference: 'en' },
  variants: [variant('en'), variant('de'), variant('fr'), variant('it', 'planned')],
};
const context = { root: '/', slug: 'w', columns: ['de', 'fr'] };
const chosen = (format: ExportFormat, texts?: string) =>
  variantsFor(work, { ...keptSettings(), format, texts }, context);

beforeEach(() => {
  localStorage.removeItem('lesart.export');
});

describe('the texts of an export', () => {
  test('are for a translation program the one under examination, against the reference', () => {
    expect(textsFor(work, 'xliff', context)).toEqual(['de', 'fr']);
    expect(chosen('xliff')).toMatchObject({ target: 'de', source: 'en' });
    expect(chosen('po', 'fr')).toMatchObject({ target: 'fr', source: 'en' });
  });

  test('are for readers the columns on screen, for tables all that have a text', () => {
    expect(textsFor(work, 'docx', context)).toEqual([SHOWN, 'de', 'fr', ALL]);
    expect(chosen('docx').columns).toEqual(['de', 'fr']);
    expect(chosen('docx', 'fr').columns).toEqual(['en', 'fr']);
    expect(chosen('csv').columns).toEqual(['en', 'de', 'fr']);
  });

  test('of the reference alone are held against the text under examination', () => {
    expect(chosen('md', 'en')).toMatchObject({ target: 'en', source: 'de' });
  });

  test('are what a format has where another was chosen before', () => {
    expect(chosen('xliff', ALL)).toMatchObject({ target: 'de' });
    expect(textsFor(work, 'jsonl', context)).toEqual([]);
  });
});

describe('what is remembered', () => {
  test('is what was chosen, but for the texts, which other works do not have', () => {
    const settings = { ...keptSettings(), format: 'tmx', paragraphs: 'marked', texts: 'fr' } as const;
    keepSettings(settings);
    expect(keptSettings()).toEqual({ ...settings, texts: undefined });
  });

  test.each(['', 'null', '[]', '{"format":"exe","paragraphs":7}', '{"format":"toString"}'])(
    'is the usual when it is %s',
    (kept) => {
      localStorage.setItem('lesart.export', kept);
      expect(keptSettings()).toMatchObject({ format: 'patch', paragraphs: 'all' });
    },
  );

  test('is until the reader says otherwise that a change has their own proposals in it', () => {
    const usual = keptSettings();
    expect(settled({ ...usual, format: 'patch' }, 2)).toMatchObject({ withProposals: true, onlyOwn: true });
    expect(settled({ ...usual, format: 'patch' }, 0)).toMatchObject({ withProposals: true, onlyOwn: false });
    expect(settled({ ...usual, format: 'html' }, 2)).toMatchObject({ withProposals: false, onlyOwn: false });
    expect(settled({ ...usual, onlyOwn: false }, 2)).toMatchObject({ onlyOwn: false });
  });
});
