import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DraftKeeper } from '../../../src/store/draft-keeper.ts';
import { type Draft, Drafts } from '../../../src/store/drafts.ts';
import { StoreNotOpened } from '../../../src/store/trouble.ts';
import { ownDatabase } from './logs.ts';

const PLACE = { work: 'w', variant: 'de', paragraph: 'p' };
const draft = (text: string, given: Partial<Draft> = {}): Draft => ({
  ...PLACE,
  base: 'Wir.',
  text,
  reason: '',
  resolves: {},
  ...given,
});

function drafts(name = ownDatabase()): Drafts {
  const store = new Drafts({ name });
  onTestFinished(() => {
    store.close();
  });
  return store;
}

describe('drafts', () => {
  test('are kept one a paragraph, and one more for a proposal that is edited', async () => {
    const store = drafts();
    const edited = draft('C', { editedFrom: '018bcfe5-6800-7000-8000-000000000000' });
    await store.write(draft('A'));
    await store.write(draft('B', { resolves: { m: true } }));
    await store.write(edited);
    expect(await store.read(PLACE)).toEqual(draft('B', { resolves: { m: true } }));
    expect(await store.read(edited)).toEqual(edited);
    expect(await store.read({ ...PLACE, paragraph: 'q' })).toBeUndefined();
  });

  test('are there for another page, until they are removed', async () => {
    const name = ownDatabase();
    await drafts(name).write(draft('A'));
    const other = drafts(name);
    expect((await other.read(PLACE))?.text).toBe('A');
    await other.remove(PLACE);
    expect(await drafts(name).read(PLACE)).toBeUndefined();
  });

  test('that are none, by whatever wrote them, are not shown as text', async () => {
    const store = drafts();
    await store.write({ ...PLACE, text: 5 } as unknown as Draft);
    expect(await store.read(PLACE)).toBeUndefined();
  });

  test('reject where there is no database', async () => {
    const store = new Drafts({ name: ownDatabase(), factory: () => undefined });
    await expect(store.write(draft('A'))).rejects.toBeInstanceOf(StoreNotOpened);
  });
});

describe('a draft that is being written', () => {
  const keeper = (store: Drafts, onFailed?: (error: unknown) => void): DraftKeeper => {
    const own = new DraftKeeper(store, onFailed);
    own.start();
    onTestFinished(() => {
      own.stop();
    });
    return own;
  };

  test('is on disk a moment after the last of several keys, in one write', async () => {
    const store = drafts();
    const write = vi.spyOn(store, 'write');
    const own = keeper(store);
    for (const text of ['A', 'AB', 'ABC']) own.keep(draft(text));
    await expect.poll(async () => (await store.read(PLACE))?.text).toBe('ABC');
    expect(write).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['pagehide', () => window],
    ['visibilitychange', () => document],
  ] as const)('is written at once at %s', async (type, target) => {
    const store = drafts();
    const write = vi.spyOn(store, 'write');
    keeper(store).keep(draft('A'));
    target().dispatchEvent(new Event(type));
    expect(write).toHaveBeenCalledWith(draft('A'));
    await expect.poll(async () => (await store.read(PLACE))?.text).toBe('A');
  });

  test('is the last one written, however fast they follow', async () => {
    const store = drafts();
    const own = keeper(store);
    for (const text of ['A', 'AB', 'ABC']) {
      own.keep(draft(text));
      void own.flush();
    }
    await own.flush();
    expect((await store.read(PLACE))?.text).toBe('ABC');
  });

  test('is gone when it is dropped, also what waited', async () => {
    const store = drafts();
    const own = keeper(store);
    own.keep(draft('A'));
    await own.flush();
    own.keep(draft('AB'));
    await own.drop(PLACE);
    await own.flush();
    expect(await store.read(PLACE)).toBeUndefined();
  });

  test('that cannot be kept is told, and the next one is tried', async () => {
    const failures: unknown[] = [];
    const own = keeper(new Drafts({ name: ownDatabase(), factory: () => undefined }), (error) => {
      failures.push(error);
    });
    for (const text of ['A', 'AB']) {
      own.keep(draft(text));
      await own.flush();
    }
    expect(failures).toHaveLength(2);
  });

  test('survives the end of its page', async () => {
    const name = ownDatabase();
    // Not a frame: what a frame stores at its very end is not kept, as that of a page is.
    const inside = window.open('about:blank') as (Window & { write?: () => Promise<void> }) | null;
    if (!inside) throw new Error('no second page');
    onTestFinished(() => {
      inside.close();
    });
    const script = inside.document.createElement('script');
    script.type = 'module';
    const modules = ['drafts', 'draft-keeper'].map((file) =>
      new URL(`../../../src/store/${file}.ts`, import.meta.url).href.replace(/\?.*/, ''),
    );
    script.textContent = `
      import { Drafts } from ${JSON.stringify(modules[0])};
      import { DraftKeeper } from ${JSON.stringify(modules[1])};
      const drafts = new Drafts({ name: ${JSON.stringify(name)} });
      const keeper = new DraftKeeper(drafts);
      keeper.start();
      window.write = async () => {
        await drafts.read(${JSON.stringify(PLACE)});
        keeper.keep(${JSON.stringify(draft('ABC'))});
      };`;
    inside.document.body.append(script);
    await expect.poll(() => typeof inside.write).toBe('function');
    await inside.write?.();
    // Before the delay is over.
    inside.location.replace(new URL('/nothing', location.href));
    const store = drafts(name);
    await expect.poll(async () => (await store.read(PLACE))?.text).toBe('ABC');
  });
});
