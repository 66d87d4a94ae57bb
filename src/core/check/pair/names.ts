import { type Check, finding } from '../check.ts';
import { referenceOf } from '../context.ts';
import { counterpartOf } from './sentence-pairs.ts';

/** Addresses, and words that no language translates: capitals inside (OpenAI), letters with digits (405B). */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”„»«()]+[^\s<>"“”„»«().,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const LABEL =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Ll}\p{M}]+\p{Lu}[\p{L}\p{M}]*|\p{Lu}{4,}|\p{Nd}+\p{Lu}+|\p{Lu}+-?\p{Nd}+)(?![\p{L}\p{N}])/gu;
/** GPT-4, CO2 and the like count; a scale of numbers (10K) does not. */
const SCALE = /^\p{Nd}+[KMBT]$/u;

export const nameMissing: Check = {
  id: 'pair/name',
  family: 'pair',
  category: 'accuracy/do-not-translate',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    // Another script writes names in its own letters.
    if (reference === undefined || cell.text.conventions?.scripts.includes('Latin') !== true) return [];
    if (reference.text.conventions?.scripts.includes('Latin') !== true) return [];
    const text = cell.paragraph.text.toLowerCase();
    const names = [
      ...reference.paragraph.text.matchAll(ADDRESS),
      ...reference.paragraph.text.matchAll(LABEL),
    ];
    const seen = new Set<string>();
    return names.flatMap(({ 0: name, index }) => {
      if (seen.has(name) || SCALE.test(name) || text.includes(name.toLowerCase())) return [];
      seen.add(name);
      const place = { start: index, end: index + name.length };
      return [
        finding(nameMissing, cell, counterpartOf(cell, place), {
          args: { name },
          about: name,
          evidence: [
            { variant: reference.text.variant, paragraph: reference.paragraph.id, span: place, value: name },
          ],
          confidence: 0.6,
        }),
      ];
    });
  },
};
