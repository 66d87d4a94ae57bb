import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenedWork, Roles } from '../../src/app/opened-work.ts';
import { anchorOf, attach } from '../../src/core/contribution/anchor.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import {
  back,
  comment,
  correction,
  mark,
  openedWork,
  paragraphs,
  recordId,
  review,
  variant,
  withdrawal,
  work,
} from './make.ts';

const TEXT = 'eins zwei drei vier fünf';

describe('the marks of a paragraph', () => {
  test('stand in text order, whatever the order in which they were made', () => {
    const log = [mark(1, TEXT, 'vier'), mark(2, TEXT, 'eins'), mark(3, TEXT, 'drei')];
    const marks = openedWork({ de: { p: TEXT } }, log).marksIn('de', 'p');
    expect(marks.map(({ spans }) => spans.map(({ start, end }) => TEXT.slice(start, end)))).toEqual([
      ['eins'],
      ['drei'],
      ['vier'],
    ]);
  });

  test('leave out a rejected one and keep one that an accepted correction resolved', () => {
    const log = [
      mark(1, TEXT, 'eins'),
      review(2, 1, { verdict: 'rejected' }),
      mark(3, TEXT, 'zwei'),
      correction(4, TEXT, 'eins 2 drei', { resolves: [recordId(3)] }),
      review(5, 4),
    ];
    const marks = openedWork({ de: { p: TEXT } }, log).marksIn('de', 'p');
    expect(marks.map(({ id, status }) => [id, status])).toEqual([[recordId(3), 'resolved']]);
  });

  test('follow their words when the text around them has changed', () => {
    const changed = `Neu davor: ${TEXT}`;
    const [placed] = openedWork({ de: { p: changed } }, [mark(1, TEXT, 'drei vier')]).marksIn('de', 'p');
    expect(placed?.attachments[0]?.state).toBe('moved');
    expect(placed?.spans.map(({ start, end }) => changed.slice(start, end))).toEqual(['drei vier']);
  });

  test('come last, without a place, when their words are lost', () => {
    const log = [mark(1, 'ganz andere Worte standen hier', 'andere Worte'), mark(2, TEXT, 'vier')];
    const marks = openedWork({ de: { p: TEXT } }, log).marksIn('de', 'p');
    expect(marks.map(({ id, spans }) => [id, spans.length])).toEqual([
      [recordId(2), 1],
      [recordId(1), 0],
    ]);
  });

  test('with spans in two variants show in each the spans that stand there', () => {
    const english = 'one two three';
    const both = mark(1, TEXT, 'zwei', {
      spans: [anchorOf(TEXT, 5, 9), { ...anchorOf(english, 4, 7), variant: 'en' }],
    });
    const opened = openedWork({ de: { p: TEXT }, en: { p: english } }, [both]);
    for (const [variant, span] of [
      ['de', { start: 5, end: 9 }],
      ['en', { start: 4, end: 7 }],
    ] as const) {
      const [placed] = opened.marksIn(variant, 'p');
      expect(placed?.spans).toEqual([span]);
      expect(placed?.attachments.map(({ state }) => state)).toEqual(['exact']);
    }
  });

  test('are placed once, however often they are asked for', () => {
    const opened = openedWork({ de: { p: TEXT } }, [mark(1, TEXT, 'eins')]);
    expect(opened.marksIn('de', 'p')).toBe(opened.marksIn('de', 'p'));
  });

  test('of a text that is not loaded have no place and no fault', () => {
    const opened = openedWork({ de: { p: TEXT } }, [mark(1, 'one two', 'two', { variant: 'en' })], {
      variants: [variant('de'), variant('en')],
    });
    expect(opened.marksIn('en', 'p')).toMatchObject([{ id: recordId(1), spans: [], attachments: [] }]);
  });

  test('of a paragraph that its text does not have are lost', () => {
    const opened = openedWork({ de: { q: TEXT } }, [mark(1, TEXT, 'eins')]);
    expect(opened.marksIn('de', 'p')[0]?.attachments.map(({ state }) => state)).toEqual(['lost']);
  });

  test('are none where nothing is marked, in a paragraph or variant that does not exist too', () => {
    const opened = openedWork({ de: { p: TEXT } });
    expect(opened.marksIn('de', 'p')).toEqual([]);
    expect(opened.marksIn('de', 'q')).toEqual([]);
    expect(opened.marksIn('xx', 'p')).toEqual([]);
  });
});

