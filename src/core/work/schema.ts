import * as v from 'valibot';
import type { Problem, ProblemCode } from '../problem.ts';
import { pathText } from './json-path.ts';

/** Ids of variants, paragraphs and works; they stand in file names, headers and links. */
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** Whether a text is a well-formed BCP 47 tag. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** ISO 8601 `YYYY-MM-DD`, a day that exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isMoment(`${text}T00:00:00.000Z`);
}

/** ISO 8601 in UTC with milliseconds, a moment that exists. */
export function isMoment(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

// A schema's own message is a problem code, so that `problemsOf` need not guess what an issue means.
const code = (name: ProblemCode): ProblemCode => name;

export const MAX_TEXT = 100_000;
export const identifier = v.pipe(v.string(), v.regex(IDENTIFIER, code('id-invalid')));
export const languageTag = v.pipe(v.string(), v.check(isLanguageTag, code('language-invalid')));
export const date = v.pipe(v.string(), v.check(isDate, code('date-invalid')));
export const moment = v.pipe(v.string(), v.check(isMoment, code('time-invalid')));
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
export const someText = v.pipe(text, v.minLength(1));
export const localText = v.pipe(v.record(languageTag, someText), v.minEntries(1));

/** JSONPath's name for the whole text. */
const ROOT = '$';

/** Whether a message is a code of ours: valibot's own are sentences. */
const isCode = (message: string): message is ProblemCode => /^[a-z]+(?:-[a-z]+)+$/.test(message);

/** Text quoted from a file, cut to what a message can hold. */
export const excerpt = (quoted: string): string => (quoted.length > 80 ? `${quoted.slice(0, 79)}…` : quoted);

/** Each issue of a schema as a fault with its JSON path (`variants[2].lang`). */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): readonly Problem[] {
  return issues.map((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key as string | number);
    const path = pathText(keys) || ROOT;
    if (isCode(issue.message)) {
      return { code: issue.message, severity: 'fault', args: { path, value: excerpt(String(issue.input)) } };
    }
    if (issue.received === 'undefined') {
      return { code: 'value-missing', severity: 'fault', args: { path } };
    }
    const args = { path, expected: excerpt(issue.expected ?? issue.type), received: excerpt(issue.received) };
    return { code: 'value-invalid', severity: 'fault', args };
  });
}
