import type { Proposals } from '../../core/contribution/proposal.ts';
import { t } from '../../i18n/i18n.ts';
import type { LangText } from '../comparisons.ts';
import type { OpenedWork } from '../opened-work.ts';
import { authorsText, timeText } from '../proposal-card/proposal-text.ts';

/** A text of a paragraph that can be compared with another one. */
export interface TextSource extends LangText {
  /** `file`, `current`, `back`, or a correction's id. */
  readonly key: string;
  readonly name: string;
}

/** The texts that a paragraph of a variant has or could have: the file's, the one it has now, each proposal's, and
 * the file's in its back-translation. */
export function textSources(
  opened: OpenedWork,
  variant: string,
  paragraph: string,
  { text, current, proposals }: Proposals,
): readonly TextSource[] {
  const lang = opened.variant(variant)?.lang ?? 'und';
  const back = opened.backTranslationOf(variant);
  const told = back && opened.paragraph(back.id, paragraph)?.text;
  return [
    { key: 'file', name: t('correcting.source.file'), text, lang },
    ...(current === text
      ? []
      : [{ key: 'current', name: t('correcting.source.current'), text: current, lang }]),
    ...proposals.map(({ correction, authors }) => ({
      key: correction.id,
      name: `${authorsText(authors)}, ${timeText(correction.time)}`,
      text: correction.text,
      lang,
    })),
    ...(back && told !== undefined
      ? [{ key: 'back', name: t('correcting.source.back'), text: told, lang: back.lang }]
      : []),
  ];
}
