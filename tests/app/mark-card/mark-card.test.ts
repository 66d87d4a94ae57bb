import { beforeAll, describe, expect, test } from 'vitest';
import type { MarkCard } from '../../../src/app/mark-card/mark-card.ts';
import '../../../src/app/mark-card/mark-card.ts';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import type { Mark } from '../../../src/core/contribution/record.ts';
import { changeLanguage, startI18n, t } from '../../../src/i18n/i18n.ts';
import {
  all,
  change,
  correction,
  heard,
  mark,
  mount,
  one,
  openedWork,
  recordId,
  rendered,
  review,
  textOf,
} from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const TEXT = 'Wir haben keine Kontrolle mehr darüber, was die anderen tun.';

/** The card of a mark on “keine Kontrolle”, in a text that may have changed since. */
const show = (given: Partial<Mark> = {}, text = TEXT): Promise<MarkCard> => {
  const opened = openedWork({ de: { p: text } }, [mark(1, TEXT, 'keine Kontrolle', given)]);
  return mount('lesart-mark-card', { placed: opened.marksIn('de', 'p')[0]!, textLang: 'de' });
};

describe('the card of a mark', () => {
  test('quotes the marked words in their language', async () => {
    const card = await show();
    expect(one(card, 'button q').lang).toBe('de');
    expect(textOf(one(card, 'button q'))).toBe('keine Kontrolle');
  });

  test('quotes several spans with a gap between them', async () => {
    const spans = [anchorOf(TEXT, 0, 9), anchorOf(TEXT, 16, 25)];
    expect(textOf(one(await show({ spans }), 'button q'))).toBe('Wir haben … Kontrolle');
  });

  test('shows what stands beside a gap, and says that something is missing there', async () => {
    const card = await show({ spans: [anchorOf(TEXT, 10, 10)] });
    expect(textOf(one(card, 'button'))).toBe(`${t('mark.gap')} Wir haben ‸keine Kontrolle mehr`);
  });

  test('names dimension and kind of the error, the dimension alone where it has no kind', async () => {
    expect(textOf(one(await show(), 'b'))).toBe(
      `${t('mqm.category.accuracy')} · ${t('mqm.category.accuracy/mistranslation')}`,
    );
    expect(textOf(one(await show({ category: 'style' }), 'b'))).toBe(t('mqm.category.style'));
  });

  test('explains it in the reader’s language where it can, and says which language it is', async () => {
    const card = await show({ explanation: { en: 'The opposite.', de: 'Das Gegenteil.' } });
    const explanation = (): HTMLElement => one(card, 'b + span');
    expect([explanation().lang, textOf(explanation())]).toEqual(['en', 'The opposite.']);
    await changeLanguage('de');
    await rendered(card);
    expect([explanation().lang, textOf(explanation())]).toEqual(['de', 'Das Gegenteil.']);
    await changeLanguage('en');
  });

  test('says how grave it is and who marked it', async () => {
    const card = await show({ severity: 'critical', author: 'Grace' });
    expect(textOf(one(card, '.severity'))).toBe(t('mqm.severity.critical'));
    expect(one(card, 'article').classList.contains('critical')).toBe(true);
    expect(textOf(one(card, '.meta'))).toContain('Grace');
  });

  test('gives the better words, and why the machine erred, with the Chinese', async () => {
    const card = await show({
      replacement: 'volle Kontrolle',
      cause: { kind: 'homonym', zh: '融资', note: { en: 'taken as donations' } },
    });
    const [better, cause] = all(card, '.cause');
    expect(textOf(better!)).toBe(`${t('mark.better')} volle Kontrolle`);
    expect(better?.querySelector('q')?.lang).toBe('de');
    expect(textOf(cause!)).toBe(`${t('mqm.cause.homonym')} 融资: taken as donations`);
    expect(cause?.querySelector('[lang=zh]')?.textContent).toBe('融资');
  });

  test('has nothing to say of a cause and better words that were not given', async () => {
    const card = await show();
    expect(all(card, '.cause, .stray')).toEqual([]);
    expect(textOf(card.shadowRoot!.querySelector('article')!)).not.toContain(t('mark.better'));
  });

  test.each([
    [0.42, '42'],
    [0.69, '69'],
  ])('shows a mark of confidence %d as a guess of %s %%', async (confidence, percent) => {
    const card = await show({ confidence });
    expect(textOf(one(card, '.meta'))).toContain(t('mark.unsure', { percent }));
  });

  test.each([0.7, 1, undefined])('shows a mark of confidence %s as sure', async (confidence) => {
    const card = await show(confidence === undefined ? {} : { confidence });
    expect(all(card, '.meta > span')).toHaveLength(2);
  });

  test('says that a correction has resolved it', async () => {
    const log = [
      mark(1, TEXT, 'keine'),
      correction(2, TEXT, 'besser', { resolves: [recordId(1)] }),
      review(3, 2),
    ];
    const placed = openedWork({ de: { p: TEXT } }, log).marksIn('de', 'p')[0]!;
    const card = await mount('lesart-mark-card', { placed, textLang: 'de' });
    expect(textOf(one(card, '.meta'))).toContain(t('mark.resolved'));
  });

  test.each([
    ['lost', 'Nichts davon steht noch hier.', '.stray'],
    ['approximate', TEXT.replace('keine Kontrolle', 'keinerlei Kontrolle'), '.cause'],
    ['moved', `Zu Beginn etwas Neues. ${TEXT}`, '.cause'],
  ] as const)('says when its words are %s', async (state, text, place) => {
    expect(textOf(one(await show({}, text), place))).toBe(t(`mark.${state}`));
  });

  test('is chosen once by a click on its button or anywhere on it', async () => {
    const card = await show();
    const chosen = heard(card, 'mark-activated');
    one(card, 'button').click();
    expect(chosen.map(({ mark: id, paragraph, origin }) => [id, paragraph, origin])).toEqual([
      [recordId(1), 'p', 'panel'],
    ]);
    one(card, '.meta').click();
    expect(chosen).toHaveLength(2);
  });

  test('lights up when it is the active one', async () => {
    const card = await show();
    expect(one(card, 'button').getAttribute('aria-pressed')).toBe('false');
    await change(card, { on: true });
    expect(one(card, 'button').getAttribute('aria-pressed')).toBe('true');
    expect(one(card, 'article').classList.contains('on')).toBe(true);
  });
});

