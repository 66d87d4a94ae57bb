import type { WordLinks } from '../align/word-links.ts';
import type { WordRow } from '../align/word-text.ts';
import type { Span } from '../span.ts';
import { type Naming, type Word, carriedOverWords } from './meaning.ts';

/** Links of at least this probability are believed. */
const SURE = 0.5;
/** Share of the changed words of a stretch that have to be linked for the stretch to be named. */
const MOST = 0.5;
/** Words between two linked ones that are named with them: an article, a particle. */
const WIDEST_GAP = 1;

/**
 * Names the subject's words by links learnt from the work: those that the words of a changed stretch are linked with,
 * if enough of these are. They may stand apart, as the parts of a German verb do.
 * @param links from the back-translation's words to the subject's
 */
export function linkedWords(links: WordLinks, back: WordRow, subject: WordRow): Naming {
  const backAt = new Map([...back.starts].map((start, index) => [start, index]));
  const linkedWith = ({ start }: Word): readonly number[] => {
    const word = backAt.get(start);
    if (word === undefined) return [];
    const found: number[] = [];
    for (let entry = links.starts[word]!; entry < links.starts[word + 1]!; entry++)
      if (links.probabilities[entry]! >= SURE) found.push(links.targets[entry]!);
    return found;
  };
  return (changed, sentence) => {
    const carried = carriedOverWords(changed, sentence);
    if (carried !== undefined) return carried;
    const inside = new Set(sentence.subject.map(({ start }) => start));
    const words = new Set<number>();
    let linked = 0;
    for (const word of changed) {
      const found = linkedWith(word).filter((other) => inside.has(subject.starts[other]!));
      if (found.length > 0) linked += 1;
      for (const other of found) words.add(other);
    }
    if (linked === 0 || linked < MOST * changed.length) return undefined;
    return stretches(
      [...words].sort((a, b) => a - b),
      subject,
    );
  };
}

/** Words as stretches of text, those that stand (nearly) together as one. */
function stretches(words: readonly number[], { starts, ends }: WordRow): readonly Span[] {
  const found: Span[] = [];
  for (const [at, word] of words.entries()) {
    const isNext = at > 0 && word - words[at - 1]! <= 1 + WIDEST_GAP;
    const start = isNext ? found.pop()!.start : starts[word]!;
    found.push({ start, end: ends[word]! });
  }
  return found;
}
