import { alignLines } from './align-lines.ts';
import { goesOn } from './alignment.ts';
import { type State, placeKey } from './fold.ts';
import { type Cell, type CellPart, type Layout, fileParagraph } from './layout.ts';
import type { KnownContribution } from './record.ts';
import { type CellReading, readCell } from './shown-corrections.ts';
import { fileAnchors } from './shown-spans.ts';

type Unmade<T> = T extends unknown ? Omit<T, 'id' | 'time' | 'action'> : never;
/** A record before it is made. */
export type Fields = Unmade<KnownContribution>;
type CorrectionFields = Extract<Fields, { type: 'correction' }>;
/** The same, or what says something of the records made before it in the same action. */
export type Plan = Fields | ((made: readonly KnownContribution[]) => Fields);

/**
 * What is added to what is shown, as records of what the files say. What touches several paragraphs becomes several
 * records; a plan that is made of others' records is made of each of them.
 * @param state in terms of the files
 */
export function filePlans(layout: Layout, state: State, plans: readonly Plan[]): readonly Plan[] {
  const result: Plan[] = [];
  /** For each plan where its records begin among all that are made, and how many there are. */
  const places: { readonly from: number; readonly count: number }[] = [];
  for (const plan of plans) {
    const before = [...places];
    const from = result.length;
    if (typeof plan !== 'function') result.push(...fileFields(layout, state, plan));
    else {
      const most = Math.max(1, ...before.map(({ count }) => count));
      for (let turn = 0; turn < most; turn += 1)
        result.push((made) => {
          const seen = before.map(({ from: at, count }) => made[at + Math.min(turn, count - 1)]!);
          return fileFields(layout, state, plan(seen))[0]!;
        });
    }
    places.push({ from, count: result.length - from });
  }
  return result;
}

/** The records that what is said of a shown place becomes; at least one. */
export function fileFields(layout: Layout, state: State, fields: Fields): readonly Fields[] {
  switch (fields.type) {
    case 'mark':
      return [{ ...fields, ...fileAnchors(layout, fields) }];
    case 'comment': {
      const { variant, paragraph, spans } = fields;
      if (variant === undefined || paragraph === undefined) return [fields];
      if (!spans) return [{ ...fields, paragraph: fileParagraph(layout, variant, paragraph) }];
      return [{ ...fields, ...fileAnchors(layout, { variant, paragraph, spans }) }];
    }
    case 'dismissal':
      return [{ ...fields, paragraph: fileParagraph(layout, fields.variant, fields.paragraph) }];
    case 'rating': {
      const parts = layout.cell(fields.variant, fields.paragraph)?.parts ?? [];
      const paragraphs = new Set(parts.map(({ piece }) => piece.paragraph));
      if (paragraphs.size === 0) paragraphs.add(fileParagraph(layout, fields.variant, fields.paragraph));
      return [...paragraphs].map((paragraph) => ({ ...fields, paragraph }));
    }
    case 'correction':
      return fileCorrections(layout, state, fields);
    case 'review':
    case 'alignment':
    case 'withdrawal':
      return [fields];
  }
}

/** Parts of a cell that are one stretch of a paragraph, with the lines that it has now. */
interface Unit {
  readonly paragraph: string;
  readonly parts: readonly CellPart[];
  readonly lines: readonly string[];
}

function fileCorrections(layout: Layout, state: State, fields: CorrectionFields): readonly Fields[] {
  const { variant, paragraph: row } = fields;
  const cell = layout.cell(variant, row);
  if (!cell) return [{ ...fields, paragraph: fileParagraph(layout, variant, row) }];
  const reading = readCell(
    layout,
    cell,
    [],
    (paragraph) => state.corrections.get(placeKey(variant, paragraph)) ?? [],
  );
  const units = unitsOf(cell, reading);
  const changed = new Map<string, Change[]>();
  for (const [unit, change] of changesOf(units, fields.base, fields.text)) {
    const list = changed.get(unit.paragraph);
    if (list) list.push({ unit, ...change });
    else changed.set(unit.paragraph, [{ unit, ...change }]);
  }
  const made = [...changed].flatMap(([paragraph, changes]): readonly CorrectionFields[] => {
    const texts = wholeTexts(layout, cell, reading, paragraph, changes);
    return texts.base === texts.text ? [] : [{ ...shared(fields), paragraph, ...texts }];
  });
  if (made.length === 0) {
    const { paragraph } = cell.parts[0]!.piece;
    const text = reading.current.get(paragraph)!;
    made.push({ ...shared(fields), paragraph, base: text, text });
  }
  return withTargets(made, fields, state);
}

