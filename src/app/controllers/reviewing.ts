import { anchorOf } from '../../core/contribution/anchor.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { Severity } from '../../core/mqm/typology.ts';
import { language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { categoryOf, spansOf } from '../review-view/queue.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { ReaderLog } from './reader-log.ts';

/** Makes records of what a reader says of findings; each is one action in the log. Loaded with the queue. */
export class Reviewing {
  readonly #log: Pick<ReaderLog, 'add'>;

  constructor(log: Pick<ReaderLog, 'add'>) {
    this.#log = log;
  }

  /**
   * Makes a mark of a finding, in the category of its check; resolves to its id. Without a place, the whole paragraph
   * is marked. Undefined where the paragraph is not there, or has no words.
   */
  async mark(
    opened: OpenedWork,
    finding: Finding,
    severity: Severity,
    comment: string,
  ): Promise<string | undefined> {
    const { variant, paragraph, suggestion } = finding;
    const text = opened.paragraph(variant, paragraph)?.text ?? '';
    if (text === '') return undefined;
    const author = await this.#signed();
    const spans = spansOf(finding, text);
    const [record] = await this.#log.add([
      {
        type: 'mark',
        author,
        work: opened.work.slug,
        variant,
        paragraph,
        spans: spans.map(({ start, end }) => anchorOf(text, start, end)),
        category: categoryOf(finding.check),
        severity,
        ...(comment.trim() === '' ? {} : { explanation: { [language()]: comment.trim() } }),
        // A suggestion stands for one stretch.
        ...(suggestion === undefined || suggestion === '' || spans.length !== 1
          ? {}
          : { replacement: suggestion }),
      },
    ]);
    return record?.id;
  }

  /** Keeps that a finding is no error. */
  async dismiss(opened: OpenedWork, { variant, paragraph, key }: Finding): Promise<void> {
    const { slug: work } = opened.work;
    const author = await this.#signed();
    await this.#log.add([{ type: 'dismissal', author, work, variant, paragraph, finding: key }]);
  }

  /** Takes the reader's own dismissals of a finding back; resolves to whether there were any. */
  async restore(opened: OpenedWork, { key }: Finding): Promise<boolean> {
    const author = readSetting('author');
    const own = (opened.state.dismissals.get(key) ?? []).filter((dismissal) => dismissal.author === author);
    if (own.length === 0) return false;
    await this.#log.add(
      own.map(({ id, author: by, work }) => ({ type: 'withdrawal' as const, author: by, work, of: id })),
    );
    return true;
  }

  /** The reader's name, or from now on the one for readers without. */
  async #signed(): Promise<string> {
    const author = readSetting('author');
    if (author !== undefined && author !== '') return author;
    await loadLaterTexts();
    writeSetting('author', t('marking.nobody'));
    return t('marking.nobody');
  }
}
