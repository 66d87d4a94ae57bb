import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, type Installed, ROOT } from './lesart.ts';

const SAMPLE = join(ROOT, '../shared/reference/mqm-sample.tsv');
const HEADER = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\tcomment';
const GOOD = [
  HEADER,
  'A\td\t1\t1\tr1\tone\t<v>eins</v>\tAccuracy/Mistranslation\tCritical\tsay "one"',
  'A\td\t1\t1\tr2\tone\teins\tNo-error\tNo-error\t',
  'A\td\t2\t2\tr1\t<v>two </v>cats\tzwei\tAccuracy/Omission\tMajor\t',
  'B\td\t1\t1\tr1\tone\tein\tFluency/Punctuation\tMinor\t',
  'B\td\t2\t2\tr1\ttwo cats\t""zwei""\tSource error\tMajor\t',
  '',
].join('\n');
const BAD_ROW = 'B\td\t3\t3\tr1\tx\t<v>y\tStyle/Awkward\tMinor\t';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
  lesart.write('good.tsv', GOOD);
  lesart.write('bad.tsv', `${GOOD}${BAD_ROW}\n`);
});
afterAll(() => {
  lesart.remove();
});
const marks = (...args: string[]) => lesart.run(['marks', ...args]);
const written = (name: string) => readFileSync(join(lesart.folder, name), 'utf8');

describe('lesart marks score', () => {
  test('prints the scores of the named scorer as JSON', () => {
    const { code, out, error } = marks('score', 'good.tsv', '--scorer', 'marot', '--json');
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      systems: [
        {
          system: 'A',
          score: 3.75,
          segments: [
            { doc: 'd', segment: '1', score: 2.5 },
            { doc: 'd', segment: '2', score: 5 },
          ],
        },
        {
          system: 'B',
          score: 0.05,
          segments: [
            { doc: 'd', segment: '1', score: 0.1 },
            { doc: 'd', segment: '2', score: 0 },
          ],
        },
      ],
    });
  });

  test('prints those of WMT as JSON when it names none', () => {
    const { out } = marks('score', 'good.tsv', '--json');
    expect(out).toBe(marks('score', 'good.tsv', '--json', '--scorer=wmt').out);
    const { systems } = JSON.parse(out) as { systems: { system: string; score: number }[] };
    expect(systems.map(({ system, score }) => [system, score])).toEqual([
      ['A', 2.5],
      ['B', 2.55],
    ]);
  });

  test('prints both, the best system first, and why they differ', () => {
    expect(marks('score', 'good.tsv')).toEqual({
      code: 0,
      out: [
        'system    WMT  Marot  difference  errors  segments',
        'A       2.500  3.750      +1.250       2         2',
        'B       2.550  0.050      -2.500       2         2',
        '',
        'Why the two differ:',
        'system  difference  errors  label                             why',
        'A           +1.250       1  Critical Accuracy/Mistranslation  WMT 0 (severity unknown to this rule (Critical, or not capitalized)); Marot 5 (critical counts as major)',
        'B           -2.500       1  Major Source error                WMT 5 (every major error, also one of the source); Marot 0 (errors of the source do not count)',
        '',
      ].join('\n'),
      error: '',
    });
  });

  test('prints one as a table', () => {
    expect(marks('score', 'good.tsv', '--scorer', 'wmt').out).toBe(
      'system    WMT  errors  segments\nA       2.500       2         2\nB       2.550       2         2\n',
    );
  });

  test('says so when both agree', () => {
    lesart.write('same.tsv', `${HEADER}\nA\td\t1\t1\tr1\tone\teins\tStyle\tMajor\t\n`);
    expect(marks('score', 'same.tsv').out).toContain('Both scorers weigh every error here the same.\n');
  });

  test('writes numbers and words in German where German is set', () => {
    const { out } = lesart.run(['marks', 'score', 'good.tsv'], { env: { LANG: 'de_DE' } });
    expect(out).toContain(
      'System    WMT  Marot  Unterschied  Fehler  Segmente\nA       2,500  3,750       +1,250',
    );
  });

  test('reads standard input', () => {
    const { out } = lesart.run(['marks', 'score', '-', '--from', 'tsv', '--json'], { input: GOOD });
    expect(out).toBe(marks('score', 'good.tsv', '--json').out);
  });

  test('reports bad rows, scores the good ones and ends with 1', () => {
    const { code, out, error } = marks('score', 'bad.tsv', '--json');
    expect([code, out]).toEqual([1, marks('score', 'good.tsv', '--json').out]);
    expect(error).toBe(
      'bad.tsv:7: fault: column target: <v> and </v> do not pair up: <v>y → close each <v> with </v> before the next one\n',
    );
  });
});

