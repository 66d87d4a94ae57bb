import i18next from 'i18next';
import type { Problem } from '../core/problem.ts';

/** A problem in the reader's language: what is wrong, and what to do. */
export function problemText({ code, args }: Problem): { readonly what: string; readonly remedy: string } {
  const say = i18next.t as unknown as (key: string, values: object) => string;
  return { what: say(`problem.${code}`, args), remedy: say(`remedy.${code}`, args) };
}
