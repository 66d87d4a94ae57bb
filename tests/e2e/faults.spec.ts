import { WORK, expect, marksIn, open, openFaults, row, test } from './page.ts';

const file = (name: string) => `**/works/mistral-interview/${name}`;

test('a variant with a broken paragraph says where, and everything else is shown', async ({ page }) => {
  const text = await (await page.request.get('/works/mistral-interview/en.md')).text();
  const broken = text.replace('<!-- n02 paragraph -->', '<!-- n02 parapraph -->');
  await page.route(file('en.md'), (route) => route.fulfill({ body: broken, contentType: 'text/markdown' }));
  await open(page, WORK);
  await openFaults(page);
  await expect(page.locator('lesart-app-shell > .sr[role=status]')).toContainText('could not be read');
  await expect(page.locator('lesart-fault-list li').first()).toContainText('en.md:');
  await expect(page.locator('lesart-fault-list li').first()).toContainText('parapraph');
  await expect(row(page, 'n03').locator('.cell').nth(1)).toContainText('TIME');
});

test('a missing variant file leaves the other columns working', async ({ page, allowErrors }) => {
  allowErrors.allowed.push(/404/);
  await page.route(file('en.md'), (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, WORK);
  await openFaults(page);
  await expect(page.locator('lesart-fault-list')).toContainText('en.md');
  await expect(row(page, 'a07').locator('.cell').first()).toContainText('Wir wollen weiter aufholen');
  await expect(page.locator('.head').nth(1)).toContainText('could not be read');
  await expect(row(page, 'a07').locator('.cell').nth(1)).toHaveText('–');
});

test('a bad line in the contributions is named by its number, the other marks are there', async ({
  page,
}) => {
  const text = await (await page.request.get('/works/mistral-interview/contributions.jsonl')).text();
  const lines = text.split('\n');
  lines.splice(2, 0, '{"type":"mark", broken');
  await page.route(file('contributions.jsonl'), (route) =>
    route.fulfill({ body: lines.join('\n'), contentType: 'application/jsonl' }),
  );
  await open(page, WORK);
  await openFaults(page);
  await expect(page.locator('lesart-fault-list li')).toHaveCount(1);
  await expect(page.locator('lesart-fault-list li')).toContainText('contributions.jsonl:3');
  expect((await marksIn(page, page.locator('.scroller'))).length).toBeGreaterThan(20);
});

test('a mark whose words no longer exist is shown as lost, with a way to it', async ({ page }) => {
  const text = await (await page.request.get('/works/mistral-interview/de.md')).text();
  const changed = text.replace('Wir haben in diesen Bereichen keine Kontrolle mehr.', 'Punkt.');
  await page.route(file('de.md'), (route) => route.fulfill({ body: changed, contentType: 'text/markdown' }));
  await open(page, WORK);
  await openFaults(page);
  const stray = page.locator('lesart-fault-list li', { hasText: 'keine Kontrolle mehr' }).first();
  await stray.getByRole('button').click();
  await expect(page.locator('.row.active')).toHaveAttribute('data-row', 'a07');
  await expect(page.locator('lesart-work-apparatus .stale')).toBeVisible();
  await expect(page.locator('lesart-mark-card .stray').first()).toBeVisible();
});

test('a broken work.json says what is wrong and offers to try again', async ({ page }) => {
  let body = '{ "slug": "mistral-interview", ';
  await page.route(file('work.json'), (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.goto(WORK);
  await expect(page.getByRole('alert')).toContainText('work.json');
  await page.unroute(file('work.json'));
  body = '';
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.row').first()).toBeVisible();
});

test('a work that does not exist says so', async ({ page, allowErrors }) => {
  allowErrors.allowed.push(/404/);
  await page.goto('/no-such-work');
  await expect(page.getByRole('alert')).toContainText('no-such-work');
  await page.getByRole('link', { name: 'Open the first work' }).click();
  await expect(page.locator('.row').first()).toBeVisible();
});

test('text that looks like markup is shown as text', async ({ page }) => {
  const text = await (await page.request.get('/works/mistral-interview/de.md')).text();
  const hostile = text.replace('Nachricht\n', '<img src=x onerror="document.title=1"> <b>fett</b>\n');
  await page.route(file('de.md'), (route) => route.fulfill({ body: hostile, contentType: 'text/markdown' }));
  await open(page, WORK);
  await expect(row(page, 'section').locator('.cell').first()).toContainText('<b>fett</b>');
  await expect(row(page, 'section').locator('img, .cell b')).toHaveCount(0);
});
