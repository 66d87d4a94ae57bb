import type { Contribution } from '../contribution/record.ts';
import { readContribution } from '../contribution/record-schema.ts';
import type { Problem, Read } from '../problem.ts';
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
 * paragraph that it is called like, else to the only ones with its source text; one that belongs to none is a
 * problem.
 */
export function tmxCorrections(
  units: readonly PlacedTmxUnit[],
  file: string,
  options: TmxCorrectionOptions,
): Read<readonly Contribution[]> {
  const { work, source, target, newId } = options;
  const sources = new Map(source.paragraphs.map(({ id, text }) => [id, text]));
  const targets = new Map(target.paragraphs.map(({ id, text }) => [id, text]));
  const bySource = new Map<string, string[]>();
  for (const { id, text } of source.paragraphs) {
    const same = bySource.get(text);
    if (same === undefined) bySource.set(text, [id]);
    else same.push(id);
  }
  const records: Contribution[] = [];
  const problems: Problem[] = [];
  for (const unit of units) {
    const translation = textFor(target, unit.texts);
    const original = textFor(source, unit.texts);
    if (translation === undefined || translation.text === '') continue;
    const named =
      unit.work === work && unit.id !== undefined && (sources.has(unit.id) || targets.has(unit.id));
    const paragraphs = named ? [unit.id ?? ''] : (bySource.get(original?.text ?? '') ?? []);
    if (paragraphs.length === 0) {
      const args = { id: excerpt(unit.id ?? original?.text ?? ''), variant: target.variant };
      problems.push({ code: 'unit-unknown', severity: 'warning', args, file, line: unit.line });
    }
    for (const paragraph of paragraphs) {
      const base = targets.get(paragraph) ?? '';
      if (translation.text === base) continue;
      const { author = options.author, time = options.time } = translation;
      const place = { work, variant: target.variant, paragraph };
      const read = readContribution({
        ...place,
        type: 'correction',
        id: newId(),
        author: author === '' ? options.author : author.slice(0, 200),
        time,
        base,
        text: translation.text,
      });
      if (read.value !== undefined) records.push(read.value);
      problems.push(...read.problems.map((problem): Problem => ({ ...problem, file, line: unit.line })));
    }
  }
  return { value: records, problems };
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
