import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Beside } from '../../../src/app/beside.ts';
import { Marking } from '../../../src/app/controllers/marking.ts';
import type { ReaderLog } from '../../../src/app/controllers/reader-log.ts';
import type { MarkDraft, MarkEditor } from '../../../src/app/mark-editor/mark-editor.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { readSetting, writeSetting } from '../../../src/app/settings.ts';
import type { TextRange } from '../../../src/app/text-range.ts';
import type { Mark } from '../../../src/core/contribution/record.ts';
import { changeLanguage, startI18n } from '../../../src/i18n/i18n.ts';
import { openedWork } from '../make.ts';
import { ownDevice, ownSlug, readerLog, stubHost } from './own-log.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const TEXT = 'Wir haben keine Kontrolle mehr.';
const BESIDE: Beside = { left: 10, top: 20, bottom: 30 };
const DRAFT: MarkDraft = {
  category: 'accuracy/mistranslation',
  severity: 'major',
  comment: '',
  replacement: '',
  author: 'Ada',
};
const rangeOf = (words: string): TextRange => {
  const start = TEXT.indexOf(words);
  return { variant: 'de', paragraph: 'p', span: { start, end: start + words.length } };
};

interface Bench {
  readonly marking: Marking;
  readonly log: ReaderLog;
  /** The work with what was contributed so far. */
  readonly work: () => OpenedWork;
  /** Marks words, or edits a mark on them; gives the new mark. */
  readonly make: (words: string, given?: Partial<MarkDraft>, edited?: Mark) => Promise<Mark>;
  /** The marks that are shown, as `words severity`. */
  readonly shown: () => readonly string[];
  readonly show: ReturnType<typeof vi.fn<(beside: Beside) => Promise<void>>>;
  readonly requestUpdate: ReturnType<typeof vi.fn<() => void>>;
}

/** Marking in a work of the test's own, on a device of its own. */
function bench(): Bench {
  ownDevice();
  const slug = ownSlug();
  const host = stubHost();
  const log = readerLog();
  log.turnTo(slug);
  const marking = new Marking(host, log);
  const base = openedWork({ de: { p: TEXT } }, [], { slug });
  const show = vi.fn<(beside: Beside) => Promise<void>>().mockResolvedValue(undefined);
  const work = () => base.withRecords(log.records);
  return {
    marking,
    log,
    work,
    make: async (words, given = {}, edited) => {
      await marking.open(work(), [rangeOf(words)], BESIDE, () => ({ show }) as unknown as MarkEditor, edited);
      const id = await marking.finish(work(), { ...DRAFT, ...given });
      return log.records.find((record) => record.id === id) as Mark;
    },
    shown: () =>
      work()
        .marksIn('de', 'p')
        .map(
          ({ mark, severity, spans }) =>
            `${TEXT.slice(spans[0]?.start, spans[0]?.end)} ${severity} ${mark.author}`,
        ),
    show,
    requestUpdate: host.requestUpdate,
  };
}

describe('opening the editor', () => {
  test('tells it the words, their language and nothing of another mark, and shows it beside them', async () => {
    const { marking, work, show, requestUpdate } = bench();
    expect(marking.task).toBeUndefined();
    await marking.open(
      work(),
      [rangeOf('keine Kontrolle')],
      BESIDE,
      () => ({ show }) as unknown as MarkEditor,
    );
    expect(marking.task).toEqual({
      ranges: [rangeOf('keine Kontrolle')],
      quotes: [{ words: 'keine Kontrolle', lang: 'de', label: 'DE', gap: false }],
      moved: false,
      edited: undefined,
    });
    expect(customElements.get('lesart-mark-editor')).toBeDefined();
    expect(requestUpdate).toHaveBeenCalled();
    expect(show.mock.calls).toEqual([[BESIDE]]);
  });

  test('and leaving it makes no mark', async () => {
    const { marking, work, log } = bench();
    await marking.open(work(), [rangeOf('keine')], BESIDE, () => null);
    marking.dismiss();
    expect(marking.task).toBeUndefined();
    expect(await marking.finish(work(), DRAFT)).toBeUndefined();
    expect(log.records).toEqual([]);
    expect(readSetting('contributed')).toBeUndefined();
  });
});

