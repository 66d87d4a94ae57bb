import type { Repository } from './repository.ts';

/** What a paragraph is in the text it stands in. */
export const ROLES = [
  'title',
  'date',
  'heading',
  'paragraph',
  'list-item',
  'caption',
  'question',
  'answer',
  'credit',
] as const;
export type Role = (typeof ROLES)[number];

/** Where a variant's text comes from; always shown beside it. */
export const PROVENANCES = ['machine', 'human', 'reconstructed', 'back-translation'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** A text in several languages of explanation, keyed by BCP 47 tag. */
export type LocalText = Readonly<Record<string, string>>;

/** The unit of reading. The id is stable inside its work; the text is literal, on one line. */
export interface Paragraph {
  readonly id: string;
  readonly role: Role;
  readonly text: string;
}

/** One language version of a work, as `work.json` declares it. */
export interface VariantInfo {
  /** File name without `.md`, for example `de` or `de-back`. */
  readonly id: string;
  /** BCP 47. */
  readonly lang: string;
  /** As the page prints it, odd as it may be. */
  readonly label: string;
  readonly provenance: Provenance;
  /** `planned`: declared by the page, its text does not exist yet. */
  readonly status: 'complete' | 'planned';
  /** Stands in the page's bar of languages. */
  readonly listed: boolean;
  /** For a back-translation: the id of the variant that it translates. */
  readonly of?: string;
  readonly note?: LocalText;
}

/** How a variant's paragraphs were set on the page they were taken from, so that the page can be rebuilt. */
export interface PageLayout {
  /** The id of the variant that is the page's text. */
  readonly variant: string;
  /** Between two paragraphs, unless `tight` or `before` says otherwise. */
  readonly gap: string;
  /** Roles whose neighbours of the same role stand on the next line. */
  readonly tight: readonly Role[];
  /** Printed before each paragraph of a role, for example a bullet. */
  readonly prefix: Readonly<Partial<Record<Role, string>>>;
  /** The gap before single paragraphs, by id (an image stood there). */
  readonly before: Readonly<Record<string, string>>;
  /** The bar of languages, the listed labels run together, follows this paragraph. */
  readonly barAfter: string;
}

/** A text that exists in several languages. */
export interface Work {
  readonly slug: string;
  readonly title: LocalText;
  /** ISO 8601 date. */
  readonly date: string;
  readonly credit: string;
  readonly source: LocalText;
  /** The variant under examination and the one it is held against, by id. */
  readonly subject: string;
  readonly reference: string;
  /** How the subject came about: ids of variants from the original to the subject, each made from the one before. */
  readonly chain?: readonly string[];
  /** In page order; unlisted ones last. */
  readonly variants: readonly VariantInfo[];
  readonly page?: PageLayout;
  /** Where its folder can be edited by anyone who proposes a change. */
  readonly repository?: Repository;
}