describe('lesart marks convert', () => {
  test.each(['jsonl', 'jsonld', 'json', 'xlf', 'xliff'])('goes to .%s and back without loss', (extension) => {
    const other = `other.${extension}`;
    expect(marks('convert', 'good.tsv', other)).toEqual({ code: 0, out: '', error: '' });
    expect(marks('convert', other, `from-${extension}.tsv`).code).toBe(0);
    expect(written(`from-${extension}.tsv`)).toBe(GOOD);
    expect(marks('score', other, '--json').out).toBe(marks('score', 'good.tsv', '--json').out);
  });

  test('goes from one to the other of .jsonl and .jsonld without loss', () => {
    marks('convert', 'good.tsv', 'a.jsonl');
    marks('convert', 'a.jsonl', 'a.jsonld');
    marks('convert', 'a.jsonld', 'b.jsonl');
    expect(written('b.jsonl')).toBe(written('a.jsonl'));
  });

  test('goes by --from and --to where the names do not tell, to standard output', () => {
    const { code, out } = lesart.run(['marks', 'convert', '-', '-', '--from', 'tsv', '--to', 'tsv'], {
      input: GOOD,
    });
    expect([code, out]).toEqual([0, GOOD]);
  });

  test('sets bad rows aside', () => {
    expect(marks('convert', 'bad.tsv', 'kept.tsv', '--rejected', 'rejected.tsv').code).toBe(1);
    expect(written('kept.tsv')).toBe(GOOD);
    expect(written('rejected.tsv')).toBe(`${HEADER}\n${BAD_ROW}\n`);
  });

  test('writes nothing where nothing can be read', () => {
    lesart.write('none.tsv', 'system\tdoc\nA\td\n');
    const { code, error } = marks('convert', 'none.tsv', 'nothing.jsonl');
    expect(code).toBe(1);
    expect(error).toContain('none.tsv:1: fault: the header lacks the columns doc_id, rater, source');
    expect(error).toContain('Nothing could be read, so nothing was written.\n');
    expect(existsSync(join(lesart.folder, 'nothing.jsonl'))).toBe(false);
  });

  test('writes the log of a work with the texts of its folder', () => {
    const log = join(ROOT, 'translations/works/mistral-interview/contributions.jsonl');
    expect(marks('convert', log, 'work.tsv').code).toBe(0);
    const [, first = ''] = written('work.tsv').split('\n');
    expect(first.split('\t').slice(0, 3)).toEqual(['de', 'mistral-interview', 'section']);
    expect(first).toContain('\t<v>Nachricht</v>\t');
    const scores = (file: string) => marks('score', file, '--json').out;
    expect(scores('work.tsv')).toBe(scores(log));
  });

  test.each(['jsonld', 'xlf'])('gives the log of a work back from .%s', (extension) => {
    const log = join(ROOT, 'translations/works/mistral-interview/contributions.jsonl');
    expect(marks('convert', log, `work.${extension}`)).toEqual({ code: 0, out: '', error: '' });
    expect(marks('convert', `work.${extension}`, 'work.jsonl')).toEqual({ code: 0, out: '', error: '' });
    marks('convert', log, 'sorted.jsonl');
    expect(written('work.jsonl')).toBe(written('sorted.jsonl'));
  });

  test('makes corrections of what was changed in a .xlf', () => {
    const log = join(ROOT, 'translations/works/mistral-interview/contributions.jsonl');
    marks('convert', log, 'work.xlf');
    const source = '<target>2024-08-07</target>';
    expect(written('work.xlf')).toContain(source);
    lesart.write('changed.xlf', written('work.xlf').replace(source, '<target>7. August 2024</target>'));
    expect(marks('convert', 'changed.xlf', 'changed.jsonl').code).toBe(0);
    const known = new Set(readFileSync(log, 'utf8').split('\n'));
    const added = written('changed.jsonl')
      .split('\n')
      .filter((line) => line !== '' && !known.has(line));
    expect(added.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { type: 'correction', variant: 'de', paragraph: 'date', base: '2024-08-07', text: '7. August 2024' },
    ]);
  });

  test('reads .xlf in the encoding that it declares, and says where one is broken', () => {
    marks('convert', 'good.tsv', 'good.xlf');
    marks('convert', 'good.xlf', 'from-utf-8.jsonl');
    const utf16 = Buffer.from(`\ufeff${written('good.xlf').replace('UTF-8', 'UTF-16')}`, 'utf16le');
    lesart.write('utf-16.xlf', utf16);
    expect(marks('convert', 'utf-16.xlf', 'from-utf-16.jsonl')).toEqual({ code: 0, out: '', error: '' });
    expect(written('from-utf-16.jsonl')).toBe(written('from-utf-8.jsonl'));

    lesart.write('cut.xlf', written('good.xlf').slice(0, -20));
    expect(marks('convert', 'cut.xlf', 'cut.jsonl')).toMatchObject({
      code: 1,
      error: expect.stringMatching(
        /^cut\.xlf:\d+: fault: the file ends in the middle of the XML → get the whole file\n/,
      ) as string,
    });
    expect(existsSync(join(lesart.folder, 'cut.jsonl'))).toBe(false);
    lesart.write('odd.xlf', written('good.xlf').replace('UTF-8', 'EBCDIC-X'));
    expect(marks('convert', 'odd.xlf', 'odd.jsonl').error).toContain('odd.xlf says it is in “ebcdic-x”');
    lesart.write('latin.xlf', Buffer.from(written('good.xlf').replace('eins', 'Käse'), 'latin1'));
    expect(marks('convert', 'latin.xlf', 'latin.jsonl').error).toContain('latin.xlf is not UTF-8');
  });

  test('says so where there are no texts to make a .xlf of', () => {
    lesart.write('lone.jsonl', '');
    const { code, error } = marks('convert', 'lone.jsonl', 'lone.xlf');
    expect([code, error]).toEqual([2, expect.stringContaining('lone.xlf: no texts to write')]);
  });
});

