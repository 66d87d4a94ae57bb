import type { ReactiveControllerHost } from 'lit';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { WorkLoader } from '../../../src/app/controllers/work-loader.ts';
import { back, mark, recordId, variant, work } from '../make.ts';

const requestUpdate = vi.fn();
const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate,
  updateComplete: Promise.resolve(true),
};

beforeEach(() => {
  requestUpdate.mockReset();
});

const text = (words: string): string => `<!-- p paragraph -->\n${words}\n`;
const DE = 'Wir haben keine Kontrolle.';
const declared = (slug: string): string =>
  JSON.stringify(
    work({
      slug,
      variants: [
        variant('de'),
        variant('en'),
        variant('fr'),
        variant('es'),
        variant('ko', { status: 'planned' }),
        back,
      ],
    }),
  );
const TEXTS = {
  'de.md': text(DE),
  'en.md': text('We have no control.'),
  'fr.md': text('Plus de contrôle.'),
  'de-back.md': text('We have no control.'),
};

/** What is served below `/app/works/`. */
const FILES: Readonly<Record<string, string>> = {
  'index.json': '{"works":["w","v"]}',
  ...Object.fromEntries(
    ['w', 'v'].flatMap((slug) => [
      [`${slug}/work.json`, declared(slug)],
      [`${slug}/contributions.jsonl`, `${JSON.stringify({ ...mark(1, DE, 'keine'), work: slug })}\n`],
      ...Object.entries(TEXTS).map(([file, own]) => [`${slug}/${file}`, own]),
    ]),
  ),
};

/** What a test knows of the host that the app is served by, and does to it. */
interface Server {
  /** Files that were asked for since the last look, sorted. */
  readonly asked: () => readonly string[];
  /** Lets a file wait until it is released, by the function that this gives. */
  readonly hold: (file: string) => () => void;
}

