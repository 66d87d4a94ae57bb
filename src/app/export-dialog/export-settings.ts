import { EXPORT_FORMATS, type ExportFormat } from '../../core/format/export-format.ts';
import type { VariantInfo, Work } from '../../core/work/model.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { ExportContext } from './export-context.ts';

/** Which texts: all, those on screen, or one by its id. */
export type Texts = string;
export const ALL = '*';
export const SHOWN = '+';

/** What the reader chose, and is offered again. */
export interface ExportSettings {
  readonly format: ExportFormat;
  /** By format, for those whose choice is not the usual one. */
  readonly texts: Texts | undefined;
  readonly paragraphs: 'all' | 'active' | 'marked' | 'corrected';
  /** Undefined until the reader chose: then a change is proposed with what nobody has judged yet, and nothing else. */
  readonly withProposals: boolean | undefined;
  /** Undefined until the reader chose: then others' work is left out where a change is proposed. */
  readonly onlyOwn: boolean | undefined;
  readonly isOne: boolean;
  /** Tables that no spreadsheet runs. */
  readonly isSafe: boolean;
}

const USUAL: ExportSettings = {
  format: 'patch',
  texts: undefined,
  paragraphs: 'all',
  withProposals: undefined,
  onlyOwn: undefined,
  isOne: false,
  isSafe: false,
};

/** What was chosen last; what is not of this shape counts as nothing. */
export function keptSettings(): ExportSettings {
  try {
    const kept = JSON.parse(readSetting('export') ?? '{}') as Partial<Record<keyof ExportSettings, unknown>>;
    const { format, paragraphs } = kept;
    return {
      format:
        typeof format === 'string' && Object.hasOwn(EXPORT_FORMATS, format)
          ? (format as ExportFormat)
          : USUAL.format,
      texts: undefined,
      paragraphs:
        paragraphs === 'active' || paragraphs === 'marked' || paragraphs === 'corrected' ? paragraphs : 'all',
      withProposals: typeof kept.withProposals === 'boolean' ? kept.withProposals : undefined,
      onlyOwn: typeof kept.onlyOwn === 'boolean' ? kept.onlyOwn : undefined,
      isOne: kept.isOne === true,
      isSafe: kept.isSafe === true,
    };
  } catch {
    return USUAL;
  }
}

export function keepSettings(settings: ExportSettings): void {
  writeSetting('export', JSON.stringify({ ...settings, texts: undefined }));
}

/** What holds for a work with so many records of this device. */
export function settled(settings: ExportSettings, own: number): SettledExport {
  const isChange = EXPORT_FORMATS[settings.format].holds === 'changes';
  return {
    ...settings,
    withProposals: settings.withProposals ?? isChange,
    onlyOwn: own > 0 && (settings.onlyOwn ?? isChange),
  };
}

export interface SettledExport extends ExportSettings {
  readonly withProposals: boolean;
  readonly onlyOwn: boolean;
}

export const withText = ({ variants }: Work): readonly VariantInfo[] =>
  variants.filter(({ status }) => status === 'complete');

/** Formats in which the texts are read beside each other. */
const BESIDE: readonly ExportFormat[] = ['docx', 'html', 'epub'];

/** Which texts can be chosen for a format, the usual choice first. */
export function textsFor(work: Work, format: ExportFormat, { columns }: ExportContext): readonly Texts[] {
  const { holds } = EXPORT_FORMATS[format];
  const ids = withText(work).map(({ id }) => id);
  const others = ids.filter((id) => id !== work.subject);
  const each = ids.includes(work.subject) ? [work.subject, ...others] : ids;
  if (holds === 'records') return [];
  if (holds === 'one') return each;
  if (holds === 'pair') return each.filter((id) => id !== work.reference);
  const shown = (columns ?? []).length > 0 ? [SHOWN] : [];
  if (holds === 'changes') return format === 'log-patch' ? [] : [ALL, ...shown, ...each];
  const alone = each.filter((id) => id !== work.reference);
  return BESIDE.includes(format) ? [...shown, ...alone, ALL] : [ALL, ...shown, ...alone];
}

/** The variants that a choice of texts comes to. */
export function variantsFor(
  work: Work,
  { format, texts }: ExportSettings,
  context: ExportContext,
): { readonly target: string; readonly source: string; readonly columns: readonly string[] } {
  const { subject, reference } = work;
  const { holds } = EXPORT_FORMATS[format];
  const choices = textsFor(work, format, context);
  const chosen = texts !== undefined && choices.includes(texts) ? texts : (choices[0] ?? ALL);
  const ids = withText(work).map(({ id }) => id);
  const target = chosen === ALL || chosen === SHOWN ? subject : chosen;
  // Held against itself a text shows nothing.
  const source = target === reference ? subject : reference;
  if (chosen === SHOWN) {
    const shown = (context.columns ?? []).filter((id) => ids.includes(id));
    return { target, source, columns: shown };
  }
  if (chosen !== ALL) return { target, source, columns: holds === 'changes' ? [target] : [source, target] };
  const others = ids.filter((id) => id !== source);
  return { target, source, columns: [source, ...others].filter((id) => ids.includes(id)) };
}
