import { describe, expect, test } from 'vitest';
import { WorkUnreadable, fetchSlugs, fetchVariant, fetchWork } from '../../../src/store/shipped.ts';
import { mark, recordId, variant, work } from '../make.ts';

type Answer = string | Response | Error;

/** A host with these files, by path; it has no others. */
function host(files: Readonly<Record<string, Answer>>): {
  readonly get: (path: string) => Promise<Response>;
  readonly asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    get: async (path) => {
      asked.push(path);
      await Promise.resolve();
      const answer = files[path] ?? new Response('', { status: 404 });
      if (answer instanceof Error) throw answer;
      return typeof answer === 'string' ? new Response(answer) : answer;
    },
  };
}

const startPage = (): Response =>
  new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });

const BASE = '/app/works/w/';
const DE = '<!-- p paragraph -->\nWir haben keine Kontrolle.\n';
const EN = '<!-- p paragraph -->\nWe have no control.\n';
const RECORD = JSON.stringify(mark(1, 'Wir haben keine Kontrolle.', 'keine'));
const FILES = {
  [`${BASE}work.json`]: JSON.stringify(work({ variants: [variant('de'), variant('en'), variant('fr')] })),
  [`${BASE}de.md`]: DE,
  [`${BASE}en.md`]: EN,
  [`${BASE}contributions.jsonl`]: `${RECORD}\n`,
};

const open = (files: Readonly<Record<string, Answer>>, wanted: readonly string[] = ['de', 'en']) =>
  fetchWork('/app/', 'w', () => wanted, host({ ...FILES, ...files }).get);

const unavailable = (file: string, reason: string) => ({
  code: 'file-unavailable',
  severity: 'fault',
  file,
  args: { file, reason },
});

describe('a work', () => {
  test('is its declaration, the wanted texts and the contributions', async () => {
    const shipped = await open({});
    expect(shipped.work.variants.map(({ id }) => id)).toEqual(['de', 'en', 'fr']);
    expect([...shipped.texts]).toEqual([
      ['de', [{ id: 'p', role: 'paragraph', text: 'Wir haben keine Kontrolle.' }]],
      ['en', [{ id: 'p', role: 'paragraph', text: 'We have no control.' }]],
    ]);
    expect(shipped.log.map(({ id }) => id)).toEqual([recordId(1)]);
    expect(shipped.problems).toEqual([]);
  });

  test('is fetched with nothing that was not wanted, and nothing twice', async () => {
    const { get, asked } = host(FILES);
    await fetchWork('/app/', 'w', ({ subject }) => [subject, subject], get);
    expect(asked.sort()).toEqual([`${BASE}contributions.jsonl`, `${BASE}de.md`, `${BASE}work.json`]);
  });

  test.each([
    ['is not there', new Response('', { status: 404 }), 'HTTP 404'],
    ['breaks the host', new Response('', { status: 500 }), 'HTTP 500'],
    ['is answered with the start page', startPage(), 'HTTP 404'],
    ['cannot be reached', new TypeError('Failed to fetch'), 'Failed to fetch'],
  ])('lacks a variant whose file %s, and says so; the rest is there', async (_how, answer, reason) => {
    const shipped = await open({ [`${BASE}en.md`]: answer });
    expect([...shipped.texts.keys()]).toEqual(['de']);
    expect(shipped.log).toHaveLength(1);
    expect(shipped.problems).toEqual([unavailable('en.md', reason)]);
  });

  test.each([
    ['are not there', new Response('', { status: 404 }), 'HTTP 404'],
    ['are answered with the start page', startPage(), 'HTTP 404'],
    ['cannot be reached', new TypeError('Failed to fetch'), 'Failed to fetch'],
  ])('is there without contributions that %s, and says so', async (_how, answer, reason) => {
    const shipped = await open({ [`${BASE}contributions.jsonl`]: answer });
    expect([...shipped.texts.keys()]).toEqual(['de', 'en']);
    expect(shipped.log).toEqual([]);
    expect(shipped.problems).toEqual([unavailable('contributions.jsonl', reason)]);
  });

  test('keeps the contributions around a bad line, which it names by its number', async () => {
    const other = JSON.stringify(mark(2, 'Wir haben keine Kontrolle.', 'haben'));
    const jsonl = `${RECORD}\n{"type":"mark", broken\n${other}\n`;
    const shipped = await open({ [`${BASE}contributions.jsonl`]: jsonl });
    expect(shipped.log.map(({ id }) => id)).toEqual([recordId(1), recordId(2)]);
    expect(shipped.problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['json-invalid', 'contributions.jsonl', 2],
    ]);
  });

  test('keeps what can be read of a variant with a fault, and names its line', async () => {
    const text = `${DE}\n<!-- q parapraph -->\nMehr.\n`;
    const shipped = await open({ [`${BASE}de.md`]: text });
    expect(shipped.texts.get('de')?.map(({ id }) => id)).toEqual(['p', 'q']);
    expect(shipped.problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['unknown-role', 'de.md', 4],
    ]);
  });
});

