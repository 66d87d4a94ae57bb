import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Installed, ROOT } from './lesart.ts';

const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };

interface Scores {
  readonly metric: string;
  readonly score: number;
  readonly signature: string;
  readonly segments?: readonly number[];
  readonly confidence?: { readonly mean: number; readonly halfWidth: number };
  readonly baseline?: {
    readonly score: number;
    readonly difference: number;
    readonly p: number;
    readonly test: string;
  };
  readonly cut?: number;
}

let lesart: Installed;

beforeAll(async () => {
  lesart = await install();
  lesart.write('hyp', 'a b c d\nthe cat is here now\n');
  lesart.write('ref', 'a b c d\nthe cat was here now\n');
  lesart.write('other', 'a b c e\nthe cat is here now\n');
  lesart.write('short', 'a b c d\n');
  lesart.write('empty', '');
});
afterAll(() => {
  lesart.remove();
});

const run = (...args: string[]) => lesart.run(['metric', ...args]);
const scores = (...args: string[]): Scores => JSON.parse(run('--json', ...args).out) as Scores;

describe('lesart metric', () => {
  test('prints the metric, its score and its signature as JSON, and nothing else', () => {
    const { code, out, error } = run('--metric', 'ter', 'hyp', 'ref', '--json');
    expect([code, error]).toEqual([0, '']);
    // One replaced word of nine.
    expect(JSON.parse(out)).toEqual({
      metric: 'ter',
      score: 100 / 9,
      signature: `nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:lesart-${version}`,
    });
  });

  test.each([
    ['bleu', 'nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:'],
    ['chrf', 'nrefs:2|case:mixed|eff:yes|nc:6|nw:0|space:no|version:'],
    ['chrf++', 'nrefs:2|case:mixed|eff:yes|nc:6|nw:2|space:no|version:'],
    ['ter', 'nrefs:2|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:'],
  ])('takes several references: %s', (name, start) => {
    const found = scores('--metric', name, 'hyp', 'ref', 'other');
    expect(found.signature).toBe(`${start}lesart-${version}`);
    expect(found.score).toBe(name === 'ter' ? 0 : 100);
  });

  test('computes all metrics when none is named', () => {
    const found = JSON.parse(run('hyp', 'ref', '--json').out) as Scores[];
    expect(found.map(({ metric }) => metric)).toEqual(['bleu', 'chrf', 'chrf++', 'ter']);
    const { out } = run('hyp', 'ref');
    expect(out.split('\n').map((line) => line.split(/ {2,}/)[0])).toEqual([
      'metric',
      'BLEU',
      'chrF2',
      'chrF2++',
      'TER',
      '',
    ]);
  });

  test('hands the settings to the metric', () => {
    const settings = (...args: string[]) => scores(...args, 'hyp', 'ref').signature;
    expect(settings('--metric', 'bleu', '--tokenize', 'char', '--smooth', 'floor', '--lowercase')).toContain(
      'case:lc|eff:no|tok:char|smooth:floor[0.10]',
    );
    expect(settings('--metric', 'chrf', '--whitespace', '--eps-smoothing')).toContain(
      'eff:no|nc:6|nw:0|space:yes',
    );
    expect(settings('--metric', 'ter', '--normalized', '--no-punct', '--case-sensitive')).toContain(
      'case:mixed|tok:tercom|norm:yes|punct:no|asian:no',
    );
    expect(settings('--metric', 'ter', '--normalized', '--asian-support')).toContain('asian:yes');
  });

  test('gives the score of each line with --sentence', () => {
    expect(scores('--metric', 'ter', '--sentence', 'hyp', 'ref').segments).toEqual([0, 20]);
    expect(scores('--metric', 'bleu', '--sentence', 'hyp', 'ref').signature).toContain('eff:yes');
    expect(run('--metric', 'ter', '--sentence', 'hyp', 'ref').out).toMatch(
      /^line +TER\n +1 +0\.00\n +2 +20\.00\n/,
    );
  });

  test('reads a file of either line ending, and standard input', () => {
    const { out } = lesart.run(['metric', '--metric', 'ter', '--json', '-', 'ref'], {
      input: 'a b c d\r\nthe cat is here now',
    });
    expect((JSON.parse(out) as Scores).score).toBe(100 / 9);
  });

  test('says of files with different numbers of lines which they are and how many they have', () => {
    const { code, out, error } = run('--metric', 'bleu', 'hyp', 'ref', 'short');
    expect([code, out]).toEqual([2, '']);
    expect(error).toBe('hyp has 2 lines and short has 1; with one segment a line they need as many.\n');
  });

  test.each([
    [['hyp'], 'A translation and at least one reference are needed'],
    [['empty', 'empty'], 'empty is empty'],
    [['-', '-'], 'Only one of the files'],
    [['hyp', 'nowhere'], 'There is no file nowhere'],
    [['--metric', 'wer', 'hyp', 'ref'], 'bleu, chrf, chrf++, ter'],
    [['--metric', 'ter', '--tokenize', 'zh', 'hyp', 'ref'], '--tokenize does not belong to ter'],
    [['--test', 'ar', 'hyp', 'ref'], '--test is of use only with --baseline'],
    [['--seed', '1', 'hyp', 'ref'], '--seed is of use only with'],
    [['--confidence', '--samples', '1', 'hyp', 'ref'], 'whole number from 2 to'],
    [['--confidence', '--seed', '1.5', 'hyp', 'ref'], '--seed cannot be “1.5”'],
  ])('refuses %j', (args, said) => {
    const { code, out, error } = run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(said);
  });

  test('says so when the search for shifts was cut short', () => {
    const words = Array.from({ length: 120 }, (_, index) => `w${index % 4}`);
    lesart.write('long', `${words.join(' ')}\n`);
    lesart.write('turned', `${words.toReversed().join(' ')}\n`);
    const { code, out, error } = run('--metric', 'ter', '--json', 'long', 'turned');
    expect(code).toBe(0);
    expect((JSON.parse(out) as Scores).cut).toBe(1);
    expect(error).toContain('In 1 segment the search for shifts was cut short');
  });

  test('tells a difference from a baseline, with confidence, again the same from the same seed', () => {
    const args = ['--metric', 'ter', '--baseline', 'other', 'hyp', 'ref'];
    const { score, signature, baseline, confidence } = scores(...args);
    expect(signature).toMatch(/^nrefs:1\|bs:1000\|seed:12345\|case:lc/);
    expect(baseline).toMatchObject({ score: 200 / 9, difference: score - 200 / 9, test: 'bs' });
    expect(confidence?.mean).toBeGreaterThan(0);
    expect(confidence?.mean).toBeLessThan(20);
    expect(scores(...args)).toEqual(scores(...args, '--seed', '12345', '--samples', '1000'));
    expect(scores(...args, '--seed', '7').confidence).not.toEqual(confidence);
    expect(scores(...args, '--test', 'ar').signature).toMatch(/^nrefs:1\|ar:10000\|seed:12345\|/);
    expect(run(...args).out).toMatch(/-11\.11 +[01]\.\d{4} +nrefs/);
  });

  test('finds no difference of a translation from itself', () => {
    const { baseline } = scores('--metric', 'bleu', '--baseline', 'hyp', 'hyp', 'ref');
    expect(baseline).toMatchObject({ difference: 0, p: 1 });
  });

  test('speaks German', () => {
    const { out } = lesart.run(['metric', '--metric', 'ter', 'hyp', 'ref'], { env: { LANG: 'de_DE.UTF-8' } });
    expect(out).toMatch(/^Metrik +Wert +Signatur\nTER +11,11 /);
  });
});
