/* eslint-disable no-console -- the report is what this is for */
/**
 * Whether changed stretches of the back-translation are better carried to words than to sentences:
 * `node tools/run.mjs tools/meaning-projection.ts` holds what is highlighted in the first work against its marks, and
 * against as many words that stand together elsewhere in the same sentences.
 */
import { readFileSync } from 'node:fs';
import { WordAligner } from '../src/core/align/words.ts';
import { linkedWords } from '../src/core/compare/linked-words.ts';
import { type Reading, meaning } from '../src/core/compare/meaning.ts';
import { attach } from '../src/core/contribution/anchor.ts';
import { readLog } from '../src/core/contribution/log.ts';
import type { Mark } from '../src/core/contribution/record.ts';
import { isKnown } from '../src/core/contribution/record-schema.ts';
import { seededRandom } from '../src/core/mqm/random.ts';
import { sentences } from '../src/core/segment/sentences.ts';
import type { Span } from '../src/core/span.ts';
import { readVariant } from '../src/core/work/variant-file.ts';

const FOLDER = 'translations/works/mistral-interview';
const DRAWS = 2000;

const textsOf = (id: string): ReadonlyMap<string, string> =>
  new Map(
    readVariant(readFileSync(`${FOLDER}/${id}.md`, 'utf8'), id).value.map(({ id, text }) => [id, text]),
  );
const [de, back, en] = [textsOf('de'), textsOf('de-back'), textsOf('en')];
const rows = [...de.keys()];
const marks = readLog(readFileSync(`${FOLDER}/contributions.jsonl`, 'utf8'), 'contributions.jsonl')
  .value.filter(isKnown)
  .filter((record): record is Mark => record.type === 'mark' && record.variant === 'de');
const marked = new Map<string, Span[]>();
for (const mark of marks)
  for (const anchor of mark.spans) {
    const id = anchor.paragraph ?? mark.paragraph;
    const found = attach(anchor, de.get(id) ?? '');
    if ('span' in found) marked.set(id, [...(marked.get(id) ?? []), found.span]);
  }

const aligner = new WordAligner(
  new Map([
    ['de', { lang: 'de', rows: rows.map((id) => de.get(id) ?? '') }],
    ['de-back', { lang: 'en', rows: rows.map((id) => back.get(id) ?? '') }],
  ]),
  0,
);
const steps = aligner.links('de-back', 'de');
let step = steps.next();
while (step.done !== true) step = steps.next();
const linksOf = step.value;

interface Row {
  readonly id: string;
  readonly words: readonly Span[];
  readonly isMarked: readonly boolean[];
  readonly bySentence: Reading;
  readonly byWord: Reading;
}
const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
let [asked, named] = [0, 0];
const read = rows.flatMap((id, index): readonly Row[] => {
  const [said, told, meant] = [de.get(id), back.get(id), en.get(id)];
  const links = linksOf(index);
  if (said === undefined || told === undefined || meant === undefined || links === undefined) return [];
  const texts = [
    { text: said, lang: 'de' },
    { text: told, lang: 'en' },
    { text: meant, lang: 'en' },
  ] as const;
  const own = aligner.text('de').row(index);
  const naming = linkedWords(links, aligner.text('de-back').row(index), own);
  const words = [...own.starts].map((start, at) => ({ start, end: own.ends[at]! }));
  return [
    {
      id,
      words,
      isMarked: words.map((word) => (marked.get(id) ?? []).some((span) => meets(span, word))),
      bySentence: meaning(...texts),
      byWord: meaning(...texts, (changed, sentence) => {
        const found = naming(changed, sentence);
        asked += 1;
        if (found !== undefined) named += 1;
        return found;
      }),
    },
  ];
});

