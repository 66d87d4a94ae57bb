/* eslint-disable no-console -- the report is what this is for */
import { diffTexts } from '../../src/core/compare/diff.ts';
import { tokenize } from '../../src/core/segment/tokens.ts';
import { OTHERS, OURS, type Contender } from './contenders.ts';
import { random, Vocabulary } from './texts.ts';

/** Every pair is a text before and after. */
interface Case {
  readonly name: string;
  readonly pairs: readonly (readonly [string, string])[];
  readonly repeats: number;
}

const SEED = 20240807;
const VOCABULARY = 20_000;

function cases(): Case[] {
  const words = new Vocabulary(VOCABULARY, random(SEED));
  const edited = (length: number, share: number): [string, string] => {
    const text = words.prose(words.words(length)).split(' ');
    return [text.join(' '), words.edited(text, share).join(' ')];
  };
  return [
    {
      name: '10,000 paragraph pairs, 70 words, 20 % edits',
      pairs: Array.from({ length: 10_000 }, () => edited(70, 0.2)),
      repeats: 7,
    },
    { name: 'two 5,000-word texts, 30 % edits', pairs: [edited(5000, 0.3)], repeats: 7 },
    {
      name: 'two unrelated 5,000-word texts',
      pairs: [[words.prose(words.words(5000)), words.prose(words.words(5000))]],
      repeats: 7,
    },
    { name: '100,000-word book, 2 % edits', pairs: [edited(100_000, 0.02)], repeats: 7 },
  ];
}

interface Measured {
  readonly milliseconds: number;
  readonly kept: number;
}

/** Beyond this a case is not repeated any more. */
const LONGEST = 2000;

/**
 * The median of the repeats after a warm-up; what takes seconds is run once. The runs take turns, so that a machine
 * with other work to do is slow for all of them alike.
 */
function measure(runs: readonly (() => number)[], repeats: number): Measured[] {
  const times = runs.map((): number[] => []);
  const kept = runs.map(() => 0);
  for (let round = 0; round <= repeats; round++) {
    for (const [index, run] of runs.entries()) {
      if (times[index]!.reduce((sum, time) => sum + time, 0) > LONGEST) continue;
      const start = performance.now();
      kept[index] = run();
      times[index]!.push(performance.now() - start);
    }
  }
  return times.map((all, index) => {
    const warm = (all.length > 1 ? all.slice(1) : all).sort((x, y) => x - y);
    return { milliseconds: warm[warm.length >> 1]!, kept: kept[index]! };
  });
}

type TokenPair = readonly [readonly string[], readonly string[]];

function totalKept(contender: Contender, pairs: readonly TokenPair[]): number {
  let kept = 0;
  for (const [a, b] of pairs) kept += contender.kept(a, b);
  return kept;
}

/** Fresh strings: shared ones would make every comparison of equal tokens a comparison of pointers. */
function tokensOf(text: string): string[] {
  return [...tokenize(text, 'word', 'en')];
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

function printTable(title: string, prepare: (token: string) => boolean, all: readonly Case[]): void {
  console.log(`\n## ${title}\n`);
  console.log('| case | | median ms | times ours | tokens kept | of the best |');
  console.log('|---|---|--:|--:|--:|--:|');
  for (const { name, pairs, repeats } of all) {
    const tokens = pairs.map(([a, b]): TokenPair => [
      tokensOf(a).filter(prepare),
      tokensOf(b).filter(prepare),
    ]);
    const contenders = [OURS, ...OTHERS];
    const measured = measure(
      contenders.map((contender) => () => totalKept(contender, tokens)),
      repeats,
    );
    const results = contenders.map((contender, index) => ({ contender, ...measured[index]! }));
    const ours = results[0]!.milliseconds;
    const best = Math.max(...results.map(({ kept }) => kept));
    for (const { contender, milliseconds, kept } of results) {
      const share = ((100 * kept) / best).toFixed(1);
      console.log(
        `| ${contender === OURS ? name : ''} | ${contender.name} | ${ms(milliseconds)} | ${(milliseconds / ours).toFixed(1)} | ${kept.toLocaleString('en')} | ${share} % |`,
      );
    }
  }
}

/** Each repeat with other texts (one more letter at the end), since tokens are cached by text. */
function printWhole(all: readonly Case[]): void {
  console.log('\n## Complete: tokens, diff, readability, moves (`diffTexts`)\n');
  console.log('| case | median ms | hunks |');
  console.log('|---|--:|--:|');
  for (const { name, pairs, repeats } of all) {
    let round = 0;
    const whole = () => {
      let hunks = 0;
      const tail = ` x${round++}`;
      for (const [a, b] of pairs) hunks += diffTexts(a + tail, b + tail, { lang: 'en' }).hunks.length;
      return hunks;
    };
    for (const { milliseconds, kept } of measure([whole], repeats)) {
      console.log(`| ${name} | ${ms(milliseconds)} | ${kept.toLocaleString('en')} |`);
    }
  }
}

const all = cases();
console.log(
  `Node ${process.version}, seed ${SEED}, vocabulary ${VOCABULARY.toLocaleString('en')} words (Zipf)`,
);
printTable('Word diff, tokens as `tokenize` gives them (words, marks and spaces)', () => true, all);
printTable('The same without the spaces', (token) => token.trim() !== '', all);
printWhole(all);
