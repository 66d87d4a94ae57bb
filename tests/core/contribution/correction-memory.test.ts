import { describe, expect, test } from 'vitest';
import {
  CorrectionMemory,
  type RememberedCorrection,
} from '../../../src/core/contribution/correction-memory.ts';

const remembered = (given: Partial<RememberedCorrection> = {}): RememberedCorrection => ({
  work: 'other',
  variant: 'de',
  paragraph: 'p',
  author: 'Ada',
  time: '2024-08-07T00:00:00.000Z',
  base: 'Wir haben keine Spenden. Das ist wahr.',
  text: 'Wir haben keine Mittel. Das ist wahr.',
  source: 'We have no funding. That is true.',
  ...given,
});
const memory = (...corrections: readonly RememberedCorrection[]) => {
  const made = new CorrectionMemory('en', 'de');
  for (const each of corrections) made.add(each);
  return made;
};
const place = { work: 'w', variant: 'de', paragraph: 'x' };
const found = (own: CorrectionMemory, base: string, source?: string) =>
  own
    .find({ ...place, base, ...(source === undefined ? {} : { source }) })
    .map(({ unit, isExact, asked }) => [unit.target, isExact, asked.side]);

describe('the memory of corrections', () => {
  test('knows how a sentence was corrected that stands elsewhere too', () => {
    expect(found(memory(remembered()), 'Nun gut. Wir haben keine Spenden. Und du?')).toEqual([
      ['Wir haben keine Mittel.', true, 'target'],
    ]);
  });

  test('knows what was made of the same source, whatever its translation says', () => {
    expect(found(memory(remembered()), 'Ganz anders.', 'We have no funding.')).toEqual([
      ['Wir haben keine Mittel.', true, 'source'],
    ]);
  });

  test('offers similar ones after the very same', () => {
    const own = memory(
      remembered({ base: 'Wir haben gar keine Spenden.', text: 'Wir haben gar keine Mittel.' }),
      remembered({ base: 'Wir haben keine Spenden.', text: 'Uns fehlt Geld.' }),
    );
    expect(found(own, 'Wir haben keine Spenden.')).toEqual([
      ['Uns fehlt Geld.', true, 'target'],
      ['Wir haben gar keine Mittel.', false, 'target'],
    ]);
  });

  test('knows only sentences that were changed', () => {
    expect(found(memory(remembered()), 'Das ist wahr.', 'That is true.')).toEqual([]);
    expect(found(memory(remembered({ text: '' })), remembered().base)).toEqual([]);
  });

  test('says nothing of the paragraph’s own corrections', () => {
    expect(found(memory(remembered(place)), remembered().base)).toEqual([]);
  });

  test('knows which words it was asked for', () => {
    const [answer] = memory(remembered()).find({ ...place, base: 'Nun. Wir haben keine Spenden.' });
    expect(answer?.asked).toEqual({ side: 'target', words: 'Wir haben keine Spenden.', isWhole: false });
  });
});