describe('a step from mark to mark', () => {
  const texts = { p1: 'a b c', p2: 'keiner', p3: 'd e' };
  const log = [
    mark(3, 'd e', 'e', { paragraph: 'p3' }),
    mark(1, 'a b c', 'a', { paragraph: 'p1' }),
    mark(2, 'a b c', 'c', { paragraph: 'p1' }),
  ];
  const opened = openedWork({ de: texts }, log);
  const step = (
    paragraph: string | undefined,
    n: number | undefined,
    direction: 1 | -1,
    of: OpenedWork = opened,
    variants: readonly string[] = ['de'],
  ) => of.step(variants, { paragraph, mark: n === undefined ? undefined : recordId(n) }, direction);
  const at = (n: number, paragraph: string) => ({ mark: recordId(n), paragraph });

  test('goes forward in reading order, over paragraphs without marks, and from the last to the first', () => {
    expect(step('p1', 1, 1)).toEqual(at(2, 'p1'));
    expect(step('p1', 2, 1)).toEqual(at(3, 'p3'));
    expect(step('p3', 3, 1)).toEqual(at(1, 'p1'));
  });

  test('goes back the same way, and from the first to the last', () => {
    expect(step('p3', 3, -1)).toEqual(at(2, 'p1'));
    expect(step('p1', 2, -1)).toEqual(at(1, 'p1'));
    expect(step('p1', 1, -1)).toEqual(at(3, 'p3'));
  });

  test('begins at a paragraph’s start: forward with its own first mark, back with the one before it', () => {
    expect(step('p1', undefined, 1)).toEqual(at(1, 'p1'));
    expect(step('p3', undefined, -1)).toEqual(at(2, 'p1'));
    expect(step('p2', undefined, 1)).toEqual(at(3, 'p3'));
    expect(step('p2', undefined, -1)).toEqual(at(2, 'p1'));
  });

  test('begins at the top where no paragraph is active, or one that does not exist', () => {
    expect(step(undefined, undefined, 1)).toEqual(at(1, 'p1'));
    expect(step('gone', undefined, 1)).toEqual(at(1, 'p1'));
    expect(step(undefined, undefined, -1)).toEqual(at(3, 'p3'));
  });

  test('comes back to the only mark there is', () => {
    const single = openedWork({ de: texts }, log.slice(0, 1));
    expect(step('p3', 3, 1, single)).toEqual(at(3, 'p3'));
    expect(step('p3', 3, -1, single)).toEqual(at(3, 'p3'));
  });

  test('goes nowhere without marks, without rows, and in variants without marks', () => {
    expect(step('p1', undefined, 1, openedWork({ de: texts }))).toBeUndefined();
    expect(step(undefined, undefined, 1, openedWork({ de: {} }))).toBeUndefined();
    expect(step('p1', undefined, 1, opened, ['en'])).toBeUndefined();
  });

  test('passes over marks of other severities, and goes nowhere where all are', () => {
    const minor = mark(4, 'keiner', 'keiner', { paragraph: 'p2', severity: 'minor' });
    const both = openedWork({ de: texts }, [...log, minor]);
    const from = { paragraph: 'p1', mark: recordId(2) };
    expect(both.step(['de'], from, 1)).toEqual(at(4, 'p2'));
    expect(both.step(['de'], from, 1, ['major'])).toEqual(at(3, 'p3'));
    expect(both.step(['de'], from, -1, ['minor', 'neutral'])).toEqual(at(4, 'p2'));
    expect(both.step(['de'], from, 1, ['critical'])).toBeUndefined();
    expect(both.step(['de'], from, 1, [])).toBeUndefined();
  });

  test('goes on from its place where the mark that the reader stands at is not shown', () => {
    const minor = mark(4, 'd e', 'd', { paragraph: 'p3', severity: 'minor' });
    const both = openedWork({ de: texts }, [...log, minor]);
    const from = { paragraph: 'p3', mark: recordId(4) };
    expect(both.step(['de'], from, 1, ['major'])).toEqual(at(3, 'p3'));
    expect(both.step(['de'], from, -1, ['major'])).toEqual(at(2, 'p1'));
  });

  test('visits every mark once on a way round, and the way back is the way forth reversed', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const places = fc.uniqueArray(fc.tuple(fc.constantFrom('p', 'q', 'r'), word), {
      minLength: 1,
      selector: (place) => place.join(),
    });
    fc.assert(
      fc.property(places, (marked) => {
        const texts = { p: 'a b c', q: 'a b c', r: 'a b c' };
        const own = openedWork(
          { de: texts },
          marked.map(([paragraph, words], n) => mark(n, 'a b c', words, { paragraph })),
        );
        const paragraphOf = (id: string): string | undefined =>
          marked.find((_place, n) => recordId(n) === id)?.[0];
        const round = (direction: 1 | -1): string[] => {
          const seen: string[] = [];
          while (seen.length < marked.length) {
            const mark = seen.at(-1);
            const paragraph = mark === undefined ? undefined : paragraphOf(mark);
            const next = own.step(['de'], { paragraph, mark }, direction);
            if (!next) break;
            seen.push(next.mark);
          }
          return seen;
        };
        const inOrder = [...marked.entries()]
          .sort(([, a], [, b]) => a.join().localeCompare(b.join()))
          .map(([n]) => recordId(n));
        expect(round(1)).toEqual(inOrder);
        expect(round(-1)).toEqual(inOrder.reverse());
      }),
      { numRuns: 50 },
    );
  });

  test('gets past a mark that has spans in two of the variants', () => {
    const both = mark(1, 'a b', 'a', {
      spans: [anchorOf('a b', 0, 1), { ...anchorOf('a b', 0, 1), variant: 'en' }],
    });
    const own = openedWork({ de: { p: 'a b' }, en: { p: 'a b' } }, [both, mark(2, 'a b', 'b')]);
    expect(step('p', 2, 1, own, ['de', 'en'])).toEqual(at(1, 'p'));
    expect(step('p', 1, 1, own, ['de', 'en'])).toEqual(at(2, 'p'));
    const english = mark(2, 'a b', 'b', { variant: 'en' });
    expect(
      step('p', 1, 1, openedWork({ de: { p: 'a b' }, en: { p: 'a b' } }, [both, english]), ['de', 'en']),
    ).toEqual(at(2, 'p'));
  });
});

