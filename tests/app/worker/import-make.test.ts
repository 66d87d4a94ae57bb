import { describe, expect, test } from 'vitest';
import type { Alignment } from '../../../src/core/contribution/record.ts';
import { alignmentOf } from '../../../src/core/contribution/alignment.ts';
import { makeWork } from '../../../src/worker/import-make.ts';
import type {
  MakeOutcome,
  MakeProgress,
  Preview,
  TextPreview,
  WorkPlan,
} from '../../../src/worker/import-plan.ts';
import { ImportSources } from '../../../src/worker/import-sources.ts';
import { Breather } from '../../../src/worker/import-walk.ts';
import { ownDatabase } from '../store/logs.ts';
import { deviceWorks, recordsOf } from '../store/works.ts';

const DE = [
  'Der Berg liegt im Norden des Landes, 4200 Meter hoch.',
  'Im Jahr 1957 stieg Anna Meier als Erste auf den Gipfel.',
  'Sie war allein.',
  'Heute führt eine Bahn von Bern hinauf, und 30 Hotels stehen am Weg.',
];
const EN = [
  'The mountain lies in the north of the country, 4200 metres high.',
  'In 1957 Anna Meier was the first to climb the summit. She was alone.',
  'Today a railway leads up from Bern, and 30 hotels stand along the way.',
];

const file = (name: string, paragraphs: readonly string[]): File =>
  new File([`${paragraphs.join('\n\n')}\n`], name);

const never = (): Breather => new Breather(new AbortController().signal);

async function read(sources: ImportSources, given: File, choices = {}): Promise<Preview> {
  const outcome = await sources.read(given, choices, never(), () => undefined);
  if (outcome.state !== 'read') throw new Error(`${given.name}: ${JSON.stringify(outcome)}`);
  return outcome.preview;
}

const asText = (preview: Preview): TextPreview => {
  if (preview.shape !== 'text') throw new Error(preview.shape);
  return preview;
};

const IGNORED: (progress: MakeProgress) => void = () => undefined;

const planOf = (variants: WorkPlan['variants'], given: Partial<WorkPlan> = {}): WorkPlan => ({
  title: { und: 'The mountain' },
  name: 'The mountain',
  source: 'a, b',
  variants,
  subject: 0,
  reference: 1,
  byOrder: false,
  ...given,
});

const planned = (source: number, lang: string): WorkPlan['variants'][number] => ({
  source,
  lang,
  label: lang,
  provenance: 'human',
});

async function make(
  sources: ImportSources,
  plan: WorkPlan,
  { name = ownDatabase(), signal = new AbortController().signal, report = IGNORED } = {},
): Promise<{ readonly outcome: MakeOutcome; readonly works: ReturnType<typeof deviceWorks> }> {
  const outcome = await makeWork(sources, plan, report, signal, { name });
  return { outcome, works: deviceWorks(name) };
}

