import { EXPORT_FORMATS, type ExportFormat } from '../../core/format/export-format.ts';
import { t } from '../../i18n/i18n.ts';
import type { ExportCount } from '../../worker/export-run.ts';

/** Formats of records as they are, with all that is said of them. */
export const holdsRecords = (format: ExportFormat): boolean => format === 'log-patch' || format === 'jsonl';

/** Formats in which marks are to be seen. */
const SAYS_MARKS: readonly ExportFormat[] = ['xliff', 'docx', 'html', 'epub'];

/** What a file will hold. */
export function heldInWords(format: ExportFormat, count: ExportCount): string {
  if (EXPORT_FORMATS[format].holds === 'changes')
    return t('export.holdsCommits', { count: count.commits ?? 0 });
  if (format === 'jsonl') return t('export.holdsRecords', { count: count.records });
  return [
    t('export.holdsParagraphs', { count: count.paragraphs }),
    t('export.holdsCorrections', { count: count.corrections }),
    ...(count.proposals > 0 ? [t('export.holdsProposals', { count: count.proposals })] : []),
    ...(SAYS_MARKS.includes(format) ? [t('export.holdsMarks', { count: count.marks })] : []),
  ].join(' · ');
}

export function isEmpty(format: ExportFormat, { commits, paragraphs, records }: ExportCount): boolean {
  if (EXPORT_FORMATS[format].holds === 'changes') return (commits ?? 0) === 0;
  return format === 'jsonl' ? records === 0 : paragraphs === 0;
}
