import type { VariantInfo, Work } from '../../core/work/model.ts';
import { type VariantFields, labelOf } from './entries.ts';

/** What is said of a work's texts, by variant id. */
export interface Declared {
  readonly texts: readonly VariantFields[];
  readonly subject: string;
  readonly reference: string;
}

export const declaredOf = ({ variants, subject, reference }: Work): Declared => ({
  texts: variants.map(({ id, lang, label, provenance, of }) => ({
    key: id,
    lang,
    isGuess: false,
    label,
    // A name that only repeats the language follows it, and so does that of a column of a file.
    isNamed: lang !== 'und' && label !== labelOf({ lang, label, provenance }),
    provenance,
    of,
  })),
  subject,
  reference,
});

/** With another subject or reference; one that takes the other's part changes places with it. */
export function withRole(declared: Declared, part: 'subject' | 'reference', id: string): Declared {
  const other = part === 'subject' ? 'reference' : 'subject';
  const rest = declared[other] === id ? declared[part] : declared[other];
  return { ...declared, [part]: id, [other]: rest };
}

/** The work as it was declared; variants that came meanwhile stay as they are. */
export function describedWork(work: Work, { texts, subject, reference }: Declared): Work {
  const ids = new Set(work.variants.map(({ id }) => id));
  const variants = work.variants.map((variant) => {
    const said = texts.find(({ key }) => key === variant.id);
    return said ? described(variant, said, ids) : variant;
  });
  return {
    ...work,
    subject: ids.has(subject) ? subject : work.subject,
    reference: ids.has(reference) ? reference : work.reference,
    variants: [...variants.filter(({ listed }) => listed), ...variants.filter(({ listed }) => !listed)],
  };
}

function described(variant: VariantInfo, said: VariantFields, ids: ReadonlySet<string>): VariantInfo {
  const provenance = said.provenance ?? variant.provenance;
  const isBack = provenance === 'back-translation';
  const of = isBack && said.of !== undefined && ids.has(said.of) ? said.of : undefined;
  if (isBack && of === undefined) return variant;
  const wasBack = variant.provenance === 'back-translation';
  const { of: before, ...rest } = {
    ...variant,
    lang: said.lang,
    label: said.label.trim() || variant.label,
    provenance,
    listed: isBack === wasBack ? variant.listed : !isBack,
  };
  const kept = isBack ? of : wasBack ? undefined : before;
  return kept === undefined ? rest : { ...rest, of: kept };
}
