import { isIdentifier } from '../core/work/schema.ts';
import type { Work } from '../core/work/model.ts';

/** The database of the imported works. What readers add to them is with all other contributions. */
export const WORKS_DATABASE = 'lesart-works';

/** The layout of the pieces below; a work of a higher one was written by a newer version. */
export const FORMAT = 1;

/** Every address of an imported work begins so; works that come with the app do not. */
export const DEVICE_PREFIX = 'my-';

/** A work on this device, as it is listed. Its presence is what makes its pieces a work. */
export interface DeviceWork {
  readonly format: number;
  readonly work: Work;
  /** ISO 8601. */
  readonly imported: string;
  /** Rows of paragraphs. */
  readonly rows: number;
  /** Contributions that came with it, but for those that only align its texts. */
  readonly records: number;
  /** ISO 8601: when it was thrown away; absent for a work that stands. */
  readonly trashed?: string;
}

// Slugs and variant ids have no slash, so that a key is in one range only.
export const workKey = (slug: string): string => `work/${slug}`;
export const draftKey = (slug: string): string => `draft/${slug}`;
const PORTION_DIGITS = 6;
export const textKey = (slug: string, variant: string, portion: number): string =>
  `text/${slug}/${variant}/${String(portion).padStart(PORTION_DIGITS, '0')}`;
export const logKey = (slug: string, portion: number): string =>
  `log/${slug}/${String(portion).padStart(PORTION_DIGITS, '0')}`;

/** All keys below a path: `/` is followed by `0`. */
export const below = (path: string): IDBKeyRange => IDBKeyRange.bound(`${path}/`, `${path}0`, false, true);

/** The pieces of a work, without the key that makes them one. */
export const piecesOf = (slug: string): readonly IDBKeyRange[] => [
  below(`text/${slug}`),
  below(`log/${slug}`),
];

/** Whether a stored value is a work, of this version's layout or a newer one's. */
export function isDeviceWork(value: unknown): value is DeviceWork {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    typeof value.format === 'number' &&
    'work' in value &&
    typeof value.work === 'object' &&
    value.work !== null &&
    'slug' in value.work &&
    typeof value.work.slug === 'string'
  );
}

/** Characters of a name that its address keeps. */
const MAX_NAME = 40;
const RANDOM_LENGTH = 5;

/**
 * A slug for a work of that name. Its end is random: contributions name their work by its slug, and must not
 * land on another work of the same name, on this device or one that a backup is restored on.
 * @param random bytes from a cryptographic source; at least five
 */
export function deviceSlug(name: string, random: Uint8Array): string {
  if (random.length < RANDOM_LENGTH) throw new RangeError(`random bytes: ${String(random.length)}`);
  const readable = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '');
  const end = [...random.subarray(0, RANDOM_LENGTH)].map((byte) => (byte % 36).toString(36)).join('');
  return [DEVICE_PREFIX.slice(0, -1), readable, end].filter(Boolean).join('-');
}

/** Whether a work of this slug could be one of this device. */
export const isDeviceSlug = (slug: string): boolean => slug.startsWith(DEVICE_PREFIX) && isIdentifier(slug);
