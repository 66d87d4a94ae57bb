import { LitElement, type TemplateResult, html } from 'lit';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { RowWindow, WHOLE_UP_TO } from '../../../src/app/controllers/row-window.ts';

const ROW = 40;
const VIEW = 400;
const HEAD = 30;

/** Rows of 40 pixels under a head of 30 in a scroller of 400; each third row is twice as high. */
class RowHost extends LitElement {
  count = 0;
  readonly window = new RowWindow(this, {
    count: () => this.count,
    keyOf: String,
    estimate: () => ROW,
    scroller: () => this.scroller,
    rows: () => this.renderRoot.querySelectorAll<HTMLElement>('.row'),
    offset: () => HEAD,
    head: () => HEAD,
  });

  get scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.scroller')!;
  }

  get indices(): readonly number[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')].map((row) =>
      Number(row.dataset['index']),
    );
  }

  /** Top and bottom of a rendered row, in pixels from the scroller's top. */
  edgesOf(index: number): readonly [number, number] | undefined {
    const row = this.renderRoot.querySelector(`[data-index="${String(index)}"]`);
    if (!row) return undefined;
    const { top, bottom } = row.getBoundingClientRect();
    const view = this.scroller.getBoundingClientRect().top;
    return [top - view, bottom - view];
  }

  override render(): TemplateResult {
    const [above, below] = this.window.padding;
    const block = (height: number): string => `box-sizing:border-box;height:${String(height)}px`;
    return html`<div
      class="scroller"
      style="overflow:auto;overflow-anchor:none;position:relative;height:${VIEW}px"
    >
      <div style="position:sticky;top:0;height:${HEAD}px"></div>
      <div style=${block(above)}></div>
      ${this.window.indices.map(
        (index) =>
          html`<div class="row" data-index=${index} style=${block(index % 3 === 0 ? 2 * ROW : ROW)}></div>`,
      )}
      <div style=${block(below)}></div>
    </div>`;
  }
}
customElements.define('test-row-host', RowHost);

let host: RowHost;

beforeEach(() => {
  host = new RowHost();
  onTestFinished(() => {
    host.remove();
  });
});

async function show(count: number): Promise<void> {
  host.count = count;
  document.body.append(host);
  await host.updateComplete;
  // The window of a long work is loaded; it is there when the rows below have their room.
  if (count > WHOLE_UP_TO)
    await expect.poll(() => host.scroller.scrollHeight).toBeGreaterThan((count * ROW) / 2);
}

const isOnScreen = (index: number): boolean => {
  const edges = host.edgesOf(index);
  return edges !== undefined && edges[0] >= HEAD - 1 && edges[1] <= VIEW + 1;
};

describe('a short work', () => {
  test('is rendered whole, up to the bound', async () => {
    await show(WHOLE_UP_TO);
    expect(host.indices).toEqual(Array.from({ length: WHOLE_UP_TO }, (_row, index) => index));
    expect(host.window.padding).toEqual([0, 0]);
  });

  test('without rows has nothing to show and nothing on screen', async () => {
    await show(0);
    expect(host.indices).toEqual([]);
    expect(host.window.seen).toEqual([0, 0]);
  });

  test('says which rows are on screen below the head', async () => {
    await show(100);
    // 370 pixels below the head: rows 0 to 5 are 320 high, row 6 ends at 400.
    expect(host.window.seen).toEqual([0, 6]);
    // Rows 0 to 2 are 160 pixels high.
    host.scroller.scrollTop = 160;
    expect(host.window.seen[0]).toBe(3);
    host.scroller.scrollTop = host.scroller.scrollHeight;
    expect(host.window.seen[1]).toBe(99);
  });

  test('brings a row to the start, below the head, or to the middle', async () => {
    await show(100);
    host.window.reveal(50, 'start');
    expect(host.edgesOf(50)?.[0]).toBeCloseTo(HEAD, 0);
    host.window.reveal(20, 'center');
    const [top = 0, bottom = 0] = host.edgesOf(20) ?? [];
    expect((top + bottom) / 2).toBeCloseTo((HEAD + VIEW) / 2, 0);
  });

  test('stays where it is when a row is asked for that does not exist', async () => {
    await show(100);
    host.scroller.scrollTop = 200;
    host.window.reveal(100, 'start');
    expect(host.scroller.scrollTop).toBe(200);
  });
});

describe('a long work', () => {
  test('begins with its first rows, before the window is there', async () => {
    host.count = 1000;
    document.body.append(host);
    await host.updateComplete;
    expect(host.indices[0]).toBe(0);
    expect(host.indices.length).toBeGreaterThan(0);
    expect(host.indices.length).toBeLessThan(50);
  });

  test('has few rows at every place, consecutive ones, and the screen is full of them', async () => {
    await show(1000);
    for (const share of [0, 0.3, 0.7, 1]) {
      host.scroller.scrollTop = (host.scroller.scrollHeight - VIEW) * share;
      await expect
        .poll(() => {
          const { indices } = host;
          const first = host.edgesOf(indices[0] ?? -1)?.[0] ?? Infinity;
          const last = host.edgesOf(indices.at(-1) ?? -1)?.[1] ?? -Infinity;
          return first <= HEAD && last >= VIEW - 1;
        })
        .toBe(true);
      const { indices } = host;
      expect(indices).toEqual(indices.map((_index, at) => (indices[0] ?? 0) + at));
      expect(indices.length).toBeLessThan(40);
    }
    expect(host.indices.at(-1)).toBe(999);
  });

  test('brings any row on screen, though none on the way was ever measured', async () => {
    await show(5000);
    for (const index of [4321, 17, 4999, 0]) {
      host.window.reveal(index, 'start');
      await expect.poll(() => isOnScreen(index)).toBe(true);
      const [first, last] = host.window.seen;
      expect(first).toBeLessThanOrEqual(index);
      expect(last).toBeGreaterThanOrEqual(index);
    }
  });

  test('is rendered whole for print, and windowed again after it', async () => {
    await show(300);
    host.window.renderAll(true);
    await host.updateComplete;
    expect(host.indices).toHaveLength(300);
    expect(host.window.padding).toEqual([0, 0]);
    host.window.renderAll(false);
    await expect.poll(() => host.indices.length).toBeLessThan(40);
  });

  test('that becomes short is rendered whole, without room for others', async () => {
    await show(1000);
    host.count = 20;
    host.requestUpdate();
    await host.updateComplete;
    expect(host.indices).toHaveLength(20);
    expect(host.window.padding).toEqual([0, 0]);
  });

  test('has its window again when it is taken off the page and put back', async () => {
    await show(1000);
    host.remove();
    document.body.append(host);
    host.requestUpdate();
    await expect.poll(() => host.scroller.scrollHeight).toBeGreaterThan(1000 * ROW);
    host.window.reveal(700, 'start');
    await expect.poll(() => isOnScreen(700)).toBe(true);
  });
});
