import { beforeEach, describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../../src/core/problem.ts';
import { LANGUAGES, loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { problemText } from '../../../src/i18n/problem-text.ts';

beforeEach(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

describe('a problem', () => {
  test('is told with its values, as they are', () => {
    const { what, remedy } = problemText({
      code: 'unknown-role',
      severity: 'fault',
      args: { id: '<x>', role: 'a & b', roles: '"title"' },
    });
    expect(what).toContain('<x>');
    expect(what).toContain('a & b');
    expect(remedy).toContain('"title"');
  });

  test.each(LANGUAGES)('of every kind has words and a remedy in %s', async (lang) => {
    await startI18n([lang]);
    await loadLaterTexts();
    for (const code of PROBLEM_CODES) {
      const { what, remedy } = problemText({ code, severity: 'fault', args: {} });
      expect(what).not.toBe(`problem.${code}`);
      expect(remedy).not.toBe(`remedy.${code}`);
    }
  });
});
