import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installed, install } from './lesart.ts';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});

const ENGLISH = { env: { LESART_LANG: 'en' } };

describe('files', () => {
  test('are checked by themselves, exit code 1 for findings', () => {
    const file = lesart.write('page.de.txt', 'Das haben wir gebaut.Wir sind froh.\n');
    const { code, out } = lesart.run(['check', file], ENGLISH);
    expect(code).toBe(1);
    expect(out).toContain('page.de.txt 1: Missing space [spacing/missing-after-mark]');
    expect(out).toContain('Das haben wir [gebaut.Wir] sind froh.');
    expect(out).toContain('1 text: 1 finding');
  });

  test('without findings have exit code 0', () => {
    const file = lesart.write('sound.de.txt', 'Das haben wir gebaut. Wir sind froh.\n');
    expect(lesart.run(['check', file], ENGLISH)).toEqual({ code: 0, out: '1 text: 0 findings\n', error: '' });
  });

  test('are held against the second one', () => {
    const subject = lesart.write('a.de.txt', 'Es geht los.\n\nEs kostet 54 Euro.\n');
    const reference = lesart.write('a.en.txt', 'It begins.\n\nIt costs €45.\n');
    const { code, out } = lesart.run(['check', subject, reference, '--json'], ENGLISH);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: unknown[] };
    expect(findings).toMatchObject([
      {
        check: 'pair/number',
        variant: 'a.de.txt',
        paragraph: '2',
        quotes: ['54'],
        message: '45, as in the reference',
      },
    ]);
  });

  test('with another number of paragraphs are not held against each other, and it is said', () => {
    const subject = lesart.write('b.de.txt', 'Es kostet 54 Euro.\n');
    const reference = lesart.write('b.en.txt', 'It begins.\n\nIt costs €45.\n');
    const { code, error } = lesart.run(['check', subject, reference], ENGLISH);
    expect(code).toBe(0);
    expect(error).toContain('b.en.txt');
  });

  test('speak German where German is asked for', () => {
    const file = lesart.write('c.de.txt', 'Ein  Satz.\n');
    const { out } = lesart.run(['check', file], { env: { LESART_LANG: 'de' } });
    expect(out).toContain('Doppeltes Leerzeichen');
    expect(out).toContain('1 Text: 1 Befund');
  });

  test('that are not there are wrong use', () => {
    expect(lesart.run(['check', 'none.txt'], ENGLISH)).toMatchObject({ code: 2, out: '' });
  });
});

describe('a folder', () => {
  const header = (id: string, text: string) => `<!-- ${id} paragraph -->\n${text}\n\n`;
  beforeAll(() => {
    const folder = join(lesart.folder, 'small');
    mkdirSync(folder);
    const variant = (id: string, provenance: string) => ({
      id,
      lang: id,
      label: id,
      provenance,
      status: 'complete',
      listed: true,
    });
    const work = {
      slug: 'small',
      title: { en: 'Small' },
      date: '2026-01-01',
      credit: 'nobody',
      source: { en: 'Made for this test.' },
      subject: 'de',
      reference: 'en',
      variants: [variant('de', 'machine'), variant('en', 'human')],
    };
    writeFileSync(join(folder, 'work.json'), JSON.stringify(work));
    writeFileSync(join(folder, 'de.md'), header('a', 'Wir bauen ein Modell . Gut.'));
    writeFileSync(join(folder, 'en.md'), header('a', 'We build a  model. Good.'));
    writeFileSync(join(folder, 'glossary.tsv'), 'term\tsense\tde\nmodel\tthing\tMuster\n');
  });

  test('is checked with its reference and its glossary', () => {
    const { code, out } = lesart.run(['check', 'small'], ENGLISH);
    expect(code).toBe(1);
    expect(out).toContain('de a: Space beside a mark');
    expect(out).toContain('Muster for “model”');
    expect(out).toContain('en a: Double space');
    expect(out).toContain('2 texts: 3 findings');
  });

  test('can be reported for one variant', () => {
    const { out } = lesart.run(['check', 'small', '--variant', 'en'], ENGLISH);
    expect(out).not.toContain('de a');
    expect(out).toContain('1 text: 1 finding');
    const wrong = lesart.run(['check', 'small', '--variant', 'fr'], ENGLISH);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.error).toContain('de, en');
  });

  test('takes a glossary of the reader’s beside its own: TBX or a table', () => {
    const tbx = (lang: string, term: string) =>
      `<langSet xml:lang="${lang}"><tig><term>${term}</term></tig></langSet>`;
    const file = lesart.write(
      'own.tbx',
      `<martif type="TBX"><text><body><termEntry>${tbx('en', 'good')}${tbx('de', 'trefflich')}</termEntry>` +
        `<termEntry id="none"/></body></text></martif>`,
    );
    const table = lesart.write('own.csv', 'source,target\ngood,"brav | !gut"\n');
    const found = lesart.run(['check', 'small', '--glossary', file], ENGLISH);
    expect(found.out).toContain('trefflich for “good”');
    expect(found.out).toContain('Muster for “model”');
    expect(found.error).toContain('own.tbx:1: fault: the entry “none” has no term in a language');
    const forbidden = lesart.run(['check', 'small', '--glossary', table], ENGLISH);
    expect(forbidden.out).toContain('not “gut” but brav for “good”');
    expect(forbidden.error).toBe('');
  });

  test('does not begin with a glossary that cannot be read', () => {
    const file = lesart.write('broken.tbx', '<martif><text>');
    const { code, out, error } = lesart.run(['check', 'small', '--glossary', file], ENGLISH);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('broken.tbx:1: fault');
    expect(error).toContain('Nothing in ');
  });

  test('runs what is off by default when asked', () => {
    writeFileSync(join(lesart.folder, 'small', 'en.md'), header('a', 'We build a  model and it is good.'));
    const { out } = lesart.run(['check', 'small', '--all'], ENGLISH);
    expect(out).toContain('[pair/sentence-count]');
    expect(lesart.run(['check', 'small'], ENGLISH).out).not.toContain('[pair/sentence-count]');
  });
});

test('help says what the exit codes mean', () => {
  const { code, out } = lesart.run(['check', '--help'], ENGLISH);
  expect(code).toBe(0);
  expect(out).toContain('Exit codes: 0 no finding, 1 findings, 2 wrong use.');
});
