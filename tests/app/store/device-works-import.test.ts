import { describe, expect, test } from 'vitest';
import { folderFiles } from '../../../src/store/device-works-folder.ts';
import { importFolder, isInFolder, workFolders } from '../../../src/store/device-works-import.ts';
import type { DeviceWorks } from '../../../src/store/device-works.ts';
import { unzipped, zipped } from '../../../src/store/zip-file.ts';
import { comment, mark, variant, work } from '../make.ts';
import { ownDatabase } from './logs.ts';
import { deviceWorks, IMPORTED, keep, recordsOf } from './works.ts';

const DE = 'Wir haben keine Kontrolle.';
const TEXTS = {
  de: { p: DE, 'p._2': 'Nie.', q: 'Und weiter.' },
  en: { p: 'We have no control.', r: 'Only here.' },
};
const und = { variants: [variant('de', { lang: 'und' }), variant('en', { lang: 'und' })] };

/** A work's folder as it is saved. */
async function saved(
  works: DeviceWorks,
): Promise<readonly [slug: string, files: ReadonlyMap<string, string>]> {
  const { work: kept } = await keep(works, TEXTS, (slug) => [{ ...mark(1, DE, 'keine'), work: slug }], und);
  const zip = await zipped(folderFiles(works, kept.slug, [{ ...comment(2), work: kept.slug }]));
  return [kept.slug, await unzipped(zip, () => true)];
}

const folderOf = (slug: string): Map<string, string> =>
  new Map([
    ['work.json', JSON.stringify(work({ ...und, slug }))],
    ['de.md', '<!-- p paragraph -->\nEins.\n'],
    ['en.md', '<!-- p paragraph -->\nOne.\n'],
  ]);

test('folders of works are found at any depth of a zip', () => {
  const names = ['a/b/work.json', 'a/b/de.md', 'a/readme.md', 'a/b/c/x.md', 'work.json.bak'];
  expect(workFolders(names)).toEqual(['a/b/']);
  expect(names.filter((name) => isInFolder(name, ['a/b/']))).toEqual(['a/b/work.json', 'a/b/de.md']);
  expect(workFolders(['work.json'])).toEqual(['']);
});

describe('a work folder that was saved here', () => {
  test('comes back on another device as the same work, with its slug and all contributions', async () => {
    const [slug, files] = await saved(deviceWorks(ownDatabase()));
    const there = deviceWorks(ownDatabase());
    const { entry, problems } = await importFolder(there, `${slug}/`, files, IMPORTED);
    expect(problems.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect([entry?.work.slug, entry?.rows, entry?.records]).toEqual([slug, 3, 2]);
    for (const [id, own] of Object.entries(TEXTS))
      expect((await there.text(slug, id))?.map((paragraph) => [paragraph.id, paragraph.text])).toEqual(
        Object.entries(own),
      );
  });

  test('becomes a second work where its slug is taken, and its contributions name that one', async () => {
    const works = deviceWorks(ownDatabase());
    const [slug, files] = await saved(works);
    const { entry } = await importFolder(works, `${slug}/`, files, IMPORTED);
    const fresh = entry!.work.slug;
    expect(fresh).not.toBe(slug);
    expect(fresh).toMatch(/^my-a-work-\w{5}$/);
    expect((await recordsOf(works, fresh)).map((record) => record.work)).toEqual([fresh, fresh]);
    expect(await works.list()).toHaveLength(2);
  });
});

describe('a work folder from elsewhere', () => {
  test('gets an address of this device', async () => {
    const works = deviceWorks(ownDatabase());
    const { entry } = await importFolder(works, '', folderOf('interview'), IMPORTED);
    expect(entry?.work.slug).toMatch(/^my-interview-\w{5}$/);
  });

  test('is taken as far as it can be read, and what is wrong is listed', async () => {
    const files = folderOf('interview')
      .set('en.md', '<!-- p heading -->\nOne.\n\nstray words\n')
      .set('contributions.jsonl', `{"bad\n${JSON.stringify({ ...comment(1), work: 'another' })}\n`);
    const { entry, problems } = await importFolder(deviceWorks(ownDatabase()), '', files, IMPORTED);
    expect(entry?.records).toBe(0);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'contribution-work-differs',
      'json-invalid',
      'paragraph-role-differs',
      'text-without-header',
    ]);
  });

  const broken: [what: string, files: Map<string, string>, code: string][] = [
    ['a declaration that is no JSON', folderOf('x').set('work.json', '{'), 'json-invalid'],
    ['a declaration that lacks things', folderOf('x').set('work.json', '{"slug":"x"}'), 'value-missing'],
  ];
  test.each(broken)('makes no work of %s', async (_what, files, code) => {
    const works = deviceWorks(ownDatabase());
    const { entry, problems } = await importFolder(works, '', files, IMPORTED);
    expect(entry).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(await works.list()).toEqual([]);
  });

  test('makes no work without its subject’s text', async () => {
    const files = folderOf('x');
    files.delete('de.md');
    const { entry, problems } = await importFolder(deviceWorks(ownDatabase()), '', files, IMPORTED);
    expect(entry).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('variant-file-missing');
  });
});
