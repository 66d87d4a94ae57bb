import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Installed, ROOT } from './lesart.ts';

const work = join(ROOT, 'translations/works/mistral-interview');
const SOURCE =
  'Guten Tag.\nHeute kommen 12 Gäste aus Paris.\nNiemand weiß warum.\nDas Essen kostet 300 Euro.\n';
const TARGET = 'Good day.\nToday 12 guests come from Paris.\nNobody knows why.\nThe meal costs 300 euros.\n';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
  lesart.write('de.txt', SOURCE);
  lesart.write('en.txt', TARGET);
});
afterAll(() => {
  lesart.remove();
});
const run = (...args: string[]) => lesart.run(['align', ...args]);

describe('lesart align', () => {
  test('prints the numbers of the lines that belong together', () => {
    expect(run('de.txt', 'en.txt', '--unit', 'line', '--format', 'beads')).toEqual({
      code: 0,
      out: '[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n',
      error: '',
    });
  });

  test('counts empty lines, so that the numbers are those of the file', () => {
    lesart.write('gap.txt', TARGET.replace('Nobody', '\nNobody'));
    const { out } = run('de.txt', 'gap.txt', '--unit', 'line', '--format', 'beads');
    expect(out).toContain('[3]:[4]\n');
    expect(out.match(/:\[([^\]]*)\]/gu)?.join('')).toContain('2');
  });

  test('prints the texts side by side with their confidence', () => {
    const [line = ''] = run('de.txt', 'en.txt').out.split('\n');
    const [source, target, confidence] = line.split('\t');
    expect([source, target]).toEqual(['Guten Tag.', 'Good day.']);
    expect(Number(confidence)).toBeGreaterThan(0.5);
    expect(Number(confidence)).toBeLessThanOrEqual(1);
  });

  test('prints JSON that says which units are meant', () => {
    const found = JSON.parse(run('de.txt', 'en.txt', '--format', 'json', '--lang', 'de,en').out) as {
      texts: { lang: string; units: string[] }[];
      rows: { units: number[][]; confidence: number }[];
    };
    expect(found.texts.map(({ lang }) => lang)).toEqual(['de', 'en']);
    expect(found.texts[0]!.units).toHaveLength(4);
    expect(found.rows[1]!.units).toEqual([[1], [1]]);
  });

  test('prints a translation memory in which nothing can be taken for markup', () => {
    lesart.write('a.txt', 'Tom & <b>Jerry</b> "kommen".\n');
    const { out } = run('a.txt', 'a.txt', '--format', 'tmx', '--lang', 'de,de');
    expect(out).toContain('<seg>Tom &amp; &lt;b&gt;Jerry&lt;/b&gt; &quot;kommen&quot;.</seg>');
    expect(out).toContain('<tuv xml:lang="de">');
  });

  test('aligns several texts, one column each', () => {
    const files = ['de', 'en', 'ja'].map((variant) => join(work, `${variant}.md`));
    const { out, code } = run(...files, '--unit', 'paragraph', '--format', 'beads');
    expect(code).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(56);
    expect(lines.every((line, at) => line === `[${at}]:[${at}]:[${at}]`)).toBe(true);
  });

  test('reads one text from standard input', () => {
    expect(lesart.run(['align', '-', 'en.txt', '--format', 'beads'], { input: SOURCE }).out).toBe(
      run('de.txt', 'en.txt', '--format', 'beads').out,
    );
  });

  test('aligns nothing with nothing', () => {
    lesart.write('empty.txt', '');
    expect(run('empty.txt', 'empty.txt', '--format', 'beads')).toEqual({ code: 0, out: '', error: '' });
    expect(run('empty.txt', 'de.txt', '--unit', 'line', '--format', 'beads').out).toBe(
      '[]:[0]\n[]:[1]\n[]:[2]\n[]:[3]\n',
    );
  });

  test.each([
    ['one text only', ['de.txt'], /two texts/u],
    ['a language that is none', ['de.txt', 'en.txt', '--lang', 'de,??'], /language tag/u],
    ['too few languages', ['de.txt', 'en.txt', '--lang', 'de'], /1 languages for 2 texts/u],
    ['an unknown unit', ['de.txt', 'en.txt', '--unit', 'word'], /paragraph, sentence, line/u],
    ['standard input twice', ['-', '-'], /standard input/u],
    ['a file that is not there', ['de.txt', 'none.txt'], /none\.txt/u],
  ])('refuses %s', (_name, args, message) => {
    const { code, out, error } = run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(message);
  });

  test('says in German how it is used', () => {
    expect(lesart.run(['align', '--help'], { env: { LESART_LANG: 'de' } }).out).toContain(
      'Ordnet zwei oder mehr Texte',
    );
  });
});
