import { alignLines } from '../contribution/align-lines.ts';
import type { Contribution } from '../contribution/record.ts';
import { readContribution } from '../contribution/record-schema.ts';
import type { Problem, Read } from '../problem.ts';
import { paragraphsByRow } from '../work/rows.ts';
import { excerpt } from '../work/schema.ts';
import type { PlacedTmxUnit } from './tmx-read.ts';
import type { TmxText } from './tmx-write.ts';
import type { XliffText } from './xliff-write.ts';

export interface TmxCorrectionOptions {
  /** Slug. */
  readonly work: string;
  readonly source: XliffText;
  readonly target: XliffText;
  readonly newId: () => string;
  /** When and by whom a translation was made, where the file does not say. */
  readonly time: string;
  readonly author: string;
}

/**
 * The translations of a memory that differ from a work's paragraphs, as corrections. A unit belongs to the
 * row that it is called like, else to the only ones with its source text; one that belongs to none is a problem.
 */
export function tmxCorrections(
  units: readonly PlacedTmxUnit[],
  file: string,
  options: TmxCorrectionOptions,
): Read<readonly Contribution[]> {
  const { work, source, target, newId } = options;
  const sources = paragraphsByRow(source.paragraphs);
  const targets = paragraphsByRow(target.paragraphs);
  const bySource = new Map<string, string[]>();
  for (const [id, row] of sources) {
    const text = row.map((paragraph) => paragraph.text).join('\n');
    const same = bySource.get(text);
    if (same === undefined) bySource.set(text, [id]);
    else same.push(id);
  }
  const records: Contribution[] = [];
  const problems: Problem[] = [];
  for (const unit of units) {
    const translation = textFor(target, unit.texts);
    const original = textFor(source, unit.texts);
    // A file of another program has one text for two variants of a language: the one that was translated.
    if (translation === undefined || translation === original || translation.text === '') continue;
    const named =
      unit.work === work && unit.id !== undefined && (sources.has(unit.id) || targets.has(unit.id));
    const rows = named ? [unit.id ?? ''] : (bySource.get(original?.text ?? '') ?? []);
    if (rows.length === 0) {
      const { text = '' } = original ?? {};
      const id = unit.id ?? (text === '' ? translation.text : text);
      const args = { id: excerpt(id), variant: target.variant };
      problems.push({ code: 'unit-unknown', severity: 'warning', args, file, line: unit.line });
    }
    for (const row of rows) {
      const { author = options.author, time = options.time } = translation;
      // A format with a unit a paragraph has only a part of the row beside the row's source.
      const isPart = targets.get(row)?.some(({ text }) => text === translation.text) === true;
      if (!named && isPart) continue;
      const changes = changesOf(targets.get(row) ?? [{ id: row, text: '' }], translation.text);
      const ids = changes.map(() => newId());
      changes.forEach(({ paragraph, base, text }, index) => {
        const read = readContribution({
          work,
          variant: target.variant,
          paragraph,
          type: 'correction',
          id: ids[index],
          author: author === '' ? options.author : author.slice(0, 200),
          time,
          base,
          text,
          ...(ids.length > 1 ? { action: ids[0] } : {}),
        });
        if (read.value !== undefined) records.push(read.value);
        problems.push(...read.problems.map((problem): Problem => ({ ...problem, file, line: unit.line })));
      });
    }
  }
  return { value: records, problems };
}

interface Change {
  readonly paragraph: string;
  readonly base: string;
  readonly text: string;
}

/** What a text changes in the paragraphs of a row: each gets the lines that were made of it. */
function changesOf(
  row: readonly { readonly id: string; readonly text: string }[],
  text: string,
): readonly Change[] {
  const lines = text.split('\n');
  const own: string[][] = row.map(() => []);
  let last = 0;
  if (row.length === 1) own[0] = lines;
  else
    for (const pair of alignLines(
      row.map((paragraph) => paragraph.text),
      lines,
    )) {
      last = pair.a[0] ?? last;
      own[last]!.push(...pair.b.map((index) => lines[index]!));
    }
  return row
    .map(({ id, text: base }, index) => ({ paragraph: id, base, text: own[index]!.join('\n') }))
    .filter((change) => change.text !== change.base);
}

const primary = (lang: string): string => lang.toLowerCase().split('-', 1)[0]!;

/** A variant's text among several: by its name, else the only one in its language. */
function textFor({ variant, lang }: XliffText, texts: readonly TmxText[]): TmxText | undefined {
  const named = texts.find((text) => text.variant === variant);
  if (named !== undefined) return named;
  const unnamed = texts.filter((text) => text.variant === undefined);
  const exact = unnamed.filter((text) => text.lang.toLowerCase() === lang.toLowerCase());
  const near = exact.length > 0 ? exact : unnamed.filter((text) => primary(text.lang) === primary(lang));
  return near.length === 1 ? near[0] : undefined;
}
