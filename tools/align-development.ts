/* eslint-disable no-console -- the report is what this is for */
import type { EvidenceWeights } from '../src/core/align/bead-evidence.ts';
import {
  alignAtOnce,
  type DevelopmentText,
  hasDevelopmentTexts,
  indexBead,
  loadScorer,
  loadTexts,
} from './align-texts.ts';

/**
 * Strict F1 on the two development texts: with the weights as they are, and cross-validated (the weights that are
 * best on one text, applied to the other).
 */
const GRID: readonly EvidenceWeights[] = [0.25, 0.3, 0.35, 0.4, 0.5].flatMap((words) =>
  [0.8, 1, 1.2, 1.4].flatMap((edges) =>
    [0.8, 1, 1.2].map((lengths) => ({ words, lengths, edges, crossing: -3 })),
  ),
);

if (!hasDevelopmentTexts()) {
  console.error('The development texts are not here (../shared/reference/align-dev).');
  process.exit(2);
}
const scorer = await loadScorer();
const texts = loadTexts(scorer);
const scoreOf = (text: DevelopmentText, weights?: EvidenceWeights) =>
  scorer.score([[text.gold, alignAtOnce(text, weights && { weights }).map(indexBead)]]);

console.log('| text | P | R | F1 | |\n|---|--:|--:|--:|---|');
for (const text of texts) {
  const { P, R, F1 } = scoreOf(text);
  console.log(`| ${text.name} | ${P.toFixed(3)} | ${R.toFixed(3)} | ${F1.toFixed(3)} | as it is |`);
}

const all = texts.map((text) => GRID.map((weights) => scoreOf(text, weights)));
for (const [index, text] of texts.entries()) {
  const other = 1 - index;
  const best = all[other]!.reduce((top, { F1 }, at) => (F1 > all[other]![top]!.F1 ? at : top), 0);
  const { P, R, F1 } = all[index]![best]!;
  const { words, edges, lengths } = GRID[best]!;
  const chosen = `chosen on ${texts[other]!.name}: words ${words}, edges ${edges}, lengths ${lengths}`;
  console.log(`| ${text.name} | ${P.toFixed(3)} | ${R.toFixed(3)} | ${F1.toFixed(3)} | ${chosen} |`);
  const sorted = all[index]!.map((one) => one.F1).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  console.log(
    `| ${text.name} | | | ${median.toFixed(3)} | median of ${GRID.length} settings, ${sorted[0]!.toFixed(3)} to ${sorted.at(-1)!.toFixed(3)} |`,
  );
}
