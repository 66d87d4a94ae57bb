import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { excerpt } from '../work/schema.ts';
import type { ImportedTable } from './imported.ts';
import { importedTable, MAX_PROBLEMS } from './imported-table.ts';
import { languageTagOf } from './language-of-name.ts';
import { XLIFF, XLIFF_1 } from './xliff-names.ts';
import { type FileUnit, readUnit, type Report } from './xliff-read-unit.ts';
import { readTransUnit } from './xliff12-read-unit.ts';
import { xmlPartSteps } from './xml-tree.ts';

/** Reads XLIFF 1.2 or 2.x as a table: the units' ids, source, target and notes. A unit that is none is a problem. */
export function* xliffTableSteps(text: string, file: string): Steps<Read<ImportedTable | undefined>> {
  const problems: Problem[] = [];
  const rows: string[][] = [];
  let namespaces: readonly string[] | undefined;
  let langs: { source: string | undefined; target: string | undefined } = {
    source: undefined,
    target: undefined,
  };
  let title: string | undefined;
  const fault = yield* xmlPartSteps(text, {
    isPart: ({ uri, local }) =>
      namespaces?.includes(uri) === true && (local === 'unit' || local === 'trans-unit'),
    open: ({ uri, local, attributes, line }) => {
      if (namespaces === undefined) {
        const isXliff = local === 'xliff';
        namespaces = isXliff && uri === XLIFF ? [XLIFF] : isXliff && XLIFF_1.includes(uri) ? XLIFF_1 : [];
        if (namespaces.length === 0) {
          const args = { element: excerpt(local), expected: '<xliff> 1.2, 2.0, 2.1' };
          problems.push({ code: 'xml-root-unknown', severity: 'fault', args, file, line });
        }
        langs = { source: attributes.get('srcLang'), target: attributes.get('trgLang') };
      } else if (local === 'file') {
        langs = {
          source: langs.source ?? attributes.get('source-language'),
          target: langs.target ?? attributes.get('target-language'),
        };
        title ??= attributes.get('original');
      }
    },
    part: (element) => {
      // What Translate Toolkit makes of the header of a catalogue.
      if (element.attributes.get('restype') === 'x-gettext-domain-header') return;
      const report: Report = (code, args, severity = 'fault') => {
        if (problems.length < MAX_PROBLEMS) problems.push({ code, severity, args, file, line: element.line });
      };
      const unit = element.uri === XLIFF ? readUnit(element, report) : readTransUnit(element, report);
      if (unit !== undefined) rows.push(rowOf(unit));
    },
  });
  if (fault !== undefined) return { value: undefined, problems: [{ ...fault, file }] };
  if (namespaces?.length === 0) return { value: undefined, problems };
  const column = (name: 'source' | 'target') => {
    const lang = languageTagOf(langs[name] ?? '');
    return { name, use: 'text' as const, ...(lang === undefined ? {} : { lang }) };
  };
  return importedTable(
    [{ name: 'id', use: 'id' }, column('source'), column('target'), { name: 'note', use: 'note' }],
    rows,
    file,
    problems,
    title,
  );
}

const rowOf = ({ id, source, target, notes }: FileUnit): string[] => [
  id,
  source.text,
  target?.text ?? '',
  notes.map(({ text }) => text).join(' – '),
];
