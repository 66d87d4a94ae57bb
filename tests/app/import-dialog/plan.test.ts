import { describe, expect, test } from 'vitest';
import {
  type Entry,
  type TableEntry,
  type TextEntry,
  changed,
  entryOf,
  readAgain,
  takenCount,
} from '../../../src/app/import-dialog/entries.ts';
import { languageName, languagesFor, ownName } from '../../../src/app/import-dialog/languages.ts';
import {
  type WorkFields,
  commonLength,
  planOf,
  rolesOf,
  suggestedTitle,
} from '../../../src/app/import-dialog/plan.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import type { TablePreview, TextPreview } from '../../../src/worker/import-plan.ts';

await startI18n(['en']);
await loadLaterTexts();

const WORK: WorkFields = { title: undefined, subject: undefined, reference: undefined, byOrder: false };

const preview = (id: number, lang: string, given: Partial<TextPreview> = {}): TextPreview => ({
  shape: 'text',
  id,
  kind: 'text',
  problems: [],
  language: { lang, certain: true },
  taken: 2,
  first: [
    { index: 0, role: 'paragraph', text: 'One.' },
    { index: 2, role: 'paragraph', text: 'Two.' },
  ],
  left: 1,
  firstLeft: [{ index: 1, role: 'paragraph', text: 'Menu' }],
  ...given,
});

const text = (key: string, lang: string, given: Partial<TextPreview> = {}): TextEntry =>
  entryOf({ key, name: `${key}.txt`, choices: {} }, preview(Number(key.slice(1)), lang, given)) as TextEntry;

const said = (entry: TextEntry, change: Parameters<typeof changed>[1]): TextEntry => ({
  ...entry,
  fields: changed(entry.fields, change),
});

const TABLE: TablePreview = {
  shape: 'table',
  id: 7,
  kind: 'csv',
  problems: [],
  columns: [
    { name: 'key', use: 'id', language: { lang: 'und', certain: false } },
    { name: 'English', use: 'text', language: { lang: 'en', certain: true } },
    { name: 'X', use: 'text', language: { lang: 'und', certain: false } },
    { name: 'why', use: 'note', language: { lang: 'en', certain: false } },
  ],
  rows: [['a', 'One', 'Eins', '']],
  count: 1,
};
const table = (): TableEntry => {
  const entry = entryOf({ key: 't7', name: 'texts.csv', choices: {} }, TABLE) as TableEntry;
  return { ...entry, columns: entry.columns.map((column) => changed(column, { provenance: 'human' })) };
};

const lacksOf = (entries: readonly Entry[]): readonly string[] =>
  (planOf(entries, WORK, 'Untitled').lacks ?? []).map(({ lack }) => lack);

describe('a plan', () => {
  const both = [
    said(text('t1', 'en'), { provenance: 'human' }),
    said(text('t2', 'de'), { provenance: 'machine' }),
  ];

  test('is made of two texts of which everything is said', () => {
    const { plan } = planOf(both, WORK, 'Untitled');
    expect(plan).toMatchObject({
      title: { und: 't2' },
      source: 't1.txt, t2.txt',
      subject: 1,
      reference: 0,
      byOrder: false,
      variants: [
        { source: 1, lang: 'en', label: 'English', provenance: 'human' },
        { source: 2, lang: 'de', label: 'Deutsch', provenance: 'machine' },
      ],
    });
  });

  test('is not made before a second text is there and their origins are said', () => {
    expect(lacksOf([])).toEqual(['second']);
    expect(lacksOf([both[0]!])).toEqual(['second']);
    expect(lacksOf([both[0]!, text('t2', 'de')])).toEqual(['origin']);
  });

  test('needs to know what a back-translation translates, and that is no text that was removed', () => {
    const back = said(text('t3', 'en'), { provenance: 'back-translation' });
    expect(lacksOf([...both, back])).toEqual(['original']);
    expect(lacksOf([...both, said(back, { of: 't9' })])).toEqual(['original']);
    const { plan } = planOf([...both, said(back, { of: 't2' })], WORK, '');
    expect(plan?.variants[2]).toMatchObject({ provenance: 'back-translation', of: 1 });
  });

  test('takes no table together with other texts', () => {
    expect(lacksOf([both[0]!, table()])).toEqual(['mixed']);
  });

  test('is not made while a file is read, or of a text of which nothing is taken', () => {
    const reading: Entry = { key: 't3', name: 'c', choices: {}, state: 'reading', share: 0 };
    expect(lacksOf([...both, reading])).toEqual(['reading']);
    const fates = new Map([0, 2].map((index) => [index, { fate: 'left', isLeft: false }] as const));
    expect(lacksOf([both[0]!, { ...both[1]!, fates }])).toEqual(['empty']);
  });

  test('of a table has its columns as texts, its ids and its remarks', () => {
    const { plan } = planOf([table()], WORK, '');
    expect(plan).toMatchObject({
      idColumn: 0,
      noteColumns: [3],
      variants: [
        { source: 7, column: 1, lang: 'en', label: 'English' },
        { source: 7, column: 2, lang: 'und', label: 'X' },
      ],
    });
  });

  test('has the language of the text whose title it bears', () => {
    const titled = [text('t1', 'en', { title: 'On hills' }), text('t2', 'de', { title: 'Über Berge' })].map(
      (each) => said(each, { provenance: 'human' }),
    );
    expect(suggestedTitle(titled, WORK)).toBe('Über Berge');
    expect(planOf(titled, WORK, '').plan?.title).toEqual({ de: 'Über Berge' });
    expect(planOf(titled, { ...WORK, title: 'Mine' }, '').plan?.title).toEqual({ und: 'Mine' });
  });
});

