import { describe, expect, test, vi } from 'vitest';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import type { Paragraph } from '../../../src/core/work/model.ts';
import type { DeviceWorks } from '../../../src/store/device-works.ts';
import { addTexts } from '../../../src/worker/import-add.ts';
import type { AddOutcome, AdditionPlan, MakeProgress } from '../../../src/worker/import-plan.ts';
import { ImportSources } from '../../../src/worker/import-sources.ts';
import { takenOf } from '../../../src/worker/import-taken.ts';
import { Breather } from '../../../src/worker/import-walk.ts';
import { comment } from '../make.ts';
import { ownDatabase } from '../store/logs.ts';
import { deviceWorks, keep, recordsOf } from '../store/works.ts';

const DE = { p1: 'Eins zwei drei 1957.', p2: 'Der Berg ist 4200 Meter hoch.' };
const EN = { p1: 'One two three 1957.', p2: 'The mountain is 4200 metres high.' };
const ES = 'Uno dos tres 1957.\n\nLa montaña tiene 4200 metros de altura.\n';

async function read(sources: ImportSources, name = 'es.txt', text = ES): Promise<number> {
  const breather = new Breather(new AbortController().signal);
  const outcome = await sources.read(new File([text], name), {}, breather, () => undefined);
  if (outcome.state !== 'read') throw new Error(JSON.stringify(outcome));
  return outcome.preview.id;
}

interface Given {
  readonly works: DeviceWorks;
  readonly slug: string;
  readonly run: (
    given?: Partial<AdditionPlan>,
    signal?: AbortSignal,
    own?: readonly Contribution[],
    report?: (progress: MakeProgress) => void,
  ) => Promise<AddOutcome>;
}

/** A work of two texts with a comment, and a third text that was read. */
async function given(text = ES): Promise<Given> {
  const name = ownDatabase();
  const works = deviceWorks(name);
  const { work } = await keep(works, { de: DE, en: EN }, (slug) => [comment(1, { work: slug })]);
  const sources = new ImportSources();
  const source = await read(sources, 'es.txt', text);
  const variants = [{ source, lang: 'es', label: 'Español', provenance: 'human' as const }];
  return {
    works,
    slug: work.slug,
    run: (plan = {}, signal = new AbortController().signal, own = [], report = () => undefined) =>
      addTexts(
        sources,
        { slug: work.slug, anchor: 'de', variants, ...plan },
        () => Promise.resolve(own),
        report,
        signal,
        { name },
      ),
  };
}

const ids = (paragraphs: readonly Paragraph[] | undefined) => paragraphs?.map(({ id }) => id);

async function everything(works: DeviceWorks, slug: string) {
  const entry = (await works.find(slug))!;
  const texts = await Promise.all(entry.work.variants.map(({ id }) => works.text(slug, id)));
  return { entry, texts, records: await recordsOf(works, slug) };
}

