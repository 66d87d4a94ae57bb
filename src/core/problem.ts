/** Every code that core reports. The interface words each one: `problem.<code>` and `remedy.<code>`. */
export const PROBLEM_CODES = [
  // any file
  'file-missing',
  'file-stray',
  'file-link',
  'file-too-large',
  // Whoever fetches files reports this one.
  'file-unavailable',
  // Whoever turns bytes into text reports this one.
  'not-utf8',
  // files of foreign programs
  'encoding-unknown',
  'encoding-differs',
  'characters-replaced',
  'file-empty',
  'format-unknown',
  'part-unreadable',
  'columns-surplus',
  'quotation-unclosed',
  // JSON
  'json-invalid',
  'key-repeated',
  'key-unknown',
  'value-missing',
  'value-invalid',
  'id-invalid',
  'language-invalid',
  'date-invalid',
  'time-invalid',
  // work.json
  'slug-differs',
  'variant-repeated',
  'variant-unknown',
  'variant-of-missing',
  'variant-file-missing',
  'variant-file-unexpected',
  'page-paragraph-unknown',
  'repository-invalid',
  // a variant's text
  'malformed-header',
  'unknown-role',
  'paragraph-id-repeated',
  'paragraph-empty',
  'text-on-several-lines',
  'text-without-header',
  'paragraph-missing',
  'paragraph-extra',
  'paragraph-role-differs',
  'paragraph-order-differs',
  // a variant's language
  'paragraph-copied',
  'paragraph-in-foreign-script',
  'script-foreign',
  'scripts-mixed',
  'words-untranslated',
  'quotation-mark-foreign',
  'quotation-mark-unpaired',
  'apostrophe-foreign',
  'number-format-foreign',
  'punctuation-foreign',
  'spacing-foreign',
  'sentence-end-missing',
  // glossary.tsv
  'glossary-header-invalid',
  'glossary-cells-surplus',
  'glossary-term-repeated',
  'glossary-rendering-missing',
  // glossaries of other programs
  'glossary-languages-missing',
  'glossary-column-skipped',
  'glossary-quote-unclosed',
  'glossary-entry-empty',
  'glossary-term-too-long',
  'glossary-too-large',
  // contributions.jsonl
  'line-too-long',
  'nesting-too-deep',
  'anchor-inconsistent',
  'contribution-conflict',
  'contribution-work-differs',
  'contribution-variant-unknown',
  'contribution-paragraph-unknown',
  'contribution-target-unknown',
  'contribution-action-unknown',
  'correction-stale',
  'anchor-moved',
  'anchor-ambiguous',
  'anchor-lost',
  'alignment-place-lost',
  'alignment-row-unknown',
  // annotations of other tools
  'columns-missing',
  'row-cells-missing',
  'row-cells-surplus',
  'cell-empty',
  'span-tags-unpaired',
  'annotation-invalid',
  'annotation-target-unknown',
  'typology-category-repeated',
  'typology-id-taken',
  // XML, and the units of translation in it
  'xml-invalid',
  'xml-truncated',
  'xml-doctype',
  'xml-too-deep',
  'xml-attributes-surplus',
  'xml-part-too-long',
  'xml-root-unknown',
  'unit-invalid',
  'unit-repeated',
  'lines-surplus',
  'unit-unknown',
  'unit-target-incomplete',
  'unit-part-skipped',
  'inline-code-skipped',
  'marker-unpaired',
  'issue-type-unknown',
  'issue-disabled',
  'issue-place-missing',
  'issue-place-lost',
  'record-changed',
  'record-removed',
  'match-skipped',
  'note-skipped',
  // packages (DOCX, ODT, EPUB) and pages
  'zip-invalid',
  'zip-truncated',
  'zip-damaged',
  'zip-too-large',
  'zip-entries-surplus',
  'zip-feature-unknown',
  'file-encrypted',
  'office-binary',
  'package-part-missing',
  'part-encoding-unreadable',
  'page-too-deep',
  'page-elements-surplus',
  'page-main-unknown',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * What is wrong with something that was read: a code with arguments, never wording. `app` and `cli` say it
 * in the reader's language (`problem.<code>` names it, `remedy.<code>` says what to do).
 */
export interface Problem {
  readonly code: ProblemCode;
  /** A fault loses something; a warning is worth a look. */
  readonly severity: 'fault' | 'warning';
  /** Values for the message: ids, names, numbers; text that is quoted from a file is cut to 80 characters. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Path of the file inside the work folder, for example `de.md`. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** What a reader of files returns: all that could be read, and what could not. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