describe('a work is unreadable, with the reasons,', () => {
  const failure = async (answer: Answer): Promise<WorkUnreadable> => {
    try {
      await open({ [`${BASE}work.json`]: answer });
    } catch (error) {
      if (error instanceof WorkUnreadable) return error;
      throw error;
    }
    throw new Error('the work was read');
  };

  test.each([
    ['is not there', new Response('', { status: 404 }), 'HTTP 404'],
    ['is answered with the start page', startPage(), 'HTTP 404'],
    ['cannot be reached', new TypeError('Failed to fetch'), 'Failed to fetch'],
  ])('when its declaration %s', async (_how, answer, reason) => {
    const { slug, problems } = await failure(answer);
    expect(slug).toBe('w');
    expect(problems).toEqual([unavailable('work.json', reason)]);
  });

  test('when its declaration is no JSON', async () => {
    const { problems } = await failure('{ "slug": "w", ');
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['json-invalid', 'work.json']]);
  });

  test('when its declaration lacks what a work must have', async () => {
    const { problems } = await failure('{ "slug": "w" }');
    expect(problems.map(({ code, args }) => [code, args['path']])).toContainEqual([
      'value-missing',
      'variants',
    ]);
  });
});

describe('one variant', () => {
  test('is fetched by itself', async () => {
    const { paragraphs, problems } = await fetchVariant('/app/', 'w', 'en', host(FILES).get);
    expect(paragraphs?.map(({ text }) => text)).toEqual(['We have no control.']);
    expect(problems).toEqual([]);
  });

  test('is undefined, not empty, when its file is not there', async () => {
    expect(await fetchVariant('/app/', 'w', 'fr', host(FILES).get)).toEqual({
      paragraphs: undefined,
      problems: [unavailable('fr.md', 'HTTP 404')],
    });
  });
});

describe('the list of works', () => {
  const list = (answer: Answer) => fetchSlugs('/app/', host({ '/app/works/index.json': answer }).get);

  test('has their slugs in order', async () => {
    expect(await list('{"works":["b","a"]}')).toEqual(['b', 'a']);
  });

  test.each([
    ['is not there', new Response('', { status: 404 })],
    ['is answered with the start page', startPage()],
    ['cannot be reached', new TypeError('Failed to fetch')],
    ['lists nothing', '{}'],
    ['is no list', '{"works":"a"}'],
    ['is null', 'null'],
  ])('is empty when it %s', async (_how, answer) => {
    expect(await list(answer)).toEqual([]);
  });

  test('leaves out what is no slug', async () => {
    expect(await list('{"works":["a",1,null]}')).toEqual(['a']);
  });

  test('is empty when it is no JSON', async () => {
    expect(await list('{"works":')).toEqual([]);
  });
});
