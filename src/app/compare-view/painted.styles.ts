import { type CSSResult, css } from 'lit';
import { severityLines } from '../reading.styles.ts';

/** Shares of the colour that lies on the text. */
const SHARE = {
  soft: css`var(--accent) 6%`,
  shifted: css`var(--accent) 12%`,
  touched: css`var(--accent) 18%`,
  pointed: css`var(--accent) 22%`,
  on: css`var(--accent) 24%`,
  chosen: css`var(--accent) 30%`,
  major: css`var(--major) 9%`,
  critical: css`var(--critical) 12%`,
};
type Tint = keyof typeof SHARE;

/** Not to be seen through: where several highlights lie on a word, the strongest shows and not their sum. */
const ground = (name: Tint): CSSResult => css`color-mix(in srgb, ${SHARE[name]}, var(--ground))`;

/** Highlights as they are painted over the text; `in-text.css` has those that are elements in it. */
export const painted = css`
  .row {
    --ground: var(--paper);
  }

  .row.active {
    --ground: var(--raised);
  }

  ::highlight(shifted) {
    background-color: ${ground('soft')};
  }

  ::highlight(far),
  .active p::highlight(shifted) {
    background-color: ${ground('shifted')};
  }

  ::highlight(touched),
  .active p::highlight(unsaid) {
    background-color: ${ground('touched')};
  }

  ::highlight(neutral) {
    ${severityLines.neutral}
  }

  ::highlight(minor) {
    ${severityLines.minor}
  }

  /* Most errors are small ones: they step back until their paragraph is read, so that the grave ones show. */
  .row:not(.active, :hover) p::highlight(minor) {
    text-decoration: underline dotted 1px color-mix(in oklch, var(--minor) 75%, transparent);
  }

  ::highlight(major) {
    ${severityLines.major}
    background-color: ${ground('major')};
  }

  ::highlight(critical) {
    ${severityLines.critical}
    background-color: ${ground('critical')};
  }

  ::highlight(found) {
    background-color: var(--found);
  }

  ::highlight(pointed) {
    background-color: ${ground('pointed')};
    text-decoration: overline 1px var(--accent);
  }

  /* The chosen mark: a ground and lines of its own, the severity's line kept. */
  ::highlight(on) {
    background-color: ${ground('on')};
    text-decoration: underline overline 2px var(--accent);
    text-underline-offset: 6.5px;
    text-decoration-skip-ink: none;
  }

  ::highlight(chosen) {
    background-color: ${ground('chosen')};
    text-decoration: underline overline 2px var(--accent);
    text-decoration-skip-ink: none;
  }

  ::highlight(here) {
    background-color: var(--found-here);
    text-decoration: underline overline 2px var(--ink);
    text-decoration-skip-ink: none;
  }

  .at-mark p {
    cursor: pointer;
  }

  @media (forced-colors: active), (prefers-contrast: more) {
    ::highlight(shifted),
    ::highlight(far),
    ::highlight(touched),
    .active p::highlight(unsaid) {
      text-decoration: overline dotted 1px;
    }
  }
`;
