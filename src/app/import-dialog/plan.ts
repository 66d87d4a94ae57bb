import type { LocalText } from '../../core/work/model.ts';
import type { PlannedVariant, WorkPlan } from '../../worker/import-plan.ts';
import { type Entry, type TableEntry, type TextEntry, type VariantFields, takenCount } from './entries.ts';

/** What is said of the work as a whole; what is undefined is chosen by `rolesOf`. */
export interface WorkFields {
  readonly title: string | undefined;
  /** Keys of texts. */
  readonly subject: string | undefined;
  readonly reference: string | undefined;
  /** Texts of equal length belong together paragraph by paragraph. */
  readonly byOrder: boolean;
}

/** Why no work can be made yet, and of which text. */
export type Lack =
  | { readonly lack: 'reading' }
  | { readonly lack: 'second' | 'none' }
  | { readonly lack: 'mixed'; readonly name: string }
  | {
      readonly lack: 'origin' | 'label' | 'original' | 'empty';
      readonly key: string;
      readonly name: string;
    };

export type Planned<T = WorkPlan> =
  | { readonly plan: T; readonly lacks?: undefined }
  | { readonly plan?: undefined; readonly lacks: readonly Lack[] };

/** A text of the work to be, with where it comes from. */
export interface Source {
  readonly entry: TextEntry | TableEntry;
  readonly fields: VariantFields;
  readonly column?: number;
}

/** The texts that the files of a draft give, in order. */
export function textsOf(entries: readonly Entry[]): readonly Source[] {
  return entries.flatMap((entry): readonly Source[] => {
    if (entry.state === 'text') return [{ entry, fields: entry.fields }];
    if (entry.state !== 'table') return [];
    return entry.columns.flatMap((fields, column) =>
      fields.use === 'text' ? [{ entry, fields, column }] : [],
    );
  });
}

/**
 * The text under examination and the one that it is held against, by key: the chosen ones; else what was made by
 * machine, or the second text, held against the first other one. A back-translation is neither unless there is nothing
 * else.
 */
export function rolesOf(
  entries: readonly Entry[],
  { subject: chosen, reference: held }: WorkFields,
): { readonly subject: string | undefined; readonly reference: string | undefined } {
  const all = textsOf(entries).map(({ fields }) => fields);
  const there = (key: string | undefined) => all.find((fields) => fields.key === key)?.key;
  const forward = all.filter(({ provenance }) => provenance !== 'back-translation');
  const wanted = there(held);
  const free = [...forward, ...all].filter(({ key }) => key !== wanted);
  const second = wanted === undefined && forward.length > 1 ? 1 : 0;
  const subject =
    there(chosen) ??
    forward.find(({ key, provenance }) => provenance === 'machine' && key !== wanted)?.key ??
    free[second]?.key;
  const others = [...forward, ...all].filter(({ key }) => key !== subject);
  const reference = (wanted === subject ? undefined : wanted) ?? others[0]?.key;
  return { subject, reference };
}

/** The number of paragraphs that all texts have, where they have as many; undefined otherwise, or for a table. */
export function commonLength(entries: readonly Entry[]): number | undefined {
  const texts = textsOf(entries);
  const lengths = new Set(texts.map(({ entry }) => (entry.state === 'text' ? takenCount(entry) : -1)));
  const [length = -1] = lengths;
  return texts.length > 1 && lengths.size === 1 && length > 0 ? length : undefined;
}

/** The title that a file gives its text, or that stands at its beginning. */
function titleIn(entry: TextEntry | TableEntry | undefined): string | undefined {
  if (entry?.preview.title !== undefined || entry?.state !== 'text') return entry?.preview.title;
  const [first] = entry.preview.first;
  const isTaken = first && entry.fates.get(first.index) === undefined;
  return isTaken && first.role === 'title' ? first.text : undefined;
}

