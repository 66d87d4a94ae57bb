/* eslint-disable no-console -- the report is what this is for */
import type { AlignedBead } from '../src/core/align/align.ts';
import { CALIBRATION, type Calibration, confidenceOf } from '../src/core/align/confidence.ts';
import { alignAtOnce, hasDevelopmentTexts, indexBead, loadScorer, loadTexts } from './align-texts.ts';

/**
 * Does a confidence of 0.9 mean that nine of ten beads are right? A table over the beads of the development texts, and
 * the calibration that fits them best (least log loss), on both and on each alone.
 */
interface Judged {
  readonly bead: AlignedBead;
  readonly isRight: boolean;
}

const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1];

if (!hasDevelopmentTexts()) {
  console.error('The development texts are not here (../shared/reference/align-dev).');
  process.exit(2);
}
const texts = loadTexts(await loadScorer());
const judged = texts.map((text): Judged[] => {
  const keyOf = (bead: readonly (readonly number[])[]) => bead.map((side) => side.join(',')).join(':');
  const gold = new Set(text.gold.map(keyOf));
  return alignAtOnce(text).map((bead) => ({ bead, isRight: gold.has(keyOf(indexBead(bead))) }));
});
const everything = judged.flat();
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

console.log('| confidence | beads | mean confidence | right |\n|---|--:|--:|--:|');
for (let bin = 0; bin + 1 < BINS.length; bin++) {
  const inside = everything.filter(
    ({ bead }) => bead.confidence >= BINS[bin]! && bead.confidence < BINS[bin + 1]!,
  );
  if (inside.length === 0) continue;
  const sure = mean(inside.map(({ bead }) => bead.confidence)).toFixed(3);
  const right = mean(inside.map(({ isRight }) => Number(isRight))).toFixed(3);
  console.log(`| ${BINS[bin]} – ${BINS[bin + 1]} | ${inside.length} | ${sure} | ${right} |`);
}

function logLoss(list: readonly Judged[], probability: (bead: AlignedBead) => number): number {
  return mean(
    list.map(({ bead, isRight }) => {
      const inside = Math.min(1 - 1e-6, Math.max(1e-6, probability(bead)));
      return -Math.log(isRight ? inside : 1 - inside);
    }),
  );
}
const calibratedLoss = (list: readonly Judged[], calibration: Calibration) =>
  logLoss(list, (bead) => confidenceOf(bead, bead.posterior, calibration));

/** The loss is a mean over texts, so that the longer one does not decide alone. */
function fit(lists: readonly (readonly Judged[])[]): Calibration {
  let best = CALIBRATION;
  let least = Infinity;
  for (const slope of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
    for (const simpleFault of [0.001, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03]) {
      for (const largeFault of [0.01, 0.03, 0.05, 0.08, 0.1, 0.12, 0.15]) {
        const calibration = { slope, simpleFault, largeFault };
        const loss = mean(lists.map((list) => calibratedLoss(list, calibration)));
        if (loss >= least) continue;
        least = loss;
        best = calibration;
      }
    }
  }
  return best;
}

console.log(`\nBest on both: ${JSON.stringify(fit(judged))}; in use: ${JSON.stringify(CALIBRATION)}`);
console.log('\n| log loss on | posterior | in use | fitted to the other text |\n|---|--:|--:|--:|');
for (const [index, list] of judged.entries()) {
  const losses = [
    logLoss(list, (bead) => bead.posterior),
    calibratedLoss(list, CALIBRATION),
    calibratedLoss(list, fit([judged[1 - index]!])),
  ];
  console.log(`| ${texts[index]!.name} | ${losses.map((loss) => loss.toFixed(3)).join(' | ')} |`);
}
