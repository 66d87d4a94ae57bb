/**
 * What the checks are worth: `npm run evaluate [-- FOLDER VARIANT]`. Holds every check, those that are off by default as
 * well, against the marks of one variant, and counts what it reports on the others. By default the first work's German.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languageIdentifier } from '../src/core/check/language-identifier.ts';
import type { Finding } from '../src/core/check/finding.ts';
import { CHECKS } from '../src/core/check/registry.ts';
import { findAll } from '../src/core/check/run.ts';
import { checkInput } from '../src/core/check/work-input.ts';
import { readLog } from '../src/core/contribution/log.ts';
import type { Mark } from '../src/core/contribution/record.ts';
import { isKnown } from '../src/core/contribution/record-schema.ts';
import { sentences } from '../src/core/segment/sentences.ts';
import type { Span } from '../src/core/span.ts';
import { readGlossary } from '../src/core/work/glossary.ts';
import { readVariant } from '../src/core/work/variant-file.ts';
import { readWork } from '../src/core/work/work-json.ts';

const [folder = 'translations/works/mistral-interview', variant = 'de'] = process.argv.slice(2);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const work = readWork(read('work.json')).value;
if (work === undefined) throw new Error(`${folder} holds no work`);
const texts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.slice(0, -'.md'.length), readVariant(read(name), name).value]),
);
const marks = readLog(read('contributions.jsonl'), 'contributions.jsonl')
  .value.filter(isKnown)
  .filter((record): record is Mark => record.type === 'mark' && record.variant === variant);
const glossary = readGlossary(read('glossary.tsv')).value;
const findings = findAll(checkInput(work, texts, { glossary, identifier: languageIdentifier }), CHECKS);

const textOf = (id: string, paragraph: string): string =>
  texts.get(id)?.find((candidate) => candidate.id === paragraph)?.text ?? '';
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
/** A finding without spans is on the whole paragraph. */
const spansOf = ({ spans, variant: of, paragraph }: Finding): readonly Span[] =>
  spans.length > 0 ? spans : [{ start: 0, end: textOf(of, paragraph).length }];
const touches = (finding: Finding, mark: Mark): boolean =>
  finding.paragraph === mark.paragraph &&
  spansOf(finding).some((span) => mark.spans.some((anchor) => overlap(span, anchor)));
/** What is said, and how it is written: a mark of the other kind is hit by chance. */
const kindOf = (category: string): string =>
  /^(?:accuracy|terminology)/u.test(category) ? 'meaning' : 'form';
const categoryOf = new Map(CHECKS.map(({ id, category }) => [id, category]));
const isSameKind = (finding: Finding, { category }: Mark): boolean =>
  kindOf(categoryOf.get(finding.check) ?? '') === kindOf(category);

const own = findings.filter((finding) => finding.variant === variant);
const clean = findings.filter((finding) => finding.variant !== variant);
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`;
const write = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (...cells: readonly (string | number)[]): void => {
  write(`| ${cells.join(' | ')} |`);
};

const hits = (list: readonly Finding[]): readonly Finding[] =>
  list.filter((finding) => marks.some((mark) => touches(finding, mark)));
const kin = (list: readonly Finding[]): readonly Finding[] =>
  list.filter((finding) => marks.some((mark) => touches(finding, mark) && isSameKind(finding, mark)));
const foundBy = (list: readonly Finding[]): readonly Mark[] =>
  marks.filter((mark) => list.some((finding) => touches(finding, mark) && isSameKind(finding, mark)));

const base = texts.get(variant)?.flatMap(({ id, text }) =>
  sentences(text, work.variants.find((one) => one.id === variant)?.lang ?? 'und').map((span) => ({
    id,
    span,
  })),
);
const marked = (base ?? []).filter(({ id, span }) =>
  marks.some((mark) => mark.paragraph === id && mark.spans.some((anchor) => overlap(span, anchor))),
);

write(`${marks.length} marks on ${variant}; ${texts.size - 2} other variants without the back-translation.`);
write(
  `A sentence of ${variant} drawn at random holds a mark in ${percent(marked.length, base?.length ?? 0)} of all cases: what a check that points at whole sentences must beat.\n`,
);
row(
  'check',
  'by default',
  `on ${variant}`,
  'right',
  'right in kind',
  'precision',
  'marks found',
  'recall',
  'on the others',
);
row('---', '---', '--:', '--:', '--:', '--:', '--:', '--:', '--:');
const line = (name: string, on: string, list: readonly Finding[], others: number): void => {
  const found = foundBy(list).length;
  const right = hits(list).length;
  const inKind = kin(list).length;
  row(
    name,
    on,
    list.length,
    right,
    inKind,
    percent(inKind, list.length),
    found,
    percent(found, marks.length),
    others,
  );
};
for (const { id, isOnByDefault } of CHECKS) {
  const of = (list: readonly Finding[]) => list.filter(({ check }) => check === id);
  line(id, isOnByDefault ? 'on' : 'off', of(own), of(clean).length);
}
const isOn = new Map(CHECKS.map(({ id, isOnByDefault }) => [id, isOnByDefault]));
const on = ({ check }: Finding): boolean => isOn.get(check) === true;
line('**all that are on**', '', own.filter(on), clean.filter(on).length);

write('\nCritical and major marks, and the checks (on by default) whose findings touch them in kind:\n');
const grave = marks.filter(({ severity }) => severity === 'critical' || severity === 'major');
let unseen = 0;
for (const mark of grave) {
  const checks = own.filter((finding) => on(finding) && touches(finding, mark) && isSameKind(finding, mark));
  if (checks.length === 0) unseen += 1;
  const quote = mark.spans.map(({ quote: { exact } }) => exact).join(' … ');
  const names = [...new Set(checks.map(({ check }) => check))].join(', ') || 'none';
  write(`- ${mark.severity} ${mark.paragraph} “${quote}”: ${names}`);
}
write(`\n${grave.length - unseen} of ${grave.length} are touched, ${unseen} by none.`);

write('\nFindings of checks that are on by default on the other variants:\n');
for (const finding of clean.filter(on)) {
  const text = textOf(finding.variant, finding.paragraph);
  const quote = spansOf(finding).map(({ start, end }) => text.slice(start, end));
  const args = JSON.stringify(finding.expected.args);
  write(`- ${finding.variant} ${finding.paragraph} ${finding.check} ${args} “${quote.join(' … ')}”`);
}
