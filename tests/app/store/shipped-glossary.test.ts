import { describe, expect, test } from 'vitest';
import { fetchGlossary } from '../../../src/store/shipped-glossary.ts';

const TSV = 'term\tsense\tde\nfunding\tmoney for a company\tFinanzierung\n';
const answering =
  (answer: () => Response): ((path: string) => Promise<Response>) =>
  (path) =>
    path === '/app/works/w/glossary.tsv' ? Promise.resolve(answer()) : Promise.reject(new Error(path));

describe('the glossary of a work', () => {
  test('is read from its folder', async () => {
    const glossary = await fetchGlossary(
      '/app/',
      'w',
      answering(() => new Response(TSV)),
    );
    expect(glossary?.entries.map(({ term }) => term)).toEqual(['funding']);
  });

  test.each<[string, () => Response]>([
    ['is missing', () => new Response('', { status: 404 })],
    ['is a start page', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['has no term', () => new Response('term\tsense\tde\n')],
    [
      'cannot be had',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('is none where the file %s', async (_why, answer) => {
    expect(await fetchGlossary('/app/', 'w', answering(answer))).toBeUndefined();
  });
});