describe('lesart marks', () => {
  test('shows its help', () => {
    const { code, out } = marks('--help');
    expect(code).toBe(0);
    expect(out).toContain('Usage: lesart marks score FILE [options]');
  });

  test.each([
    ['no action', [], 'Say what to do with the marks: score, convert. See “lesart marks --help”.\n'],
    ['an unknown action', ['count'], 'marks has no action “count”; it is one of score, convert. '],
    ['no file', ['score'], 'A file is needed. '],
    ['one file', ['convert', 'good.tsv'], 'Two files are needed, IN and OUT. '],
    ['a file too many', ['score', 'good.tsv', 'x'], 'That is one argument too many: “x”. '],
    [
      'an option of the other action',
      ['convert', 'good.tsv', 'x.tsv', '--json'],
      'The option --json does not belong to marks convert. ',
    ],
    [
      'an unknown scorer',
      ['score', 'good.tsv', '--scorer', 'esa'],
      '--scorer cannot be “esa”; it is one of wmt, marot. ',
    ],
    [
      'a name that tells no format',
      ['score', 'good.txt'],
      'The name good.txt does not tell the format; add --from with one of tsv, jsonl, jsonld, xlf. ',
    ],
    ['a file that is not there', ['score', 'no.tsv'], 'There is no file no.tsv.\n'],
    [
      'a folder that is not there',
      ['convert', 'good.tsv', 'no/x.tsv'],
      'no/x.tsv cannot be written (ENOENT).\n',
    ],
  ])('given %s says so and ends with 2', (_name, args, message) => {
    const { code, out, error } = marks(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
  });

  test.skipIf(!existsSync(SAMPLE))('gives the published sample back byte for byte, by way of the log', () => {
    marks('convert', SAMPLE, 'sample.jsonl');
    marks('convert', 'sample.jsonl', 'sample.tsv');
    expect(written('sample.tsv')).toBe(readFileSync(SAMPLE, 'utf8'));
  });
});
