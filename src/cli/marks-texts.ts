import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Contribution } from '../core/contribution/record.ts';
import { logTexts } from '../core/format/mqm-log.ts';
import type { XliffContent } from '../core/format/xliff-read.ts';
import type { XliffText } from '../core/format/xliff-write.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import { readVariant } from '../core/work/variant-file.ts';
import { readWork } from '../core/work/work-json.ts';

/** The texts that a file of translations is made of. */
export type PairedTexts = Pick<XliffContent, 'work' | 'source' | 'targets'>;

/** A work as its folder has it. */
export interface FolderWork {
  readonly work: Work;
  readonly textOf: (variant: string, paragraph: string) => string | undefined;
  /** The reference as the source, the subject as the target. */
  readonly paired: PairedTexts;
}

/** The work in whose folder a file lies, as far as it can be read. */
export async function workAround(file: string): Promise<FolderWork | undefined> {
  const folder = dirname(file);
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined);
  const json = await read('work.json');
  const work = json === undefined ? undefined : readWork(json).value;
  if (work === undefined) return undefined;
  const texts = new Map<string, readonly Paragraph[]>();
  for (const { id } of work.variants) {
    const text = await read(`${id}.md`);
    if (text !== undefined) texts.set(id, readVariant(text, `${id}.md`).value);
  }
  const paired = (id: string): XliffText => ({
    variant: id,
    lang: work.variants.find((variant) => variant.id === id)?.lang ?? 'und',
    paragraphs: texts.get(id) ?? [],
  });
  return {
    work,
    textOf: lookup([...texts].map(([variant, paragraphs]) => ({ variant, paragraphs }))),
    paired: { work: work.slug, source: paired(work.reference), targets: [paired(work.subject)] },
  };
}

/** A paragraph's text, by variant and id. */
export function lookup(
  texts: readonly Pick<XliffText, 'variant' | 'paragraphs'>[],
): (variant: string, paragraph: string) => string | undefined {
  const byPlace = new Map(
    texts.flatMap(({ variant, paragraphs }) => paragraphs.map(({ id, text }) => [`${variant}/${id}`, text])),
  );
  return (variant, paragraph) => byPlace.get(`${variant}/${paragraph}`);
}

/** The texts that a log has in itself, when it was made of annotations of another tool. */
export function carriedTexts(records: readonly Contribution[]): PairedTexts | undefined {
  const { source, textOf } = logTexts(records);
  const [first] = records;
  if (source === undefined || first === undefined) return undefined;
  const texts = new Map<string, Paragraph[]>([[source, []]]);
  for (const record of records) {
    if (!('variant' in record) || !('paragraph' in record) || 'spans' in record) continue;
    const { variant, paragraph: id } = record;
    const text = variant === undefined || id === undefined ? undefined : textOf(variant, id);
    if (variant === undefined || id === undefined || text === undefined) continue;
    const own = texts.get(variant);
    const paragraph: Paragraph = { id, role: 'paragraph', text };
    if (own === undefined) texts.set(variant, [paragraph]);
    else own.push(paragraph);
  }
  // The format does not tell the languages.
  const paired = (variant: string): XliffText => ({
    variant,
    lang: 'und',
    paragraphs: [
      ...new Map((texts.get(variant) ?? []).map((paragraph) => [paragraph.id, paragraph])).values(),
    ],
  });
  const targets = [...texts.keys()].filter((variant) => variant !== source).map(paired);
  return { work: first.work, source: paired(source), targets };
}