/** Until the test ends, these files are served. */
function serve(files: Readonly<Record<string, string>> = FILES): Server {
  let asked: string[] = [];
  const held = new Map<string, Promise<void>>();
  vi.stubGlobal('fetch', async (path: string): Promise<Response> => {
    const file = path.replace('/app/works/', '');
    asked.push(file);
    await held.get(file);
    const body = files[file];
    return body === undefined ? new Response('', { status: 404 }) : new Response(body);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    asked: () => {
      const seen = asked.sort();
      asked = [];
      return seen;
    },
    hold: (file) => {
      let release = (): void => undefined;
      held.set(
        file,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        held.delete(file);
        release();
      };
    },
  };
}

/** A loader with a work open, and its server, nothing of it asked for yet. */
async function open(slug = 'w', columns: readonly string[] = []): Promise<[WorkLoader, Server]> {
  const server = serve();
  const loader = new WorkLoader(host, '/app/');
  expect(await loader.open(slug, columns)).toBe(true);
  server.asked();
  requestUpdate.mockReset();
  return [loader, server];
}

describe('a work', () => {
  test('is opened by name, with its contributions', async () => {
    const [loader] = await open('v');
    expect(loader.opened?.work.slug).toBe('v');
    expect(loader.opened?.marksIn('de', 'p').map(({ id }) => id)).toEqual([recordId(1)]);
    expect([loader.problems, loader.failed]).toEqual([[], undefined]);
  });

  test('with several paragraphs in a row is shown in its rows, also when the text that has them comes later', async () => {
    const member = '<!-- p._2 paragraph -->\nPlus rien.\n';
    serve({ ...FILES, 'w/fr.md': `${TEXTS['fr.md']}\n${member}`, 'v/en.md': `${TEXTS['en.md']}\n${member}` });
    const loader = new WorkLoader(host, '/app/');
    await loader.open('v', []);
    expect(loader.opened?.paragraph('en', 'p')?.text).toBe('We have no control.\nPlus rien.');
    await loader.open('w', []);
    expect(loader.opened?.paragraph('en', 'p')?.text).toBe('We have no control.');
    await loader.ensureText('fr');
    expect(loader.opened?.paragraph('fr', 'p')?.text).toBe('Plus de contrôle.\nPlus rien.');
  });

  test('that is not named is the first in the list', async () => {
    serve();
    const loader = new WorkLoader(host, '/app/');
    expect(await loader.open(undefined, [])).toBe(true);
    expect(loader.opened?.work.slug).toBe('w');
  });

  test('comes with what the comparators read, and no other text', async () => {
    const server = serve();
    await new WorkLoader(host, '/app/').open('w', []);
    expect(server.asked()).toEqual(
      ['contributions.jsonl', 'de-back.md', 'de.md', 'en.md', 'work.json'].map((file) => `w/${file}`),
    );
  });

  test('comes with the columns that have a text, those that it does not know aside', async () => {
    const server = serve();
    await new WorkLoader(host, '/app/').open('w', ['fr', 'de', 'ko', 'xx']);
    expect(server.asked()).toEqual(
      ['contributions.jsonl', 'de-back.md', 'de.md', 'en.md', 'fr.md', 'work.json'].map(
        (file) => `w/${file}`,
      ),
    );
  });

  test('that lacks a text is open, with the problem', async () => {
    serve();
    const loader = new WorkLoader(host, '/app/');
    expect(await loader.open('w', ['es'])).toBe(true);
    expect(loader.opened?.texts.has('es')).toBe(false);
    expect(loader.problems.map(({ code, file }) => [code, file])).toEqual([['file-unavailable', 'es.md']]);
  });

  test('is not open while it is on its way, and neither is the one before', async () => {
    const [loader, server] = await open('w');
    const release = server.hold('v/de.md');
    const opening = loader.open('v', []);
    expect([loader.opened, loader.failed]).toEqual([undefined, undefined]);
    release();
    await opening;
    expect(loader.opened?.work.slug).toBe('v');
  });

  test('that cannot be read says why, and is open when it can be at last', async () => {
    serve({});
    const loader = new WorkLoader(host, '/app/');
    expect(await loader.open('w', [])).toBe(false);
    expect(loader.opened).toBeUndefined();
    expect(loader.failed?.map(({ code, file }) => [code, file])).toEqual([['file-unavailable', 'work.json']]);
    serve();
    expect(await loader.open('w', [])).toBe(true);
    expect(loader.failed).toBeUndefined();
  });

  test('is none where none is named and none is listed', async () => {
    serve({ 'index.json': '{"works":[]}' });
    const loader = new WorkLoader(host, '/app/');
    expect(await loader.open(undefined, [])).toBe(false);
    expect([loader.opened, loader.failed]).toEqual([undefined, []]);
  });

  test('is rendered when it is asked for and when it is there', async () => {
    serve();
    const loader = new WorkLoader(host, '/app/');
    const opening = loader.open('w', []);
    expect(requestUpdate).toHaveBeenCalledOnce();
    await opening;
    expect(requestUpdate).toHaveBeenCalledTimes(2);
  });
});

describe('one more text', () => {
  test('is on its way until it is there, and rendered at both times', async () => {
    const [loader, server] = await open();
    const seen: (readonly [readonly string[], boolean | undefined])[] = [];
    requestUpdate.mockImplementation(() => {
      seen.push([[...loader.loading], loader.opened?.texts.has('fr')]);
    });
    expect([...loader.loading]).toEqual([]);
    await loader.ensureText('fr');
    expect(server.asked()).toEqual(['w/fr.md']);
    expect(seen).toEqual([
      [['fr'], false],
      [[], true],
    ]);
    expect(loader.opened?.paragraph('fr', 'p')?.text).toBe('Plus de contrôle.');
  });

  test('is said to be on its way by a new set, so that elements see it', async () => {
    const [loader] = await open();
    const before = loader.loading;
    const fetching = loader.ensureText('fr');
    const between = loader.loading;
    await fetching;
    expect([before, between, loader.loading].map(({ size }) => size)).toEqual([0, 1, 0]);
  });

  test('comes by itself: another may still be on its way', async () => {
    const [loader, server] = await open();
    const release = server.hold('w/es.md');
    const slow = loader.ensureText('es');
    await loader.ensureText('fr');
    expect([...loader.loading]).toEqual(['es']);
    release();
    await slow;
    expect([...loader.loading]).toEqual([]);
  });

  test('that cannot be had is on its way no more, with the problem told once, and is asked for again when it is wanted again', async () => {
    const [loader, server] = await open();
    await loader.ensureText('es');
    await loader.ensureText('es');
    expect(server.asked()).toEqual(['w/es.md', 'w/es.md']);
    expect([...loader.loading]).toEqual([]);
    expect(loader.opened?.texts.has('es')).toBe(false);
    expect(loader.problems.map(({ file }) => file)).toEqual(['es.md']);
  });

  test('is not asked for where it is there already, nor twice while it is on its way', async () => {
    const [loader, server] = await open();
    await loader.ensureText('de');
    await Promise.all([loader.ensureText('fr'), loader.ensureText('fr')]);
    await loader.ensureText('fr');
    expect(server.asked()).toEqual(['w/fr.md']);
  });

  test('is waited for by all that ask for it', async () => {
    const [loader, server] = await open();
    const release = server.hold('w/fr.md');
    void loader.ensureText('fr');
    const second = loader.ensureText('fr').then(() => loader.opened?.texts.has('fr'));
    release();
    expect(await second).toBe(true);
  });

  test('is not asked for where no work is open', async () => {
    const server = serve();
    await new WorkLoader(host, '/app/').ensureText('fr');
    expect(server.asked()).toEqual([]);
  });

  test('that comes when another work is open belongs to no work', async () => {
    const [loader, server] = await open('w');
    const release = server.hold('w/es.md');
    const late = loader.ensureText('es');
    await loader.open('v', []);
    expect([...loader.loading]).toEqual([]);
    release();
    await late;
    expect([loader.opened?.work.slug, loader.opened?.texts.has('es'), loader.problems]).toEqual([
      'v',
      false,
      [],
    ]);
  });

  test('of one work is asked for anew in another', async () => {
    const [loader, server] = await open('w');
    await loader.ensureText('fr');
    await loader.open('v', []);
    server.asked();
    await loader.ensureText('fr');
    expect(server.asked()).toEqual(['v/fr.md']);
  });
});