describe('strays', () => {
  test('are the marks whose words are gone or stand in several places, rejected ones aside', () => {
    const log = [
      mark(1, 'ganz andere Worte standen hier', 'andere Worte'),
      mark(2, 'ja ', 'ja', { paragraph: 'q' }),
      mark(3, 'ganz andere Worte standen hier', 'standen hier'),
      review(4, 3, { verdict: 'rejected' }),
      mark(5, TEXT, 'drei'),
    ];
    const opened = openedWork({ de: { p: TEXT, q: 'so ja da ja so' } }, log);
    expect(opened.strays.map(({ mark: { id }, state }) => [id, state])).toEqual([
      [recordId(1), 'lost'],
      [recordId(2), 'ambiguous'],
    ]);
  });

  test('are those whose words cannot be attached, whatever became of the text', () => {
    const words = fc.array(fc.constantFrom('eins', 'zwei', 'drei', 'ja'), { minLength: 1, maxLength: 8 });
    const edited = fc.oneof(words, fc.constant(undefined));
    fc.assert(
      fc.property(words, edited, fc.nat(30), fc.nat(12), (before, after, from, length) => {
        const text = before.join(' ');
        const start = from % text.length;
        const end = Math.min(text.length, start + 1 + length);
        const now = after?.join(' ') ?? text;
        const opened = openedWork({ de: { p: now } }, [
          mark(1, text, '', { spans: [anchorOf(text, start, end)] }),
        ]);
        const { state } = attach(anchorOf(text, start, end), now);
        expect(opened.strays.map((stray) => stray.state)).toEqual(
          state === 'lost' || state === 'ambiguous' ? [state] : [],
        );
      }),
    );
  });

  test('name a mark once that is lost in two variants', () => {
    const lost = anchorOf('ganz andere Worte standen hier', 5, 17);
    const both = mark(1, TEXT, 'eins', { spans: [lost, { ...lost, variant: 'en' }] });
    const opened = openedWork({ de: { p: TEXT }, en: { p: 'one two three' } }, [both]);
    expect(opened.strays.map(({ mark: { id }, state }) => [id, state])).toEqual([[recordId(1), 'lost']]);
  });

  test('are none in a variant whose text is not there yet, and are found once it is', () => {
    const opened = openedWork({ de: { p: TEXT } }, [mark(1, 'a lost word', 'lost', { variant: 'en' })], {
      variants: [variant('de'), variant('en')],
    });
    expect(opened.strays).toEqual([]);
    const later = opened.withText('en', paragraphs({ p: 'Nothing of the kind stands here' }));
    expect(later.strays.map(({ state }) => state)).toEqual(['lost']);
  });
});

