import * as fc from 'fast-check';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import type { Comment, Contribution, Correction, Mark } from '../../../src/core/contribution/record.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import type { XliffDocument, XliffText } from '../../../src/core/format/xliff-write.ts';
import { CATEGORIES, SEVERITIES } from '../../../src/core/mqm/typology.ts';
import { ROLES } from '../../../src/core/work/model.ts';
import { comment, correction, id, mark, opaque, review, withdrawal } from '../contribution/make.ts';

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Haus', 'ein ', ' und', '. ', 'x') },
  fc.constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    ' ',
    '  ',
    '\u00a0',
    '\t',
    '𝄞',
    '\u202eשלום\u202c',
    '汉字',
    '\u2028',
  ),
  fc.constantFrom('\u0000', '\u0007', '\u001b', '\ufffe', '\uffff', '\ud83d', '\ude00', '\u0085'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
/** What a paragraph may hold, and what XML cannot, too. */
export const paragraphText = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replace(/[\r\n]/g, ' '))
  .filter((text) => text !== '');
/** A comment may have line breaks. */
const wording = fc.array(fc.oneof(piece, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 6 });
const localText = fc.dictionary(
  fc.constantFrom('en', 'de', 'zh', 'und'),
  wording.map((parts) => parts.join('')).filter((text) => text !== ''),
  { minKeys: 1 },
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = <T extends object>(fields: T): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const IDS = ['p', 'q', '1', 'x.y-z_2'];
const text = (variant: string, lang: string): fc.Arbitrary<XliffText> =>
  fc
    .record({
      texts: fc.array(optional(paragraphText), { minLength: IDS.length, maxLength: IDS.length }),
      roles: fc.array(fc.constantFrom(...ROLES), { minLength: IDS.length, maxLength: IDS.length }),
    })
    .map(({ texts, roles }) => ({
      variant,
      lang,
      paragraphs: IDS.flatMap((paragraph, at) => {
        const own = texts[at];
        return own === undefined ? [] : [{ id: paragraph, role: roles[at]!, text: own }];
      }),
    }));

interface Place {
  readonly variant: 'de' | 'en' | 'fr';
  readonly from: number;
  readonly length: number;
  readonly isNamed: boolean;
}
const place: fc.Arbitrary<Place> = fc.record({
  variant: fc.constantFrom('de' as const, 'de' as const, 'de' as const, 'en' as const, 'fr' as const),
  from: fc.nat(40),
  length: fc.integer({ min: 0, max: 20 }),
  isNamed: fc.boolean(),
});

/** Where a paragraph has no text, a mark is from one that it had. */
const anchorAt = (texts: readonly XliffText[], paragraph: string, own: string, { variant, ...at }: Place) => {
  const found = texts.find((one) => one.variant === variant)?.paragraphs.find((one) => one.id === paragraph);
  const of = found?.text ?? 'a text that is not there any more';
  const start = at.from % (of.length + 1);
  const anchor = anchorOf(of, start, Math.min(of.length, start + at.length));
  return variant === own && !at.isNamed ? anchor : { variant, ...anchor };
};

const recordSeed = fc.record({
  type: fc.constantFrom('mark', 'mark', 'mark', 'comment', 'correction', 'review', 'withdrawal', 'opaque'),
  variant: fc.constantFrom('de', 'de', 'de', 'en', 'fr'),
  paragraph: fc.constantFrom(...IDS, 'gone'),
  places: fc.array(place, { minLength: 1, maxLength: 4 }),
  of: fc.integer({ min: 1, max: 12 }),
  work: fc.constantFrom('w', 'w', 'w', 'w', 'v'),
  author: fc.constantFrom('Ada', 'Zoë <z@x>', 'a\u0001b'),
  action: optional(fc.constantFrom(id(1), id(2))),
  category: fc.constantFrom(...CATEGORIES),
  severity: fc.constantFrom(...SEVERITIES),
  explanation: optional(localText),
  text: localText,
  proposal: paragraphText,
  isFromNow: fc.boolean(),
  certainty: optional(fc.constantFrom('certain' as const, 'likely' as const, 'guess' as const)),
  replacement: optional(paragraphText),
  confidence: optional(fc.double({ min: 0, max: 1, noNaN: true })),
  future: optional(fc.constantFrom('kept', { deep: ['\u0000', 1] })),
});

type Seed = typeof recordSeed extends fc.Arbitrary<infer T> ? T : never;

function recordOf(n: number, seed: Seed, texts: readonly XliffText[]): Contribution {
  const { type, variant, paragraph, of, work, author, action, future } = seed;
  const common = { work, author, ...present({ action, future }) };
  const spans = seed.places.map((one) => anchorAt(texts, paragraph, variant, one));
  switch (type) {
    case 'mark': {
      const { category, severity, explanation, replacement, confidence } = seed;
      const fields = { explanation, replacement, confidence };
      return mark(n, {
        ...common,
        variant,
        paragraph,
        spans,
        category,
        severity,
        ...present(fields),
      } as Partial<Mark>);
    }
    case 'comment': {
      const aim = n % 3 === 0 ? { of: id(of) } : { variant, paragraph, ...(n % 3 === 1 ? { spans } : {}) };
      const { certainty } = seed;
      return comment(n, {
        ...common,
        ...aim,
        text: seed.text,
        ...present({ certainty }),
      } as Partial<Comment>);
    }
    case 'correction': {
      const now = texts
        .find((one) => one.variant === variant)
        ?.paragraphs.find((one) => one.id === paragraph);
      const base = seed.isFromNow ? (now?.text ?? '') : 'an older text';
      const fields = { reason: seed.explanation };
      return correction(n, {
        ...common,
        variant,
        paragraph,
        base,
        text: seed.proposal,
        ...present(fields),
      } as Partial<Correction>);
    }
    case 'review':
      return review(n, of, common);
    case 'withdrawal':
      return withdrawal(n, of, common);
    case 'opaque':
      return opaque(n, common);
  }
}

/** A work in two or three variants, and a log of all kinds of records about it. */
export const document: fc.Arbitrary<XliffDocument> = fc
  .tuple(
    text('en', 'en'),
    text('de', 'de'),
    fc.option(text('de-2', 'de'), { nil: undefined }),
    fc.array(recordSeed, { maxLength: 10 }),
  )
  .map(([source, target, other, seeds]) => {
    const targets = other === undefined ? [target] : [target, other];
    const records = seeds
      .map((seed, index) => recordOf(index + 1, seed, [source, ...targets]))
      // A gap in a lone surrogate has no surroundings to be known by: the log would not take it.
      .filter((record) => readContribution(record).value !== undefined);
    return { work: 'w', source, targets, records, lang: 'en' };
  });
