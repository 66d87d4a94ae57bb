import { describe, expect, test } from 'vitest';
import { writeLog } from '../../../src/core/contribution/log.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { validateFolder } from '../../../src/core/contribution/validate.ts';
import { alignment } from './align-make.ts';
import { anchor, comment, correction, id, mark, opaque, review, withdrawal } from './make.ts';

const variant = { lang: 'de', label: 'X', provenance: 'human', status: 'complete', listed: true };
const work = {
  slug: 'w',
  title: { en: 'T' },
  date: '2024-08-07',
  credit: '',
  source: { en: 'S' },
  subject: 'de',
  reference: 'en',
  variants: [
    { ...variant, id: 'de' },
    { ...variant, id: 'en' },
    { ...variant, id: 'fr', status: 'planned' },
  ],
};
const header = '<!-- p paragraph -->\n';
const folder = (records: Contribution[], text = 'a text') => ({
  files: new Map([
    ['work.json', JSON.stringify(work)],
    ['de.md', `${header}${text}\n`],
    ['en.md', `${header}its English\n`],
    ['contributions.jsonl', writeLog(records)],
  ]),
});
const found = (records: Contribution[], text?: string) =>
  validateFolder('w', folder(records, text)).map(
    ({ code, severity, line }) => `${line ?? ''} ${severity} ${code}`,
  );

describe('validating a folder', () => {
  test('finds nothing in a sound one', () => {
    const records = [
      mark(1, { spans: [anchor(), { ...anchor('its English', 0, 3), variant: 'en' }] }),
      correction(2, { resolves: [id(1)] }),
      review(3, 2),
      comment(4, { of: id(6) }),
      withdrawal(5, 4),
      opaque(6),
    ];
    expect(found(records)).toEqual([]);
  });

  test('needs no log', () => {
    const { files } = folder([]);
    files.delete('contributions.jsonl');
    expect(validateFolder('w', { files })).toEqual([]);
  });

  test('reports texts and log together', () => {
    const { files } = folder([]);
    files.set('contributions.jsonl', 'no JSON');
    files.delete('en.md');
    expect(validateFolder('w', { files }).map(({ code }) => code)).toEqual([
      'variant-file-missing',
      'json-invalid',
    ]);
  });

  test('reads the log even when work.json cannot be read', () => {
    const { files } = folder([]);
    files.set('work.json', '{');
    files.set('contributions.jsonl', '\n7');
    expect(validateFolder('w', { files }).map(({ line, file }) => `${file ?? ''}:${line ?? ''}`)).toEqual([
      'work.json:1',
      'contributions.jsonl:2',
    ]);
  });

  test.each([
    ['a record of another work', [{ ...opaque(1), work: 'v' }], ['1 fault contribution-work-differs']],
    ['an unknown variant', [mark(1, { variant: 'it' })], ['1 fault contribution-variant-unknown']],
    [
      'an unknown variant of a span',
      [mark(1, { spans: [anchor(), { ...anchor(), variant: 'it' }] })],
      ['1 fault contribution-variant-unknown'],
    ],
    ['an unknown paragraph', [mark(1, { paragraph: 'q' })], ['1 fault contribution-paragraph-unknown']],
    ['a review of nothing', [review(1, 9)], ['1 fault contribution-target-unknown']],
    ['a reply to nothing', [comment(1, { of: id(9) })], ['1 fault contribution-target-unknown']],
    [
      'a resolved mark that is not there',
      [correction(1, { resolves: [id(9)] })],
      ['1 fault contribution-target-unknown'],
    ],
    ['a correction of an older text', [correction(1, { base: 'old' })], ['1 warning correction-stale']],
  ])('reports %s', (_name, records, expected) => {
    expect(found(records)).toEqual(expected);
  });

  test.each([
    ['moved', 'oh, a text', ['1 warning anchor-moved']],
    ['been edited', 'a texxt', ['1 warning anchor-moved']],
    ['been doubled', 'oh, a text or a text', ['1 warning anchor-ambiguous']],
    ['gone', 'something else', ['1 fault anchor-lost']],
  ])('says when the words of a mark have %s', (_name, text, expected) => {
    expect(found([mark(1)], text)).toEqual(expected);
  });

  test.each([
    ['whose first record is not there', [mark(1, { action: id(9) })], 1],
    ['of another author', [mark(1, { author: 'Bob' }), mark(2, { action: id(1) })], 2],
    ['that is a part of another one', [mark(1), mark(2, { action: id(1) }), mark(3, { action: id(2) })], 3],
    ['of a type that we do not know', [opaque(1, { action: id(9) })], 1],
  ])('warns of a record in an action %s', (_name, records, line) => {
    expect(found(records)).toEqual([`${line} warning contribution-action-unknown`]);
  });

  test('takes an action whose first record names itself, and one that is undone', () => {
    const action = id(1);
    const undone = id(3);
    expect(
      found([
        mark(1, { action }),
        mark(2, { action }),
        withdrawal(3, 1, { action: undone, intent: 'undo' }),
        withdrawal(4, 2, { action: undone, intent: 'undo' }),
      ]),
    ).toEqual([]);
  });

  test('does not ask of a mark that is done with that it fits the text', () => {
    const gone = 'something else';
    expect(found([mark(1), withdrawal(2, 1)], gone)).toEqual([]);
    expect(found([mark(1), review(2, 1, { verdict: 'rejected' })], gone)).toEqual([]);
    const fix = correction(2, { resolves: [id(1)], text: gone });
    expect(found([mark(1), fix, review(3, 2)], gone)).toEqual([]);
  });

  test('takes a correction of a corrected text, or one that the text already has, for current', () => {
    const first = [correction(1), review(2, 1)];
    expect(found([...first, correction(3, { base: 'the text', text: 'our text' })])).toEqual([]);
    expect(found(first, 'the text')).toEqual([]);
  });

  test('lets a correction be the first text of a planned variant', () => {
    expect(found([correction(1, { variant: 'fr', base: '' })])).toEqual([]);
  });
});

