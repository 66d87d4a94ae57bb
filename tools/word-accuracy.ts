/* eslint-disable no-console -- the report is what this is for */
/**
 * How well words are linked: `node tools/run.mjs tools/word-accuracy.ts [pivots…]` holds the links that are learnt from
 * the first work alone against sentences aligned by hand (tests/works/word-alignment).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { WordAligner } from '../src/core/align/words.ts';
import { readVariant } from '../src/core/work/variant-file.ts';
import { accuracyOf, readSample } from '../tests/works/word-alignment/sample.ts';

const FOLDER = 'translations/works/mistral-interview/';
const PAIRS = [
  ['de', 'en'],
  ['fr', 'en'],
  ['zh', 'de'],
] as const;
const pivots = process.argv.slice(2).map(Number);

const ids = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && name !== 'de-back.md')
  .map((name) => name.slice(0, -3));
const texts = new Map(
  ids.map((id) => [
    id,
    new Map(
      readVariant(readFileSync(`${FOLDER}${id}.md`, 'utf8'), id).value.map(({ id, text }) => [id, text]),
    ),
  ]),
);
const rows = [...texts.get('de')!.keys()];
const textOf = (variant: string, row: string): string => texts.get(variant)?.get(row) ?? '';
const input = new Map(ids.map((id) => [id, { lang: id, rows: rows.map((row) => textOf(id, row)) }]));

for (const [source, target] of PAIRS) {
  const file = `tests/works/word-alignment/${source}-${target}.txt`;
  if (!existsSync(file)) continue;
  const sample = readSample(file);
  for (const most of pivots.length > 0 ? pivots : [0, 6]) {
    const aligner = new WordAligner(input, most);
    const start = performance.now();
    const steps = aligner.links(source, target);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const seconds = (performance.now() - start) / 1000;
    console.log(`${source}–${target}, ${sample.length} sentences, ${most} pivots, ${seconds.toFixed(1)} s`);
    for (const least of [0.1, 0.2, 0.3, 0.4, 0.5, 0.7]) {
      const { aer, precision, recall, links } = accuracyOf(
        sample,
        aligner,
        [source, target],
        rows,
        textOf,
        step.value,
        least,
      );
      console.log(
        `  at least ${least}: AER ${aer.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${links} links`,
      );
    }
  }
}
