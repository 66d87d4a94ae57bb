import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';

/** Words that a finding is about, where they stood in the text that was checked. */
export interface FindingPlace {
  readonly words: string;
  readonly start: number;
}

/** What a check says of the text that is being written. */
export interface TextFinding {
  readonly message: string;
  /** None where the whole paragraph is meant. */
  readonly places?: readonly FindingPlace[];
  /** The text had it before anything was changed. */
  readonly isOld?: boolean;
}

/**
 * What checks say: first what came with the changes, then, folded, what stood there before. They hold nothing up.
 * @param show puts the selection on a finding's words
 */
export function renderFindings(
  findings: readonly TextFinding[],
  lang: string,
  show: (place: FindingPlace) => void,
): TemplateResult {
  const fresh = findings.filter(({ isOld }) => isOld !== true);
  const old = findings.filter(({ isOld }) => isOld === true);
  const list = (some: readonly TextFinding[]) =>
    html`<ul>
      ${some.map((finding) => renderFinding(finding, lang, show))}
    </ul>`;
  // There before there is anything to say, so that it is read out when there is.
  return html`<div class="findings" role="status">
      ${
        fresh.length === 0
          ? nothing
          : html`<h4>${t('correcting.findings')}</h4>
              ${list(fresh)}`
      }
    </div>
    ${
      old.length === 0
        ? nothing
        : html`<details class="findings old">
            <summary>${t('correcting.findingsOld', { count: old.length })}</summary>
            ${list(old)}
          </details>`
    }`;
}

function renderFinding(
  { message, places = [] }: TextFinding,
  lang: string,
  show: (place: FindingPlace) => void,
): TemplateResult {
  return html`<li>
    ${message}
    ${places
      .filter(({ words }) => words.trim() !== '')
      .map(
        (place) =>
          html`<button
            class="words read"
            type="button"
            lang=${lang}
            title=${t('correcting.findingShow')}
            @click=${() => {
              show(place);
            }}
          >
            ${place.words}
          </button>`,
      )}
  </li>`;
}
