import { type Page, expect, test as base } from '@playwright/test';

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

/** A parameter of the address, which follows what is shown. */
export const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name) ?? '';

/** Presses a key that goes to another mark, and waits until the address names it. */
export async function pressToMark(page: Page, key: string): Promise<string> {
  const before = parameter(page, 'm');
  await page.keyboard.press(key);
  await expect.poll(() => parameter(page, 'm')).not.toBe(before);
  await expect(page.locator('mark.on').first()).toBeInViewport();
  return parameter(page, 'm');
}

/** The messages, unfolded: few of them are so from the start. */
export async function openFaults(page: Page) {
  const list = page.locator('lesart-fault-list');
  await expect(list.locator('summary')).toBeVisible();
  if (!(await list.locator('details[open]').count())) await list.locator('summary').click();
  return list;
}