describe('two texts', () => {
  test('are read with their language, and aligned into a work that is kept', async () => {
    const sources = new ImportSources();
    const de = asText(await read(sources, file('berg.txt', DE)));
    const en = asText(await read(sources, file('mountain.txt', EN)));
    expect([de.language.lang, en.language.lang, de.taken]).toEqual(['de', 'en', 4]);
    const { outcome, works } = await make(sources, planOf([planned(de.id, 'de'), planned(en.id, 'en')]));
    if (outcome.state !== 'made') throw new Error(JSON.stringify(outcome));
    const { work, rows } = outcome.entry;
    const texts = new Map([
      ['de', (await works.text(work.slug, 'de'))!],
      ['en', (await works.text(work.slug, 'en'))!],
    ]);
    expect(texts.get('de')!.map(({ text }) => text)).toEqual(DE);
    expect(texts.get('en')!.map(({ text }) => text)).toEqual(EN);
    expect(rows).toBe(3);
    expect(texts.get('de')!.map(({ id }) => id)).toEqual(['p1', 'p2', 'p2._2', 'p3']);
    const records = await recordsOf(works, work.slug);
    const { rows: shown } = alignmentOf(['de', 'en'], texts, records as readonly Alignment[]);
    expect(shown.every(({ standing }) => standing?.kind === 'estimated')).toBe(true);
  });

  test('lose what a person leaves out and keep what is said of the rest', async () => {
    const sources = new ImportSources();
    const de = await read(sources, file('a.txt', ['Seite 1', ...DE]));
    const en = await read(sources, file('b.txt', EN));
    const fates = new Map([
      [0, 'left'],
      [1, 'heading'],
    ] as const);
    const { outcome, works } = await make(
      sources,
      planOf([{ ...planned(de.id, 'de'), fates }, planned(en.id, 'en')]),
    );
    if (outcome.state !== 'made') throw new Error(outcome.state);
    const text = await works.text(outcome.entry.work.slug, 'de');
    expect(text!.map((paragraph) => paragraph.text)).toEqual(DE);
    expect(text![0]!.role).toBe('heading');
  });

  test('of which nothing is taken make no work', async () => {
    const sources = new ImportSources();
    const de = await read(sources, file('a.txt', ['Eins.']));
    const en = await read(sources, file('b.txt', EN));
    const fates = new Map([[0, 'left']] as const);
    const variants = [planned(en.id, 'en'), { ...planned(de.id, 'de'), fates }];
    const { outcome, works } = await make(sources, planOf(variants));
    expect(outcome).toEqual({ state: 'empty', variant: 1 });
    expect(await works.list()).toEqual([]);
  });

  test('that are cancelled leave nothing behind', async () => {
    const sources = new ImportSources();
    const many = Array.from({ length: 3000 }, (_, n) => `${DE[n % 4]!} Nummer ${String(n)}.`);
    const de = await read(sources, file('a.txt', many));
    const en = await read(sources, file('b.txt', many));
    const abort = new AbortController();
    const stages = new Set<string>();
    const { outcome, works } = await make(sources, planOf([planned(de.id, 'de'), planned(en.id, 'de')]), {
      signal: abort.signal,
      report: ({ stage, share }) => {
        stages.add(stage);
        if (share > 0.01) abort.abort();
      },
    });
    expect(outcome).toEqual({ state: 'cancelled' });
    expect([...stages]).toEqual(['aligning']);
    expect(await works.list()).toEqual([]);
  });

  test('that a person sets side by side need no alignment', async () => {
    const sources = new ImportSources();
    const de = await read(sources, file('a.txt', DE));
    const fr = await read(sources, file('b.txt', [...DE].reverse()));
    const stages = new Set<string>();
    const { outcome, works } = await make(
      sources,
      planOf([planned(de.id, 'de'), planned(fr.id, 'de')], { byOrder: true }),
      { report: ({ stage }) => stages.add(stage) },
    );
    if (outcome.state !== 'made') throw new Error(outcome.state);
    expect([...stages]).toEqual(['making', 'storing']);
    const { slug } = outcome.entry.work;
    expect((await works.text(slug, 'de-2'))!.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(await recordsOf(works, slug)).toEqual([]);
  });
});

test('a table becomes a work row by row', async () => {
  const sources = new ImportSources();
  const csv = 'key,English,Deutsch\na,One,Eins\nb,,Zwei\n';
  const preview = await read(sources, new File([csv], 'texts.csv'));
  if (preview.shape !== 'table') throw new Error(preview.shape);
  expect([preview.count, preview.columns.map(({ name }) => name)]).toEqual([
    2,
    ['key', 'English', 'Deutsch'],
  ]);
  const columns = [2, 1].map((column) => ({ ...planned(preview.id, column === 2 ? 'de' : 'en'), column }));
  const { outcome, works } = await make(sources, planOf(columns, { idColumn: 0 }));
  if (outcome.state !== 'made') throw new Error(outcome.state);
  const { slug } = outcome.entry.work;
  expect((await works.text(slug, 'de'))!.map(({ id, text }) => [id, text])).toEqual([
    ['a', 'Eins'],
    ['b', 'Zwei'],
  ]);
  expect((await works.text(slug, 'en'))!.map(({ id }) => id)).toEqual(['a']);
});

test('a file is read again in another encoding, and its preview shows more when asked', async () => {
  const sources = new ImportSources();
  const bytes = new Uint8Array([...'Grüße an alle.\n\n'.repeat(40)].map((char) => char.charCodeAt(0)));
  const given = new File([bytes], 'brief.txt');
  const first = asText(await read(sources, given, { encoding: 'windows-1252' }));
  expect(first.first[0]!.text).toBe('Grüße an alle.');
  expect(first.first.length).toBeLessThan(first.taken);
  const more = sources.paragraphs(first.id, false, first.first.at(-1)!.index + 1, 100);
  expect(first.first.length + more.length).toBe(first.taken);
  const again = await sources.read(given, { encoding: 'windows-1251' }, never(), () => undefined, first.id);
  if (again.state !== 'read') throw new Error(again.state);
  expect(again.preview.id).toBe(first.id);
  expect(asText(again.preview).first[0]!.text).toBe('GrьЯe an alle.');
});

test('what is no text is said to be none', async () => {
  const sources = new ImportSources();
  const outcome = await sources.read(
    new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])], 'a.png'),
    {},
    never(),
    () => undefined,
  );
  expect(outcome).toMatchObject({ state: 'unreadable', problems: [{ code: 'format-unknown' }] });
});
