import { type Check, finding } from '../check.ts';
import { type Cell, referenceOf } from '../context.ts';
import type { Finding } from '../finding.ts';
import { boundOf } from '../language/bound-words.ts';
import { isSameNumber, placeOfNumber, statedNumbers } from '../language/number-match.ts';
import { quantities, type Quantity } from '../language/quantities.ts';
import { counterpartOf } from './sentence-pairs.ts';

const pair = { family: 'pair', isOnByDefault: true } as const;

const evidenceOf = (reference: Cell, { start, end }: Quantity) => ({
  variant: reference.text.variant,
  paragraph: reference.paragraph.id,
  span: { start, end },
  value: reference.paragraph.text.slice(start, end),
});

/** A date has checks of its own; one, and what a list counts, is said in too many ways. */
const isCompared = ({ value }: Quantity): boolean => value >= 2;

/** Numbers of the reference that the text does not state, and figures of the text that the reference does not. */
export const numberDiffers: Check = {
  ...pair,
  category: 'accuracy/mistranslation',
  id: 'pair/number',
  scope: 'cell',
  run(cell): readonly Finding[] {
    const reference = referenceOf(cell);
    const { role, text } = cell.paragraph;
    if (reference === undefined || role === 'date') return [];
    const { lang } = cell.text;
    const theirs = statedNumbers(reference.paragraph.text, reference.text.lang).filter(isCompared);
    const missing = absent(theirs, text, lang);
    const surplus = absent(
      quantities(text, lang).filter(isCompared),
      reference.paragraph.text,
      reference.text.lang,
    );
    // A missing and a surplus number are one that was changed.
    const findings = missing.flatMap(({ quantity, isSure }, index) => {
      const instead = surplus[index]?.quantity;
      if (instead === undefined && !isSure) return [];
      const spans =
        instead === undefined ? counterpartOf(cell, quantity) : [{ start: instead.start, end: instead.end }];
      return [
        finding(numberDiffers, cell, spans, {
          args: { number: reference.paragraph.text.slice(quantity.start, quantity.end) },
          about: String(quantity.value),
          evidence: [evidenceOf(reference, quantity)],
          confidence: instead === undefined ? 0.6 : 0.8,
        }),
      ];
    });
    const rest = surplus.slice(missing.length).filter(({ isSure }) => isSure);
    const added = rest.map(({ quantity: { start, end } }) =>
      finding(numberDiffers, cell, [{ start, end }], {
        code: 'pair/number-added',
        evidence: [{ variant: reference.text.variant, paragraph: reference.paragraph.id }],
        confidence: 0.6,
      }),
    );
    return [...findings, ...added];
  },
};

/** Those of the numbers that a text does not state; unsure when it could in letters that the tables do not know. */
function absent(
  numbers: readonly Quantity[],
  text: string,
  lang: string,
): readonly { readonly quantity: Quantity; readonly isSure: boolean }[] {
  return numbers.flatMap((quantity) => {
    const place = placeOfNumber(text, lang, quantity.value);
    return place === undefined || place === 'unknown' ? [{ quantity, isSure: place === undefined }] : [];
  });
}

/** Numbers that both texts give in figures, each with its counterpart. */
function sharedNumbers(cell: Cell, reference: Cell): readonly (readonly [own: Quantity, theirs: Quantity])[] {
  const rest = [...quantities(reference.paragraph.text, reference.text.lang)].filter(isCompared);
  return quantities(cell.paragraph.text, cell.text.lang).flatMap((own) => {
    const index = rest.findIndex(({ value }) => isSameNumber(value, own.value));
    const [theirs] = index < 0 ? [] : rest.splice(index, 1);
    return theirs === undefined ? [] : [[own, theirs] as const];
  });
}

export const unitDiffers: Check = {
  ...pair,
  category: 'accuracy/mistranslation',
  id: 'pair/unit',
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    if (reference === undefined) return [];
    return sharedNumbers(cell, reference)
      .filter(
        ([own, theirs]) => own.unit !== undefined && theirs.unit !== undefined && own.unit !== theirs.unit,
      )
      .map(([own, theirs]) =>
        finding(unitDiffers, cell, [{ start: own.start, end: own.end }], {
          args: { unit: theirs.unit ?? '', found: own.unit ?? '' },
          evidence: [evidenceOf(reference, theirs)],
          confidence: 0.8,
        }),
      );
  },
};

/** "Exactly" is much like no bound, and "about" a matter of style; more and less are not. */
const weight = (bound: string | undefined): string => (bound === 'more' || bound === 'less' ? bound : '');

export const boundDiffers: Check = {
  ...pair,
  category: 'accuracy/mistranslation',
  id: 'pair/number-bound',
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    if (reference === undefined) return [];
    return sharedNumbers(cell, reference).flatMap(([own, theirs]) => {
      const found = boundOf(cell.paragraph.text, cell.text.lang, own.start, own.end);
      const expected = boundOf(reference.paragraph.text, reference.text.lang, theirs.start, theirs.end);
      if (weight(found) === weight(expected)) return [];
      const bound = expected ?? 'none';
      return [
        finding(boundDiffers, cell, [{ start: own.start, end: own.end }], {
          code: `pair/bound-${bound}`,
          evidence: [{ ...evidenceOf(reference, theirs), value: bound }],
          confidence: 0.6,
        }),
      ];
    });
  },
};
