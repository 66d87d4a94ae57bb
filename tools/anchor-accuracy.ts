/**
 * Where anchors stand after a text was edited, against where they ought to: `npm run anchors`. The marks of the
 * first work, and gaps in it, on its German; the edits are generated, so that the right place is known.
 */
import { readFileSync } from 'node:fs';
import { type Anchor, anchorOf, attach } from '../src/core/contribution/anchor.ts';
import { readLog } from '../src/core/contribution/log.ts';
import type { Mark } from '../src/core/contribution/record.ts';
import { isKnown } from '../src/core/contribution/record-schema.ts';
import { type Random, seededRandom } from '../src/core/mqm/random.ts';
import { sentences } from '../src/core/segment/sentences.ts';
import { tokenize } from '../src/core/segment/tokens.ts';
import type { Span } from '../src/core/span.ts';
import { readVariant } from '../src/core/work/variant-file.ts';

const FOLDER = 'translations/works/mistral-interview';
const ROUNDS = 5;

const paragraphs = readVariant(readFileSync(`${FOLDER}/de.md`, 'utf8'), 'de.md').value;
const textOf = new Map(paragraphs.map(({ id, text }) => [id, text]));
const marks = readLog(readFileSync(`${FOLDER}/contributions.jsonl`, 'utf8'), 'contributions.jsonl')
  .value.filter(isKnown)
  .filter((record): record is Mark => record.type === 'mark' && record.variant === 'de');
/** Words to put in or in the place of others: the text's own. */
const vocabulary = paragraphs.flatMap(({ text }) =>
  tokenize(text, 'word', 'de').filter((token) => /\p{L}{3}/u.test(token)),
);

/** A text as tokens, each with its place in the old text; what was put in has none. */
interface Piece {
  readonly text: string;
  readonly from?: number;
}

const piecesOf = (text: string): readonly Piece[] => {
  let at = 0;
  return tokenize(text, 'word', 'de').map((token) => {
    const piece = { text: token, from: at };
    at += token.length;
    return piece;
  });
};

/** Replaces, removes or puts in words at a rate, only those that `may` be touched. */
function edited(
  pieces: readonly Piece[],
  rate: number,
  random: Random,
  may: (piece: Piece) => boolean,
): readonly Piece[] {
  const word = (): string => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'Wort';
  return pieces.flatMap((piece): readonly Piece[] => {
    if (!/\p{L}/u.test(piece.text) || !may(piece) || random() >= rate) return [piece];
    const kind = random();
    if (kind < 1 / 3) return [];
    if (kind < 2 / 3) return [{ text: word() }];
    return [{ text: `${word()} ` }, piece];
  });
}

const inside = ({ start, end }: Span, { from, text }: Piece): boolean =>
  from !== undefined && from < end && from + text.length > start;

/** Where an old stretch is in the edited text: from its first surviving token to its last. Undefined when none
 * survives; of a gap, the place between what surrounds it. */
function truth(pieces: readonly Piece[], span: Span): Span | undefined {
  let at = 0;
  let found: { start: number; end: number } | undefined;
  let gap: number | undefined;
  for (const piece of pieces) {
    const end = at + piece.text.length;
    if (inside(span, piece)) {
      const cut = Math.max(0, span.start - piece.from!);
      const cutEnd = Math.min(piece.text.length, span.end - piece.from!);
      found = { start: found?.start ?? at + cut, end: at + cutEnd };
    }
    if (piece.from !== undefined && piece.from + piece.text.length <= span.start) gap = end;
    at = end;
  }
  if (span.start === span.end) return gap === undefined ? undefined : { start: gap, end: gap };
  return found;
}

type Outcome = 'right' | 'overlapping' | 'wrong' | 'lost' | 'ambiguous' | 'rightly lost';

function outcomeOf(anchor: Anchor, text: string, right: Span | undefined): Outcome {
  const found = attach(anchor, text);
  if (found.state === 'lost') return right ? 'lost' : 'rightly lost';
  if (found.state === 'ambiguous') return 'ambiguous';
  if (!('span' in found) || !right) return 'wrong';
  const { start, end } = found.span;
  if (start === right.start && end === right.end) return 'right';
  return start < right.end && end > right.start ? 'overlapping' : 'wrong';
}

type Edit = (pieces: readonly Piece[], span: Span, random: Random, text: string) => readonly Piece[];
const outside =
  (rate: number): Edit =>
  (pieces, span, random) =>
    edited(pieces, rate, random, (piece) => !inside(span, piece));
const sentenceAt = (text: string, { start }: Span): Span =>
  sentences(text, 'de').find((sentence) => sentence.start <= start && start < sentence.end) ?? {
    start: 0,
    end: text.length,
  };

const EDITS: readonly (readonly [string, Edit])[] = [
  ['nothing', (pieces) => pieces],
  ['5 % of the other words', outside(0.05)],
  ['10 % of the other words', outside(0.1)],
  ['20 % of the other words', outside(0.2)],
  ['30 % of the other words', outside(0.3)],
  ['10 % of all words', (pieces, _span, random) => edited(pieces, 0.1, random, () => true)],
  ['20 % of all words', (pieces, _span, random) => edited(pieces, 0.2, random, () => true)],
  ['a sentence put before', (pieces) => [{ text: 'Davor steht jetzt ein ganz neuer Satz. ' }, ...pieces]],
  [
    'its sentence moved to the end',
    (pieces, span, _random, text) => {
      const sentence = sentenceAt(text, span);
      const own = pieces.filter((piece) => inside(sentence, piece));
      return [...pieces.filter((piece) => !inside(sentence, piece)), { text: ' ' }, ...own];
    },
  ],
  [
    'its sentence removed',
    (pieces, span, _random, text) => {
      const sentence = sentenceAt(text, span);
      return pieces.filter((piece) => !inside(sentence, piece));
    },
  ],
];

const places: readonly (readonly [string, readonly (readonly [string, Span])[]])[] = [
  [
    'marks',
    marks.flatMap(({ paragraph, spans }) =>
      spans.map(({ start, end }): readonly [string, Span] => [paragraph, { start, end }]),
    ),
  ],
  [
    'gaps',
    marks.flatMap(({ paragraph, spans }) =>
      spans.flatMap(({ start }): (readonly [string, Span])[] =>
        start > 0 ? [[paragraph, { start, end: start }]] : [],
      ),
    ),
  ],
];
const OUTCOMES: readonly Outcome[] = ['right', 'overlapping', 'wrong', 'lost', 'rightly lost', 'ambiguous'];

for (const [name, spans] of places) {
  process.stdout.write(
    `\n| edits (${String(spans.length)} ${name}, ${String(ROUNDS)} rounds) | ${OUTCOMES.join(' | ')} |\n`,
  );
  process.stdout.write(`| --- |${' ---: |'.repeat(OUTCOMES.length)}\n`);
  for (const [label, edit] of EDITS) {
    const random = seededRandom(20_241);
    const counts = new Map<Outcome, number>();
    let all = 0;
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [paragraph, span] of spans) {
        const text = textOf.get(paragraph);
        if (text === undefined) continue;
        const pieces = edit(piecesOf(text), span, random, text);
        const next = pieces.map((piece) => piece.text).join('');
        const outcome = outcomeOf(anchorOf(text, span.start, span.end), next, truth(pieces, span));
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        all += 1;
      }
    const shares = OUTCOMES.map((outcome) => `${((100 * (counts.get(outcome) ?? 0)) / all).toFixed(1)} %`);
    process.stdout.write(`| ${label} | ${shares.join(' | ')} |\n`);
  }
}