describe('the marked stretches', () => {
  const range = (variant: string, start: number, end: number): TextRange => ({
    variant,
    paragraph: 'p',
    span: { start, end },
  });

  /** A mark on ranges of a work in two languages. */
  async function marked(
    ranges: readonly TextRange[],
    category: MarkDraft['category'] = DRAFT.category,
    resize: readonly (readonly ['start' | 'end', 1 | -1])[] = [],
  ): Promise<readonly string[]> {
    ownDevice();
    const log = readerLog();
    const slug = ownSlug();
    log.turnTo(slug);
    const marking = new Marking(stubHost(), log);
    const work = openedWork({ de: { p: TEXT }, en: { p: 'We lost all control.' } }, [], { slug });
    await marking.open(work, ranges, BESIDE, () => null);
    for (const [edge, step] of resize) marking.resize(work, edge, step);
    await marking.finish(work, { ...DRAFT, category });
    const mark = log.records.find((record): record is Mark => record.type === 'mark')!;
    return mark.spans.map(
      ({ variant, quote, start, end }) =>
        `${variant ?? mark.variant} ${quote.exact} ${String(start)}-${String(end)}`,
    );
  }

  test('may be several in one column, and in two', async () => {
    expect(await marked([range('de', 0, 3), range('de', 10, 15), range('en', 3, 7)])).toEqual([
      'de Wir 0-3',
      'de keine 10-15',
      'en lost 3-7',
    ]);
  });

  test('may be a gap and what is missing in it', async () => {
    expect(await marked([range('de', 4, 4), range('en', 3, 7)], 'accuracy/omission')).toEqual([
      'de  4-4',
      'en lost 3-7',
    ]);
  });

  test('are the whole paragraph where nothing of it is a translation', async () => {
    expect(await marked([range('de', 0, 3)], 'non-translation')).toEqual([
      `de ${TEXT} 0-${String(TEXT.length)}`,
    ]);
  });

  test.each([
    ['end', 1, 'de keine Kontrolle 10-25'],
    ['start', -1, 'de haben keine 4-15'],
    ['end', -1, 'de keine 10-15'],
    ['start', 1, 'de keine 10-15'],
  ] as const)('have their %s moved by a word (%s), one word at least', async (edge, step, expected) => {
    expect(await marked([range('de', 10, 15)], undefined, [[edge, step]])).toEqual([expected]);
  });
});

describe('the same error elsewhere', () => {
  test('is proposed in every other variant that has the paragraph, and confirmed ones are one action', async () => {
    ownDevice();
    writeSetting('author', 'Ada');
    const log = readerLog();
    const slug = ownSlug();
    log.turnTo(slug);
    const marking = new Marking(stubHost(), log);
    const base = openedWork(
      {
        de: { p: TEXT },
        en: { p: 'We lost all control.' },
        fr: { p: 'Nous perdons le contrôle.' },
        ja: { q: 'x' },
      },
      [],
      { slug },
    );
    await marking.open(base, [rangeOf('keine Kontrolle')], BESIDE, () => null);
    await marking.finish(base, { ...DRAFT, comment: 'The opposite.' });
    const mark = log.records.find((record): record is Mark => record.type === 'mark')!;
    await marking.startCarrying(base, mark, () => null);
    expect(marking.carrying?.places.map(({ variant, proposal }) => [variant, proposal.basis])).toEqual([
      ['en', 'sentence'],
      ['fr', 'sentence'],
    ]);
    await marking.carry(base, [
      { variant: 'en', span: { start: 3, end: 7 } },
      { variant: 'fr', span: { start: 5, end: 12 } },
    ]);
    expect(marking.carrying).toBeUndefined();
    const carried = log.records.filter((record): record is Mark => record.type === 'mark' && record !== mark);
    expect(
      carried.map(({ variant, spans, category, explanation, carriedFrom, author }) => [
        variant,
        spans[0]?.quote.exact,
        category,
        explanation,
        carriedFrom,
        author,
      ]),
    ).toEqual([
      ['en', 'lost', DRAFT.category, { en: 'The opposite.' }, mark.id, 'Ada'],
      ['fr', 'perdons', DRAFT.category, { en: 'The opposite.' }, mark.id, 'Ada'],
    ]);
    await marking.step('undo');
    const work = base.withRecords(log.records);
    expect(['de', 'en', 'fr'].map((variant) => work.markCount(variant))).toEqual([1, 0, 0]);
  });
});

describe('a new mark', () => {
  test('is what the reader said, on the words, with no field that they left empty', async () => {
    const { marking, work, make, log } = bench();
    const mark = await make('keine Kontrolle');
    expect(mark).toEqual({
      id: mark.id,
      time: mark.time,
      type: 'mark',
      author: 'Ada',
      work: work().work.slug,
      variant: 'de',
      paragraph: 'p',
      spans: [
        { quote: { exact: 'keine Kontrolle', prefix: 'Wir haben ', suffix: ' mehr.' }, start: 10, end: 25 },
      ],
      category: 'accuracy/mistranslation',
      severity: 'major',
    });
    expect(log.records).toEqual([mark]);
    expect(marking.task).toBeUndefined();
  });

  test('has the comment in the reader’s language, and the better words', async () => {
    const { make } = bench();
    const english = await make('keine', { comment: 'The opposite.', replacement: 'volle' });
    expect([english.explanation, english.replacement]).toEqual([{ en: 'The opposite.' }, 'volle']);
    await changeLanguage('de');
    const german = await make('mehr', { comment: 'Das Gegenteil.' });
    await changeLanguage('en');
    expect([german.explanation, german.replacement]).toEqual([{ de: 'Das Gegenteil.' }, undefined]);
  });

  test('keeps the reader’s name for the next one, and never another over it', async () => {
    const { marking, make } = bench();
    expect(marking.author).toBe('');
    await make('keine', { author: 'Grace' });
    expect([marking.author, readSetting('author')]).toEqual(['Grace', 'Grace']);
    await make('mehr', { author: 'Ada' });
    expect(marking.author).toBe('Grace');
  });

  test('is made once: the editor has nothing to be finished afterwards', async () => {
    const { marking, work, make, log } = bench();
    await make('keine');
    expect(await marking.finish(work(), DRAFT)).toBeUndefined();
    expect(log.records).toHaveLength(1);
  });

  // `finish` closes the editor before the log has the mark: what was typed is gone when the log's script
  // cannot be loaded.
  test('that the log could not take leaves the editor open with what was said', async () => {
    const { work } = bench();
    const denied = { add: () => Promise.reject(new TypeError('no script')), records: [] };
    const marking = new Marking(stubHost(), denied as unknown as ReaderLog);
    await marking.open(work(), [rangeOf('keine')], BESIDE, () => null);
    await marking.finish(work(), DRAFT).catch(() => undefined);
    expect(marking.task).toBeDefined();
  });
});

