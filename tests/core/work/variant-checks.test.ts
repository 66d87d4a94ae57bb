import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/problem.ts';
import type { Provenance, Role, VariantInfo, Work } from '../../../src/core/work/model.ts';
import { checkLanguages } from '../../../src/core/work/variant-checks.ts';

const variant = (id: string, lang: string, provenance: Provenance = 'human'): VariantInfo => ({
  id,
  lang,
  label: lang,
  provenance,
  status: 'complete',
  listed: true,
});
const work = (...variants: VariantInfo[]): Work => ({
  slug: 'w',
  title: { en: 'T' },
  date: '2024-08-07',
  credit: '',
  source: { en: 'S' },
  subject: 'en',
  reference: 'en',
  variants: [variant('en', 'en'), ...variants],
});
const said = (problems: readonly Problem[]) =>
  problems.map(({ severity, code, file, line, args }) =>
    [`${file ?? ''}:${line ?? ''}`, severity, code, args['term'] ?? args['variant'] ?? args['path']]
      .filter((part) => part !== undefined)
      .join(' '),
  );
interface Case {
  en: string;
  other: string;
  lang?: string;
  provenance?: Provenance;
  role?: Role;
  glossary?: string;
}
const check = ({ en, other, lang = 'fr', provenance = 'human', role = 'paragraph', glossary }: Case) => {
  const texts = new Map([
    ['en', [{ id: 'p', role, text: en, line: 1 }]],
    ['x', [{ id: 'p', role, text: other, line: 4 }]],
  ]);
  return checkLanguages(work(variant('x', lang, provenance)), texts, glossary);
};
const found = (given: Case) => said(check(given));

describe('holding a variant to its language', () => {
  test('finds nothing in a sound one', () => {
    const en = 'AI changes nothing, “he” says; 6.45 million use Llama 3.1.';
    const other = 'L’IA ne change rien, dit-«\u00a0il\u00a0»\u202f; 6,45 millions utilisent Llama 3.1.';
    expect(check({ en, other, glossary: 'term\tsense\tx\nAI\t\tIA' })).toEqual([]);
  });

  test.each<[string, Case, string]>([
    ['a copy', { en: 'It is a tool for all.', other: 'It is a tool for all.' }, 'fault paragraph-copied en'],
    [
      'a foreign script',
      { en: 'It is a tool.', other: 'Модель — это нейтральный инструмент.' },
      'fault paragraph-in-foreign-script',
    ],
    ['foreign words', { en: 'A tool.', other: 'Un outil открытый.' }, 'warning script-foreign'],
    ['mixed letters', { en: 'A tool.', other: 'Un \u043eutil.' }, 'warning scripts-mixed'],
    [
      'untranslated words',
      { en: 'It is a tool that can be used.', other: 'C’est a tool that can be used.' },
      'warning words-untranslated en',
    ],
    ['quotation marks', { en: '“A” tool.', other: 'Un "outil".' }, 'warning quotation-mark-foreign'],
    [
      'quotation marks that are not closed',
      { en: 'A “tool.”', other: 'Un «\u00a0outil.' },
      'warning quotation-mark-unpaired',
    ],
    ['apostrophes', { en: 'The AI.', other: "L'IA." }, 'warning apostrophe-foreign'],
    ['numbers', { en: '6.45%.', other: '6.45\u00a0%.' }, 'warning number-format-foreign'],
    ['marks', { en: 'A tool.', other: 'Un outil。' }, 'warning punctuation-foreign'],
    ['spaces', { en: 'A tool!', other: 'Un outil!' }, 'warning spacing-foreign'],
    ['an end', { en: 'A tool.', other: 'Un outil' }, 'warning sentence-end-missing'],
    [
      'a term',
      {
        en: 'Open-source models.',
        other: 'Des modèles libres.',
        glossary: 'term\tsense\tx\nopen source\t\topen source',
      },
      'warning glossary-rendering-missing open source',
    ],
  ])('reports %s at the line of the paragraph', (_name, given, expected) => {
    expect(found(given)).toEqual([`x.md:4 ${expected}`]);
  });

  test.each<Provenance>(['machine', 'back-translation'])('leaves evidence alone: %s', (provenance) => {
    expect(check({ en: 'It is a tool for all.', other: 'It\'s a "tool" for all', provenance })).toEqual([]);
  });

  test('leaves a language alone that it does not know', () => {
    expect(check({ en: 'It is a tool.', other: 'qamuSHa\' "x" . ', lang: 'tlh' })).toEqual([]);
  });

  test('holds an unlisted variant to its language as well', () => {
    const texts = new Map([
      ['zh', [{ id: 'p', role: 'answer' as const, text: '近日,公司发布了模型。', line: 1 }]],
    ]);
    const problems = checkLanguages(
      work({ ...variant('zh', 'zh', 'reconstructed'), listed: false }),
      texts,
      undefined,
    );
    expect(said(problems)).toEqual(['zh.md:1 warning punctuation-foreign']);
  });

  test('sees a copy of a machine text, and does not blame the reference for a copy of it', () => {
    const text = 'Das ist ein neutrales Werkzeug für alles.';
    const texts = new Map(
      ['en', 'de', 'fr'].map((id) => [id, [{ id: 'p', role: 'answer' as const, text, line: 1 }]]),
    );
    const given = work(variant('de', 'de', 'machine'), variant('fr', 'fr'));
    expect(said(checkLanguages(given, texts, undefined))).toEqual(['fr.md:1 fault paragraph-copied en']);
  });

  test('asks for the end of a sentence in prose only', () => {
    expect(check({ en: 'Tools.', other: 'Des outils', role: 'heading' })).toEqual([]);
  });

  test('says a foreign mark once, not as an unpaired one too', () => {
    expect(found({ en: 'A “tool.”', other: 'Ein „Tool.”', lang: 'de' })).toEqual([
      'x.md:4 warning quotation-mark-foreign',
    ]);
  });

  test('takes any of the renderings, of either sense, and asks nothing of an empty cell', () => {
    const glossary =
      'term\tsense\tx\ttraining\nbank\tof a river\trive | berge\nbank\tfor money\tbanque\nCEO\t\t';
    const withoutSurplus = glossary.replace('\ttraining', '');
    const en = 'The CEO sees the bank.';
    expect(found({ en, other: 'Il voit les berges.', glossary: withoutSurplus })).toEqual([]);
    expect(found({ en, other: 'Il voit la banque.', glossary: withoutSurplus })).toEqual([]);
    const [problem] = check({ en, other: 'Il voit le banc.', glossary: withoutSurplus });
    expect(problem?.args).toEqual({ id: 'p', term: 'bank', expected: 'rive | berge | banque' });
  });

  test('reports the glossary’s own faults, and a column that is no variant’s', () => {
    const glossary = 'term\tsense\tx\tyy\nAI\t\tIA\t\t\t';
    expect(found({ en: 'A tool.', other: 'Un outil.', glossary })).toEqual([
      'glossary.tsv:2 fault glossary-cells-surplus',
      'glossary.tsv:1 fault variant-unknown header[3]',
    ]);
  });
});
