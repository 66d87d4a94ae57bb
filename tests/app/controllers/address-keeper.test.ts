import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Address } from '../../../src/app/address.ts';
import { AddressKeeper } from '../../../src/app/controllers/address-keeper.ts';

/** How long the view rests before its place is kept, in milliseconds. */
const PAUSE = 250;

let top: string | undefined;
const returned = vi.fn<(before: Address) => void>();

/** A keeper on the page at an address; `shown` is what Lit does once the change is rendered. */
function keep(address: string): { readonly keeper: AddressKeeper; readonly shown: () => void } {
  const before = location.href;
  history.pushState(null, '', address);
  const keeper = new AddressKeeper(
    {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    },
    '/',
    { top: () => top, returned },
  );
  keeper.hostConnected();
  onTestFinished(() => {
    keeper.hostDisconnected();
    history.pushState(null, '', before);
  });
  return {
    keeper,
    shown: () => {
      keeper.hostUpdated();
    },
  };
}
const here = (): string => location.pathname + location.search;
/** Goes back, and waits until the browser has. */
async function back(): Promise<void> {
  const went = new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
  });
  history.back();
  await went;
}

beforeEach(() => {
  top = undefined;
  returned.mockClear();
});

describe('the address', () => {
  test('is read at the start and written when what was turned to is shown', () => {
    const { keeper, shown } = keep('/w?p=a');
    expect(keeper.address).toMatchObject({ slug: 'w', paragraph: 'a', view: 'compare' });
    keeper.turn({ paragraph: 'b' });
    expect(here()).toBe('/w?p=a');
    shown();
    expect(here()).toBe('/w?p=b');
  });

  test('gets one entry in the history for a jump, however often it changed meanwhile, and none for a step', () => {
    const { keeper, shown } = keep('/w');
    const before = history.length;
    keeper.turn({ paragraph: 'a' });
    shown();
    expect(history.length).toBe(before);
    keeper.turn({ paragraph: 'b' }, true);
    keeper.turn({ mark: 'm' });
    shown();
    keeper.turn({ mark: undefined });
    shown();
    expect([history.length, here()]).toEqual([before + 1, '/w?p=b']);
  });

  test('follows Back and tells what was shown before', async () => {
    const { keeper, shown } = keep('/w?p=a');
    keeper.turn({ paragraph: 'b', query: 'x' }, true);
    shown();
    await back();
    expect(keeper.address).toMatchObject({ paragraph: 'a', query: undefined });
    expect(returned.mock.calls[0]?.[0]).toMatchObject({ paragraph: 'b', query: 'x' });
  });

  test('is bare for another work, which Back leaves again', () => {
    const { keeper, shown } = keep('/w?view=statistics&ss=minor&p=a&v=de&c=correction&s=minor');
    const before = history.length;
    keeper.leaveFor('my-work');
    shown();
    expect([here(), history.length]).toEqual(['/my-work', before + 1]);
  });

  test('that the browser refuses to write is written with the next change', () => {
    const { keeper, shown } = keep('/w');
    const refused = vi.spyOn(history, 'replaceState').mockImplementationOnce(() => {
      throw new DOMException('too often', 'SecurityError');
    });
    onTestFinished(() => {
      refused.mockRestore();
    });
    keeper.turn({ paragraph: 'a' });
    expect(shown).not.toThrow();
    expect(here()).toBe('/w');
    keeper.turn({ mark: 'm' });
    shown();
    expect(here()).toBe('/w?p=a&m=m');
  });
});

describe('the place on screen', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
  });

  test('is kept with the entry when the view rests', () => {
    const { keeper } = keep('/w');
    top = 'p1';
    keeper.remember();
    vi.advanceTimersByTime(PAUSE - 1);
    keeper.remember();
    vi.advanceTimersByTime(PAUSE - 1);
    expect(keeper.top).toBeUndefined();
    top = 'p2';
    vi.advanceTimersByTime(1);
    expect(keeper.top).toBe('p2');
    expect(here()).toBe('/w');
  });

  test('is kept with the entry that is left before it rested, not with the next', async () => {
    const { keeper, shown } = keep('/w');
    top = 'p3';
    keeper.remember();
    keeper.turn({ view: 'statistics' }, true);
    shown();
    vi.advanceTimersByTime(2 * PAUSE);
    expect(keeper.top).toBeUndefined();
    await back();
    expect(keeper.top).toBe('p3');
  });

  test('is not kept where no row was on screen', () => {
    const { keeper } = keep('/w');
    keeper.remember();
    vi.advanceTimersByTime(PAUSE);
    expect(history.state).toBeNull();
  });
});
