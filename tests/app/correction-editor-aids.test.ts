import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CorrectionEditor } from '../../src/app/correction-editor/correction-editor.ts';
import type { MemoryFound, MemoryOffer } from '../../src/app/correction-editor/memory-list.ts';
import { MemorySearch, type Rememberer } from '../../src/app/correction-editor/memory-search.ts';
import { TextChecks, type TypedChecker } from '../../src/app/correction-editor/text-checks.ts';
import { wordedFindings } from '../../src/app/correction-editor/worded-findings.ts';
import { DEFAULT_CHECKS } from '../../src/core/check/registry.ts';
import { loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import { TypedChecks, type TypedFinding, type TypedText } from '../../src/worker/check-typed.ts';
import { DE, EN, field, mountEditor, ownDrafts, workOf, write } from './correcting.ts';
import { all, correction, one, openedWork, rendered, textOf } from './make.ts';

beforeAll(async () => {
  await page.viewport(800, 900);
  await startI18n(['en']);
  await loadLaterTexts();
});

const editorFor = (given: Partial<CorrectionEditor> = {}) => mountEditor({ drafts: ownDrafts(), ...given });

describe('findings', () => {
  test('lead to their words, wherever they stand by now; those of the base are folded', async () => {
    const start = DE.indexOf('keine');
    const editor = await editorFor({
      findings: [
        { message: 'New.', places: [{ words: 'keine', start }] },
        { message: 'Old.', isOld: true },
      ],
    });
    const [fresh, old] = all(editor, '.findings').map(textOf);
    expect([fresh, old]).toEqual([
      expect.stringContaining('New.'),
      expect.stringContaining(t('correcting.findingsOld', { count: 1 })),
    ]);
    await write(editor, `Ach, ${DE}`);
    one(editor, '.findings .words').click();
    const { selectionStart, selectionEnd, value } = field(editor);
    expect([value.slice(selectionStart, selectionEnd), selectionStart]).toEqual(['keine', start + 5]);
  });

  test('are told of what is being written, from the beginning on', async () => {
    const told: string[] = [];
    const listen = (event: HTMLElementEventMap['text-edited']) => told.push(event.detail.text);
    document.body.addEventListener('text-edited', listen, true);
    const editor = await editorFor();
    await write(editor, 'Neu.');
    document.body.removeEventListener('text-edited', listen, true);
    expect(told).toEqual([DE, 'Neu.']);
  });
});

/** A checker that answers when it is told to. */
function heldChecker() {
  const asked: { readonly text: string; readonly answer: () => void }[] = [];
  let started = 0;
  const api = {
    addText: () => Promise.resolve(),
    beginTyped: () => Promise.resolve(),
    checkTyped: (typed: TypedText) =>
      new Promise<readonly TypedFinding[]>((resolve) => {
        const answer = () => {
          const input = { texts: [{ variant: 'de', lang: 'de', paragraphs: [] }] };
          resolve(new TypedChecks(input, DEFAULT_CHECKS).check(typed));
        };
        asked.push({ text: typed.text, answer });
      }),
  };
  const checker = { api, failed: new Promise<never>(() => undefined), stop: () => undefined };
  return {
    asked,
    started: () => started,
    start: (): TypedChecker => {
      started += 1;
      return checker as unknown as TypedChecker;
    },
  };
}

describe('checks while typing', () => {
  const written = (text: string) => ({ text, base: DE, paragraphs: ['p'] });

  test('wait for a pause, and tell nothing of a text that is another one by now', async () => {
    const held = heldChecker();
    const told: string[] = [];
    const checks = new TextChecks((_found, text) => told.push(text), held.start);
    const show = (text: string) => {
      checks.show(workOf(), 'de', written(text));
    };
    show('a');
    show('ab');
    await vi.waitFor(() => {
      expect(held.asked.map(({ text }) => text)).toEqual(['ab']);
    });
    show('abc');
    held.asked[0]?.answer();
    await vi.waitFor(() => {
      expect(held.asked.map(({ text }) => text)).toEqual(['ab', 'abc']);
    });
    held.asked[1]?.answer();
    await vi.waitFor(() => {
      expect(told).toEqual(['abc']);
    });
    checks.stop();
  });

  test('leave out what somebody said is no error', () => {
    const opened = workOf();
    const [found] = new TypedChecks(
      { texts: [{ variant: 'de', lang: 'de', paragraphs: opened.texts.get('de') ?? [] }] },
      DEFAULT_CHECKS,
    ).check({ variant: 'de', paragraph: 'p', base: DE, text: 'Es ist ist so.', hasReference: false });
    const [worded] = wordedFindings([found!], 'Es ist ist so.', opened);
    expect([worded?.places?.map(({ words }) => words), worded?.isOld]).toEqual([['ist ist'], false]);
    const dismissed = openedWork({ de: { p: DE }, en: { p: EN } }, [
      {
        ...correction(7, '', ''),
        type: 'dismissal',
        finding: found!.finding.key,
      } as never,
    ]);
    expect(wordedFindings([found!], 'Es ist ist so.', dismissed)).toEqual([]);
  });
});

const offer = (given: Partial<MemoryOffer> = {}): MemoryOffer => ({
  target: 'Uns fehlt Geld.',
  source: 'Wir haben keine Spenden.',
  similarity: 1,
  isExact: true,
  work: 'Another work',
  author: 'Bo',
  time: '2024-08-07T00:00:00.000Z',
  asked: { side: 'target', words: 'Wir haben keine Spenden.', isWhole: false },
  ...given,
});
const found = (...offers: readonly MemoryOffer[]): MemoryFound => ({
  offers,
  corrections: 12,
  works: 2,
  isCut: false,
});

describe('earlier corrections', () => {
  const TWO = 'Nun gut. Wir haben keine Spenden.';
  const opened = openedWork({ de: { p: TWO }, en: { p: 'Well. We have no funding.' } });

  test('take the place of their sentence, and the field’s own undo brings it back', async () => {
    const editor = await editorFor({ opened, memory: found(offer()) });
    expect(textOf(one(editor, '.memory li'))).toMatch(/the same.*Uns fehlt Geld\..*Another work · Bo/);
    one(editor, '.use').click();
    await rendered(editor);
    expect(field(editor).value).toBe('Nun gut. Uns fehlt Geld.');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field(editor).value).toBe(TWO);
  });

  test('found by the source take the place of its rendering, and say how alike they are', async () => {
    const asked = { side: 'source', words: 'We have no funding.', isWhole: false } as const;
    const editor = await editorFor({
      opened,
      memory: found(offer({ asked, isExact: false, similarity: 0.8, source: 'We have no money.' })),
    });
    expect(textOf(one(editor, '.memory li'))).toMatch(/80%.*We have no money\./);
    one(editor, '.use').click();
    await rendered(editor);
    expect(field(editor).value).toBe('Nun gut. Uns fehlt Geld.');
  });

  test('are not shown where none fits, or the text has them already', async () => {
    const editor = await editorFor({ opened, memory: found(offer({ target: 'Nun gut.' })) });
    expect(all(editor, '.memory')).toEqual([]);
  });

  test('are looked for once for a paragraph, with the work’s own', async () => {
    const calls: string[] = [];
    const api = new Proxy({} as Rememberer['api'], {
      get: (_target, name) => (given: { readonly length?: number }) => {
        calls.push(name === 'setOwn' ? `setOwn ${String(given.length)}` : String(name));
        return Promise.resolve({ answers: [], corrections: 0, works: 0, isCut: false });
      },
    });
    const told: MemoryFound[] = [];
    const rememberer = { api, failed: new Promise<never>(() => undefined), stop: () => undefined };
    const search = new MemorySearch(
      (each) => told.push(each),
      () => rememberer as unknown as Rememberer,
    );
    const work = workOf(correction(3, DE, 'Anders.'));
    for (const text of ['a', 'ab']) search.show(work, 'de', { text, base: DE, paragraphs: ['p'] });
    await vi.waitFor(() => {
      expect(told).toHaveLength(1);
    });
    search.show(work, 'de', { text: 'Und weiter.', base: 'Und weiter.', paragraphs: ['q'] });
    await vi.waitFor(() => {
      expect(told).toHaveLength(2);
    });
    expect(calls).toEqual(['begin', 'setOwn 1', 'find', 'find']);
  });
});
