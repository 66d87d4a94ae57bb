import { LitElement } from 'lit';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Comparisons, ComparisonsController, type LangText } from '../../src/app/comparisons.ts';
import { diffTexts } from '../../src/core/compare/diff.ts';
import { type Reading, meaning } from '../../src/core/compare/meaning.ts';
import { holdWorkers } from './held-worker.ts';

const text = (words: string, lang = 'en'): LangText => ({ text: words, lang });
const A = text('We have no control.');
const B = text('We have full control.');

const settled = (comparisons: Comparisons): Promise<void> =>
  new Promise((resolve) => {
    comparisons.addEventListener(
      'settled',
      () => {
        resolve();
      },
      { once: true },
    );
  });

const countSettled = (comparisons: Comparisons): (() => number) => {
  const listener = vi.fn();
  comparisons.addEventListener('settled', listener);
  return () => listener.mock.calls.length;
};

/** Lets everything run that is due in this turn and the next. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a comparison by the real worker', () => {
  test('runs at first and then is the diff of the two texts', async () => {
    const comparisons = new Comparisons();
    const arrived = settled(comparisons);
    expect(comparisons.diff(A, B)).toEqual({ state: 'running' });
    await arrived;
    expect(comparisons.diff(A, B)).toEqual({
      state: 'done',
      value: diffTexts(A.text, B.text, { lang: 'en', newLang: 'en' }),
    });
  });

  test('of the meaning is the reading of the three texts', async () => {
    const comparisons = new Comparisons();
    const said = text('Wir haben volle Kontrolle.', 'de');
    const arrived = settled(comparisons);
    expect(comparisons.meaning(said, B, A)).toEqual({ state: 'running' });
    await arrived;
    expect(comparisons.meaning(said, B, A)).toEqual({ state: 'done', value: meaning(said, B, A) });
  });
});

describe('a meaning that can be said more exactly', () => {
  const request = [text('Wir haben volle Kontrolle.', 'de'), B, A] as const;
  const first = meaning(...request);

  /** Asks, lets the first answer come and the page rest. */
  async function ask(closer: () => Promise<Reading | undefined>): Promise<Comparisons> {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    comparisons.meaning(...request, closer);
    workers.answer();
    await settled(comparisons);
    expect(comparisons.meaning(...request)).toEqual({ state: 'done', value: first });
    return comparisons;
  }

  test('is looked at closer once the page has come to rest, and then shown so', async () => {
    const exact: Reading = { ...first, spans: [] };
    const closer = vi.fn(() => Promise.resolve(exact));
    const comparisons = await ask(closer);
    expect(closer).not.toHaveBeenCalled();
    await settled(comparisons);
    expect(closer).toHaveBeenCalledOnce();
    expect(comparisons.meaning(...request)).toEqual({ state: 'done', value: exact });
  });

  test.each([
    ['there is no closer look', () => Promise.resolve(undefined)],
    ['the closer look fails', () => Promise.reject(new Error('No such script'))],
  ])('stays as it is where %s', async (_, look) => {
    const closer = vi.fn(look);
    const comparisons = await ask(closer);
    const announced = countSettled(comparisons);
    await vi.waitFor(
      () => {
        expect(closer).toHaveBeenCalledOnce();
      },
      { timeout: 5000 },
    );
    await nextTurn();
    expect(announced()).toBe(0);
    expect(comparisons.meaning(...request)).toEqual({ state: 'done', value: first });
  });
});