describe('an edited mark', () => {
  test('takes the place of the old one, on the very spans that it had', async () => {
    const { make, shown, log } = bench();
    const before = await make('keine Kontrolle', { severity: 'minor' });
    const after = await make('keine', { severity: 'critical' }, before);
    expect(shown()).toEqual(['keine Kontrolle critical Ada']);
    expect(after.spans).toEqual(before.spans);
    expect(log.records).toHaveLength(3);
  });

  test('is one action with the taking back of the old one: undone and redone together', async () => {
    const { marking, make, shown } = bench();
    const before = await make('keine', { severity: 'minor' });
    await make('keine', { severity: 'critical' }, before);
    expect(await marking.step('undo')).toBe(true);
    expect(shown()).toEqual(['keine minor Ada']);
    expect(await marking.step('redo')).toBe(true);
    expect(shown()).toEqual(['keine critical Ada']);
  });

  test('gives the editor what it says, a new one nothing', async () => {
    const { marking, make } = bench();
    const bare = await make('keine');
    const full = await make('mehr', {
      category: 'style/awkward-style',
      severity: 'neutral',
      comment: 'Odd.',
      replacement: 'noch',
    });
    expect(marking.draftOf(bare)).toEqual({
      category: 'accuracy/mistranslation',
      severity: 'major',
      comment: '',
      replacement: '',
    });
    expect(marking.draftOf(full)).toEqual({
      category: 'style/awkward-style',
      severity: 'neutral',
      comment: 'Odd.',
      replacement: 'noch',
    });
    expect(marking.draftOf(undefined)).toEqual({});
  });

  // The German comment comes back from the editor unchanged and is stored as English.
  test('keeps the language of a comment that was not touched', async () => {
    const { marking, make } = bench();
    await changeLanguage('de');
    const before = await make('keine', { comment: 'Das Gegenteil.' });
    await changeLanguage('en');
    const after = await make('keine', { ...marking.draftOf(before), severity: 'minor' }, before);
    expect(after.explanation).toEqual({ de: 'Das Gegenteil.' });
  });
});

describe('a mark that is taken back', () => {
  test('is shown no more, and again when that is undone', async () => {
    const { marking, make, shown } = bench();
    await marking.remove(await make('keine'));
    expect(shown()).toEqual([]);
    await marking.step('undo');
    expect(shown()).toEqual(['keine major Ada']);
    await marking.step('redo');
    expect(shown()).toEqual([]);
  });
});

describe('undo and redo', () => {
  test('go back mark by mark to the first, and forth to the last', async () => {
    const { marking, make, shown } = bench();
    for (const words of ['Wir', 'haben', 'keine']) await make(words);
    const [wir, haben, keine] = ['Wir major Ada', 'haben major Ada', 'keine major Ada'];
    const seen: (readonly string[])[] = [];
    for (const direction of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
      expect(await marking.step(direction)).toBe(true);
      seen.push(shown());
    }
    expect(seen).toEqual([[wir, haben], [wir], [], [wir], [wir, haben], [wir, haben, keine]]);
  });

  test('have nothing to do without marks, beyond the first and the last, and after a new one', async () => {
    const { marking, make } = bench();
    expect([await marking.step('undo'), await marking.step('redo')]).toEqual([false, false]);
    await make('keine');
    expect(await marking.step('redo')).toBe(false);
    await marking.step('undo');
    expect(await marking.step('undo')).toBe(false);
    await make('mehr');
    expect(await marking.step('redo')).toBe(false);
  });

  test('leave alone what others made on this device', async () => {
    const { marking, make, shown } = bench();
    await make('keine', { author: 'Grace' });
    writeSetting('author', 'Ada');
    expect(await marking.step('undo')).toBe(false);
    expect(shown()).toEqual(['keine major Grace']);
  });
});
