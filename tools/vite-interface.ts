import type { Plugin } from 'vite';

/** Groups that the page never needs (the command line's), and those that it needs only when something is
 * asked for or goes wrong. */
const NEVER = ['cli'];
const LATER = [
  'problem',
  'remedy',
  'trouble',
  'troubleRemedy',
  'keys',
  'marking',
  'rating',
  'correcting',
  'consistency',
  'glossary',
  'library',
  'import',
  'export',
  'statistics',
  'check',
  'witness',
  'overview',
  'alignment',
  'columnMenu',
  'review',
  'mqm.explanation',
  'mqm.example',
];

type Texts = Record<string, unknown>;

/** Moves a group, `a.b` for one inside another, from one tree to the other. */
function move(group: string, from: Texts, to: Texts): void {
  const [head = '', ...rest] = group.split('.');
  if (!(head in from)) return;
  if (rest.length === 0) {
    to[head] = from[head];
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a JSON tree of ours
    delete from[head];
    return;
  }
  to[head] ??= {};
  move(rest.join('.'), from[head] as Texts, to[head] as Texts);
}

/**
 * Cuts each interface language into what the first view says (`en.json`) and what may come later
 * (`en.json?later`), so that the first load stays small while the translators keep one file.
 */
export function interfaceTexts(): Plugin {
  return {
    name: 'lesart-interface-texts',
    enforce: 'pre',
    transform(code, id) {
      const found = /\/translations\/interface\/[\w-]+\.json(\?later)?$/.exec(id);
      if (!found) return null;
      const first = JSON.parse(code) as Texts;
      const later: Texts = {};
      for (const group of NEVER) move(group, first, {});
      for (const group of LATER) move(group, first, later);
      if (found[1] === undefined) return { code: JSON.stringify(first), map: null };
      // Vite's own JSON reading stops at a query.
      return { code: `export default ${JSON.stringify(later)}`, moduleType: 'js', map: null };
    },
  };
}
