import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WORK, activeRow, apparatus, chip, expect, marksIn, open, parameter, row, test } from './page.ts';

const PARAGRAPHS = 56;

const review = (page: Page) => page.locator('lesart-review-view');
const findings = (page: Page) => review(page).locator('lesart-review-finding');
const activeFinding = (page: Page) => review(page).locator('lesart-review-finding[aria-current=true]');
const overview = (page: Page) => page.locator('lesart-overview-view');
const editor = (page: Page) => page.locator('lesart-correction-editor');
const history = (page: Page) => page.locator('lesart-correction-history');
const corrected = (page: Page) => apparatus(page).locator('section[data-comparator=correction]');
const own = (page: Page) => page.locator('lesart-status-line .own');
const heads = (page: Page) => page.locator('.head strong');

/** Waits until all texts are there and the checks have gone through them: what they found stays as it is now. */
async function checked(page: Page): Promise<void> {
  await expect(findings(page).first()).toBeVisible();
  await expect(review(page).locator('p.note')).toHaveCount(0);
  await expect(review(page).locator('progress')).toHaveCount(0);
}

/** Opens the queue of what was found in the subject, and turns to its first entry; returns the entry's key. */
async function turnToFirst(page: Page): Promise<string> {
  await page.goto(`${WORK}?view=review&rv=de`);
  await checked(page);
  await review(page).focus();
  await page.keyboard.press('j');
  await expect(activeFinding(page)).toBeFocused();
  return keyOf(page);
}

const keyOf = async (page: Page): Promise<string> =>
  (await activeFinding(page).getAttribute('data-key')) ?? '';

const withKey = (page: Page, key: string) =>
  review(page).locator(`lesart-review-finding[data-key=${JSON.stringify(key)}]`);

/** Opens one of the folded parts of the apparatus. */
const unfold = (page: Page, name: string) => apparatus(page).getByText(name, { exact: true }).click();

async function openWitnesses(page: Page) {
  await unfold(page, 'Witnesses');
  const table = apparatus(page).locator('lesart-witness-table');
  await expect(table.locator('.key')).toContainText('What each variant says here');
  await expect(table.getByText('on its way …')).toHaveCount(0);
  return table;
}

async function openEditor(page: Page, paragraph: string) {
  await open(page, `${WORK}?p=${paragraph}`);
  await page.keyboard.press('e');
  const field = editor(page).getByRole('textbox', { name: 'Corrected text' });
  await expect(field).toBeFocused();
  return field;
}