/** The title that a work has until a person gives it one, with its language. */
export function suggestedTitle(entries: readonly Entry[], fields: WorkFields): string {
  const { subject, reference } = rolesOf(entries, fields);
  const texts = textsOf(entries);
  const by = (key: string | undefined) => texts.find((text) => text.fields.key === key)?.entry;
  const own = by(subject) ?? by(reference);
  return (
    titleIn(by(subject)) ??
    titleIn(by(reference)) ??
    own?.name.replace(/\.[^.]+$/, '').replace(/_+/g, ' ') ??
    ''
  );
}

/** A title in the language of the text that has it. */
function titleOf(title: string, texts: readonly Source[]): LocalText {
  const lang = texts.find(({ entry }) => titleIn(entry) === title)?.fields.lang ?? 'und';
  return { [lang]: title };
}

/** Gives a number to all but the first of variants that have one label. @param taken labels of others */
export function distinct<T extends { readonly label: string }>(
  variants: readonly T[],
  taken: readonly string[] = [],
): readonly T[] {
  const used = new Set(taken);
  return variants.map((variant) => {
    let { label } = variant;
    for (let number = 2; used.has(label); number += 1) label = `${variant.label} ${String(number)}`;
    used.add(label);
    return { ...variant, label };
  });
}

/** What single texts lack. @param originals keys of texts that another may translate back */
export function lacksOf(texts: readonly Source[], originals: readonly string[]): readonly Lack[] {
  const lacks: Lack[] = [];
  for (const { entry, fields } of texts) {
    const { key } = fields;
    const name = fields.label.trim() || entry.name;
    if (fields.label.trim() === '') lacks.push({ lack: 'label', key, name });
    if (fields.provenance === undefined) lacks.push({ lack: 'origin', key, name });
    const hasOriginal = fields.of !== undefined && fields.of !== key && originals.includes(fields.of);
    if (fields.provenance === 'back-translation' && !hasOriginal) lacks.push({ lack: 'original', key, name });
    if (entry.state === 'text' && takenCount(entry) === 0) lacks.push({ lack: 'empty', key, name });
  }
  return lacks;
}

/** The plan of the work, or all that it lacks. */
export function planOf(entries: readonly Entry[], work: WorkFields, fallbackTitle: string): Planned {
  const texts = textsOf(entries);
  const keys = texts.map(({ fields }) => fields.key);
  const lacks: Lack[] = entries.some(({ state }) => state === 'reading') ? [{ lack: 'reading' }] : [];
  const table = texts.find(({ entry }) => entry.state === 'table')?.entry;
  const stray = table && texts.find(({ entry }) => entry !== table)?.entry;
  if (stray) lacks.push({ lack: 'mixed', name: table.name });
  else if (texts.length < 2) lacks.push({ lack: 'second' });
  lacks.push(...lacksOf(texts, keys));
  if (lacks.length > 0) return { lacks };

  const { subject, reference } = rolesOf(entries, work);
  const title = work.title?.trim() || suggestedTitle(entries, work) || fallbackTitle;
  const columns = table?.state === 'table' ? table.columns : [];
  const idColumn = columns.findIndex(({ use }) => use === 'id');
  return {
    plan: {
      title: titleOf(title, texts),
      name: title,
      source: [...new Set(texts.map(({ entry }) => entry.name))].join(', '),
      variants: distinct(texts.map((text) => variantOf(text, keys))),
      subject: keys.indexOf(subject ?? ''),
      reference: keys.indexOf(reference ?? ''),
      byOrder: work.byOrder && commonLength(entries) !== undefined,
      ...(idColumn < 0 ? {} : { idColumn }),
      noteColumns: columns.flatMap(({ use }, index) => (use === 'note' ? [index] : [])),
    },
  };
}

/** A text as the worker takes it. @param keys of all texts of the plan */
export function variantOf({ entry, fields, column }: Source, keys: readonly string[]): PlannedVariant {
  const { lang, label, provenance = 'human', of } = fields;
  return {
    source: entry.preview.id,
    lang,
    label: label.trim(),
    provenance,
    ...(of === undefined || !keys.includes(of) ? {} : { of: keys.indexOf(of) }),
    ...(column === undefined ? {} : { column }),
    ...(entry.state === 'text'
      ? { fates: new Map([...entry.fates].map(([index, { fate }]) => [index, fate])), all: entry.all }
      : {}),
  };
}
