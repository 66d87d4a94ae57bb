import { fold } from '../../../src/core/contribution/fold.ts';
import { uuidv7 } from '../../../src/core/contribution/id.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import type { ExportSource } from '../../../src/core/format/export-source.ts';
import type { Work } from '../../../src/core/work/model.ts';
import { readVariant } from '../../../src/core/work/variant-file.ts';

const variant = (id: string, lang: string) =>
  ({ id, lang, label: id, provenance: 'human', status: 'complete', listed: true }) as const;

export const work: Work = {
  ...{ slug: 'demo', title: { en: 'Demo' }, date: '2026-01-02', credit: 'Ada', source: { en: 'Made up' } },
  ...{ subject: 'de', reference: 'en', variants: [variant('en', 'en'), variant('de', 'de')] },
};

const FILES = {
  'en.md': '<!-- a title -->\nHouse\n\n<!-- b paragraph -->\nOne.\n\n<!-- c paragraph -->\nTwo.\n',
  'de.md': '<!-- a title -->\nHaus\n\n<!-- b paragraph -->\nEins.\n\n<!-- c paragraph -->\nZwei.\n',
};

export const id = (n: number): string => uuidv7(Date.UTC(2026, 0, 2) + n * 1000, new Uint8Array(10));
const common = (n: number, author: string) => ({
  ...{ id: id(n), author, work: 'demo' },
  time: new Date(Date.UTC(2026, 0, 2) + n * 1000).toISOString(),
});

export const correction = (n: number, paragraph: string, base: string, text: string, author = 'Ada') =>
  ({ ...common(n, author), type: 'correction', variant: 'de', paragraph, base, text }) as Contribution;
export const accepted = (n: number, of: number, author = 'Bo') =>
  ({ ...common(n, author), type: 'review', of: id(of), verdict: 'accepted' }) as Contribution;
export const note = (n: number, paragraph: string, text: string) =>
  ({ ...common(n, 'Cy'), type: 'comment', variant: 'de', paragraph, text: { en: text } }) as Contribution;
export const mark = (n: number, paragraph: string, exact: string) =>
  ({
    ...common(n, 'Cy'),
    ...{ type: 'mark', variant: 'de', paragraph, category: 'style', severity: 'minor' },
    spans: [{ quote: { exact, prefix: '', suffix: '' }, start: 0, end: exact.length }],
  }) as Contribution;

/** A work of three paragraphs in two variants with these records. */
export function demo(records: readonly Contribution[]): ExportSource {
  return {
    work,
    files: new Map(Object.entries(FILES)),
    texts: new Map(
      Object.entries(FILES).map(([name, text]) => [name.slice(0, 2), readVariant(text, name).value]),
    ),
    records,
    state: fold(records),
  };
}
