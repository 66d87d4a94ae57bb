import * as fc from 'fast-check';
import type { MqmRow } from '../../../src/core/format/mqm-tsv.ts';
import type { Span } from '../../../src/core/span.ts';

/** What a cell can hold: anything but tabs and line breaks, and no tags. */
const word = fc.oneof(
  fc.constantFrom('Haus', ' ', '  ', '""', '"', 'ä', '𝄞', '汉字', '<', '>', '</b>', 'x', '\u00a0', '\u2028'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
export const cellText = fc
  .array(word, { maxLength: 8 })
  .map((words) =>
    words
      .join('')
      .replace(/[\t\r\n]/g, ' ')
      .replaceAll('<v>', '')
      .replaceAll('</v>', ''),
  )
  .filter((text) => !/<\/?v>/.test(text));

export interface Tagged {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** A text with spans in order that do not overlap; some empty, some at the edges. */
export const tagged: fc.Arbitrary<Tagged> = fc
  .tuple(cellText, fc.array(fc.nat(), { maxLength: 6 }))
  .map(([text, numbers]) => {
    const cuts = numbers.map((number) => number % (text.length + 1)).sort((a, b) => a - b);
    const spans = cuts.flatMap((start, at) =>
      at % 2 === 0 && at + 1 < cuts.length ? [{ start, end: cuts[at + 1]! }] : [],
    );
    return { text, spans };
  })
  // Tags beside pieces of text that look like tags would read otherwise.
  .filter(({ text }) => !/<|>/.test(text) || !/[<>v/]/.test(text.replace(/<\/b>/g, '')));

export const named = (prefix: string) =>
  fc.oneof(
    fc.constantFrom('1', '2', 'a:b', 'A', 'a', 'ref', 'talk.1', '—'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }).map((name) => prefix + name),
  );

export const labels = fc.constantFrom<readonly [category: string, severity: string]>(
  ['Accuracy/Omission', 'Major'],
  ['Fluency/Punctuation', 'Minor'],
  ['Style/Unnatural or awkward', 'minor'],
  ['Unheard of', 'Trivial'],
  ['', 'Neutral'],
  ['Source error/-', 'Critical'],
  ['Non-translation!', 'Major'],
  ['No-error', 'No-error'],
);

export const rows: fc.Arbitrary<readonly Omit<MqmRow, 'line'>[]> = fc.array(
  fc
    .record({
      system: named('s'),
      doc: named('d'),
      segment: fc.constantFrom('1', '2', '3', '07'),
      globalSegment: cellText,
      rater: fc.constantFrom('rater1', 'rater2', 'Zoë'),
      label: labels,
      source: tagged,
      target: tagged,
      comment: fc.option(cellText, { nil: undefined }),
    })
    .map(({ label: [category, severity], source, target, comment, ...row }) => ({
      ...row,
      category,
      severity,
      source: source.spans,
      target: target.spans,
      sourceText: source.text,
      targetText: target.text,
      ...(comment === undefined ? {} : { comment }),
    })),
  { maxLength: 12 },
);
