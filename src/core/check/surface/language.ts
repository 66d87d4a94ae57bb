import type { Span } from '../../span.ts';
import { isSameLanguage } from '../../work/conventions.ts';
import { copyOf, counterpart, runFinder } from '../../work/leftover-check.ts';
import { foreignScript } from '../../work/script-check.ts';
import { type Check, finding } from '../check.ts';
import { type Cell, once, paragraphOf, referenceOf, type TextContext } from '../context.ts';
import type { Finding } from '../finding.ts';

const surface = { family: 'surface', category: 'accuracy/untranslated', isOnByDefault: true } as const;

const placeIn = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const scriptsOf = once(({ text, paragraph }: Cell) =>
  text.conventions === undefined ? undefined : foreignScript(paragraph.text, text.conventions),
);

export const mixedScripts: Check = {
  ...surface,
  category: 'linguistic-conventions/spelling',
  id: 'script/mixed-in-word',
  scope: 'cell',
  run: (cell) =>
    (scriptsOf(cell)?.mixed ?? []).map((word) =>
      finding(mixedScripts, cell, [placeIn(cell.paragraph.text, word)], { confidence: 0.95 }),
    ),
};

export const foreignWords: Check = {
  ...surface,
  id: 'script/foreign',
  scope: 'cell',
  run(cell): readonly Finding[] {
    const found = scriptsOf(cell);
    if (found === undefined) return [];
    if (found.isWhole) return [finding(foreignWords, cell, [], { confidence: 0.9 })];
    return found.words.map((words) =>
      finding(foreignWords, cell, [placeIn(cell.paragraph.text, words)], { confidence: 0.8 }),
    );
  },
};

const runsOf = once((reference: Cell['paragraph']) => runFinder(reference.text));

/** A paragraph, or five words in a row, that stand in the reference as well. */
export const untranslated: Check = {
  ...surface,
  id: 'language/untranslated',
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    const { text, paragraph } = cell;
    if (reference === undefined || isSameLanguage(reference.text.lang, text.lang)) return [];
    const { variant, lang } = reference.text;
    const evidence = [{ variant, paragraph: paragraph.id }];
    const other = counterpart(variant, lang, reference.paragraph.text);
    const copy = copyOf(counterpart(text.variant, text.lang, paragraph.text), [other]);
    if (copy !== undefined) {
      return [finding(untranslated, cell, [], { evidence, confidence: copy.isProse ? 0.95 : 0.5 })];
    }
    const run = runsOf(reference.paragraph)(paragraph.text);
    if (run === undefined) return [];
    return [finding(untranslated, cell, [placeIn(paragraph.text, run)], { evidence, confidence: 0.8 })];
  },
};

/** Shorter texts are told apart by chance. */
const LEAST_LETTERS = 60;
/** The identifier is trusted for a text when it names the text's language for so large a share of it. */
const TRUSTED = 0.75;
/** A text whose paragraphs are, for so large a share, in one other language is in that language. */
const WHOLE = 0.8;
const LEAST_PARAGRAPHS = 3;

/** The language of each longer paragraph, by id; none for a text in a language that the identifier does not know. */
const languages = once((text: TextContext): ReadonlyMap<string, string> => {
  const { identifier } = text.document;
  const found = new Map<string, string>();
  if (identifier?.knows(text.lang) !== true) return found;
  for (const { id, text: content } of text.paragraphs) {
    if ((content.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) continue;
    const language = surely(content, text.lang, identifier.identify);
    if (language !== undefined) found.set(id, language);
  }
  return found;
});

/** Another language than the expected one counts when the whole and both halves are in it, names left out. */
function surely(
  content: string,
  expected: string,
  identify: (text: string) => string | undefined,
): string | undefined {
  const language = identify(content);
  if (language === undefined || isSameLanguage(language, expected)) return language;
  const plain = content.replace(/(?<=\P{L})\p{Lu}[\p{L}\p{N}-]*/gu, ' ');
  const middle = plain.indexOf(' ', plain.length / 2);
  const halves = [plain.slice(0, middle), plain.slice(middle)].map(identify);
  return halves.every((half) => half !== undefined && isSameLanguage(half, language)) ? language : undefined;
}

/** Languages that a trigram model takes for each other. */
const CLOSE = [
  ['id', 'ms', 'tl', 'jv'],
  ['no', 'nb', 'nn', 'da'],
  ['cs', 'sk'],
  ['hr', 'sr', 'bs'],
  ['hi', 'mr', 'ne'],
];
const isClose = (a: string, b: string): boolean =>
  isSameLanguage(a, b) ||
  CLOSE.some((group) => [a, b].every((lang) => group.some((member) => isSameLanguage(member, lang))));

/** Scripts are looked at by `script/foreign`; this is for languages that share one. */
export const wrongLanguage: Check = {
  ...surface,
  id: 'language/wrong',
  scope: 'text',
  run(text): readonly Finding[] {
    const found = languages(text);
    const others = [...found].filter(([, language]) => !isClose(language, text.lang));
    const own = found.size - others.length;
    const report = (paragraph: Cell['paragraph'], language: string, share: number) =>
      finding(wrongLanguage, { text, paragraph }, [], {
        args: { language, expected: text.lang },
        confidence: share,
      });
    if (own >= TRUSTED * found.size) {
      return others.flatMap(([id, language]) => {
        const paragraph = paragraphOf(text, id);
        return paragraph === undefined ? [] : [report(paragraph, language, own / found.size)];
      });
    }
    const [language, count] = mostFrequent(others.map(([, language]) => language));
    const [first] = text.paragraphs;
    if (language === undefined || first === undefined || found.size < LEAST_PARAGRAPHS) return [];
    return count < WHOLE * found.size ? [] : [report(first, language, count / found.size)];
  },
};

function mostFrequent(values: readonly string[]): readonly [string | undefined, number] {
  const count = new Map<string, number>();
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1);
  return [...count].sort(([, a], [, b]) => b - a)[0] ?? [undefined, 0];
}
