import { basename } from 'node:path';
import { type GlossaryColumns, readGlossaryFile } from '../core/format/glossary-import.ts';
import { conceptGlossary, mergedGlossary } from '../core/work/glossary-concept.ts';
import { languageNames } from '../core/work/language-names.ts';
import type { CheckTask } from './check-input.ts';
import { readXmlText } from './input.ts';
import { reportProblems } from './marks-file.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Tasks whose checks have the glossary of a file too, beside that of the work; what is wrong in the file is told.
 * @throws UsageError for a file of which nothing can be used
 */
export async function withGlossary(
  tasks: readonly CheckTask[],
  file: string,
  terminal: Terminal,
): Promise<readonly CheckTask[]> {
  const text = await readXmlText(file, file);
  const told = new Set<string>();
  return tasks.map((task) => {
    const { input } = task;
    const { value, problems } = readGlossaryFile(text, basename(file), columnsOf(task));
    reportProblems(
      problems.filter((problem) => {
        const key = JSON.stringify(problem);
        return !told.has(key) && told.add(key);
      }),
      terminal,
    );
    if (value === undefined) throw new UsageError('glossary-unreadable', { file });
    const variants = input.texts.map(({ variant, lang, isBackTranslation }) => ({
      id: variant,
      lang,
      label: variant,
      provenance: isBackTranslation === true ? ('back-translation' as const) : ('human' as const),
      status: 'complete' as const,
      listed: true,
    }));
    const own = conceptGlossary({ reference: input.reference ?? '', variants }, value);
    const glossary = mergedGlossary(input.glossary, own);
    return { ...task, input: { ...input, ...(glossary === undefined ? {} : { glossary }) } };
  });
}

function columnsOf({ input }: CheckTask): GlossaryColumns {
  const langs = new Map(input.texts.map(({ variant, lang }) => [variant, lang]));
  const reference = langs.get(input.reference ?? '') ?? 'und';
  const subject = input.texts.find(({ variant }) => variant !== input.reference)?.lang ?? 'und';
  return { reference, subject, langs, names: languageNames([...langs.values()]) };
}
