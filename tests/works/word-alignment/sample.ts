import { readFileSync } from 'node:fs';
import type { LinksOf, WordAligner } from '../../../src/core/align/words.ts';
import type { WordText } from '../../../src/core/align/word-text.ts';

/** A link by word numbers, `12-7`, counted from 1. */
export interface AlignedPair {
  /** Id of the row, and number of the sentence. */
  readonly place: string;
  readonly source: string;
  readonly target: string;
  readonly sure: ReadonlySet<string>;
  /** Sure ones among them. */
  readonly possible: ReadonlySet<string>;
}

/** Reads a sample: `# place`, `S:` and `T:` with the sentences, `A:` with sure (`1-2`) and possible (`1?2`) links. */
export function readSample(file: string): readonly AlignedPair[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n\n')
    .map((block) => {
      const [place = '', source = '', target = '', links = ''] = block
        .split('\n')
        .map((line) => line.replace(/^(?:#|S:|T:|A:) ?/, ''));
      const all = links.split(' ').filter((link) => link !== '');
      return {
        place,
        source,
        target,
        sure: new Set(all.filter((link) => link.includes('-'))),
        possible: new Set(all.map((link) => link.replace('?', '-'))),
      };
    });
}

export interface Accuracy {
  /** Alignment error rate: 1 − (|A∩S| + |A∩P|) / (|A| + |S|) (Och & Ney 2003). */
  readonly aer: number;
  readonly precision: number;
  readonly recall: number;
  readonly links: number;
}

/** Words of a row that lie in a sentence. */
function wordsIn(text: WordText, row: number, rowText: string, sentence: string): readonly number[] {
  const start = rowText.indexOf(sentence);
  const words = text.row(row);
  return [...words.starts.keys()].filter(
    (at) => start >= 0 && words.starts[at]! >= start && words.ends[at]! <= start + sentence.length,
  );
}

/** Holds links of at least a probability against a sample. */
export function accuracyOf(
  sample: readonly AlignedPair[],
  aligner: WordAligner,
  [source, target]: readonly [string, string],
  rows: readonly string[],
  textOf: (variant: string, row: string) => string,
  linksOf: LinksOf,
  least: number,
): Accuracy {
  let [found, right, sureFound, sure] = [0, 0, 0, 0];
  for (const pair of sample) {
    const id = pair.place.replace(/\.\d+$/, '');
    const row = rows.indexOf(id);
    const own = linksOf(row);
    const from = wordsIn(aligner.text(source), row, textOf(source, id), pair.source);
    const to = wordsIn(aligner.text(target), row, textOf(target, id), pair.target);
    sure += pair.sure.size;
    if (own === undefined) continue;
    for (const [index, word] of from.entries()) {
      for (let at = own.starts[word]!; at < own.starts[word + 1]!; at++) {
        if (own.probabilities[at]! < least) continue;
        const other = to.indexOf(own.targets[at]!);
        const link = `${index + 1}-${other + 1}`;
        found += 1;
        if (pair.possible.has(link)) right += 1;
        if (pair.sure.has(link)) sureFound += 1;
      }
    }
  }
  return {
    aer: 1 - (sureFound + right) / (found + sure),
    precision: right / found,
    recall: sureFound / sure,
    links: found,
  };
}
