import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { MAX_TEXT } from '../../core/work/schema.ts';
import { t } from '../../i18n/i18n.ts';
import { directionOf } from '../direction.ts';
import { joinedLines, pastedText, plainLines, typeInto } from './text-field.ts';
import { between } from './parts.ts';

export interface TextArea {
  readonly text: string;
  /** BCP 47 */
  readonly lang: string;
  /** @param isHistory by the field's own undo or redo */
  readonly edit: (text: string, isHistory: boolean) => void;
}

/**
 * The text to be written. Each line is a paragraph; Enter parts one at the caret, and where a line end is deleted the
 * two lines get the space that they need. A field cannot show signs that are not in its text, so that a copy of it
 * lies over it with nothing to be seen but the paragraph signs.
 */
export function renderTextArea(area: TextArea): TemplateResult {
  const { text, lang } = area;
  const dir = directionOf(lang);
  const lines = text.split('\n');
  return html`<label for="text">${t('correcting.text')}</label>
    <div class="field">
      <textarea
        id="text"
        class="read"
        lang=${lang}
        dir=${dir}
        spellcheck="true"
        rows="3"
        maxlength=${MAX_TEXT}
        aria-describedby="lines"
        .value=${live(text)}
        @beforeinput=${(event: InputEvent) => {
          onDeletion(event, lang);
        }}
        @input=${(event: InputEvent) => {
          if (event.target instanceof HTMLTextAreaElement)
            area.edit(plainLines(event.target.value), event.inputType.startsWith('history'));
        }}
        @paste=${onPaste}
        @scroll=${followScroll}
      ></textarea>
      ${lines.length > 1 ? renderSigns(lines, lang) : nothing}
    </div>
    <small id="lines">${t('correcting.lines', { count: lines.length })}</small>`;
}

/** The lines with a sign at the end of each but the last. Inline, so that no white space of the template is shown. */
function renderSigns(lines: readonly string[], lang: string): TemplateResult {
  const signs = lines.map((line, at) => {
    // Spaces at a line's end hang, unless something follows them.
    const end = line.trimEnd().length;
    return at < lines.length - 1
      ? html`${line.slice(0, end)}<i class="sign"></i>${line.slice(end)}${'\n'}`
      : `${line}\u200b`;
  });
  return html`<span class="signs read" aria-hidden="true" lang=${lang} dir=${directionOf(lang)}
    >${signs}</span
  >`;
}

function onDeletion(event: InputEvent, lang: string): void {
  const { target: field } = event;
  const gone = field instanceof HTMLTextAreaElement && joinedLines(field, event);
  if (!gone) return;
  const { value } = field;
  const space = between(value.slice(0, gone.start), value.slice(gone.end), lang);
  if (space === '') return;
  event.preventDefault();
  typeInto(field, gone, space);
}

function onPaste(event: ClipboardEvent): void {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const { target } = event;
  const wanted = pastedText(pasted);
  if (!(target instanceof HTMLTextAreaElement) || wanted === pasted) return;
  event.preventDefault();
  typeInto(target, { start: target.selectionStart, end: target.selectionEnd }, wanted);
}

function followScroll({ target }: Event): void {
  if (!(target instanceof HTMLTextAreaElement)) return;
  const signs = target.parentElement?.querySelector('.signs');
  if (signs) signs.scrollTop = target.scrollTop;
}
