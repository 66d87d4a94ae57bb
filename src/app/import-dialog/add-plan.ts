import type { VariantInfo, Work } from '../../core/work/model.ts';
import type { AdditionPlan } from '../../worker/import-plan.ts';
import type { Entry } from './entries.ts';
import { type Lack, type Planned, distinct, lacksOf, textsOf, variantOf } from './plan.ts';

const PREFIX = 'work:';

/** By what a variant of the work is known among the texts of the draft. */
export const keyOfVariant = (id: string): string => PREFIX + id;

/** The variants that a text can be aligned with: the work's subject first, then what it is held against. */
export const anchorsOf = ({ subject, reference, variants }: Work): readonly VariantInfo[] =>
  [...new Set([subject, reference, ...variants.map(({ id }) => id)])].flatMap(
    (id) => variants.find((variant) => variant.id === id && variant.status === 'complete') ?? [],
  );

/** Variants that a text may be the back-translation of. */
export const originalsOf = ({ variants }: Work): readonly VariantInfo[] =>
  variants.filter(({ status, provenance }) => status === 'complete' && provenance !== 'back-translation');

/** The plan by which the draft's texts are added to a work, or all that it lacks. */
export function additionPlanOf(
  entries: readonly Entry[],
  work: Work,
  wanted: string | undefined,
): Planned<AdditionPlan> {
  const texts = textsOf(entries);
  const keys = texts.map(({ fields }) => fields.key);
  const originals = originalsOf(work).map(({ id }) => keyOfVariant(id));
  const lacks: Lack[] = entries.some(({ state }) => state === 'reading') ? [{ lack: 'reading' }] : [];
  if (texts.length === 0) lacks.push({ lack: 'none' });
  lacks.push(...lacksOf(texts, [...keys, ...originals]));
  if (lacks.length > 0) return { lacks };
  const anchors = anchorsOf(work).map(({ id }) => id);
  const anchor = anchors.find((id) => id === wanted) ?? anchors[0] ?? work.subject;
  return {
    plan: {
      slug: work.slug,
      anchor,
      variants: distinct(
        texts.map((text) => {
          const { of } = text.fields;
          const isOfWork = of !== undefined && originals.includes(of);
          return {
            ...variantOf(text, keys),
            ...(isOfWork ? { ofVariant: of.slice(PREFIX.length) } : {}),
          };
        }),
        work.variants.map(({ label }) => label),
      ),
    },
  };
}
