import { beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Comparisons } from '../../src/app/comparisons.ts';
import '../../src/app/correction-history/correction-history.ts';
import type { CorrectionHistory } from '../../src/app/correction-history/correction-history.ts';
import type { ProposalCard } from '../../src/app/proposal-card/proposal-card.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import { loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import {
  all,
  comment,
  correction,
  heard,
  mount,
  one,
  openedWork,
  press,
  recordId,
  rendered,
  review,
  textOf,
  withComparisons,
  withdrawal,
} from './make.ts';

beforeAll(async () => {
  await page.viewport(800, 900);
  await startI18n(['en']);
  await loadLaterTexts();
});

/** One worker for all tests: a loaded machine takes its time to start each. */
const comparisons = new Comparisons();
const SLOW = { timeout: 10_000 };

const DE = 'Wir haben keine Kontrolle mehr über die Spenden.';
const GELDER = DE.replace('Spenden', 'Gelder');
const KAUM = DE.replace('keine', 'kaum');
const BOTH = GELDER.replace('keine', 'kaum');

async function historyOf(
  log: readonly Contribution[],
  given: Partial<CorrectionHistory> = {},
): Promise<CorrectionHistory> {
  const texts = {
    de: { p: DE, q: 'Und weiter.' },
    en: { p: 'We have no say.' },
    'de-back': { p: 'We have no control.' },
  };
  const history = await mount(
    'lesart-correction-history',
    { opened: openedWork(texts, log), variant: 'de', paragraph: 'p', author: 'Rev', ...given },
    withComparisons(comparisons),
  );
  for (const card of cards(history)) await rendered(card);
  return history;
}
const cards = (history: CorrectionHistory) => all(history, 'lesart-proposal-card') as ProposalCard[];
const button = (element: Element, name: string) => {
  const found = all(element, 'button').find((each) => textOf(each) === name);
  if (!found) throw new Error(`no button ${name}`);
  return found as HTMLButtonElement;
};
const buttons = (card: ProposalCard) => all(card, '.actions button').map(textOf);
/** How many changes each diff that an element shows has. */
const marked = (element: Element) =>
  all(element, 'lesart-diff-text').map((diff) => diff.shadowRoot?.querySelectorAll('del, ins').length);
const plain = (element: Element) => all(element, '.plain').map(textOf);