describe('one more text', () => {
  const opened = openedWork({ de: { p: 'x', q: 'y' } }, [mark(1, 'one two', 'two', { variant: 'en' })], {
    variants: [variant('de'), variant('en')],
  });
  const later = opened.withText('en', paragraphs({ p: 'one two', extra: 'z' }));

  test('makes a new work and leaves the old one as it was', () => {
    expect(opened.texts.has('en')).toBe(false);
    expect(opened.rows.map(({ id }) => id)).toEqual(['p', 'q']);
    expect(opened.paragraph('en', 'p')).toBeUndefined();
  });

  test('joins the rows, and a paragraph that only it has stands after the one it follows', () => {
    expect(later.rows.map(({ id, number }) => [id, number])).toEqual([
      ['p', 1],
      ['extra', 2],
      ['q', 3],
    ]);
    expect(later.indexOf('extra')).toBe(1);
    expect(later.paragraph('en', 'p')?.text).toBe('one two');
    expect(later.row('q')?.cells.has('en')).toBe(false);
  });

  test('places the marks that waited for it', () => {
    expect(later.marksIn('en', 'p')[0]?.spans).toEqual([{ start: 4, end: 7 }]);
  });
});

describe('other roles', () => {
  const opened = openedWork(
    { de: { a: 'A', p: TEXT }, en: { a: 'A', p: 'one' }, fr: { p: 'un', z: 'Z' }, 'de-back': { p: 'one' } },
    [mark(1, TEXT, 'drei')],
    { variants: [variant('de'), variant('en'), variant('fr'), back, variant('ko', { status: 'planned' })] },
  );
  const rolesOf = (roles: Roles): readonly string[] => {
    const { subject, reference } = opened.withRoles(roles).work;
    return [subject, reference];
  };

  test('make a new work in which another variant is examined or held against, and leave the old one', () => {
    expect(rolesOf({ subject: 'fr' })).toEqual(['fr', 'en']);
    expect(rolesOf({ reference: 'fr' })).toEqual(['de', 'fr']);
    expect(rolesOf({ subject: 'en', reference: 'fr' })).toEqual(['en', 'fr']);
    expect([opened.work.subject, opened.work.reference]).toEqual(['de', 'en']);
  });

  test('change places where one takes the other’s part', () => {
    expect(rolesOf({ subject: 'en' })).toEqual(['en', 'de']);
    expect(rolesOf({ reference: 'de' })).toEqual(['en', 'de']);
    expect(rolesOf({ subject: 'fr', reference: 'fr' })).toEqual(['fr', 'en']);
    expect(rolesOf({ subject: 'en', reference: 'en' })).toEqual(['en', 'de']);
  });

  test('are the same work where nothing changes: what is not there, or planned, is left out', () => {
    expect(opened.withRoles({})).toBe(opened);
    expect(opened.withRoles({ subject: 'xx', reference: 'ko' })).toBe(opened);
    expect(opened.withRoles({ subject: 'de', reference: 'en' })).toBe(opened);
  });

  test('order the rows as the new subject has them', () => {
    const ids = ({ rows }: OpenedWork): readonly string[] => rows.map(({ id }) => id);
    const turned = openedWork({ de: { a: 'A', b: 'B' }, en: { b: 'B', a: 'A' } });
    expect([ids(turned), ids(turned.withRoles({ subject: 'en' }))]).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  test('keep the marks, and the back-translation for the variant that it translates', () => {
    const other = opened.withRoles({ subject: 'fr' });
    expect(other.marksIn('de', 'p').map(({ id }) => id)).toEqual([recordId(1)]);
    expect(other.backTranslationOf(other.work.subject)).toBeUndefined();
    expect(other.backTranslationOf('de')?.id).toBe('de-back');
  });

  test('stay when a text or a record comes', () => {
    const other = opened.withRoles({ subject: 'fr' });
    expect(other.withText('ko', paragraphs({ p: '하나' })).work.subject).toBe('fr');
    expect(other.withRecords([mark(2, TEXT, 'eins')]).work.subject).toBe('fr');
  });
});

describe('sums', () => {
  const log = [
    mark(1, TEXT, 'eins', { severity: 'critical' }),
    mark(2, TEXT, 'zwei'),
    mark(3, TEXT, 'drei', { paragraph: 'q' }),
    review(4, 3, { verdict: 'rejected' }),
    mark(5, TEXT, 'vier', { paragraph: 'q', severity: 'minor' }),
    mark(6, 'one', 'one', { variant: 'en', severity: 'neutral' }),
  ];
  const opened = openedWork({ de: { p: TEXT, q: TEXT }, en: { p: 'one' } }, log);

  test('count a variant’s marks by severity, rejected ones aside', () => {
    expect(opened.severitySums('de')).toEqual({ critical: 1, major: 1, minor: 1 });
    expect(opened.severitySums('en')).toEqual({ neutral: 1 });
    expect(opened.severitySums('xx')).toEqual({});
    expect(opened.markCount('de')).toBe(3);
    expect(opened.markCount('xx')).toBe(0);
  });

  test('count a row’s marks in the variants that are asked for', () => {
    expect(opened.severities('p', ['de'])).toEqual({ critical: 1, major: 1 });
    expect(opened.severities('p', ['de', 'en'])).toEqual({ critical: 1, major: 1, neutral: 1 });
    expect(opened.severities('q', ['de'])).toEqual({ minor: 1 });
  });
});

describe('what is shown of a paragraph', () => {
  test('is the latest accepted correction, else the latest that was not rejected', () => {
    const both = [correction(1, TEXT, 'erste'), correction(2, TEXT, 'zweite')];
    const shown = (...more: ReturnType<typeof review>[]): string | undefined =>
      openedWork({ de: { p: TEXT } }, [...both, ...more]).correction('de', 'p')?.correction.text;
    expect(shown()).toBe('zweite');
    expect(shown(review(3, 1))).toBe('erste');
    expect(shown(review(3, 2, { verdict: 'rejected' }))).toBe('erste');
    expect(
      shown(review(3, 1, { verdict: 'rejected' }), review(4, 2, { verdict: 'rejected' })),
    ).toBeUndefined();
  });

  test('counts the accepted corrections of all variants', () => {
    const log = [
      correction(1, TEXT, 'a'),
      review(2, 1),
      correction(3, 'one', 'two', { variant: 'en' }),
      review(4, 3),
      correction(5, TEXT, 'b', { paragraph: 'q' }),
    ];
    expect(openedWork({ de: { p: TEXT }, en: { p: 'one' } }, log).acceptedCount).toBe(2);
  });

  test('has the comments on the place', () => {
    const opened = openedWork({ de: { p: TEXT } }, [comment(1), comment(2, { paragraph: 'q' })]);
    expect(opened.comments('de', 'p').map(({ id }) => id)).toEqual([recordId(1)]);
  });

  test('is looked up by id: an unknown paragraph has index -1 and no row', () => {
    const opened = openedWork({ de: { p: TEXT, q: 'y' } });
    expect([opened.indexOf('q'), opened.indexOf('gone')]).toEqual([1, -1]);
    expect(opened.row('gone')).toBeUndefined();
    expect(opened.paragraph('xx', 'p')).toBeUndefined();
  });

  test('finds the back-translation of a variant and of no other', () => {
    const opened = openedWork({ de: {}, 'de-back': {} }, [], work({ variants: [variant('de'), back] }));
    expect(opened.backTranslationOf('de')).toBe(back);
    expect(opened.backTranslationOf('en')).toBeUndefined();
  });
});

describe('what readers add', () => {
  const shipped = [mark(1, TEXT, 'eins'), correction(2, TEXT, 'eins 2 drei')];
  const opened = openedWork({ de: { p: TEXT } }, shipped);
  const ids = (of: OpenedWork): readonly string[] => of.marksIn('de', 'p').map(({ id }) => id);

  test('joins what came with the work, in a new one; the old one is as it was', () => {
    const later = opened.withRecords([mark(3, TEXT, 'drei'), review(4, 1, { verdict: 'rejected' })]);
    expect(ids(later)).toEqual([recordId(3)]);
    expect(later.markCount('de')).toBe(1);
    expect(ids(opened)).toEqual([recordId(1)]);
    expect([later.work, later.texts]).toEqual([opened.work, opened.texts]);
  });

  test('takes the place of what they added before, and never of what came with the work', () => {
    const first = opened.withRecords([mark(3, TEXT, 'drei')]);
    expect(ids(first.withRecords([mark(4, TEXT, 'vier')]))).toEqual([recordId(1), recordId(4)]);
    expect(ids(first.withRecords([]))).toEqual([recordId(1)]);
  });

  test('stays when one more text comes, and the text stays when they add more', () => {
    const english = mark(3, 'one two', 'two', { variant: 'en' });
    const later = openedWork({ de: { p: TEXT } }, shipped, { variants: [variant('de'), variant('en')] })
      .withRecords([english])
      .withText('en', paragraphs({ p: 'one two' }));
    expect(later.marksIn('en', 'p').map(({ spans }) => spans)).toEqual([[{ start: 4, end: 7 }]]);
    const more = later.withRecords([english, mark(4, TEXT, 'vier')]);
    expect(more.paragraph('en', 'p')?.text).toBe('one two');
    expect(ids(more)).toEqual([recordId(1), recordId(4)]);
  });

  test('is counted where it stands: what was taken back, and the taking back, are not', () => {
    const taken = withdrawal(5, 3);
    const records = [mark(3, TEXT, 'drei'), mark(4, TEXT, 'vier'), comment(6)];
    const count = (own: readonly Contribution[]): number => opened.withRecords(own).countOwn(own);
    expect(count([])).toBe(0);
    expect(count(records)).toBe(3);
    expect(count([...records, taken])).toBe(2);
    expect(count([...records, taken, withdrawal(7, 5)])).toBe(3);
  });
});
