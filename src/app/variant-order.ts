import type { VariantInfo, Work } from '../core/work/model.ts';

/** The variants that have a text: subject and reference first, then the page's order, back-translations last. */
export function variantsInOrder({ variants, subject, reference }: Work): readonly VariantInfo[] {
  const rank = ({ id, provenance }: VariantInfo): number =>
    id === subject ? 0 : id === reference ? 1 : provenance === 'back-translation' ? 3 : 2;
  return variants.filter(({ status }) => status === 'complete').toSorted((a, b) => rank(a) - rank(b));
}