interface Change {
  readonly unit: Unit;
  readonly base: string;
  readonly text: string;
}

function unitsOf({ parts }: Cell, { versions, current }: CellReading): readonly Unit[] {
  const groups: CellPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && goesOn(last.at(-1)?.piece, part.piece)) last.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => ({
    paragraph: group[0]!.piece.paragraph,
    parts: group,
    lines: linesOf(group.map((part) => versions.words(part, current)).join('')),
  }));
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** What an edit of a cell's text changes in each unit that it shows. */
function changesOf(
  units: readonly Unit[],
  base: string,
  text: string,
): ReadonlyMap<Unit, { readonly base: string; readonly text: string }> {
  const now = units.flatMap((unit) => unit.lines.map((line) => ({ unit, line })));
  const baseLines = linesOf(base);
  const owners = carried(
    now.map(({ unit }) => unit),
    now.map(({ line }) => line),
    baseLines,
  );
  const [first] = units;
  const shown = baseLines.map((line, index) => ({ line, unit: owners[index] ?? first! }));
  const textLines = linesOf(text);
  const next = carried(
    shown.map(({ unit }) => unit),
    baseLines,
    textLines,
  );
  const changes = new Map<Unit, { base: string; text: string }>();
  const put = (unit: Unit, side: 'base' | 'text', line: string): void => {
    const change = changes.get(unit) ?? { base: '', text: '' };
    change[side] = change[side] === '' ? line : `${change[side]}\n${line}`;
    changes.set(unit, change);
  };
  for (const { unit, line } of shown) put(unit, 'base', line);
  // A cell without words that are left has a first paragraph still.
  textLines.forEach((line, index) => {
    put(next[index] ?? shown[0]?.unit ?? first!, 'text', line);
  });
  return changes;
}

/** For each line of an edited text the owner of the line that it came from; a new one belongs to that of the line
 * before it, one before all others to the first. */
function carried(
  owners: readonly Unit[],
  lines: readonly string[],
  edited: readonly string[],
): readonly (Unit | undefined)[] {
  const result: (Unit | undefined)[] = [];
  for (const { a, b } of alignLines(lines, edited))
    for (const index of b) result[index] = owners[a[0] ?? -1] ?? result[index - 1] ?? owners[0];
  return result;
}

/** A paragraph's whole texts with what was changed in this cell; words of it in other rows are as they are now. */
function wholeTexts(
  layout: Layout,
  cell: Cell,
  { versions, current }: CellReading,
  paragraph: string,
  changes: readonly Change[],
): Pick<CorrectionFields, 'base' | 'text' | 'within'> {
  const now = current.get(paragraph)!;
  const parts = layout.parts(cell.variant, paragraph)!;
  const [only] = changes;
  if (changes.length === 1 && only!.unit.parts.length === parts.length)
    return { base: only!.base, text: only!.text };
  let [base, text, at] = ['', '', 0];
  const places = changes
    .map((change) => ({
      change,
      start: versions.span(change.unit.parts[0]!, now).start,
      end: versions.span(change.unit.parts.at(-1)!, now).end,
    }))
    .sort((a, b) => a.start - b.start);
  let within = { start: 0, end: 0 };
  for (const { change, start, end } of places) {
    const kept = now.slice(at, start);
    within = { start: base.length + kept.length, end: base.length + kept.length + change.base.length };
    base += kept + change.base;
    text += kept + change.text;
    at = end;
  }
  const rest = now.slice(at);
  return { base: base + rest, text: text + rest, ...(places.length === 1 ? { within } : {}) };
}

/** What all corrections that one becomes have of it. */
function shared(given: CorrectionFields): CorrectionFields {
  const fields = { ...given };
  delete fields.resolves;
  delete fields.editedFrom;
  return fields;
}

/** Gives each correction what concerns its paragraph: the marks that it resolves, and the one that it was edited from. */
function withTargets(
  made: readonly CorrectionFields[],
  { resolves, editedFrom }: CorrectionFields,
  { standing }: State,
): readonly Fields[] {
  const ownerOf = (id: string): CorrectionFields => {
    const record = standing.get(id);
    const place = record && 'paragraph' in record ? record.paragraph : undefined;
    return made.find(({ paragraph }) => paragraph === place) ?? made[0]!;
  };
  return made.map((fields) => {
    const own = resolves?.filter((id) => ownerOf(id) === fields) ?? [];
    const isFrom = editedFrom !== undefined && ownerOf(editedFrom) === fields;
    return {
      ...fields,
      ...(own.length > 0 ? { resolves: own } : {}),
      ...(isFrom ? { editedFrom } : {}),
    };
  });
}
