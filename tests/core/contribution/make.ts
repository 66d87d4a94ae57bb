import { type Anchor, anchorOf } from '../../../src/core/contribution/anchor.ts';
import { uuidv7 } from '../../../src/core/contribution/id.ts';
import type {
  Comment,
  Contribution,
  Correction,
  Mark,
  OpaqueContribution,
  Rating,
  Review,
  Withdrawal,
} from '../../../src/core/contribution/record.ts';

/** The id of the nth record of a test; ids sort as their numbers do. */
export const id = (n: number): string => uuidv7(1_700_000_000_000 + n, new Uint8Array(10));

const common = (n: number) => ({
  id: id(n),
  author: 'Ada',
  time: new Date(1_700_000_000_000 + n).toISOString(),
  work: 'w',
});

export const anchor = (text = 'a text', start = 2, end = 6): Anchor => anchorOf(text, start, end);

export const mark = (n: number, given: Partial<Mark> = {}): Mark => ({
  ...common(n),
  type: 'mark',
  variant: 'de',
  paragraph: 'p',
  spans: [anchor()],
  category: 'accuracy/mistranslation',
  severity: 'major',
  ...given,
});

export const correction = (n: number, given: Partial<Correction> = {}): Correction => ({
  ...common(n),
  type: 'correction',
  variant: 'de',
  paragraph: 'p',
  base: 'a text',
  text: 'the text',
  ...given,
});

export const review = (n: number, of: number, given: Partial<Review> = {}): Review => ({
  ...common(n),
  type: 'review',
  of: id(of),
  verdict: 'accepted',
  ...given,
});

export const comment = (n: number, given: Partial<Comment> = {}): Comment => ({
  ...common(n),
  type: 'comment',
  text: { en: 'why?' },
  ...given,
});

export const rating = (n: number, given: Partial<Rating> = {}): Rating => ({
  ...common(n),
  type: 'rating',
  variant: 'de',
  paragraph: 'p',
  ...given,
});

export const withdrawal = (n: number, of: number, given: Partial<Withdrawal> = {}): Withdrawal => ({
  ...common(n),
  type: 'withdrawal',
  of: id(of),
  ...given,
});

export const opaque = (n: number, given: object = {}): Contribution => ({
  ...common(n),
  type: 'bookmark' as OpaqueContribution['type'],
  ...given,
});