describe('subject and reference', () => {
  const three = ['t1', 't2', 't3'].map((key) => said(text(key, 'en'), { provenance: 'human' }));

  test('are the second text, held against the first, unless one was made by machine', () => {
    expect(rolesOf(three, WORK)).toEqual({ subject: 't2', reference: 't1' });
    const machine = [three[0]!, three[1]!, said(three[2]!, { provenance: 'machine' })];
    expect(rolesOf(machine, WORK)).toEqual({ subject: 't3', reference: 't1' });
  });

  test('are never the same, and never a back-translation unless nothing else is there', () => {
    const back = said(three[0]!, { provenance: 'back-translation', of: 't2' });
    expect(rolesOf([back, three[1]!, three[2]!], WORK)).toEqual({ subject: 't3', reference: 't2' });
    expect(rolesOf([back, three[1]!], WORK)).toEqual({ subject: 't2', reference: 't1' });
    expect(rolesOf(three, { ...WORK, reference: 't2' })).toEqual({ subject: 't1', reference: 't2' });
    expect(rolesOf(three, { ...WORK, subject: 't1', reference: 't1' })).toEqual({
      subject: 't1',
      reference: 't2',
    });
  });
});

describe('what is said of a text', () => {
  test('names it after its language until a person names it', () => {
    const entry = text('t1', 'en');
    expect(changed(entry.fields, { lang: 'fr' })).toMatchObject({ label: 'Français', isGuess: false });
    const named = changed(entry.fields, { label: 'Draft' });
    expect(changed(named, { lang: 'fr' }).label).toBe('Draft');
  });

  test('counts paragraphs that are left out and taken in', () => {
    const entry = text('t1', 'en');
    expect(takenCount(entry)).toBe(2);
    expect(takenCount({ ...entry, all: true })).toBe(3);
    const fates = new Map([
      [0, { fate: 'left', isLeft: false }],
      [1, { fate: 'heading', isLeft: true }],
    ] as const);
    expect(takenCount({ ...entry, fates })).toBe(2);
    expect(commonLength([entry, text('t2', 'de')])).toBe(2);
    expect(commonLength([entry, { ...text('t2', 'de'), all: true }])).toBeUndefined();
  });

  test('stays when the file is read again in another way; a guess is made anew', () => {
    const before = said(text('t1', 'en', { language: { lang: 'en', certain: false } }), {
      provenance: 'human',
    });
    const fresh = text('t1', 'de');
    expect(readAgain(before, fresh)).toMatchObject({ fields: { lang: 'de', provenance: 'human' } });
    const sure = said(before, { lang: 'fi' });
    expect(readAgain(sure, fresh)).toMatchObject({ fields: { lang: 'fi' } });
  });
});

test('languages are offered by name, the first work’s first and an odd one among the others', () => {
  const { first, others } = languagesFor('tlh', 'de');
  expect(first).toHaveLength(15);
  expect(first[0]).toBe('zh');
  expect(others).toContain('tlh');
  expect(new Set([...first, ...others]).size).toBe(first.length + others.length);
  expect([languageName('de', 'en'), ownName('el')]).toEqual(['German', 'Ελληνικά']);
});