describe('comparisons', () => {
  test('that arrive together are announced once', async () => {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    const announced = countSettled(comparisons);
    const requests = ['one', 'two', 'three'].map((word) => text(word));
    for (const request of requests) comparisons.diff(A, request);
    await nextTurn();
    expect(announced()).toBe(0);
    workers.answer();
    await settled(comparisons);
    await nextTurn();
    expect(announced()).toBe(1);
    for (const request of requests) expect(comparisons.diff(A, request).state).toBe('done');
  });

  test('that arrive later are announced anew', async () => {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    const announced = countSettled(comparisons);
    for (const word of ['one', 'two']) {
      comparisons.diff(A, text(word));
      workers.answer();
      await settled(comparisons);
    }
    expect(announced()).toBe(2);
  });

  test('are computed once for the same texts, while they run and when they are there, by one worker', async () => {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    comparisons.diff(A, B);
    comparisons.diff({ ...A }, { ...B });
    expect(workers.asked()).toBe(1);
    workers.answer();
    await settled(comparisons);
    comparisons.diff(A, B);
    expect(workers.asked()).toBe(1);
    comparisons.diff(B, A);
    expect(workers.asked()).toBe(2);
    expect(workers.started()).toBe(1);
  });

  test('are made in the languages of their texts', async () => {
    const asked: unknown[] = [];
    const workers = holdWorkers({
      meaning,
      diffTexts: (old, next, options) => {
        asked.push(options);
        return diffTexts(old, next, options);
      },
    });
    const comparisons = new Comparisons();
    comparisons.diff(text('a', 'de'), text('b', 'de-CH'));
    workers.answer();
    await settled(comparisons);
    expect(asked).toEqual([{ lang: 'de', newLang: 'de-CH' }]);
  });

  test('of the same words in other languages are others', () => {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    comparisons.diff(A, B);
    comparisons.diff(A, { ...B, lang: 'de' });
    comparisons.meaning(A, A, B);
    expect(workers.asked()).toBe(3);
  });

  test('fail with the worker’s own words when it cannot start', async () => {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    comparisons.diff(A, B);
    workers.die('No such script');
    await settled(comparisons);
    expect(comparisons.diff(A, B)).toEqual({ state: 'failed', reason: 'No such script' });
  });

  test('that are asked for after the worker died fail too, and do not run for ever', async () => {
    const workers = holdWorkers();
    const comparisons = new Comparisons();
    comparisons.diff(A, B);
    workers.die('Out of memory');
    await settled(comparisons);
    comparisons.diff(B, A);
    await settled(comparisons);
    expect(comparisons.diff(B, A)).toEqual({ state: 'failed', reason: 'Out of memory' });
  });

  test('that the comparator itself cannot make fail with its reason, the others arrive', async () => {
    const workers = holdWorkers({
      meaning,
      diffTexts: (old, next, options) => {
        if (old === '') throw new RangeError('Nothing to compare');
        return diffTexts(old, next, options);
      },
    });
    const comparisons = new Comparisons();
    comparisons.diff(text(''), B);
    comparisons.diff(A, B);
    workers.answer();
    await settled(comparisons);
    expect(comparisons.diff(text(''), B)).toEqual({ state: 'failed', reason: 'Nothing to compare' });
    expect(comparisons.diff(A, B).state).toBe('done');
  });

  test('of texts too long to be paragraphs are refused before a worker is started', () => {
    const workers = holdWorkers();
    const long = text('x'.repeat(2_000_001));
    expect(new Comparisons().diff(A, long)).toEqual({ state: 'failed', reason: 'too-long' });
    expect(workers.started()).toBe(0);
  });

  describe('in their number', () => {
    const BOUND = 600;
    const nth = (n: number): LangText => text(`text ${String(n)}`);
    const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_request, n) => n);

    /** Comparisons of which each rendering asks for some, and how many the worker was asked for so far. */
    function rendering(): {
      readonly comparisons: Comparisons;
      readonly render: (numbers: readonly number[]) => Promise<void>;
      readonly asked: () => number;
    } {
      const workers = holdWorkers();
      const comparisons = new Comparisons();
      return {
        comparisons,
        asked: workers.asked,
        render: async (numbers) => {
          for (const n of numbers) comparisons.diff(A, nth(n));
          workers.answer();
          await settled(comparisons);
        },
      };
    }

    test('are kept in bounds: the one that was used longest ago goes first', async () => {
      const { comparisons, render } = rendering();
      await render(upTo(BOUND));
      await render([0, BOUND]);
      await render([BOUND + 1]);
      for (const kept of [0, 3, BOUND, BOUND + 1]) expect(comparisons.diff(A, nth(kept)).state).toBe('done');
      for (const dropped of [1, 2]) expect(comparisons.diff(A, nth(dropped)).state).toBe('running');
    });

    test('are kept beyond the bound while every rendering asks for them', async () => {
      const { comparisons, render, asked } = rendering();
      const screen = upTo(BOUND + 100);
      // The first half arrives before the second is asked for.
      await render(screen.slice(0, BOUND / 2));
      await render(screen);
      await render([...screen, BOUND + 100]);
      await render([...screen, BOUND + 101]);
      for (const n of screen) expect(comparisons.diff(A, nth(n)).state).toBe('done');
      expect(asked()).toBe(BOUND + 102);
    });

    test('come back to the bound when renderings ask for others', async () => {
      const { comparisons, render, asked } = rendering();
      const screen = upTo(BOUND + 100);
      await render(screen);
      await render([BOUND + 100]);
      await render([BOUND + 101]);
      const before = asked();
      for (const n of screen) comparisons.diff(A, nth(n));
      expect(asked() - before).toBe(102);
    });
  });

  test('fail, and let the page render, where no worker may be started at all', async () => {
    vi.stubGlobal(
      'Worker',
      vi.fn(function refuse() {
        throw new DOMException('Not here', 'SecurityError');
      }),
    );
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const comparisons = new Comparisons();
    comparisons.diff(A, B);
    await settled(comparisons);
    expect(comparisons.diff(A, B)).toEqual({ state: 'failed', reason: 'Not here' });
  });
});

describe('an element with a comparisons controller', () => {
  class ComparingHost extends LitElement {
    readonly comparisons = new Comparisons();
    renders = 0;

    constructor() {
      super();
      new ComparisonsController(this, () => this.comparisons);
    }

    override render(): void {
      this.renders += 1;
    }
  }
  customElements.define('test-comparing-host', ComparingHost);

  const put = async (): Promise<ComparingHost> => {
    const host = new ComparingHost();
    document.body.append(host);
    onTestFinished(() => {
      host.remove();
    });
    await host.updateComplete;
    return host;
  };
  const announce = async (host: ComparingHost): Promise<void> => {
    host.comparisons.dispatchEvent(new Event('settled'));
    await host.updateComplete;
  };

  test('renders anew, once, when comparisons arrive', async () => {
    const host = await put();
    host.requestUpdate();
    await host.updateComplete;
    const before = host.renders;
    await announce(host);
    expect(host.renders).toBe(before + 1);
  });

  test('listens no more when it is off the page', async () => {
    const host = await put();
    host.remove();
    const before = host.renders;
    await announce(host);
    expect(host.renders).toBe(before);
  });

  test('listens again when it is put back', async () => {
    const host = await put();
    host.remove();
    document.body.append(host);
    await host.updateComplete;
    const before = host.renders;
    await announce(host);
    expect(host.renders).toBe(before + 1);
  });
});
