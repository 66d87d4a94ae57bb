import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type GatheredWork, gatherWorks } from '../../../src/worker/memory-gather.ts';
import { ownDevice } from '../controllers/own-log.ts';
import { correction, review, variant } from '../make.ts';
import { deviceWorks, keep } from '../store/works.ts';

const PAIR = { source: 'en', target: 'de' };
const TEXTS = { de: { p: 'Alt.', q: 'Auch alt.' }, en: { p: 'Old.', q: 'Old too.' } };

/** A device with works, and an app that comes with none. */
function device() {
  const { name } = ownDevice();
  const get = vi.fn(() => Promise.resolve(new Response('', { status: 404 })));
  vi.stubGlobal('fetch', get);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return deviceWorks(name);
}

async function gathered(except = 'none'): Promise<readonly GatheredWork[]> {
  const works: GatheredWork[] = [];
  for await (const work of gatherWorks('/', except, PAIR)) works.push(work);
  return works;
}

describe('corrections of the other works on the device', () => {
  test('come with what they are translations of, rejected ones aside', async () => {
    const works = device();
    const { work } = await keep(works, TEXTS, (slug) => [
      correction(1, 'Alt.', 'Neu.', { work: slug }),
      correction(2, 'Auch alt.', 'Nein.', { work: slug, paragraph: 'q' }),
      review(3, 2, { work: slug, verdict: 'rejected' }),
    ]);
    const [found] = await gathered();
    expect(found?.corrections).toEqual([
      expect.objectContaining({ work: work.slug, base: 'Alt.', text: 'Neu.', source: 'Old.', author: 'Ada' }),
    ]);
    expect(await gathered(work.slug)).toEqual([]);
  });

  test('are those of the language pair', async () => {
    const works = device();
    const records = (slug: string) => [correction(1, 'Alt.', 'Neu.', { work: slug })];
    await keep(works, TEXTS, records, { variants: [variant('de'), variant('en', { lang: 'fr' })] });
    await keep(works, TEXTS, records, {
      variants: [variant('de', { lang: 'de-AT' }), variant('en', { lang: 'en-GB' })],
    });
    expect((await gathered()).map(({ corrections }) => corrections.length)).toEqual([1]);
  });
});
