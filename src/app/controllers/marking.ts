import type { ReactiveControllerHost } from 'lit';
import { type Anchor, anchorOf, attach, standsIn } from '../../core/contribution/anchor.ts';
import { proposeCarry } from '../../core/contribution/carry.ts';
import type { Mark } from '../../core/contribution/record.ts';
import type { Typology } from '../../core/mqm/typologies.ts';
import type { Problem } from '../../core/problem.ts';
import { historyOf } from '../../core/contribution/undo.ts';
import { language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { Beside } from '../beside.ts';
import type { CarryDialog, CarryPlace, Carried } from '../carry-dialog/carry-dialog.ts';
import type { MarkDraft, MarkEditor, MarkQuote } from '../mark-editor/mark-editor.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { TextRange } from '../text-range.ts';
import { addTypology, allTypologies, chooseTypology, typologyOf } from '../typology-choice.ts';
import { resized } from '../word-cursor.ts';
import type { ReaderLog } from './reader-log.ts';

/** What is being marked: words that were chosen, or a mark that is edited. */
export interface MarkTask {
  /** At least one; all in one row. */
  readonly ranges: readonly TextRange[];
  readonly quotes: readonly MarkQuote[];
  readonly edited: Mark | undefined;
  /** Whether an end was moved: an edited mark keeps its very anchors otherwise. */
  readonly moved: boolean;
}

/** Makes, edits and takes back the reader's own marks; each is one action in the log. Loaded with the first. */
export class Marking {
  readonly #host: ReactiveControllerHost;
  readonly #log: ReaderLog;
  #task: MarkTask | undefined;
  #carrying: { readonly mark: Mark; readonly places: readonly CarryPlace[] } | undefined;
  #slug = '';
  #typology: Typology | undefined;
  #typologies: readonly Typology[] | undefined;
  #problems: readonly Problem[] = [];

  constructor(host: ReactiveControllerHost, log: ReaderLog) {
    this.#host = host;
    this.#log = log;
  }

  /** The mark that the editor is open for. */
  get task(): MarkTask | undefined {
    return this.#task;
  }

  /** What the work is annotated with; the same object until another one is chosen. */
  get typology(): Typology {
    return (this.#typology ??= typologyOf(this.#slug));
  }

  get typologies(): readonly Typology[] {
    return (this.#typologies ??= allTypologies());
  }

  /** What is wrong with a typology that was offered last. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Turns to another typology for this work: one by its id, or one from a file of the reader's. */
  async turnToTypology(wanted: string | File): Promise<void> {
    this.#problems = [];
    if (typeof wanted === 'string') chooseTypology(this.#slug, wanted);
    else this.#problems = addTypology(this.#slug, await wanted.text(), wanted.name);
    this.#typology = undefined;
    this.#typologies = undefined;
    this.#host.requestUpdate();
  }

  /** The name that the reader's marks bear; empty until it is known. */
  get author(): string {
    return readSetting('author') ?? '';
  }

  /** Opens the editor beside the words. */
  async open(
    opened: OpenedWork,
    ranges: readonly TextRange[],
    beside: Beside,
    editor: () => MarkEditor | null,
    edited?: Mark,
  ): Promise<void> {
    if (this.#slug !== opened.work.slug) {
      this.#slug = opened.work.slug;
      this.#typology = undefined;
    }
    this.#problems = [];
    this.#task = { ranges, quotes: ranges.map((range) => quoteOf(opened, range)), edited, moved: false };
    await Promise.all([import('../mark-editor/mark-editor.ts'), loadLaterTexts()]);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await editor()?.show(beside);
  }

  /** Moves an end of the first stretch by a word; a stretch keeps one word, and a gap stays a gap. */
  resize(opened: OpenedWork, edge: 'start' | 'end', step: 1 | -1): void {
    const task = this.#task;
    const [first, ...others] = task?.ranges ?? [];
    if (!task || !first) return;
    const { text = '' } = opened.paragraph(first.variant, first.paragraph) ?? {};
    const span = resized(first.span, edge, step, text, opened.variant(first.variant)?.lang ?? 'und');
    const ranges = [{ ...first, span }, ...others];
    this.#task = { ...task, moved: true, ranges, quotes: ranges.map((range) => quoteOf(opened, range)) };
    this.#host.requestUpdate();
  }

  /** The mark whose error is looked for in other variants, and where it may stand. */
  get carrying(): { readonly mark: Mark; readonly places: readonly CarryPlace[] } | undefined {
    return this.#carrying;
  }

  /** Proposes the passages of the other variants where a mark's error may stand too. */
  async startCarrying(opened: OpenedWork, mark: Mark, dialog: () => CarryDialog | null): Promise<void> {
    this.#carrying = { mark, places: carryPlaces(opened, mark) };
    await Promise.all([import('../carry-dialog/carry-dialog.ts'), loadLaterTexts()]);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await dialog()?.show();
  }

  /** Marks the confirmed passages, as one action, under the reader's name. */
  async carry(opened: OpenedWork, carried: readonly Carried[]): Promise<void> {
    const mark = this.#carrying?.mark;
    if (!mark) return;
    const author = this.#signed();
    await this.#log.add(
      carried.map(({ variant, span }) => ({
        type: 'mark' as const,
        author,
        work: opened.work.slug,
        variant,
        paragraph: mark.paragraph,
        spans: [
          anchorIn(
            opened,
            { variant, paragraph: mark.paragraph, span },
            { variant, paragraph: mark.paragraph },
          ),
        ],
        category: mark.category,
        severity: mark.severity,
        ...(mark.explanation ? { explanation: mark.explanation } : {}),
        carriedFrom: mark.id,
      })),
    );
    this.dismiss();
  }

  /** Keeps a rating of a whole paragraph, 0 to 100. */
  async rate(opened: OpenedWork, variant: string, paragraph: string, score: number): Promise<void> {
    const { slug: work } = opened.work;
    await loadLaterTexts();
    await this.#log.add([{ type: 'rating', author: this.#signed(), work, variant, paragraph, score }]);
  }

  /** The reader's name, or from now on the one for readers without. */
  #signed(): string {
    if (this.author === '') writeSetting('author', t('marking.nobody'));
    return this.author;
  }

  /** Leaves the editor, or the search for the same error, without a mark. */
  dismiss(): void {
    this.#task = undefined;
    this.#carrying = undefined;
    this.#host.requestUpdate();
  }

  /** Makes the mark that the editor was open for; resolves to its id. */
  async finish(opened: OpenedWork, draft: MarkDraft): Promise<string | undefined> {
    const task = this.#task;
    const first = task?.ranges[0];
    if (!task || !first) return undefined;
    if (this.author === '') writeSetting('author', draft.author);
    const { variant, paragraph } = first;
    const records = await this.#log.add([
      {
        type: 'mark',
        author: draft.author,
        work: opened.work.slug,
        variant,
        paragraph,
        spans: spansOf(opened, task, draft, first),
        category: draft.category,
        severity: draft.severity,
        ...explained(task.edited, draft.comment),
        ...(task.edited?.cause ? { cause: task.edited.cause } : {}),
        ...(task.edited?.confidence === undefined ? {} : { confidence: task.edited.confidence }),
        ...(draft.replacement === '' ? {} : { replacement: draft.replacement }),
      },
      ...(task.edited ? [this.#withdrawal(task.edited)] : []),
    ]);
    // Only now: had it failed, what was written would still be there.
    this.dismiss();
    return records.find(({ type }) => type === 'mark')?.id;
  }

  /** Takes a mark back. */
  async remove(mark: Mark): Promise<void> {
    await this.#log.add([this.#withdrawal(mark)]);
  }

  /** Undoes or redoes the reader's last action; resolves to whether there was one. */
  async step(direction: 'undo' | 'redo'): Promise<boolean> {
    const step = historyOf(this.#log.records, this.author)[direction];
    if (!step) return false;
    await this.#log.add(step.append);
    return true;
  }

  /** Where a mark's words stand now; undefined when one of its stretches has no place any more. */
  rangesOf(opened: OpenedWork, mark: Mark): readonly TextRange[] | undefined {
    const ranges = mark.spans.flatMap((anchor) => {
      const variant = anchor.variant ?? mark.variant;
      const { paragraph = mark.paragraph } = anchor;
      const attachment = attach(anchor, opened.paragraph(variant, paragraph)?.text ?? '');
      return 'span' in attachment ? [{ variant, paragraph, span: attachment.span }] : [];
    });
    return ranges.length === mark.spans.length ? ranges : undefined;
  }

  /** An existing mark's values for the editor. */
  draftOf(mark: Mark | undefined): Partial<MarkDraft> {
    if (!mark) return {};
    return {
      category: mark.category,
      severity: mark.severity,
      comment: wording(mark.explanation, language())?.text ?? '',
      replacement: mark.replacement ?? '',
    };
  }

  #withdrawal(mark: Mark): { type: 'withdrawal'; author: string; work: string; of: string } {
    return { type: 'withdrawal', author: mark.author, work: mark.work, of: mark.id };
  }
}

/** The comment in the interface's language; one that was not touched stays in its own. */
function explained(edited: Mark | undefined, comment: string): Pick<Mark, 'explanation'> {
  const before = wording(edited?.explanation, language());
  if (comment === (before?.text ?? '')) return edited?.explanation ? { explanation: edited.explanation } : {};
  return comment === '' ? {} : { explanation: { [language()]: comment } };
}

function spansOf(
  opened: OpenedWork,
  { ranges, edited, moved }: MarkTask,
  { category }: MarkDraft,
  home: Pick<TextRange, 'variant' | 'paragraph'>,
): readonly Anchor[] {
  const whole = category === 'non-translation' && edited?.category !== category;
  if (edited && !moved && !whole) return edited.spans;
  return (whole ? ranges.slice(0, 1).map((range) => wholeOf(opened, range)) : ranges).map((range) =>
    anchorIn(opened, range, home),
  );
}

function anchorIn(
  opened: OpenedWork,
  { variant, paragraph, span }: TextRange,
  home: Pick<TextRange, 'variant' | 'paragraph'>,
): Anchor {
  const anchor = anchorOf(opened.paragraph(variant, paragraph)?.text ?? '', span.start, span.end);
  return {
    ...(variant === home.variant ? {} : { variant }),
    ...(paragraph === home.paragraph ? {} : { paragraph }),
    ...anchor,
  };
}

/** The passages of the other variants, in page order; a back-translation says nothing of its own. */
function carryPlaces(opened: OpenedWork, mark: Mark): readonly CarryPlace[] {
  const { variant, paragraph } = mark;
  const anchor = mark.spans.find((each) => standsIn(each, mark, variant, paragraph));
  const text = opened.paragraph(variant, paragraph)?.text ?? '';
  const attachment = anchor && attach(anchor, text);
  if (!attachment || !('span' in attachment)) return [];
  const from = { text, lang: opened.variant(variant)?.lang ?? 'und' };
  const marked = new Set(mark.spans.map((each) => each.variant ?? variant));
  return opened.work.variants.flatMap(({ id, label, lang, provenance }): CarryPlace[] => {
    const other = opened.paragraph(id, paragraph)?.text;
    if (other === undefined || marked.has(id) || provenance === 'back-translation') return [];
    const proposal = proposeCarry(from, attachment.span, { text: other, lang });
    return proposal ? [{ variant: id, label, lang, paragraph, text: other, proposal }] : [];
  });
}

/** The whole paragraph: what is no translation at all has no words that are wrong and others that are not. */
function wholeOf(opened: OpenedWork, { variant, paragraph }: TextRange): TextRange {
  const { length } = opened.paragraph(variant, paragraph)?.text ?? '';
  return { variant, paragraph, span: { start: 0, end: length } };
}

/** How much of the text beside a gap is shown. */
const BESIDE_GAP = 24;

function quoteOf(opened: OpenedWork, { variant, paragraph, span }: TextRange): MarkQuote {
  const text = opened.paragraph(variant, paragraph)?.text ?? '';
  const info = opened.variant(variant);
  const words =
    span.start === span.end
      ? `${text.slice(Math.max(0, span.start - BESIDE_GAP), span.start)}‸${text.slice(span.end, span.end + BESIDE_GAP)}`
      : text.slice(span.start, span.end);
  return { words, lang: info?.lang ?? 'und', label: info?.label ?? variant, gap: span.start === span.end };
}
