import { proxy } from 'comlink';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CheckInput } from '../../../src/core/check/context.ts';
import { CHECKS, DEFAULT_CHECKS } from '../../../src/core/check/registry.ts';
import { findAll } from '../../../src/core/check/run.ts';
import { startCheckWorker } from '../../../src/worker/bridge.ts';
import { type CheckLimits, type CheckPortion, runCheckPortions } from '../../../src/worker/check-run.ts';
import { paragraphs } from '../make.ts';

const DE = { o: 'Es ist ist aus.', p: 'Wir  haben keine (Kontrolle.', q: 'Ja.' };
const EN = { o: 'It is over.', p: 'We have no control.', q: 'Yes.' };
const INPUT: CheckInput = {
  texts: [
    { variant: 'de', lang: 'de', paragraphs: paragraphs(DE) },
    { variant: 'en', lang: 'en', paragraphs: paragraphs(EN) },
  ],
  reference: 'en',
};

async function portionsOf(input: CheckInput, limits?: CheckLimits): Promise<readonly CheckPortion[]> {
  const portions: CheckPortion[] = [];
  const options = { subject: 'de', ...(limits ? { limits } : {}) };
  await runCheckPortions(input, CHECKS, (portion) => portions.push(portion), options);
  return portions;
}

const keys = (findings: readonly { readonly key: string }[]) => findings.map(({ key }) => key).sort();

describe('a run in portions', () => {
  test('finds what the checks find', async () => {
    const portions = await portionsOf(INPUT);
    const expected = keys(findAll(INPUT, CHECKS));
    expect(expected.length).toBeGreaterThan(2);
    expect(keys(portions.flatMap(({ findings }) => findings))).toEqual(expected);
  });

  test('ends with all its steps done, each text and each row once', async () => {
    const steps = INPUT.texts.length + Object.keys(DE).length;
    expect((await portionsOf(INPUT)).at(-1)).toMatchObject({ done: steps, total: steps, unlisted: 0 });
  });

  test('of no text is one empty portion', async () => {
    expect(await portionsOf({ texts: [] })).toEqual([{ done: 0, total: 0, findings: [], unlisted: 0 }]);
  });

  test('lists so many of a check in a variant, and counts the rest', async () => {
    const texts = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`p${n}`, `Es ist ist aus ${n}.`]));
    const input: CheckInput = { texts: [{ variant: 'de', lang: 'de', paragraphs: paragraphs(texts) }] };
    const [last] = (await portionsOf(input, { each: 4, subject: 100, others: 100 })).slice(-1);
    const doubled = last?.findings.filter(({ check }) => check === 'word/doubled') ?? [];
    expect([doubled.length, last?.unlisted]).toEqual([4, 5]);
  });

  test('lists so many in the subject, and so many in all others together', async () => {
    const twice = { ...INPUT, texts: [...INPUT.texts, { ...INPUT.texts[0]!, variant: 'de-2' }] };
    const all = findAll(twice, CHECKS);
    const own = all.filter(({ variant }) => variant === 'de').length;
    expect(own).toBeGreaterThan(2);
    const [last] = (await portionsOf(twice, { each: 100, subject: 2, others: 1 })).slice(-1);
    const variants = last?.findings.map(({ variant }) => variant).sort();
    expect([variants, last?.unlisted]).toEqual([['de', 'de', 'de-2'], all.length - 3]);
  });

  test('waits until a portion is taken', async () => {
    let taken = 0;
    await runCheckPortions(INPUT, CHECKS, async () => {
      await new Promise((resolve) => setTimeout(resolve));
      taken += 1;
    });
    expect(taken).toBeGreaterThan(0);
  });
});

describe('the worker', () => {
  /** A worker that has the texts, in two portions each. */
  async function withTexts(input: CheckInput) {
    const running = startCheckWorker();
    onTestFinished(() => {
      running.stop();
    });
    for (const { variant, lang, paragraphs: all } of input.texts) {
      await running.api.addText({ variant, lang, paragraphs: all.slice(0, 1) });
      await running.api.addText({ variant, lang, paragraphs: all.slice(1) });
    }
    return running.api;
  }

  test('puts texts together and runs the checks it is told to', async () => {
    const api = await withTexts(INPUT);
    const portions: CheckPortion[] = [];
    const take = proxy((portion: CheckPortion) => portions.push(portion));
    const checks = DEFAULT_CHECKS.map(({ id }) => id);
    await api.run({ checks, subject: 'de', reference: 'en', glossary: undefined }, take);
    const found = portions.flatMap(({ findings }) => findings);
    expect(keys(found)).toEqual(keys(findAll(INPUT, DEFAULT_CHECKS)));
    portions.length = 0;
    await api.run({ checks: ['word/doubled'], subject: 'de', reference: 'en', glossary: undefined }, take);
    expect(portions.flatMap(({ findings }) => findings).map(({ check }) => check)).toEqual(['word/doubled']);
  }, 60_000);

  test('knows languages by their trigrams', async () => {
    const german = [
      'Die Gesellschaft wurde im Frühjahr gegründet und hat seitdem mehrere große Sprachmodelle veröffentlicht.',
      'Niemand hatte damit gerechnet, dass sie schon nach einem Jahr so viel Geld einsammeln würde.',
      'Heute arbeiten dort mehr Menschen, als in das erste Büro am Rande der Stadt gepasst hätten.',
      'Wer wissen will, wie es weitergeht, muss sich allerdings noch eine Weile gedulden.',
    ];
    const english =
      'This paragraph was never translated, and whoever reads it will see at once that it is English and nothing else.';
    const all = Object.fromEntries([...german, english].map((text, index) => [`p${index}`, text]));
    const api = await withTexts({ texts: [{ variant: 'de', lang: 'de', paragraphs: paragraphs(all) }] });
    const portions: CheckPortion[] = [];
    await api.run(
      { checks: ['language/wrong'], subject: 'de', reference: 'en', glossary: undefined },
      proxy((portion: CheckPortion) => portions.push(portion)),
    );
    const found = portions.flatMap(({ findings }) => findings);
    expect(found.map(({ paragraph, expected: { args } }) => [paragraph, args['language']])).toEqual([
      ['p4', 'en'],
    ]);
  }, 60_000);
});