describe('a text', () => {
  test('becomes a further variant of a work; nothing that was there changes', async () => {
    const { works, slug, run } = await given();
    const before = await everything(works, slug);
    const stages = new Set<string>();
    const outcome = await run({}, undefined, [], ({ stage }) => stages.add(stage));
    expect(outcome.state).toBe('added');
    const { entry, texts, records } = await everything(works, slug);
    const old = before.entry.work.variants.map(({ id }) => id);
    expect(entry.work.variants.map(({ id }) => id).sort()).toEqual([...old, 'es'].sort());
    expect(entry.work.variants.filter(({ id }) => id !== 'es')).toEqual(before.entry.work.variants);
    expect(texts.slice(0, before.texts.length)).toEqual(before.texts);
    expect(ids(await works.text(slug, 'es'))).toEqual(['p1', 'p2']);
    expect(records.slice(0, before.records.length)).toEqual(before.records);
    expect(records.slice(before.records.length).map(({ type }) => type)).toEqual(['alignment']);
    expect(entry.records).toBe(before.entry.records);
    expect([...stages]).toEqual(['aligning', 'storing']);
  });

  test('follows what readers said of the rows', async () => {
    const { works, slug, run } = await given();
    const moved: Contribution = {
      id: '01890000-0000-7000-8000-000000000001',
      type: 'alignment',
      author: 'Ada',
      time: '2026-11-01T00:00:00.000Z',
      work: slug,
      placements: [{ variant: 'de', paragraph: 'p2', at: 0, row: 'p1' }],
    };
    expect((await run({}, undefined, [moved])).state).toBe('added');
    expect(ids(await works.text(slug, 'es'))).toEqual(['p1', 'p1._2']);
  });

  test('can be taken back, until something rests on it', async () => {
    const { works, slug, run } = await given();
    const before = await everything(works, slug);
    const outcome = await run();
    if (outcome.state !== 'added') throw new Error(outcome.state);
    const { added } = outcome;
    await works.describe(slug, (work) => ({ ...work, reference: 'es' }));
    expect(await works.takeBack(added)).toBe(false);
    await works.describe(slug, (work) => ({ ...work, reference: before.entry.work.reference }));
    expect(await works.takeBack(added)).toBe(true);
    expect(await everything(works, slug)).toEqual(before);
    expect(await works.text(slug, 'es')).toBeUndefined();
    expect(await works.takeBack(added)).toBe(false);
  });

  test('of a work that is gone, or has no such variant, is not added', async () => {
    const { works, slug, run } = await given();
    expect(await run({ anchor: 'xx' })).toEqual({ state: 'changed' });
    await works.trash(slug, new Date());
    expect(await run()).toEqual({ state: 'changed' });
    await works.restore(slug);
    expect((await run()).state).toBe('added');
  });

  test('is not added while another tab adds one, and a second one of a language has a number', async () => {
    const { works, slug, run } = await given();
    const release = await works.claim(slug);
    expect(await run()).toEqual({ state: 'busy' });
    release!();
    await vi.waitFor(async () => {
      expect((await run()).state).toBe('added');
    });
    expect((await run()).state).toBe('added');
    expect((await works.find(slug))!.work.variants.map(({ id }) => id)).toContain('es-2');
  });

  test('leaves nothing behind when it is cancelled, also right before it is stored', async () => {
    const { works, slug, run } = await given();
    const before = await everything(works, slug);
    for (const last of ['aligning', 'storing'] as const) {
      const controller = new AbortController();
      const outcome = await run({}, controller.signal, [], ({ stage }) => {
        if (stage === last) controller.abort();
      });
      expect(outcome).toEqual({ state: 'cancelled' });
      expect(await everything(works, slug)).toEqual(before);
    }
  });

  test('a work whose variants changed meanwhile takes no addition that was made for the others', async () => {
    const { works, slug } = await given();
    const addition = { variants: [], texts: new Map(), records: [], rows: 0 };
    expect(await works.extend(slug, ['de'], addition)).toBeUndefined();
  });
});

test('of a table a column is a text, cell by cell', async () => {
  const sources = new ImportSources();
  const source = await read(sources, 't.csv', 'key,es\na,Uno dos tres.\nb,\nc,Alta.\n');
  const taken = takenOf({ source, column: 1, lang: 'es', label: 'x', provenance: 'human' }, sources);
  expect(taken.paragraphs.map(({ text }) => text)).toEqual(['Uno dos tres.', 'Alta.']);
});

describe('the declaration of a work', () => {
  test('can be changed, but not its address', async () => {
    const { works, slug } = await given();
    const isDone = await works.describe(slug, (work) => ({ ...work, slug: 'my-other', subject: 'en' }));
    expect(isDone).toBe(true);
    expect(await works.find(slug)).toMatchObject({ work: { slug, subject: 'en' } });
    expect(await works.describe('my-none', (work) => work)).toBe(false);
  });
});
