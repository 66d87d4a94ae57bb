import { describe, expect, test } from 'vitest';
import { editLink } from '../../../src/core/format/repository-link.ts';
import { readWork } from '../../../src/core/work/work-json.ts';

const folder = 'translations/works/demo';
const at = (url: string, branch = 'main') => ({ url, branch, folder });

describe('the page that edits a file', () => {
  test.each([
    ['https://github.com/o/r', 'GitHub', 'https://github.com/o/r/edit/main/translations/works/demo/de.md'],
    [
      'https://gitlab.com/g/sub/r',
      'GitLab',
      'https://gitlab.com/g/sub/r/-/edit/main/translations/works/demo/de.md',
    ],
    [
      'https://codeberg.org/o/r.x',
      'Codeberg',
      'https://codeberg.org/o/r.x/_edit/main/translations/works/demo/de.md',
    ],
  ])('is where %s has it', (url, site, href) => {
    expect(editLink(at(url), 'de.md')).toEqual({ site, href });
  });

  test('is of a branch whose name has slashes, and each part is escaped', () => {
    expect(editLink(at('https://github.com/o/r', 'fix/a+b'), 'ä?.md').href).toBe(
      'https://github.com/o/r/edit/fix/a%2Bb/translations/works/demo/%C3%A4%3F.md',
    );
  });

  test('is of no other site, and leads out of no folder', () => {
    const bad = ['http://github.com/o/r', 'https://github.com.evil.org/o/r', 'https://evil.org/o/r'];
    for (const url of bad) expect(() => editLink(at(url), 'de.md')).toThrow(RangeError);
    expect(() => editLink(at('https://github.com/o/r', '../x'), 'de.md')).toThrow(RangeError);
    expect(() => editLink({ ...at('https://github.com/o/r'), folder: 'a/../..' }, 'x')).toThrow(RangeError);
  });
});

describe('a repository in work.json', () => {
  const declared = (repository: unknown) =>
    readWork(
      JSON.stringify({
        ...{ slug: 'demo', title: { en: 'D' }, date: '2026-01-02', credit: '', source: { en: 'S' } },
        ...{ subject: 'de', reference: 'de', repository },
        variants: [
          { id: 'de', lang: 'de', label: 'D', provenance: 'human', status: 'complete', listed: true },
        ],
      }),
    );

  test('is kept', () => {
    const repository = at('https://codeberg.org/o/r');
    expect(declared(repository)).toMatchObject({ value: { repository }, problems: [] });
  });

  test.each([
    ['url', at('https://user:secret@github.com/o/r')],
    ['url', at('https://github.com/o')],
    ['url', at('https://github.com/o/r/tree/main')],
    ['url', at('javascript:alert(1)//github.com/o/r')],
    ['branch', at('https://github.com/o/r', '-x y')],
    ['folder', { ...at('https://github.com/o/r'), folder: '/etc' }],
  ])('is refused where its %s is none', (key, repository) => {
    expect(declared(repository).problems).toMatchObject([
      { code: 'repository-invalid', args: { path: `repository.${key}` } },
    ]);
  });
});
