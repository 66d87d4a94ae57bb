/* eslint-disable no-console -- the report is what this is for */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { align, type AlignedBead } from '../../src/core/align/align.ts';
import { type Book, makeBook } from './align-books.ts';

/**
 * Aligns made-up books of doubling size, each in a process of its own, so that its memory can be told:
 * `node tools/run.mjs tests/bench/align.ts [sizes] [pair]`, for example `7000,14000 el-fi`.
 */
const SIZES = [7000, 14_000, 28_000, 56_000];
const SEED = 7;
const CHILD = '--child';

interface Measured {
  readonly sources: number;
  readonly targets: number;
  readonly seconds: number;
  /** Of the processor; differs from `seconds` where other programs run. */
  readonly cpuSeconds: number;
  /** Peak of the whole process, the texts included. */
  readonly megabytes: number;
  readonly right: number;
  readonly wrong: number;
  /** Source units that were left alone though their paragraph is there on the other side. */
  readonly skipped: number;
}

function judge({ sourceParagraphs, targetParagraphs }: Book, beads: readonly AlignedBead[]) {
  const there = new Set(targetParagraphs);
  let right = 0;
  let wrong = 0;
  let skipped = 0;
  for (const { sourceStart, sourceEnd, targetStart, targetEnd } of beads) {
    if (sourceStart === sourceEnd) continue;
    if (targetStart === targetEnd) {
      if (there.has(sourceParagraphs[sourceStart]!)) skipped++;
      continue;
    }
    const touched = new Set([
      ...sourceParagraphs.subarray(sourceStart, sourceEnd),
      ...targetParagraphs.subarray(targetStart, targetEnd),
    ]);
    if (touched.size === 1) right++;
    else wrong++;
  }
  return { right, wrong, skipped };
}

function measure(size: number, languages: [string, string]): Measured {
  const book = makeBook(process.cwd(), languages, size, SEED);
  const start = performance.now();
  const used = process.cpuUsage();
  const [source, target] = languages;
  const steps = align({ lang: source, units: book.source }, { lang: target, units: book.target });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { user, system } = process.cpuUsage(used);
  return {
    sources: book.source.length,
    targets: book.target.length,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1000,
    ...judge(book, step.value),
  };
}

// Run by tools/run.mjs, the bundle is told by `import.meta.url`; the child gets its own arguments.
const [first = SIZES.join(','), pair = 'en-de', languages = 'en-de'] = process.argv.slice(2);
if (first === CHILD) {
  const [source = '', target = ''] = languages.split('-');
  console.log(JSON.stringify(measure(Number(pair), [source, target])));
} else {
  console.log(`## Alignment of made-up books, ${pair}, Node ${process.version}, seed ${SEED}\n`);
  console.log(
    '| sentences | seconds | growth | CPU seconds | growth | peak MB | beads in one paragraph | across | skipped |',
  );
  console.log('|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  let before: Measured | undefined;
  for (const size of first.split(',')) {
    const own = fileURLToPath(import.meta.url);
    const { stdout, stderr, status } = spawnSync(process.execPath, [own, CHILD, size, pair], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const now = JSON.parse(stdout) as Measured;
    const growth = (pick: (one: Measured) => number) =>
      before ? `× ${(pick(now) / pick(before)).toFixed(2)}` : '';
    console.log(
      `| ${now.sources} and ${now.targets} | ${now.seconds.toFixed(1)} | ${growth((one) => one.seconds)} | ${now.cpuSeconds.toFixed(1)} | ${growth((one) => one.cpuSeconds)} | ${now.megabytes.toFixed(0)} | ${now.right} | ${now.wrong} | ${now.skipped} |`,
    );
    before = now;
  }
}
