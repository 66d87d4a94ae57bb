import { type TemplateResult, html, nothing } from 'lit';
import type { Cause, Mark } from '../../core/contribution/record.ts';
import type { VariantInfo } from '../../core/work/model.ts';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { OpenedWork } from '../opened-work.ts';
import { causeWords } from './cause-words.ts';
import { highlightedText, layersOf } from './highlighted-text.ts';

/** The language that a cause's words are in. */
const CAUSE_LANGUAGE = 'zh';

/** The active mark in a paragraph, if it is a mark of that paragraph. */
export function markIn(opened: OpenedWork, paragraph: string, id: string | undefined): Mark | undefined {
  const record = id === undefined ? undefined : opened.state.standing.get(id);
  return record?.type === 'mark' && record.paragraph === paragraph ? record : undefined;
}

/** What of a variant's text a mark is about: its own words there, and those that misled the translator. */
export function markLayers(
  opened: OpenedWork,
  { id, lang }: VariantInfo,
  { id: mark, paragraph, cause }: Mark,
  text: string,
): ReturnType<typeof layersOf> {
  const placed = opened.marksIn(id, paragraph).find((one) => one.id === mark);
  const words = cause?.zh !== undefined && isCauseLanguage(lang) ? causeWords(text, cause.zh) : [];
  return [...layersOf('marked', placed?.spans ?? []), ...layersOf('cause', words)];
}

const isCauseLanguage = (lang: string): boolean => lang.toLowerCase().split('-', 1)[0] === CAUSE_LANGUAGE;

function renderCause({ kind, zh, note }: Cause): TemplateResult {
  const words = wording(note, language());
  return html`<p>
    <b>${t(`mqm.cause.${kind}`)}</b>${zh === undefined ? nothing : html` <span lang="zh">${zh}</span>`}${
      words ? html`: <span lang=${words.lang}>${words.text}</span>` : nothing
    }
  </p>`;
}

function renderLink(opened: OpenedWork, variant: VariantInfo, mark: Mark): TemplateResult {
  const text = opened.paragraph(variant.id, mark.paragraph)?.text;
  const layers = text === undefined ? [] : markLayers(opened, variant, mark, text);
  const isSought = mark.cause?.zh !== undefined && isCauseLanguage(variant.lang) && text !== undefined;
  return html`<li>
    <p class="who"><b lang=${variant.lang}>${variant.label}</b> · ${t(`provenance.${variant.provenance}`)}</p>
    ${
      text === undefined
        ? html`<p class="aside">${t(opened.texts.has(variant.id) ? 'witness.absent' : 'witness.waiting')}</p>`
        : highlightedText(text, variant, layers)
    }
    ${
      isSought && layers.length === 0
        ? html`<p class="aside">${t('witness.notFound', { words: mark.cause?.zh })}</p>`
        : nothing
    }
  </li>`;
}

/** How the text that an error stands in came about, link by link from the original; only for a mark with a cause. */
export function renderChain(opened: OpenedWork, mark: Mark | undefined): TemplateResult | typeof nothing {
  const { chain = [] } = opened.work;
  if (mark?.cause === undefined || chain.at(-1) !== mark.variant) return nothing;
  const links = chain.flatMap((id) => opened.variant(id) ?? []);
  return html`<section class="chain">
    <h4>${t('witness.chain')}</h4>
    ${renderCause(mark.cause)}
    <ol>
      ${links.map((link) => renderLink(opened, link, mark))}
    </ol>
  </section>`;
}
