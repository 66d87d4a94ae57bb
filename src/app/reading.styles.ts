import { css } from 'lit';

/** Severity is in the line's style, not in its colour alone. */
export const severityLines = {
  neutral: css`
    text-decoration: underline dotted 1.5px var(--neutral);
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
  `,
  minor: css`
    text-decoration: underline dotted 2px var(--minor);
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
  `,
  major: css`
    text-decoration: underline solid 2px var(--major);
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
  `,
  critical: css`
    text-decoration: underline double 2px var(--critical);
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
  `,
} as const;

/** How read text looks wherever it stands: columns, diffs, quotes. */
export const reading = css`
  /* For screen readers only. */
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :where(.read) {
    font-size: var(--reading-size);
    line-height: 1.6;
  }

  .read {
    font-family: var(--serif);
    hyphens: var(--hyphens);
    text-wrap: pretty;
    overflow-wrap: anywhere;
    hanging-punctuation: allow-end;
  }

  :where(.read:lang(ja), .read:lang(ko), .read:lang(zh)) {
    line-height: 1.75;
  }

  .read:lang(ja),
  .read:lang(ko),
  .read:lang(zh) {
    hyphens: manual;
  }

  .read:lang(ko) {
    word-break: keep-all;
  }

  .read:lang(ja),
  .read:lang(zh) {
    line-break: strict;
  }

  :where(.read:lang(sa)) {
    line-height: 1.8;
    font-size: calc(var(--reading-size) * 1.06);
  }

  mark {
    color: inherit;
  }

  /* Weak, so that a tint under a mark stays whole. */
  :where(mark) {
    background: none;
  }

  mark.neutral {
    ${severityLines.neutral}
  }

  mark.minor {
    ${severityLines.minor}
  }

  mark.major {
    ${severityLines.major}
    background: color-mix(in oklch, var(--major) 9%, transparent);
  }

  mark.critical {
    ${severityLines.critical}
    background: color-mix(in oklch, var(--critical) 12%, transparent);
  }

  del {
    background: var(--del);
    text-decoration: line-through 1px;
    border-radius: 3px;
    padding-inline: 1px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  ins {
    background: var(--ins);
    text-decoration: underline 1.5px;
    text-underline-offset: 3px;
    border-radius: 3px;
    padding-inline: 1px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  del.moved,
  ins.moved {
    background: var(--moved);
    text-decoration-style: dotted;
  }

  /* Forced colours take every ground away and give <mark> the system's; the lines must tell it all. */
  @media (forced-colors: active) {
    mark:is(.neutral, .minor, .major, .critical) {
      background: Canvas;
      color: CanvasText;
      text-decoration-color: CanvasText;
    }
  }
`;
