import { sentences } from '../../segment/sentences.ts';
import { type Check, finding, spansOf } from '../check.ts';

/** Words that may stand twice in a row, by language. Sanskrit repeats words to say "again and again". */
const MAY_DOUBLE: Readonly<Record<string, string | 'all'>> = {
  de: 'der die das dem den sie Sie ihr was wer',
  en: 'that had is in',
  fr: 'nous vous',
  it: 'via piano man mano quasi così poco',
  es: 'muy',
  la: 'quam iam',
  el: 'πολύ σιγά λίγο πρώτα',
  ru: 'что еле чуть',
  fi: 'ja yhä',
  pt: 'que muito',
  sa: 'all',
  id: 'all',
  ja: 'all',
  zh: 'all',
  ko: 'all',
};
const DOUBLED = /(?<![\p{L}\p{M}\p{N}-])([\p{L}\p{M}]{2,})\s+\1(?![\p{L}\p{M}\p{N}-])/giu;

export const doubledWord: Check = {
  id: 'word/doubled',
  family: 'surface',
  category: 'linguistic-conventions/grammar',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const { text } = cell.paragraph;
    const allowed = MAY_DOUBLE[cell.text.lang.toLowerCase().split('-', 1)[0] ?? ''] ?? '';
    if (allowed === 'all') return [];
    return spansOf(text, DOUBLED).flatMap((span) => {
      const word = text.slice(span.start, span.end).split(/\s/u, 1)[0] ?? '';
      // A name may (Duran Duran), a word that is allowed may.
      if (allowed.split(' ').includes(word) || /^\p{Lu}/u.test(word)) return [];
      return [finding(doubledWord, cell, [span], { args: { word }, confidence: 0.85, suggestion: word })];
    });
  },
};

/** A name of two words or more, again after at most four words: "Mistral AI, bekannt als Mistral AI". */
const NAME_AGAIN =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}\p{N}]*(?: \p{Lu}[\p{L}\p{M}\p{N}]*)+)(?:[,:;]? [\p{L}\p{M}]+){0,4},? \1(?![\p{L}\p{N}])/gu;

export const repeatedName: Check = {
  id: 'word/name-repeated',
  family: 'surface',
  category: 'accuracy/mistranslation',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const { text } = cell.paragraph;
    return spansOf(text, NAME_AGAIN)
      .filter((span) =>
        sentences(text, cell.text.lang).some(({ start, end }) => span.start >= start && span.end <= end),
      )
      .map((span) => finding(repeatedName, cell, [span], { confidence: 0.6 }));
  },
};

const SUBORDINATE = /(?:wenn|weil|dass|sobald|falls|damit|indem|ob|während|nachdem|bevor) Sie(?! selbst)/gu;
const THIRD_PLURAL =
  /\b(?:diese|die|viele|alle|einige|manche) (?:[\p{L}-]+en|[\p{L}-]+er|[\p{L}-]+e|Kunden|Leute)\b/u;

/**
 * German: "diese Entwickler …, wenn Sie die von ihnen erstellten …": a formal "Sie" whose clause goes on with the
 * third person, behind a plural, in a text that addresses nobody. Narrow on purpose.
 */
export const formalPronoun: Check = {
  id: 'word/formal-pronoun',
  family: 'surface',
  category: 'accuracy/mistranslation',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const { text } = cell.paragraph;
    if (!cell.text.lang.startsWith('de') || /\b(?:Ihnen|Ihr(?:e[mnrs]?)?)\b/u.test(text)) return [];
    return sentences(text, cell.text.lang).flatMap((sentence) => {
      const content = text.slice(sentence.start, sentence.end);
      return spansOf(content, SUBORDINATE).flatMap(({ start, end }) => {
        const rest = content.slice(end);
        if (!THIRD_PLURAL.test(content.slice(0, start)) || !/^[^,.;:]*\b(?:von )?ihnen\b/u.test(rest))
          return [];
        const span = { start: sentence.start + end - 'Sie'.length, end: sentence.start + end };
        return [finding(formalPronoun, cell, [span], { confidence: 0.7, suggestion: 'sie' })];
      });
    });
  },
};