describe('a proposal', () => {
  test('shows who made it, its standing, its reason, its changes and the text that it makes', async () => {
    const history = await historyOf([
      correction(1, DE, GELDER, { reason: { en: 'No alms.' }, resolves: [recordId(9)] }),
    ]);
    const [card] = cards(history);
    await expect.poll(() => marked(card!), SLOW).toEqual([2]);
    expect(textOf(one(card!, 'h3'))).toBe('Ada');
    expect(plain(card!)).toEqual([GELDER]);
    expect(textOf(one(card!, '.reason'))).toBe('No alms.');
    expect(textOf(one(card!, '.facts'))).toContain(t('correcting.standing.fresh'));
    expect(textOf(one(card!, '.facts'))).toContain(t('correcting.resolvesCount', { count: 1 }));
  });

  test('counts votes and shows what was said, with names', async () => {
    const [card] = cards(
      await historyOf([
        correction(1, DE, GELDER),
        review(2, 1, { author: 'Bo', verdict: 'changes-requested', reason: { en: 'Shorter.' } }),
        review(3, 1, { author: 'Cy' }),
        { ...comment(4, { author: 'Di', text: { en: 'Why?' } }), of: recordId(1) },
      ]),
    );
    const facts = textOf(one(card!, '.facts'));
    expect(facts).toContain(t('correcting.vote.changes-requested', { names: 'Bo' }));
    expect(facts).toContain(t('correcting.vote.accepted', { names: 'Cy' }));
    expect(all(card!, '.said').map(textOf)).toEqual(['Bo: Shorter.', 'Di: Why?']);
  });

  test('is accepted by one click, under the reader’s name', async () => {
    const history = await historyOf([correction(1, DE, GELDER)]);
    const events = heard(document.body, 'review-made');
    button(cards(history)[0]!, t('correcting.accept')).click();
    expect(events.map(({ of, verdict, author }) => [of, verdict, author])).toEqual([
      [recordId(1), 'accepted', 'Rev'],
    ]);
  });

  test('is signed with the name that is typed where none is known', async () => {
    const history = await historyOf([correction(1, DE, GELDER)], { author: '' });
    const events = heard(document.body, 'review-made');
    const input = one(history, '.author') as HTMLInputElement;
    input.value = ' Bo ';
    input.dispatchEvent(new InputEvent('input'));
    await rendered(history);
    await rendered(cards(history)[0]!);
    button(cards(history)[0]!, t('correcting.accept')).click();
    expect(events[0]?.author).toBe('Bo');
  });

  test.each([
    ['ask', 'changes-requested'],
    ['reject', 'rejected'],
  ] as const)('is answered by %s with what the reader writes', async (act, verdict) => {
    const [card] = cards(await historyOf([correction(1, DE, GELDER)]));
    const events = heard(document.body, 'review-made');
    button(card!, t(`correcting.${act}`)).click();
    await rendered(card!);
    (one(card!, 'textarea') as HTMLTextAreaElement).value = ' Not so. ';
    press(one(card!, 'textarea'), 'Control+Enter');
    expect(events.map((each) => [each.verdict, each.reason])).toEqual([[verdict, 'Not so.']]);
    await rendered(card!);
    expect(all(card!, 'form')).toEqual([]);
  });

  test('is not asked for a change without saying which, and a question can be left', async () => {
    const [card] = cards(await historyOf([correction(1, DE, GELDER)]));
    const events = heard(document.body, 'review-made');
    button(card!, t('correcting.ask')).click();
    await rendered(card!);
    press(one(card!, 'textarea'), 'Control+Enter');
    await rendered(card!);
    expect([events.length, all(card!, 'form').length]).toEqual([0, 1]);
    press(one(card!, 'textarea'), 'Escape');
    await rendered(card!);
    expect([events.length, all(card!, 'form').length]).toEqual([0, 0]);
  });

  test('is commented', async () => {
    const [card] = cards(await historyOf([correction(1, DE, GELDER)]));
    const events = heard(document.body, 'comment-made');
    button(card!, t('correcting.comment')).click();
    await rendered(card!);
    (one(card!, 'textarea') as HTMLTextAreaElement).value = 'Why?';
    button(card!, t('correcting.send')).click();
    expect(events.map(({ of, text, author }) => [of, text, author])).toEqual([[recordId(1), 'Why?', 'Rev']]);
  });

  test('is handed to the editor to be accepted with edits', async () => {
    const [card] = cards(await historyOf([correction(1, DE, GELDER)]));
    const events = heard(document.body, 'edit-asked');
    button(card!, t('correcting.edit')).click();
    expect(events.map(({ text, editedFrom }) => [text, editedFrom])).toEqual([[GELDER, recordId(1)]]);
  });

  test('that was accepted with edits names both, and waits for nothing more', async () => {
    const [first, second] = cards(
      await historyOf([
        correction(1, DE, GELDER),
        correction(2, DE, `${GELDER} Ja.`, { author: 'Bo', editedFrom: recordId(1) }),
        review(3, 2, { author: 'Bo' }),
      ]),
    );
    expect(textOf(one(second!, 'h3'))).toBe(t('correcting.editedBy', { first: 'Ada', others: 'Bo' }));
    expect(textOf(one(first!, '.facts'))).toContain(t('correcting.editedAs'));
    expect(buttons(first!)).not.toContain(t('correcting.accept'));
    expect(buttons(first!)).not.toContain(t('correcting.acceptMerged'));
  });

  test('that was rejected is there, folded away', async () => {
    const history = await historyOf([correction(1, DE, GELDER), review(2, 1, { verdict: 'rejected' })]);
    const details = one(history, 'details') as HTMLDetailsElement;
    expect([details.open, textOf(details.firstElementChild!)]).toEqual([
      false,
      t('correcting.rejected', { count: 1 }),
    ]);
    expect(details.contains(cards(history)[0]!)).toBe(true);
  });
});

describe('a proposal for a text that has changed since', () => {
  const changed = [correction(1, DE, GELDER), review(2, 1)];

  test('shows both changes and what they come to, and is accepted so with both names', async () => {
    const history = await historyOf([...changed, correction(3, DE, KAUM, { author: 'Bo' })]);
    const card = cards(history)[1]!;
    await expect.poll(() => marked(card), SLOW).toEqual([2, 2, 2]);
    expect(plain(card)).toEqual([BOTH]);
    const events = heard(document.body, 'correction-drafted');
    button(card, t('correcting.acceptMerged')).click();
    expect(events[0]?.draft).toMatchObject({
      variant: 'de',
      paragraph: 'p',
      base: GELDER,
      text: BOTH,
      editedFrom: recordId(3),
      author: 'Rev',
    });
  });

  test('is resolved place by place where both changed the same words', async () => {
    const history = await historyOf([...changed, correction(3, DE, DE.replace('Spenden', 'Mittel'))]);
    const card = cards(history)[1]!;
    const accept = () => button(card, t('correcting.acceptMerged'));
    expect([accept().disabled, plain(card)]).toEqual([true, []]);
    expect(all(card, 'fieldset q').map(textOf)).toEqual(['Gelder', 'Mittel', 'Spenden']);
    all(card, 'fieldset input')[1]!.click();
    await rendered(card);
    expect(plain(card)).toEqual([DE.replace('Spenden', 'Mittel')]);
    const events = heard(document.body, 'correction-drafted');
    accept().click();
    expect(events[0]?.draft.text).toBe(DE.replace('Spenden', 'Mittel'));
  });

  test('of an earlier text can stand again, by a proposal of its own', async () => {
    const history = await historyOf([...changed, correction(3, GELDER, BOTH), review(4, 3)]);
    const events = heard(document.body, 'correction-drafted');
    button(cards(history)[0]!, t('correcting.revert')).click();
    expect(events[0]?.draft).toMatchObject({ base: BOTH, text: GELDER, resolves: [] });
    expect(events[0]?.draft.reason).not.toBe('');
    expect(events[0]?.draft.editedFrom).toBeUndefined();
  });
});

