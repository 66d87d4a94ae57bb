/**
 * How far two annotators agree: `npm run agreement -- A.jsonl B.jsonl VARIANT.md`, logs of marks on one text. By
 * default the two independent passes over the first work's German.
 */
import { readFileSync } from 'node:fs';
import { readLog } from '../src/core/contribution/log.ts';
import type { Mark } from '../src/core/contribution/record.ts';
import { isKnown } from '../src/core/contribution/record-schema.ts';
import { agreementOf } from '../src/core/mqm/agreement.ts';
import { type Annotation, NO_ERROR } from '../src/core/mqm/annotation.ts';
import { readVariant } from '../src/core/work/variant-file.ts';

const [
  one = 'docs/annotation/pass-a.jsonl',
  other = 'docs/annotation/pass-b.jsonl',
  variant = 'translations/works/mistral-interview/de.md',
] = process.argv.slice(2);

const paragraphs = readVariant(readFileSync(variant, 'utf8'), variant).value;

/** A log's marks, and a "no error" for each paragraph that has none: the whole text was read. */
function annotationsIn(file: string, rater: string): readonly Annotation[] {
  const marks = readLog(readFileSync(file, 'utf8'), file)
    .value.filter(isKnown)
    .filter((record): record is Mark => record.type === 'mark');
  const segment = (id: string) => ({ system: variant, doc: variant, segment: id, rater, source: [] });
  return paragraphs.flatMap(({ id }): Annotation[] => {
    const own = marks.filter(({ paragraph }) => paragraph === id);
    if (own.length === 0) return [{ ...segment(id), category: NO_ERROR, severity: NO_ERROR, target: [] }];
    return own.map(({ category, severity, spans }) => ({
      ...segment(id),
      category,
      severity,
      target: spans,
    }));
  });
}

const annotations = [...annotationsIn(one, 'one'), ...annotationsIn(other, 'other')];
const { pairs, ...agreement } = agreementOf(annotations, 'one', 'other');
const lines: Readonly<Record<string, unknown>> = {
  'marks of the first': annotationsIn(one, 'one').filter(({ category }) => category !== NO_ERROR).length,
  'marks of the second': annotationsIn(other, 'other').filter(({ category }) => category !== NO_ERROR).length,
  pairs: pairs.length,
  ...agreement,
};
for (const [name, value] of Object.entries(lines))
  if (typeof value === 'number')
    process.stdout.write(`${name}: ${value < 1 ? value.toFixed(3) : String(value)}
`);
