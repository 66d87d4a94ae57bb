import { beforeAll, describe, expect, test } from 'vitest';
import '../../../src/app/fault-list/fault-list.ts';
import type { StrayMark } from '../../../src/app/opened-work.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import { problemText } from '../../../src/i18n/problem-text.ts';
import { all, heard, mark, mount, one, recordId, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const problem = (given: Partial<Problem> = {}): Problem => ({
  code: 'unknown-role',
  severity: 'fault',
  args: { id: 'n02', role: 'parapraph', roles: 'title, paragraph' },
  ...given,
});
const stray = (n: number, state: StrayMark['state'] = 'lost'): StrayMark => ({
  mark: mark(n, 'some words here', 'words'),
  state,
});
const many = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_item, n) => make(n));

describe('the list of faults', () => {
  test('says where, what, and what to do', async () => {
    const list = await mount('lesart-fault-list', { problems: [problem({ file: 'en.md', line: 12 })] });
    const item = one(list, 'li');
    const { what, remedy } = problemText(problem());
    expect(textOf(item.querySelector('code')!)).toBe('en.md:12');
    expect(textOf(item)).toBe(`en.md:12 ${what}${remedy}`);
    expect(what).toContain('parapraph');
  });

  test('names the file alone where there is no line, and no place where there is none', async () => {
    const problems = [problem({ file: 'en.md' }), problem()];
    const list = await mount('lesart-fault-list', { problems });
    expect(all(list, 'li').map((item) => item.querySelector('code')?.textContent)).toEqual([
      'en.md',
      undefined,
    ]);
  });

  test('counts problems and stray marks together', async () => {
    const list = await mount('lesart-fault-list', { problems: [problem()], strays: [stray(1), stray(2)] });
    expect(textOf(one(list, 'summary'))).toBe(t('faults.summary', { count: 3 }));
  });

  test('is open from the start where it is short', async () => {
    const isOpen = async (problems: number, strays: number): Promise<boolean> => {
      const list = await mount('lesart-fault-list', {
        problems: many(problems, () => problem()),
        strays: many(strays, (n) => stray(n)),
      });
      return (one(list, 'details') as HTMLDetailsElement).open;
    };
    expect([await isOpen(1, 0), await isOpen(1, 1), await isOpen(2, 1)]).toEqual([true, true, false]);
  });

  test('leads to a stray mark, whose words it quotes', async () => {
    const list = await mount('lesart-fault-list', { strays: [stray(1), stray(2, 'ambiguous')] });
    expect(all(list, 'li').map(textOf)).toEqual([
      `de/p ${t('faults.lost', { quote: 'words' })}`,
      `de/p ${t('faults.ambiguous', { quote: 'words' })}`,
    ]);
    const chosen = heard(list, 'mark-activated');
    one(list, 'button').click();
    expect(chosen.map(({ mark: id, paragraph, origin }) => [id, paragraph, origin])).toEqual([
      [recordId(1), 'p', 'panel'],
    ]);
  });

  test('takes a problem’s words as text, whatever they look like', async () => {
    const args = { id: '<b>x</b>', role: '<img>', roles: '' };
    const list = await mount('lesart-fault-list', { problems: [problem({ args })] });
    expect(textOf(one(list, 'li'))).toContain('<b>x</b>');
    expect(all(list, 'li b, li img')).toEqual([]);
  });

  test('lists a hundred problems and counts the rest', async () => {
    const list = await mount('lesart-fault-list', { problems: many(130, () => problem()) });
    const items = all(list, 'li');
    expect(items).toHaveLength(101);
    expect(textOf(items.at(-1)!)).toBe(t('faults.more', { count: 30 }));
  });

  test('counts no rest where everything is listed', async () => {
    const list = await mount('lesart-fault-list', { problems: many(100, () => problem()) });
    expect(all(list, 'li')).toHaveLength(100);
  });

  test('counts as the rest what it does not list, with problems and strays together', async () => {
    const list = await mount('lesart-fault-list', {
      problems: many(60, () => problem()),
      strays: many(60, (n) => stray(n)),
    });
    const rest = /\d+/.exec(textOf(all(list, 'li').at(-1)!))?.[0];
    const listed = all(list, 'li').length - 1;
    expect(listed + Number(rest)).toBe(120);
  });
});
