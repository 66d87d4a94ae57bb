import type { ReactiveControllerHost } from 'lit';
import { anchorOf } from '../../core/contribution/anchor.ts';
import type { Mark } from '../../core/contribution/record.ts';
import { historyOf } from '../../core/contribution/undo.ts';
import { language, loadLaterTexts } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { Beside } from '../beside.ts';
import type { MarkDraft, MarkEditor } from '../mark-editor/mark-editor.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { TextRange } from '../text-range.ts';
import type { ReaderLog } from './reader-log.ts';

/** What is being marked: words that were chosen, or a mark that is edited. */
export interface MarkTask {
  readonly range: TextRange;
  readonly quote: string;
  readonly lang: string;
  readonly edited: Mark | undefined;
}

/** Makes, edits and takes back the reader's own marks; each is one action in the log. Loaded with the first. */
export class Marking {
  readonly #host: ReactiveControllerHost;
  readonly #log: ReaderLog;
  #task: MarkTask | undefined;

  constructor(host: ReactiveControllerHost, log: ReaderLog) {
    this.#host = host;
    this.#log = log;
  }

  /** The mark that the editor is open for. */
  get task(): MarkTask | undefined {
    return this.#task;
  }

  /** The name that the reader's marks bear; empty until it is known. */
  get author(): string {
    return readSetting('author') ?? '';
  }

  /** Opens the editor beside the words. */
  async open(
    opened: OpenedWork,
    range: TextRange,
    beside: Beside,
    editor: () => MarkEditor | null,
    edited?: Mark,
  ): Promise<void> {
    const text = opened.paragraph(range.variant, range.paragraph)?.text ?? '';
    this.#task = {
      range,
      quote: text.slice(range.span.start, range.span.end),
      lang: opened.variant(range.variant)?.lang ?? 'und',
      edited,
    };
    await Promise.all([import('../mark-editor/mark-editor.ts'), loadLaterTexts()]);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await editor()?.show(beside);
  }

  /** Leaves the editor without a mark. */
  dismiss(): void {
    this.#task = undefined;
    this.#host.requestUpdate();
  }

  /** Makes the mark that the editor was open for; resolves to its id. */
  async finish(opened: OpenedWork, draft: MarkDraft): Promise<string | undefined> {
    const task = this.#task;
    const text = task && opened.paragraph(task.range.variant, task.range.paragraph)?.text;
    if (!task || text === undefined) return undefined;
    if (this.author === '') writeSetting('author', draft.author);
    const { work } = opened;
    const { variant, paragraph, span } = task.range;
    const records = await this.#log.add([
      {
        type: 'mark',
        author: draft.author,
        work: work.slug,
        variant,
        paragraph,
        spans: task.edited?.spans ?? [anchorOf(text, span.start, span.end)],
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
