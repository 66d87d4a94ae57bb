import type { ReactiveControllerHost } from 'lit';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { WorkLoader } from '../../../src/app/controllers/work-loader.ts';
import { startI18n } from '../../../src/i18n/i18n.ts';
import { WORKS_DATABASE } from '../../../src/store/device-works-keys.ts';
import { comment, mark, variant } from '../make.ts';
import { deviceWorks, keep } from '../store/works.ts';

await startI18n(['en']);

const DE = 'Wir haben keine Kontrolle.';
const TEXTS = { de: { p: DE }, en: { p: 'We have no control.' }, fr: { p: 'Plus de contrôle.' } };
const given = { variants: [variant('de'), variant('en'), variant('fr')] };

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

/** What was asked of the server that the app came from; it has nothing. */
const asked = vi.fn<(path: string) => Promise<Response>>();

beforeEach(async () => {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(WORKS_DATABASE).onsuccess = resolve;
  });
  asked.mockReset().mockImplementation(() => Promise.resolve(new Response('', { status: 404 })));
  vi.stubGlobal('fetch', asked);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
});

describe('a work of this device', () => {
  test('is opened by its address, with the first texts and what came with it', async () => {
    const works = deviceWorks(WORKS_DATABASE);
    const { work } = await keep(
      works,
      TEXTS,
      (slug) => [mark(1, DE, 'keine'), mark(2, DE, 'Kontrolle')].map((record) => ({ ...record, work: slug })),
      given,
    );
    const loader = new WorkLoader(host, '/app/');
    expect(await loader.open(work.slug, [])).toBe(true);
    expect(loader.opened?.work).toEqual(work);
    expect([...(loader.opened?.texts.keys() ?? [])]).toEqual(['de', 'en']);
    expect(loader.opened?.markCount('de')).toBe(2);
    expect(loader.problems).toEqual([]);
    // Nothing of it is known to the server.
    expect(asked).not.toHaveBeenCalled();
  });

  test('shows what readers add on top of what came with it', async () => {
    const works = deviceWorks(WORKS_DATABASE);
    const { work } = await keep(works, TEXTS, (slug) => [{ ...mark(1, DE, 'keine'), work: slug }], given);
    const loader = new WorkLoader(host, '/app/');
    await loader.open(work.slug, []);
    const joined = loader.opened?.withRecords([mark(2, DE, 'Kontrolle'), comment(3)]);
    expect(joined?.markCount('de')).toBe(2);
    expect(joined?.comments('de', 'p')).toHaveLength(1);
    expect(loader.opened?.markCount('de')).toBe(1);
  });

  test('has its other texts fetched from the device, and says when one is gone', async () => {
    const works = deviceWorks(WORKS_DATABASE);
    const { work } = await keep(works, TEXTS, () => [], given);
    const loader = new WorkLoader(host, '/app/');
    await loader.open(work.slug, []);
    await loader.ensureText('fr');
    expect(loader.opened?.paragraph('fr', 'p')?.text).toBe('Plus de contrôle.');

    const other = new WorkLoader(host, '/app/');
    await other.open(work.slug, []);
    await works.trash(work.slug, new Date('2026-01-01'));
    await works.purge(new Date('2026-01-02'));
    await other.ensureText('fr');
    expect(other.problems.map(({ code, file }) => [code, file])).toEqual([['file-unavailable', 'fr.md']]);
    expect(other.loading.size).toBe(0);
  });

  test('that was thrown away is no work any more', async () => {
    const works = deviceWorks(WORKS_DATABASE);
    const { work } = await keep(works, TEXTS, () => [], given);
    await works.trash(work.slug, new Date());
    const loader = new WorkLoader(host, '/app/');
    expect(await loader.open(work.slug, [])).toBe(false);
    expect(loader.failed?.map(({ args }) => args['reason'])).toEqual(['HTTP 404']);
  });
});

test('an address without the prefix of this device never looks at the store', async () => {
  const open = vi.spyOn(IDBFactory.prototype, 'open');
  onTestFinished(() => {
    open.mockRestore();
  });
  expect(await new WorkLoader(host, '/app/').open('mistral', [])).toBe(false);
  expect(open).not.toHaveBeenCalled();
});

test('a store that cannot be had is the reason why nothing is shown', async () => {
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('not allowed here', 'SecurityError');
  });
  onTestFinished(() => {
    open.mockRestore();
  });
  const loader = new WorkLoader(host, '/app/');
  expect(await loader.open('my-work-00000', [])).toBe(false);
  expect(loader.failed).toMatchObject([{ code: 'file-unavailable' }]);
});