describe('a folder whose paragraphs were parted, joined or removed', () => {
  const block = (name: string, text: string) => `<!-- ${name} paragraph -->\n${text}\n`;
  const check = (de: string, en: string, records: Contribution[]) =>
    validateFolder('w', {
      files: new Map([
        ['work.json', JSON.stringify(work)],
        ['de.md', de],
        ['en.md', en],
        ['contributions.jsonl', writeLog(records)],
      ]),
    }).map(({ code, severity, args }) => `${severity} ${code} ${String(args['paragraph'] ?? args['id'])}`);
  const both = [block('p', 'a text'), block('q', 'more')].join('\n');

  test('is sound where an accepted correction removed the paragraph, with the marks that went with it', () => {
    const removal = [correction(1, { text: '' }), review(2, 1), mark(3)];
    expect(check(block('q', 'more'), both, removal)).toEqual([]);
    const english = [correction(1, { text: '', variant: 'en' }), review(2, 1)];
    expect(check(both, block('q', 'more'), english)).toEqual([]);
    expect(check(block('q', 'more'), both, removal.slice(0, 1))).toEqual(['warning paragraph-extra p']);
  });

  test('finds words in the part of the paragraph that they went to', () => {
    const split = [correction(1, { text: 'a\ntext' }), review(2, 1), mark(3)];
    expect(check([block('p', 'a'), block('p._2', 'text')].join('\n'), block('p', 'x'), split)).toEqual([
      'warning anchor-moved p',
    ]);
  });

  test('knows the parts before and after the file has them', () => {
    const records = [
      correction(1, { text: 'a\ntext' }),
      review(2, 1),
      correction(3, { paragraph: 'p._2', base: 'text', text: 'texts' }),
      review(4, 3),
      correction(5, { base: 'a\ntext', text: 'a\nb' }),
    ];
    expect(check(block('p', 'a text'), block('p', 'x'), records)).toEqual([]);
    expect(check([block('p', 'a'), block('p._2', 'texts')].join('\n'), block('p', 'x'), records)).toEqual([
      'warning correction-stale p',
    ]);
  });
});

describe('validating alignments', () => {
  const place = (given: object) => ({
    placements: [{ variant: 'de', paragraph: 'p', at: 0, row: 'p', ...given }],
  });
  const quote = { prefix: 'something wholly different', suffix: 'that nobody wrote' };

  test.each([
    ['a sound one', alignment(1, place({})), []],
    ['a row that a record made', alignment(1, { rows: [{ id: 'n' }], ...place({ row: 'n' }) }), []],
    ['an unknown row', alignment(1, place({ row: 'n' })), ['1 fault alignment-row-unknown']],
    [
      'an unknown paragraph',
      alignment(1, place({ paragraph: 'x' })),
      ['1 fault contribution-paragraph-unknown'],
    ],
    ['an unknown variant', alignment(1, place({ variant: 'xx' })), ['1 fault contribution-variant-unknown']],
    ['a lost place', alignment(1, place({ at: 2, quote })), ['1 warning alignment-place-lost']],
    [
      'what is said of a row that is not there',
      alignment(1, { standings: [{ row: 'n', cells: { de: 'x', xx: '' } }] }),
      ['1 fault contribution-variant-unknown', '1 fault alignment-row-unknown'],
    ],
  ] as const)('reports %s', (_name, record, expected) => {
    expect(found([record])).toEqual(expected);
  });

  test('says nothing of one that was taken back', () => {
    expect(found([alignment(1, place({ row: 'n' })), withdrawal(2, 1)])).toEqual([]);
  });
});