test.describe('the review', () => {
  test('opens and closes by its key, and the address says so', async ({ page }) => {
    await open(page, `${WORK}?p=a07`);
    await page.keyboard.press('r');
    await expect(review(page)).toBeFocused();
    expect(parameter(page, 'view')).toBe('review');
    await checked(page);
    await page.keyboard.press('r');
    await expect(row(page, 'a07')).toBeInViewport();
    expect(parameter(page, 'view')).toBe('');
  });

  test('lets a finding be dismissed, for good, until that is undone', async ({ page }) => {
    const key = await turnToFirst(page);
    const count = review(page).locator('.count');
    const before = await count.innerText();
    await page.keyboard.press('x');
    await expect(withKey(page, key)).toHaveCount(0);
    await expect(activeFinding(page)).toBeFocused();
    expect(await keyOf(page)).not.toBe(key);
    const after = await count.innerText();
    expect(after).not.toBe(before);
    await page.reload();
    await checked(page);
    await expect(withKey(page, key)).toHaveCount(0);
    await expect(count).toHaveText(after);
    await page.keyboard.press('Control+z');
    await expect(withKey(page, key)).toHaveCount(1);
    await expect(count).toHaveText(before);
  });

  test('makes a mark of a finding, which is then in the text', async ({ page }) => {
    const key = await turnToFirst(page);
    await page.keyboard.press('Enter');
    await expect(activeRow(page)).toBeInViewport();
    await expect(review(page)).toHaveCount(0);
    const paragraph = parameter(page, 'p');
    const subject = row(page, paragraph).locator('.cell').first();
    const critical = async () =>
      (await marksIn(page, subject)).filter(({ name }) => name === 'critical').length;
    const before = await critical();
    await page.goBack();
    await checked(page);
    await expect(withKey(page, key)).toBeFocused();
    await page.keyboard.press('m');
    await expect(withKey(page, key).getByRole('group', { name: 'How grave?' })).toBeFocused();
    await page.keyboard.press('c');
    await expect(withKey(page, key)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(own(page)).toContainText('1 entry of yours');
    await expect(row(page, paragraph)).toBeInViewport();
    await expect.poll(critical).toBeGreaterThan(before);
  });
});

test.describe('the overview', () => {
  const focused = (page: Page) =>
    overview(page).evaluate((view) => {
      const cell = view.shadowRoot?.activeElement?.closest('td');
      return [cell?.closest('tr')?.sectionRowIndex, cell?.cellIndex];
    });

  test('shows all paragraphs in all variants, and a cell leads to its place', async ({ page }) => {
    await open(page, WORK);
    await page.keyboard.press('o');
    await expect(overview(page)).toBeFocused();
    expect(parameter(page, 'view')).toBe('overview');
    await expect(overview(page).locator('tbody tr')).toHaveCount(PARAGRAPHS);
    const labels = await overview(page).locator('thead th span[lang]').allTextContents();
    await expect(overview(page).locator('tbody tr').first().locator('td')).toHaveCount(labels.length);
    // Once all is compared no row is rendered anew.
    await expect(overview(page).getByRole('status')).toHaveText('');
    const at = labels.indexOf('Français');
    await overview(page).locator('tbody button[tabindex="0"]').focus();
    await expect.poll(() => focused(page)).toEqual([0, 1]);
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toEqual([0, at + 1]);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused(page)).toEqual([3, at + 1]);
    await page.keyboard.press('Enter');
    await expect(heads(page)).toHaveText(['Deutsch', 'English', 'Français']);
    await expect(overview(page)).toHaveCount(0);
    await expect(activeRow(page)).toBeInViewport();
    expect(await activeRow(page).getAttribute('data-row')).toBe(parameter(page, 'p'));
    await expect(activeRow(page)).toHaveAttribute('aria-rowindex', '5');
  });

  test('keeps what its cells show in the address', async ({ page }) => {
    await page.goto(`${WORK}?view=overview`);
    await overview(page).getByText('Marks', { exact: true }).click();
    await expect.poll(() => parameter(page, 'om')).toBe('marks');
    await expect(overview(page).locator('caption')).toContainText('Marks');
    await page.reload();
    await expect(overview(page).getByRole('radio', { name: 'Marks' })).toBeChecked();
    await overview(page).getByText('Departures', { exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?view=overview');
  });
});

test('the witnesses are a row a variant, and each opens its text', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  const table = await openWitnesses(page);
  const names = table.locator('tbody th button');
  await expect(names).toHaveCount(await page.locator('lesart-variant-bar .chip').count());
  const french = table.getByRole('button', { name: 'Français' });
  await expect(french).toHaveAttribute('aria-expanded', 'false');
  await french.click();
  await expect(french).toHaveAttribute('aria-expanded', 'true');
  await expect(table.locator('tr.text')).toHaveCount(1);
  const shown = await table.locator('tr.text [lang=fr]').innerText();
  await chip(page, 'Français').click();
  await expect(heads(page)).toHaveText(['Deutsch', 'English', 'Français']);
  await expect(row(page, 'a07').locator('.cell').nth(2)).toContainText(shown);
  await french.click();
  await expect(table.locator('tr.text')).toHaveCount(0);
});

test.describe('correcting', () => {
  const TEXT = 'Die Kerngedanken sind die folgenden:';
  const changed = (page: Page) => editor(page).locator('lesart-diff-text ins');

  test('shows what changes while it is typed, and keeps the draft over a reload', async ({ page }) => {
    const field = await openEditor(page, 'n04');
    await expect(changed(page)).toHaveCount(0);
    await field.press('End');
    await field.press('Backspace');
    await field.pressSequentially(' heute:');
    await expect(changed(page).first()).toContainText('heute');
    const text = await field.inputValue();
    await page.reload();
    await expect(row(page, 'n04')).toBeInViewport();
    await page.keyboard.press('e');
    await expect(field).toHaveValue(text);
    await expect(editor(page).locator('.notice')).toBeVisible();
    await expect(changed(page).first()).toContainText('heute');
  });

  test('makes a proposal, which is accepted and taken back', async ({ page }) => {
    const field = await openEditor(page, 'n04');
    await expect(corrected(page)).toContainText('No correction has been proposed');
    await field.fill(TEXT);
    await editor(page).locator('.author').fill('Ada');
    await field.press('Control+Enter');
    await expect(editor(page)).toHaveCount(0);
    await expect(corrected(page).locator('.meta')).toHaveText('Ada · proposed');
    await expect(corrected(page).locator('ins').first()).toContainText('sind');
    await expect(own(page)).toContainText('1 entry of yours');

    // The name is known now.
    await page.keyboard.press('e');
    await expect(field).toBeFocused();
    await expect(editor(page).locator('.author')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(editor(page)).toHaveCount(0);

    await unfold(page, 'Proposals and history');
    const proposal = history(page).locator('lesart-proposal-card');
    await expect(proposal).toHaveCount(1);
    await expect(proposal.locator('.plain')).toHaveText(TEXT);
    await proposal.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(corrected(page).locator('.meta')).toHaveText('Ada · accepted (Ada)');
    await expect(proposal.locator('.status')).toHaveText('accepted');

    await page.keyboard.press('Control+z');
    await expect(corrected(page).locator('.meta')).toHaveText('Ada · proposed');
    await expect(proposal.locator('.status')).toHaveText('proposed');
    await page.keyboard.press('Control+z');
    await expect(corrected(page)).toContainText('No correction has been proposed');
    await expect(proposal).toHaveCount(0);
  });
});

test("a chip's menu makes its text the one that is examined, and Back returns", async ({ page }) => {
  await open(page, `${WORK}?p=a07&v=de,en,fr`);
  await expect(heads(page)).toHaveText(['Deutsch', 'English', 'Français']);
  const subject = apparatus(page).getByRole('radio', { name: /\(Français\)/ });
  await expect(subject).toHaveCount(0);
  await page.locator('lesart-variant-bar .chip[data-variant=fr] .more').click();
  await page.getByRole('menuitemcheckbox', { name: 'Examine this text' }).click();
  await expect.poll(() => parameter(page, 'sub')).toBe('fr');
  await expect(subject).toBeVisible();
  await expect(chip(page, 'Français').first()).toHaveAttribute('title', / · examined · /);
  await page.goBack();
  await expect.poll(() => parameter(page, 'sub')).toBe('');
  await expect(subject).toHaveCount(0);
  await expect(heads(page)).toHaveText(['Deutsch', 'English', 'Français']);
});

test('of seven columns the subject stays where it is while the others scroll sideways', async ({ page }) => {
  await open(page, `${WORK}?v=de,en,fr,es,it,pt,la`);
  await expect(heads(page)).toHaveCount(7);
  const left = (variant: string) =>
    page.locator(`.head[data-variant=${variant}]`).evaluate((head) => head.getBoundingClientRect().left);
  await expect
    .poll(() =>
      page.locator('.head[data-variant=de]').evaluate((head) => getComputedStyle(head).insetInlineStart),
    )
    .not.toBe('auto');
  const [subject, next] = [await left('de'), await left('en')];
  const by = await page.locator('.scroller').evaluate((scroller) => {
    scroller.scrollLeft = 300;
    return scroller.scrollLeft;
  });
  expect(by).toBe(300);
  await expect.poll(() => left('en')).toBeCloseTo(next - by, 0);
  expect(await left('de')).toBeCloseTo(subject, 0);
});

const states: Record<string, (page: Page) => Promise<unknown>> = {
  'the review': async (page) => {
    await turnToFirst(page);
  },
  'the overview': async (page) => {
    await page.goto(`${WORK}?view=overview`);
    await expect(overview(page).locator('tbody tr')).toHaveCount(PARAGRAPHS);
    await expect(overview(page).getByRole('status')).toHaveText('');
  },
  'the open witnesses': async (page) => {
    await open(page, `${WORK}?p=a07`);
    const table = await openWitnesses(page);
    await table.getByRole('button', { name: 'Français' }).click();
    await expect(table.locator('tr.text')).toHaveCount(1);
  },
  'an open correction': async (page) => {
    const field = await openEditor(page, 'a07');
    await field.press('End');
    await field.pressSequentially(' heute');
    await expect(editor(page).locator('lesart-diff-text ins').first()).toBeVisible();
  },
};

for (const [name, show] of Object.entries(states))
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await show(page);
    // Axe reads style sheets through elements of its own, which the page's policy forbids.
    const { violations } = await new AxeBuilder({ page })
      .options({ preload: false })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );
  });
