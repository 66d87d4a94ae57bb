import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identifyLanguage } from '../../src/core/check/identify-language.ts';
import { languageIdentifier } from '../../src/core/check/language-identifier.ts';
import { readVariant } from '../../src/core/work/variant-file.ts';
import { readWork } from '../../src/core/work/work-json.ts';

const folder = new URL('../../translations/works/mistral-interview/', import.meta.url);
const { value: work } = readWork(readFileSync(new URL('work.json', folder), 'utf8'));
const texts = (work?.variants ?? [])
  .filter(({ status }) => status === 'complete')
  .map(({ id, lang }) => {
    const paragraphs = readVariant(readFileSync(new URL(`${id}.md`, folder), 'utf8'), id).value;
    return { id, lang, paragraphs: paragraphs.map(({ text }) => text) };
  });

/** As many draws for each text; the same ones each time. */
const DRAWS = Number(process.env['DRAWS'] ?? 40);
function* draws(size: number, paragraphs: readonly string[]): Generator<readonly string[]> {
  let state = 20_240_807;
  for (let count = 0; count < DRAWS; count++) {
    const drawn = new Set<string>();
    while (drawn.size < size) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      drawn.add(paragraphs[state % paragraphs.length]!);
    }
    yield [...drawn];
  }
}

interface Share {
  readonly right: number;
  readonly certain: number;
  readonly wrongThoughCertain: number;
}

function share(size: number): ReadonlyMap<string, Share> {
  return new Map(
    texts.map(({ id, lang, paragraphs }) => {
      const guesses = [...draws(size, paragraphs)].map((drawn) =>
        identifyLanguage(drawn, languageIdentifier),
      );
      const part = (test: (guess: (typeof guesses)[number]) => boolean) =>
        guesses.filter(test).length / DRAWS;
      return [
        id,
        {
          right: part((guess) => guess.lang === lang),
          certain: part(({ certain }) => certain),
          wrongThoughCertain: part((guess) => guess.certain && guess.lang !== lang),
        },
      ];
    }),
  );
}

describe('the language of each text of the first work', () => {
  // A draw of one paragraph may be the date alone, or a name.
  test.each([
    [1, 0.92, 0],
    [3, 0.995, 0],
    [10, 1, 0],
  ])('from %i paragraphs at random', (size, right, wrongThoughCertain) => {
    const shares = share(size);
    // eslint-disable-next-line no-console -- the figures of the README
    console.log(
      `${size} paragraphs:`,
      [...shares].map(([id, { right, certain }]) => `${id} ${right} (${certain} certain)`).join(', '),
    );
    expect(shares.size).toBeGreaterThanOrEqual(15);
    for (const [id, found] of shares) {
      expect(found.right, id).toBeGreaterThanOrEqual(right);
      expect(found.wrongThoughCertain, id).toBe(wrongThoughCertain);
    }
  });

  test('is told from the whole, for certain', () => {
    for (const { id, lang, paragraphs } of texts) {
      expect(identifyLanguage(paragraphs, languageIdentifier), id).toMatchObject({ lang, certain: true });
    }
  });
});

describe('the language', () => {
  test.each([
    ['hi', 'भारत एक विशाल देश है और इसकी राजधानी नई दिल्ली में है। यहाँ के लोग कई भाषाएँ बोलते हैं।'],
    ['sa', 'रामः वनं गच्छति। तत्र सः मुनीन् पश्यति। अहं संस्कृतं पठामि इति बालकः अवदत्।'],
    ['mr', 'पुणे हे महाराष्ट्रातील एक मोठे शहर आहे आणि येथे अनेक शाळा आहेत. मुलांनी पुस्तके वाचली.'],
    ['ne', 'नेपाल एक सुन्दर देश हो र यहाँको राजधानी काठमाडौं हो। मानिसहरूले धेरै भाषा बोल्छन्, यो राम्रो कुरा हो।'],
    [
      'uk',
      'Старий садівник відчинив двері й здивовано привітався з нами. Надворі вже лежав сніг, і ніхто не знав, чи довго триватиме мороз.',
    ],
    ['he', 'הגנן הזקן פתח את הדלת ובירך אותנו בהפתעה. היום קטפנו די תפוחים, אמר.'],
    [
      'fa',
      'باغبان پیر در را باز کرد و با تعجب به ما سلام داد. بیرون برف آمده بود و کسی نمی‌دانست سرما تا کی ادامه دارد.',
    ],
    ['ar', 'فتح البستاني العجوز الباب وحيانا متفاجئا. لقد قطفنا ما يكفي من التفاح اليوم، قال.'],
    [
      'nl',
      'De oude tuinman deed de deur open en begroette ons verbaasd. Buiten lag al sneeuw en niemand wist hoe lang het zou vriezen.',
    ],
    ['zh-Hant', '年老的園丁打開門，驚訝地向我們問好。'],
    ['zh-Hans', 'Mistral AI 首席执行官说 Mistral Large 2 已经发布。'],
    ['ja', 'Mistral AI のCEOはMistral Large 2を発表した。'],
  ])('is %s', (lang, text) => {
    expect(identifyLanguage([text], languageIdentifier)).toMatchObject({ lang });
  });

  test('is not told where there are no words', () => {
    expect(identifyLanguage(['2024-08-07', '…'], languageIdentifier)).toEqual({
      lang: 'und',
      certain: false,
      by: 'none',
    });
  });

  test('of a script that several have is a guess without an identifier', () => {
    expect(identifyLanguage(['Никто не знал, как долго продлится мороз.'])).toMatchObject({
      lang: 'ru',
      certain: false,
    });
    expect(identifyLanguage(['Nobody knew how long it would last.'])).toMatchObject({ lang: 'und' });
  });
});