describe('the card of the reader’s own mark', () => {
  test('asks to edit it or to take it back, and does not turn to it', async () => {
    const card = await show();
    await change(card, { own: true });
    const asked = heard(document.body, 'own-mark-asked');
    const chosen = heard(card, 'mark-activated');
    const buttons = all(card, '.own button');
    expect(buttons.map(textOf)).toEqual([
      t('mark.edit'),
      t('mark.delete'),
      t('mark.carry'),
      t('mark.correct'),
    ]);
    for (const button of buttons) button.click();
    expect(asked.map(({ mark: { id }, wish }) => [id, wish])).toEqual([
      [recordId(1), 'edit'],
      [recordId(1), 'delete'],
      [recordId(1), 'carry'],
      [recordId(1), 'correct'],
    ]);
    expect(chosen).toEqual([]);
  });

  test('of another asks for the same error elsewhere or a correction, once it is chosen', async () => {
    const card = await show();
    await change(card, { on: true });
    expect(all(card, '.own button').map(textOf)).toEqual([t('mark.carry'), t('mark.correct')]);
  });

  test('is any other’s without the buttons', async () => {
    const card = await show();
    expect(all(card, '.own')).toEqual([]);
    await change(card, { own: true });
    await change(card, { own: false });
    expect(all(card, '.own')).toEqual([]);
  });
});
