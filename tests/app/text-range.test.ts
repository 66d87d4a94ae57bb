import * as fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/app/compare-view/compare-view.ts';
import type { CompareView } from '../../src/app/compare-view/compare-view.ts';
import { Comparisons, type LangText } from '../../src/app/comparisons.ts';
import { selectedRange, trimmed } from '../../src/app/text-range.ts';
import { diffTexts } from '../../src/core/compare/diff.ts';
import { meaning } from '../../src/core/compare/meaning.ts';
import { anchorOf } from '../../src/core/contribution/anchor.ts';
import { startI18n } from '../../src/i18n/i18n.ts';
import { under } from './compare-view/lit-up.ts';
import { all, change, mark, mount, one, openedWork, withComparisons } from './make.ts';

beforeAll(async () => {
  await page.viewport(1000, 800);
  await startI18n(['en']);
});

/** Pieces that text nodes, layers and white space could be cut wrongly at. */
const texts = fc
  .array(
    fc.constantFrom(
      ...['Wir ', 'haben ', 'keine ', 'Kontrolle ', 'mehr. ', 'Das ', 'Wetter ', 'ist ', 'schön. '],
      ...[
        '😀',
        '👩‍👩‍👧',
        '𝒳',
        'e\u0301',
        '\u0301',
        'किताब',
        '漢字。',
        'كتاب ',
        ' ',
        '\u00a0',
        '\n',
        '\u2003',
        '<b>',
        '&amp;',
      ],
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

/** Any UTF-16 units, halves of surrogate pairs too. */
const units = fc
  .array(fc.nat(0xffff), { minLength: 1, maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes));
const spans = fc.tuple(fc.nat(), fc.nat());
/** Two numbers as a span of a text, empty only where `empty` allows it. */
const spanIn = (text: string, [a, b]: readonly [number, number], empty = false) => {
  const start = a % (text.length + (empty ? 1 : 0));
  return { start, end: start + (empty ? b % (text.length - start + 1) : 1 + (b % (text.length - start))) };
};

describe('a span without the white space at its ends', () => {
  test('has the words of the span and no more', () => {
    fc.assert(
      fc.property(fc.oneof(texts, units), spans, (text, pair) => {
        const span = spanIn(text, pair, true);
        const inner = trimmed(text, span);
        expect(text.slice(inner.start, inner.end)).toBe(text.slice(span.start, span.end).trim());
        expect(inner.start).toBeGreaterThanOrEqual(span.start);
        expect(inner.end).toBeLessThanOrEqual(span.end);
        expect(inner.start).toBeLessThanOrEqual(inner.end);
        expect(trimmed(text, inner)).toEqual(inner);
      }),
    );
  });

  test('is the outermost such span: nothing but white space is left out', () => {
    fc.assert(
      fc.property(texts, spans, (text, pair) => {
        const span = spanIn(text, pair, true);
        const inner = trimmed(text, span);
        const left = text.slice(span.start, inner.start) + text.slice(inner.end, span.end);
        expect(left.trim()).toBe('');
      }),
    );
  });

  test('is empty where the span has nothing else', () => {
    expect(trimmed('a \n b', { start: 1, end: 4 })).toEqual({ start: 1, end: 1 });
    expect(trimmed('a', { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
  });
});

/** Comparisons that are there as soon as they are asked for. */
class ReadyComparisons extends Comparisons {
  override diff(old: LangText, next: LangText) {
    const value = diffTexts(old.text, next.text, { lang: old.lang, newLang: next.lang });
    return { state: 'done', value } as const;
  }

  override meaning(subject: LangText, back: LangText, reference: LangText) {
    return { state: 'done', value: meaning(subject, back, reference) } as const;
  }
}

/** The view on paragraph `p`, the active one, with nothing selected after the test. */
async function show(given: Partial<CompareView>): Promise<CompareView> {
  const host = withComparisons(new ReadyComparisons());
  host.style.cssText = 'display:grid;grid-template:500px/700px';
  onTestFinished(() => getSelection()?.removeAllRanges());
  return mount('lesart-compare-view', { columns: ['de', 'en'], active: 'p', ...given }, host);
}

const paragraph = (view: CompareView, variant: string, id = 'p'): HTMLElement =>
  one(view, `p[data-variant="${variant}"][data-paragraph="${id}"]`);

/** The points in an element's text nodes that stand at an offset: two where one node ends and another begins. */
function pointsAt(element: HTMLElement, offset: number): readonly (readonly [Node, number])[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const points: (readonly [Node, number])[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (start <= offset && offset <= start + length) points.push([node, offset - start]);
    start += length;
  }
  return points;
}

const select = (from: readonly [Node, number], to: readonly [Node, number]): void => {
  getSelection()?.setBaseAndExtent(...from, ...to);
};
const rangeIn = (view: CompareView) => selectedRange(view.shadowRoot!);

const TEXT = 'Wir haben keine Kontrolle mehr.';
const work = openedWork({ de: { o: 'Oben.', p: TEXT, u: 'Unten.' }, en: { o: 'Above.', p: 'We lost it.' } }, [
  mark(1, TEXT, 'keine Kontrolle'),
]);

describe('what is selected in a paragraph', () => {
  test.each([
    ['painted', {}],
    ['as elements', { highlights: undefined }],
  ])(
    'is its span, whichever way it is drawn, through marks, gaps, tints and found words, %s',
    async (_way, how) => {
      const seen = { mark: 0, gap: 0, tint: 0, found: 0, cut: 0 };
      const view = await show({ opened: work, ...how });
      const count = (...names: readonly string[]): number =>
        names.reduce((sum, name) => sum + under(view, name).length, 0);
      const layers = fc.array(spans, { maxLength: 5 });
      const property = fc.asyncProperty(
        fc.record({ de: texts, back: texts, en: texts, marks: layers, hits: layers }),
        fc.array(fc.record({ pair: spans, sides: spans, backward: fc.boolean() }), {
          minLength: 1,
          maxLength: 8,
        }),
        async ({ de, back, en, marks, hits }, selections) => {
          const log = marks.map((pair, n) => {
            const { start, end } = spanIn(de, pair);
            return mark(n, de, de, { spans: [anchorOf(de, start, n % 2 === 0 ? end : start)] });
          });
          const found = hits.map((pair) => ({ variant: 'de', paragraph: 'p', span: spanIn(de, pair) }));
          const opened = openedWork({ de: { p: de }, en: { p: en }, 'de-back': { p: back } }, log);
          await change(view, { opened, found: new Map([['de/p', found]]) });
          seen.mark += count('major');
          seen.gap += all(view, '.row .gap').length;
          seen.found += count('found');
          seen.tint += count('shifted', 'far', 'touched');
          for (const variant of ['de', 'en'] as const) {
            const text = { de, en }[variant];
            const element = paragraph(view, variant);
            expect(element.textContent).toBe(text);
            // A selection may begin on either side of a gap.
            const atGaps = [0, 1].flatMap((side) =>
              marks.map((pair) => ({
                pair: [spanIn(de, pair).start, pair[1]] as const,
                sides: [side, side],
                backward: false,
              })),
            );
            for (const { pair, sides, backward } of [...selections, ...atGaps]) {
              const span = spanIn(text, pair, true);
              const [starts, ends] = [pointsAt(element, span.start), pointsAt(element, span.end)];
              seen.cut += starts.length - 1;
              const start = starts[sides[0]! % starts.length]!;
              const end = ends[sides[1]! % ends.length]!;
              if (backward) select(end, start);
              else select(start, end);
              const inner = trimmed(text, span);
              expect(rangeIn(view)).toEqual(
                inner.start === inner.end ? undefined : { variant, paragraph: 'p', span: inner },
              );
            }
          }
        },
      );
      await fc.assert(property, { numRuns: 40 });
      // There was something to be cut by.
      for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
    },
  );

  test('is the whole of it when its element is selected', async () => {
    const view = await show({ opened: work });
    getSelection()?.selectAllChildren(paragraph(view, 'de'));
    expect(rangeIn(view)).toEqual({ variant: 'de', paragraph: 'p', span: { start: 0, end: TEXT.length } });
  });

  test('is the whole of it when the selection ends where the next cell begins, as a triple click’s does', async () => {
    const view = await show({ opened: work });
    for (const next of [paragraph(view, 'en'), paragraph(view, 'de', 'u')]) {
      select(pointsAt(paragraph(view, 'de'), 0)[0]!, [next, 0]);
      expect(rangeIn(view)).toEqual({ variant: 'de', paragraph: 'p', span: { start: 0, end: TEXT.length } });
    }
  });

  test('is nothing when only white space, or nothing, is selected', async () => {
    const view = await show({ opened: work });
    const [before, after] = [pointsAt(paragraph(view, 'de'), 3)[0]!, pointsAt(paragraph(view, 'de'), 4)[0]!];
    select(before, after);
    expect(rangeIn(view)).toBeUndefined();
    select(before, before);
    expect(rangeIn(view)).toBeUndefined();
    getSelection()?.removeAllRanges();
    expect(rangeIn(view)).toBeUndefined();
  });

  test('is nothing outside the paragraphs: over a column, beside a row, where a text is missing', async () => {
    const view = await show({ opened: work });
    for (const selector of ['.head strong', '.row .gutter a', 'p.missing']) {
      getSelection()?.selectAllChildren(one(view, selector));
      expect(rangeIn(view)).toBeUndefined();
    }
  });
});
