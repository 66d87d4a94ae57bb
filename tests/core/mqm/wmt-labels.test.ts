import { describe, expect, test } from 'vitest';
import { CATEGORIES, SEVERITIES } from '../../../src/core/mqm/typology.ts';
import {
  categoryOfLabel,
  severityOfLabel,
  wmtCategory,
  wmtSeverity,
} from '../../../src/core/mqm/wmt-labels.ts';

describe('a label of an annotation', () => {
  test.each([
    ['Accuracy/Mistranslation', 'accuracy/mistranslation'],
    ['accuracy/omission', 'accuracy/omission'],
    ['Accuracy/Source language fragment', 'accuracy/untranslated'],
    ['Accuracy/Creative Reinterpretation', 'accuracy'],
    ['Terminology/Inappropriate for context', 'terminology/wrong-term'],
    ['Fluency/Punctuation', 'linguistic-conventions/punctuation'],
    ['Fluency/Character_encoding', 'linguistic-conventions/character-encoding'],
    ['Fluency/Register', 'style/language-register'],
    ['Fluency', 'linguistic-conventions'],
    ['Fluency/Something new', 'linguistic-conventions'],
    ['Style/Awkward', 'style/awkward-style'],
    ['Style/Unnatural or awkward', 'style/awkward-style'],
    ['Locale convention/Name format', 'locale-conventions'],
    ['Source error/-', 'source-issue'],
    ['Source issue', 'source-issue'],
    ['Non-translation!', 'non-translation'],
    ['Other', 'other'],
    ['style/third-party-style', 'style/third-party-style'],
    ['Unheard of', undefined],
    ['toString', undefined],
  ])('%s means %s', (label, category) => {
    expect(categoryOfLabel(label)).toBe(category);
  });

  test('is found again for every category, if not in the same fineness', () => {
    for (const category of CATEGORIES) {
      const again = categoryOfLabel(wmtCategory(category));
      expect(again).toBeDefined();
      expect(wmtCategory(again!)).toBe(wmtCategory(category));
      expect(categoryOfLabel(category)).toBe(category);
    }
  });

  test('names a severity whatever the case', () => {
    for (const severity of SEVERITIES) expect(severityOfLabel(wmtSeverity(severity))).toBe(severity);
    expect(severityOfLabel('MAJOR')).toBe('major');
    expect(severityOfLabel('Trivial')).toBe('minor');
    expect(severityOfLabel('HOTW-test')).toBeUndefined();
  });
});
