import { languageIdentifier } from '../core/check/language-identifier.ts';
import { ENCODINGS, MAX_BYTES } from '../core/format/decode.ts';
import type { Imported, ImportedParagraph } from '../core/format/imported.ts';
import { type AnyFile, readAny } from '../core/format/read-any.ts';
import type { Problem } from '../core/problem.ts';
import type { Preview, ReadOutcome, ShownParagraph, SourceChoices } from './import-plan.ts';
import { type Breather, walk } from './import-walk.ts';

const FIRST_PARAGRAPHS = 12;
const FIRST_LEFT = 200;
const FIRST_ROWS = 5;
/** Characters of a paragraph, and of a cell, that a preview shows. */
const SHOWN = 400;
const SHOWN_CELL = 160;
const MOST_PROBLEMS = 50;

/** Files that were read for a work that is not made yet. */
export class ImportSources {
  readonly #read = new Map<number, Imported>();
  #count = 0;

  /**
   * Reads a file, or reads it again in another way.
   * @param id of the reading that this one replaces
   */
  async read(
    file: File,
    choices: SourceChoices,
    breather: Breather,
    report: (share: number) => void,
    id?: number,
  ): Promise<ReadOutcome> {
    if (file.size > MAX_BYTES)
      return unreadable([
        { code: 'file-too-large', severity: 'fault', args: { length: file.size, limit: MAX_BYTES } },
      ]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const platform = { TextDecoder, identifier: languageIdentifier };
    const steps = await readAny({ name: file.name, bytes }, choices, platform);
    const { value, problems } = await walk(steps, breather, report);
    const { imported } = value;
    if (imported === undefined || isEmpty(imported)) return unreadable(problems);
    const number = id ?? (this.#count += 1);
    this.#read.set(number, imported);
    return { state: 'read', preview: previewOf(number, value, imported, problems) };
  }

  get(id: number): Imported | undefined {
    return this.#read.get(id);
  }

  drop(id: number): void {
    this.#read.delete(id);
  }

  /** Taken or left-out paragraphs of a text, from one on. */
  paragraphs(id: number, isLeft: boolean, from: number, count: number): readonly ShownParagraph[] {
    const imported = this.#read.get(id);
    return imported?.kind === 'text' ? shown(imported.paragraphs, isLeft, from, count) : [];
  }
}

const unreadable = (problems: readonly Problem[]): ReadOutcome => ({
  state: 'unreadable',
  problems: problems.slice(0, MOST_PROBLEMS),
});

const isEmpty = (imported: Imported): boolean =>
  imported.kind === 'text' ? imported.paragraphs.length === 0 : imported.rows.length === 0;

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

function shown(
  paragraphs: readonly ImportedParagraph[],
  isLeft: boolean,
  from: number,
  count: number,
): readonly ShownParagraph[] {
  const found: ShownParagraph[] = [];
  for (let index = from; index < paragraphs.length && found.length < count; index += 1) {
    const { role, text, left = false } = paragraphs[index]!;
    if (left === isLeft) found.push({ index, role, text: cut(text, SHOWN) });
  }
  return found;
}

function previewOf(
  id: number,
  { kind, encoding, layout, languages }: AnyFile,
  imported: Imported,
  problems: readonly Problem[],
): Preview {
  const { title } = imported;
  const language = (index: number) => {
    const { lang = 'und', certain = false } = languages[index] ?? {};
    return { lang, certain };
  };
  const common = {
    id,
    kind,
    ...(title === undefined ? {} : { title }),
    ...(encoding === undefined ? {} : { encoding: { ...encoding, all: ENCODINGS } }),
    ...(layout === undefined ? {} : { layout }),
    problems: problems.slice(0, MOST_PROBLEMS),
  };
  if (imported.kind === 'table') {
    return {
      ...common,
      shape: 'table',
      columns: imported.columns.map(({ name, use }, index) => ({ name, use, language: language(index) })),
      rows: imported.rows.slice(0, FIRST_ROWS).map((row) => row.map((cell) => cut(cell, SHOWN_CELL))),
      count: imported.rows.length,
    };
  }
  const { paragraphs } = imported;
  const left = paragraphs.reduce((sum, paragraph) => sum + (paragraph.left ? 1 : 0), 0);
  return {
    ...common,
    shape: 'text',
    language: language(0),
    taken: paragraphs.length - left,
    first: shown(paragraphs, false, 0, FIRST_PARAGRAPHS),
    left,
    firstLeft: shown(paragraphs, true, 0, FIRST_LEFT),
  };
}
