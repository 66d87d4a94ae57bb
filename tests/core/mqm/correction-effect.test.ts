import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { fold } from '../../../src/core/contribution/fold.ts';
import { uuidv7 } from '../../../src/core/contribution/id.ts';
import type { Correction, Mark, Review } from '../../../src/core/contribution/record.ts';
import { correctionEffects } from '../../../src/core/mqm/correction-effect.ts';

const TEXT = 'Wir haben Spenden gesammelt.';
const id = (n: number): string => uuidv7(1_700_000_000_000 + n, new Uint8Array(10).fill(n));
const common = (n: number, author = 'Ada') => ({
  id: id(n),
  author,
  time: new Date(1_700_000_000_000 + n).toISOString(),
  work: 'w',
});
const mark = (n: number, quote: string, given: Partial<Mark> = {}): Mark => ({
  ...common(n),
  type: 'mark',
  variant: 'de',
  paragraph: 'p',
  spans: [anchorOf(TEXT, TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length)],
  category: 'accuracy/mistranslation',
  severity: 'major',
  ...given,
});
const correction = (n: number, resolves: readonly string[]): Correction => ({
  ...common(n),
  type: 'correction',
  variant: 'de',
  paragraph: 'p',
  base: TEXT,
  text: 'Wir haben Geld gesammelt.',
  resolves,
});
const accepted = (n: number, of: string): Review => ({
  ...common(n, 'Bo'),
  type: 'review',
  of,
  verdict: 'accepted',
});
const numberOf = (): number => 1;
const wordsOf = (): undefined => undefined;

describe('what corrections did to the scores', () => {
  test('is nothing as long as none that resolves a mark is accepted', () => {
    const records = [mark(1, 'Spenden'), correction(2, [id(1)])];
    expect(correctionEffects(fold(records), numberOf, wordsOf)).toEqual([]);
  });

  test('leaves the paragraph judged when its last mark is resolved', () => {
    const records = [mark(1, 'Spenden'), correction(2, [id(1)]), accepted(3, id(2))];
    const [effect] = correctionEffects(fold(records), numberOf, wordsOf);
    expect(effect?.before).toMatchObject({ segments: 1, errors: 1, perSegment: { wmt: 5 } });
    expect(effect?.after).toMatchObject({ segments: 1, errors: 0, perSegment: { wmt: 0 } });
  });

  test('counts on what is still open, other paragraphs and other annotators', () => {
    const records = [
      mark(1, 'Spenden'),
      mark(4, 'haben', { severity: 'minor', category: 'style/awkward-style' }),
      mark(5, 'Wir', { author: 'Bo', paragraph: 'q' }),
      correction(2, [id(1)]),
      accepted(3, id(2)),
    ];
    const [effect] = correctionEffects(fold(records), numberOf, wordsOf);
    expect(effect?.before).toMatchObject({ segments: 2, errors: 3 });
    expect(effect?.after).toMatchObject({ segments: 2, errors: 2, perSegment: { wmt: 3 } });
  });

  test('leaves out variants that no correction touches', () => {
    const records = [
      mark(1, 'Spenden'),
      mark(6, 'Wir', { variant: 'fr' }),
      correction(2, [id(1)]),
      accepted(3, id(2)),
    ];
    expect(correctionEffects(fold(records), numberOf, wordsOf).map(({ variant }) => variant)).toEqual(['de']);
  });
});
