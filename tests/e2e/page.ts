import { type Locator, type Page, expect, test as base } from '@playwright/test';

/** A page that fails its test when the browser reports an error that the test did not ask for. */
export const test = base.extend<{ allowErrors: { allowed: RegExp[] } }>({
  allowErrors: [
    async ({ page }, use) => {
      const state = { allowed: [] as RegExp[] };
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use(state);
      expect(errors.filter((error) => !state.allowed.some((allowed) => allowed.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const WORK = '/mistral-interview';

/** Opens an address and waits until the text stands there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.row').first()).toBeVisible();
}

export const row = (page: Page, id: string) => page.locator(`.row[data-row="${id}"]`);
export const activeRow = (page: Page) => page.locator('.row.active');
export const apparatus = (page: Page) => page.locator('lesart-work-apparatus');
export const chip = (page: Page, label: string) =>
  page.locator('lesart-variant-bar button').filter({ has: page.getByText(label, { exact: true }) });

/** A highlight as it is painted over the texts. */
interface Painted {
  readonly name: string;
  readonly words: string;
  readonly row: string;
  /** The column's number. */
  readonly column: number;
  /** Where its first line stands on the page. */
  readonly x: number;
  readonly y: number;
  readonly inView: boolean;
}

/** All that is painted under these names (space-separated), on screen and near it, in text order; `within` is a row
 * or any of its parts. */
export const painted = (page: Page, names: string, within?: Locator): Promise<readonly Painted[]> =>
  (within ?? page.locator('.scroller')).first().evaluate((part, wanted) => {
    const view = part.closest('.scroller')!.getBoundingClientRect();
    return wanted
      .split(' ')
      .flatMap((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => ({ name, range })))
      .filter(({ range }) => part.contains(range.startContainer))
      .map(({ name, range }) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return { name, live };
      })
      .sort((a, b) => a.live.compareBoundaryPoints(Range.START_TO_START, b.live))
      .map(({ name, live }) => {
        const { left, top, width, height } = live.getClientRects()[0]!;
        const cell = live.startContainer.parentElement!.closest('.cell')!;
        const [x, y] = [left + width / 2, top + height / 2];
        return {
          ...{ name, words: live.toString(), x, y },
          row: cell.closest<HTMLElement>('.row')!.dataset['row']!,
          column: [...cell.parentElement!.querySelectorAll('.cell')].indexOf(cell),
          inView: x > view.left && x < view.right && y > view.top && y < view.bottom,
        };
      });
  }, names);

/** The words that are painted so. */
export const words = async (page: Page, names: string, within?: Locator): Promise<readonly string[]> =>
  (await painted(page, names, within)).map((each) => each.words);

export const SEVERITIES = 'neutral minor major critical';

/** The marked words of a row, or of a part of it, in text order. */
export const marksIn = (page: Page, within: Locator) => painted(page, SEVERITIES, within);

/** Clicks on the first or the last mark of a row. */
export async function clickMark(page: Page, within: Locator, at: 0 | -1 = 0): Promise<void> {
  await within.scrollIntoViewIfNeeded();
  await expect.poll(() => marksIn(page, within)).not.toEqual([]);
  const { x, y } = (await marksIn(page, within)).at(at)!;
  await page.mouse.click(x, y);
}

/** Waits until words are painted so, and stand on screen. */
export const expectInView = (page: Page, name: string) =>
  expect.poll(async () => (await painted(page, name))[0]?.inView).toBe(true);

/** A parameter of the address, which follows what is shown. */
export const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name) ?? '';

/** Presses a key that goes to another mark, and waits until the address names it. */
export async function pressToMark(page: Page, key: string): Promise<string> {
  const before = parameter(page, 'm');
  await page.keyboard.press(key);
  await expect.poll(() => parameter(page, 'm')).not.toBe(before);
  await expectInView(page, 'on');
  return parameter(page, 'm');
}

/** The messages, unfolded: few of them are so from the start. */
export async function openFaults(page: Page) {
  const list = page.locator('lesart-fault-list');
  await expect(list.locator('summary')).toBeVisible();
  if (!(await list.locator('details[open]').count())) await list.locator('summary').click();
  return list;
}
