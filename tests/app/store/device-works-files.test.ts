import { describe, expect, test } from 'vitest';
import { validateFolder } from '../../../src/core/contribution/validate.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import type { DeviceWorks } from '../../../src/store/device-works.ts';
import { backupFiles, isBackupFile, restoreWorks } from '../../../src/store/device-works-backup.ts';
import { folderFiles } from '../../../src/store/device-works-folder.ts';
import { unzipped, zipped } from '../../../src/store/zip-file.ts';
import { mark, paragraphs, variant } from '../make.ts';
import { ownDatabase } from './logs.ts';
import { deviceWorks, keep, recordsOf } from './works.ts';

const DE = 'Wir haben keine Kontrolle.';
const und = { variants: [variant('de', { lang: 'und' }), variant('en', { lang: 'und' })] };
const marks = (slug: string): readonly Contribution[] => [{ ...mark(1, DE, 'keine'), work: slug }];

/** The files of a work's zip, by their path. */
const folderOf = async (
  works: DeviceWorks,
  slug: string,
  own: readonly Contribution[] = [],
): Promise<ReadonlyMap<string, string>> => unzipped(await zipped(folderFiles(works, slug, own)), () => true);

/** What is wrong with a folder, as `lesart validate` finds it. */
const faultsOf = (slug: string, files: ReadonlyMap<string, string>): readonly string[] => {
  const inside = new Map([...files].map(([path, text]) => [path.slice(slug.length + 1), text]));
  return validateFolder(slug, { files: inside })
    .filter(({ severity }) => severity === 'fault')
    .map(({ code, file }) => `${file ?? ''}: ${code}`);
};

describe('the folder of an imported work', () => {
  test('is accepted by the validator, with what readers added', async () => {
    const works = deviceWorks(ownDatabase());
    const texts = { de: { p: DE, q: 'Und weiter.' }, en: { p: 'We have no control.', q: 'And on.' } };
    const { work } = await keep(works, texts, marks, und);
    const own = { ...mark(2, DE, 'Kontrolle'), work: work.slug };
    const files = await folderOf(works, work.slug, [own]);
    expect([...files.keys()].sort()).toEqual(
      ['contributions.jsonl', 'de.md', 'en.md', 'work.json'].map((name) => `${work.slug}/${name}`),
    );
    expect(faultsOf(work.slug, files)).toEqual([]);
    expect(files.get(`${work.slug}/contributions.jsonl`)?.trimEnd().split('\n')).toHaveLength(2);
    expect(files.get(`${work.slug}/de.md`)).toContain(DE);
  });

  test('is accepted where variants lack paragraphs or hold what the format cannot', async () => {
    const works = deviceWorks(ownDatabase());
    const texts = {
      de: { p: DE, r: '<!-- no header -->', s: 'Eins.', 's._2': 'Zwei.' },
      en: { q: 'two\rlines', r: '  ', s: 'One. Two.' },
    };
    const { work } = await keep(works, texts, marks, und);
    const files = await folderOf(works, work.slug);
    expect(faultsOf(work.slug, files)).toEqual([]);
    expect(files.get(`${work.slug}/en.md`)).toBe(
      '<!-- q paragraph -->\ntwo lines\n\n<!-- s paragraph -->\nOne. Two.\n',
    );
    expect(files.get(`${work.slug}/de.md`)).toContain('\n <!-- no header -->\n');
    expect(files.get(`${work.slug}/de.md`)).toContain('<!-- s._2 paragraph -->\nZwei.\n');
  });

  test('is refused for a work that is not there', async () => {
    await expect(folderOf(deviceWorks(ownDatabase()), 'my-x')).rejects.toThrow(RangeError);
  });
});

describe('a backup with works', () => {
  const TEXTS = { de: { p: DE }, en: {} };

  const packed = async (works: DeviceWorks, log = '{}\n') =>
    unzipped(await zipped(backupFiles(works, log)), isBackupFile);

  test('gives an empty device every work as it was', async () => {
    const from = deviceWorks(ownDatabase());
    const to = deviceWorks(ownDatabase());
    const kept = await keep(from, TEXTS, marks);
    const { slug } = kept.work;
    const files = await packed(from, 'the log\n');
    expect(files.get('contributions.jsonl')).toBe('the log\n');
    const restored = await restoreWorks(to, files);
    expect([restored.added, restored.known, restored.unreadable]).toEqual([[kept], [], []]);
    expect(await to.list()).toEqual([kept]);
    expect(await to.text(slug, 'de')).toEqual(paragraphs(TEXTS.de));
    expect(await to.text(slug, 'en')).toEqual([]);
    expect(await recordsOf(to, slug)).toEqual(marks(slug));
  });

  test('replaces nothing, and takes what it has out of the trash', async () => {
    const works = deviceWorks(ownDatabase());
    const { work } = await keep(works, TEXTS);
    const files = await packed(works);
    await works.rename(work.slug, 'Mine');
    await works.trash(work.slug, new Date());
    const { added, known } = await restoreWorks(works, files);
    expect([added, known]).toEqual([[], [work.slug]]);
    expect((await works.find(work.slug))?.work.title).toEqual({ und: 'Mine' });
  });

  test('leaves out what is in the trash', async () => {
    const works = deviceWorks(ownDatabase());
    const { work } = await keep(works, TEXTS);
    await works.trash(work.slug, new Date());
    expect([...(await packed(works)).keys()]).toEqual(['contributions.jsonl']);
  });

  test('with a damaged work restores the others and names it', async () => {
    const from = deviceWorks(ownDatabase());
    const { work } = await keep(from, TEXTS, marks);
    const good = await packed(from);
    const path = `works/${work.slug}.jsonl`;
    const text = good.get(path) ?? '';
    const damaged = [
      text.slice(0, -5),
      text.replace('"role":"paragraph"', '"role":"king"'),
      text.replace('"severity":"major"', '"severity":"terrible"'),
      text.replaceAll(work.slug, 'mistral-interview'),
      `${text}null\n`,
      '',
    ];
    for (const bad of damaged) {
      const to = deviceWorks(ownDatabase());
      const files = new Map([...good, [path, bad]]);
      const { added, unreadable } = await restoreWorks(to, files);
      expect([added, unreadable]).toEqual([[], [path]]);
      expect(await to.list()).toEqual([]);
    }
  });
});

test('a file that is no zip is refused', async () => {
  await expect(unzipped(new Blob(['no zip at all']), () => true)).rejects.toThrow();
});