describe('a fork', () => {
  test('is told, and settled by keeping one', async () => {
    const history = await historyOf([
      correction(1, DE, GELDER),
      correction(2, DE, KAUM),
      correction(3, DE, 'Anders.'),
      review(4, 1),
      review(5, 2),
    ]);
    expect(textOf(one(history, '.fork'))).toBe(t('correcting.fork', { count: 2 }));
    const events = heard(document.body, 'fork-settled');
    const keeps = all(history, '.keep button');
    expect(keeps).toHaveLength(2);
    keeps[1]!.click();
    expect(events.map(({ kept, others, author }) => [kept, others, author])).toEqual([
      [recordId(2), [recordId(1)], 'Rev'],
    ]);
  });
});

describe('several proposals', () => {
  const LOG = [
    correction(1, DE, GELDER),
    correction(2, 'Und weiter.', 'Und so weiter.', { paragraph: 'q' }),
    correction(3, DE, KAUM, { author: 'Bo' }),
  ];

  test('of one author are accepted at once where there is more than one', async () => {
    const history = await historyOf(LOG);
    const offers = all(history, '.all button').map(textOf);
    expect(offers).toEqual([t('correcting.acceptAll', { author: 'Ada', count: 2 })]);
    const events = heard(document.body, 'all-accepted');
    one(history, '.all button').click();
    expect(events.map(({ of, author }) => [of, author])).toEqual([['Ada', 'Rev']]);
  });

  test('can be compared with each other, the text and its back-translation', async () => {
    const history = await historyOf(LOG);
    (one(history, '.compare') as HTMLDetailsElement).open = true;
    const [from, to] = all(history, 'select') as HTMLSelectElement[];
    expect([from!.value, to!.value]).toEqual(['file', recordId(3)]);
    expect([...to!.options].map(({ value }) => value)).toEqual(['file', recordId(1), recordId(3), 'back']);
    from!.value = recordId(1);
    from!.dispatchEvent(new Event('change'));
    await rendered(history);
    await expect.poll(() => marked(history), SLOW).toEqual([4]);
    expect(all(history, '.compare dd').map(textOf)).toEqual([GELDER, KAUM]);
    to!.value = 'back';
    to!.dispatchEvent(new Event('change'));
    await rendered(history);
    expect(all(history, '.compare dd').map(({ lang }) => lang)).toEqual(['de', 'en']);
  });

  test('none of which is there are told as none', async () => {
    const history = await historyOf([]);
    expect(textOf(one(history, '.empty'))).toBe(t('correcting.none'));
    expect(all(history, '.history, .author')).toEqual([]);
  });
});

test('the timeline tells what happened, what was taken back too', async () => {
  const log = [
    correction(1, DE, GELDER),
    review(2, 1, { author: 'Bo', verdict: 'rejected', reason: { en: 'No.' } }),
    withdrawal(3, 2, { author: 'Bo' }),
  ];
  const history = await historyOf(log, { records: log });
  const told = all(history, '.timeline li').map((entry) => textOf(entry));
  expect(told).toHaveLength(3);
  expect(told[0]).toContain(t('correcting.did.correction', { author: 'Ada' }));
  expect(told[1]).toContain(t('correcting.did.rejected', { author: 'Bo', of: 'Ada' }));
  expect(told[1]).toContain(t('correcting.withdrawn'));
  expect(told[2]).toContain(t('correcting.did.withdrawal-review', { author: 'Bo' }));
});

test('paragraphs that are joined, removed or split say so, on the card and in the timeline', async () => {
  const action = recordId(1);
  const joined = [
    correction(1, DE, `${DE} Und weiter.`, { action }),
    correction(2, 'Und weiter.', '', { action, paragraph: 'q' }),
  ];
  const said = (history: CorrectionHistory) => [
    cards(history).map((card) => all(card, '.facts li').map(textOf)[1]),
    all(history, '.timeline .correction').map(textOf)[0],
  ];
  const joins = t('correcting.structured.joins', { numbers: '2' });
  expect(said(await historyOf(joined))).toEqual([[joins], expect.stringContaining(joins)]);
  const into = t('correcting.structured.removesInto', { numbers: '1' });
  expect(said(await historyOf(joined, { paragraph: 'q' }))).toEqual([[into], expect.stringContaining(into)]);
  const splits = t('correcting.structured.splits', { count: 2 });
  const split = await historyOf([correction(1, DE, `Eins.\nZwei.`)]);
  expect(said(split)).toEqual([[splits], expect.stringContaining(splits)]);
  expect(plain(cards(split)[0]!)).toEqual(['Eins.', 'Zwei.']);
});
