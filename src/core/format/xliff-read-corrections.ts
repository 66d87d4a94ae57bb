import type { Contribution } from '../contribution/record.ts';
import { excerpt } from '../work/schema.ts';
import { GROUP } from './xliff-names.ts';
import type { FileMatch } from './xliff-read-unit.ts';
import {
  checkedRecord,
  newFields,
  ownRecord,
  type RecordContext,
  type RecordSource,
} from './xliff-records.ts';

/**
 * The corrections of a unit: its matches, and its translation when that was changed.
 * @param present the text that the work has now, where known: what is there already is no proposal
 */
export function readCorrections(
  source: RecordSource,
  context: RecordContext,
  present: string | undefined,
): readonly Contribution[] {
  const { found, unit } = source;
  const base = unit.target.text ?? '';
  const records = found.matches.flatMap((match) => matchCorrection(match, base, source, context) ?? []);
  const text = found.target?.text ?? '';
  if (text === '' || text === base || text === present) return records;
  const { state } = found;
  const fields = {
    ...newFields(context, source),
    base,
    text,
    ...(Object.keys(state).length === 0 ? {} : { xliff: state }),
  };
  const changed = checkedRecord('correction', fields, source, context);
  return changed === undefined ? records : [...records, changed];
}

function matchCorrection(
  match: FileMatch,
  base: string,
  source: RecordSource,
  context: RecordContext,
): Contribution | undefined {
  const group = match.groups.find(({ category }) => category === GROUP.correction);
  if (group !== undefined) {
    return ownRecord('correction', group, source, context, {
      defaults: { base },
      changeOf: ({ text }) => (text === match.target ? 'none' : { text: match.target }),
    });
  }
  // A match for another text, or for a part of this one, is no proposal for the paragraph.
  if (match.source !== source.found.source.text || match.target === '') {
    const near = excerpt(match.target === '' ? match.source : match.target);
    context.report('match-skipped', { id: source.found.id, near }, 'warning');
    return undefined;
  }
  if (match.target === base) return undefined;
  const fields = { ...newFields(context, source), base, text: match.target, match: match.attributes };
  return checkedRecord('correction', fields, source, context);
}