// What is highlighted, in words.
const all = read.reduce((sum, { words }) => sum + words.length, 0);
const base = read.reduce((sum, { isMarked }) => sum + isMarked.filter(Boolean).length, 0);
console.log(
  `${read.length} paragraphs, ${all} words of the subject, ${base} of them in a mark (${pc(base / all)})`,
);
for (const [name, pick] of [
  ['by sentence', ({ bySentence }: Row) => bySentence],
  ['by word', ({ byWord }: Row) => byWord],
] as const) {
  for (const [kind, keep] of [
    ['all highlights', () => true],
    ['only certain', (exact: boolean) => exact],
  ] as const) {
    let [count, right] = [0, 0];
    const hit = new Set<Span>();
    let total = 0;
    for (const row of read) {
      const spans = pick(row).spans.filter(({ exact }) => keep(exact));
      for (const [at, word] of row.words.entries()) {
        if (!spans.some((span) => meets(span, word))) continue;
        count += 1;
        if (row.isMarked[at]) right += 1;
      }
      for (const span of marked.get(row.id) ?? []) {
        if (span.start === span.end) continue;
        total += 1;
        if (spans.some((own) => meets(own, span))) hit.add(span);
      }
    }
    console.log(
      `${name}, ${kind}: ${count} words, ${pc(right / count)} of them marked; ${hit.size} of ${total} marked stretches touched`,
    );
  }
}

/** A stretch of words that is named in place of its sentence, which has the words `from … to - 1`. */
interface Stretch {
  readonly row: Row;
  readonly at: readonly number[];
  readonly from: number;
  readonly to: number;
}
const stretches = read.flatMap((row): readonly Stretch[] => {
  const before = new Set(row.bySentence.spans.filter(({ exact }) => exact).map(({ start }) => start));
  const places = sentences(de.get(row.id)!, 'de');
  const inside = (span: Span): readonly number[] =>
    [...row.words.keys()].filter((word) => meets(row.words[word]!, span));
  return row.byWord.spans
    .filter(({ exact, start }) => exact && !before.has(start))
    .map((span) => {
      const sentence = inside(places.find((place) => meets(place, span))!);
      return { row, at: inside(span), from: sentence[0]!, to: sentence.at(-1)! + 1 };
    });
});
const faint = (pick: (row: Row) => Reading): number =>
  read.reduce((sum, row) => sum + pick(row).spans.filter(({ exact }) => !exact).length, 0);
const narrower = stretches.map(({ at, from, to }) => at.length / (to - from)).sort((a, b) => a - b);
const hits = (pick: (stretch: Stretch) => readonly number[]): readonly [number, number] => {
  let [touching, right] = [0, 0];
  for (const stretch of stretches) {
    const own = pick(stretch).filter((word) => stretch.row.isMarked[word]).length;
    right += own;
    if (own > 0) touching += 1;
  }
  return [touching, right];
};
const words = stretches.reduce((sum, { at }) => sum + at.length, 0);
const [touching, right] = hits(({ at }) => at);
console.log(
  `changed stretches of the back-translation: ${asked}, of which ${named} have words; faint sentences: ${faint((row) => row.bySentence)} before, ${faint((row) => row.byWord)} after`,
);
console.log(
  `${stretches.length} stretches with ${words} words; the median has ${pc(narrower[narrower.length >> 1] ?? 0)} of its sentence’s words`,
);
console.log(
  `${touching} (${pc(touching / stretches.length)}) touch a mark; ${pc(right / words)} of the words are marked`,
);
const random = seededRandom(1);
for (const [name, draw] of [
  [
    'together',
    ({ at, from, to }: Stretch) => {
      const start = from + Math.floor(random() * (to - from - at.length + 1));
      return at.map((_, index) => start + index);
    },
  ],
  [
    'one by one',
    ({ at, from, to }: Stretch) => {
      const pool = Array.from({ length: to - from }, (_, index) => from + index);
      return at.map(() => pool.splice(Math.floor(random() * pool.length), 1)[0]!);
    },
  ],
] as const) {
  let [sum, sumRight, asGood, asGoodRight] = [0, 0, 0, 0];
  for (let n = 0; n < DRAWS; n++) {
    const [drawn, drawnRight] = hits(draw);
    sum += drawn;
    sumRight += drawnRight;
    if (drawn >= touching) asGood += 1;
    if (drawnRight >= right) asGoodRight += 1;
  }
  console.log(
    `at random, ${name}: ${(sum / DRAWS).toFixed(1)} (${pc(sum / DRAWS / stretches.length)}) touch a mark (p = ${((asGood + 1) / (DRAWS + 1)).toFixed(4)}); ${pc(sumRight / DRAWS / words)} of the words (p = ${((asGoodRight + 1) / (DRAWS + 1)).toFixed(4)})`,
  );
}

function pc(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
