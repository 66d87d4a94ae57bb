import { byId } from '../contribution/canonical.ts';
import type { Contribution } from '../contribution/record.ts';
import { readContribution } from '../contribution/record-schema.ts';
import type { Problem, Read } from '../problem.ts';
import { type Paragraph, type Role, ROLES } from '../work/model.ts';
import { excerpt, isIdentifier } from '../work/schema.ts';
import { identifiersOf } from './identifiers.ts';
import { finish, type Steps } from '../steps.ts';
import { elementsIn, textIn, type XmlElement, type XmlPartHandler, xmlPartSteps } from './xml-tree.ts';
import { groupsIn, type MetaGroup, metaOf, parsed, readRecordMetas } from './xliff-metadata.ts';
import { GROUP, METADATA, OWN, XLIFF, XLIFF_1 } from './xliff-names.ts';
import { readCorrections } from './xliff-read-corrections.ts';
import { readComments, readMarks } from './xliff-read-marks.ts';
import { type FileUnit, readUnit, type Report } from './xliff-read-unit.ts';
import type { XliffText } from './xliff-write.ts';
import { readTransUnit } from './xliff12-read-unit.ts';
import type { XmlTag } from './xml.ts';

export interface ReadXliffOptions {
  /** A new UUIDv7 at each call, for what is new in the file. */
  readonly newId: () => string;
  /** When and by whom that is said: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly author: string;
  /** The slug, where the file does not say which work it is of. */
  readonly work: string;
  /** The variants, by id, for a file of another program; called like the languages when left out. */
  readonly variants?: { readonly source: string; readonly target: string };
  /**
   * The texts of the work that is read into. A unit whose paragraph is in neither variant is a problem then,
   * and a translation that differs from its paragraph is a correction.
   */
  readonly textOf?: (variant: string, paragraph: string) => string | undefined;
}

/** A file of translations as a work and what is said about it. */
export interface XliffContent {
  readonly work: string;
  /** As they were before another program changed them, where the file tells. */
  readonly source: XliffText;
  readonly targets: readonly XliffText[];
  readonly records: readonly Contribution[];
}

/** Reads at once; see `readXliffSteps`. */
export function readXliff(
  text: string,
  file: string,
  options: ReadXliffOptions,
): Read<XliffContent | undefined> {
  return finish(readXliffSteps(text, file, options));
}

/**
 * Reads XLIFF 2.0 and 2.1, and of 1.2 texts, notes and alternatives. Units are paragraphs; issues (ITS), notes and matches are marks, comments and
 * corrections; so is a translation that was changed. What we wrote comes back as it was. A bad unit is a
 * problem with its line, the others are kept; of XML that is not well-formed nothing is.
 */
export function* readXliffSteps(
  text: string,
  file: string,
  options: ReadXliffOptions,
): Steps<Read<XliffContent | undefined>> {
  const reader = new XliffReader(file, options);
  const handler: XmlPartHandler = {
    isPart: (tag) => reader.isPart(tag),
    part: (element) => {
      reader.part(element);
    },
    open: (tag) => {
      reader.open(tag);
    },
    close: (tag) => {
      reader.close(tag);
    },
  };
  const fault = yield* xmlPartSteps(text, handler);
  if (fault !== undefined) return { value: undefined, problems: [{ ...fault, file }] };
  return { value: reader.result(), problems: reader.found() };
}

interface OpenFile {
  readonly id: string;
  readonly units: Set<string>;
  readonly source: string;
  readonly target: string;
  /** Written by us, so that a paragraph without a text of its own had none. */
  readonly isOwn: boolean;
  /** Of another work than the one that is read into. */
  readonly isForeign: boolean;
}

/** Elements of the core that are read as a whole; those of modules are, too. */
const PARTS = ['unit', 'notes', 'skeleton', 'trans-unit', 'bin-unit', 'header'];

class XliffReader {
  private readonly problems: Problem[] = [];
  private readonly records: Contribution[] = [];
  private readonly sources = new Map<string, Paragraph>();
  private readonly targets = new Map<string, Map<string, Paragraph>>();
  /** Paragraphs that units have become, behind their variants; and how often a name was wanted. */
  private readonly used = new Set<string>();
  private readonly counts = new Map<string, number>();
  private root: { readonly namespaces: readonly string[]; srcLang: string; trgLang: string } | undefined;
  private work: string;
  private variants: { readonly source: string; readonly target: string } | undefined;
  private current: OpenFile | undefined;

  constructor(
    private readonly name: string,
    private readonly options: ReadXliffOptions,
  ) {
    this.work = options.work;
  }

  /** `undefined` for a document that is no XLIFF. */
  result(): XliffContent | undefined {
    const { root, variants } = this;
    if (root === undefined || variants === undefined) return undefined;
    return {
      work: this.work,
      source: { variant: variants.source, lang: root.srcLang, paragraphs: [...this.sources.values()] },
      targets: [...this.targets].map(([variant, paragraphs]) => ({
        variant,
        lang: root.trgLang,
        paragraphs: [...paragraphs.values()],
      })),
      records: this.records.sort(byId),
    };
  }

  found(): readonly Problem[] {
    return this.problems;
  }

  isPart({ uri, local }: XmlTag): boolean {
    return this.root !== undefined && (!this.root.namespaces.includes(uri) || PARTS.includes(local));
  }

  open({ uri, local, attributes, line }: XmlTag): void {
    if (this.root === undefined) {
      const namespaces =
        local !== 'xliff' ? [] : uri === XLIFF ? [XLIFF] : XLIFF_1.includes(uri) ? XLIFF_1 : [];
      if (namespaces.length === 0) {
        const args = { element: excerpt(local), expected: '<xliff> 1.2, 2.0, 2.1' };
        this.reportAt(line)('xml-root-unknown', args);
      }
      const lang = (name: string) => attributes.get(name) ?? 'und';
      this.root = { namespaces, srcLang: lang('srcLang'), trgLang: lang('trgLang') };
    } else if (local === 'file') {
      // In 1.2 the languages are those of each file.
      this.root.srcLang = attributes.get('source-language') ?? this.root.srcLang;
      this.root.trgLang = attributes.get('target-language') ?? this.root.trgLang;
      this.openFile(attributes.get('id') ?? attributes.get('original') ?? '');
    }
  }

  close({ local }: XmlTag): void {
    if (local === 'file') this.current = undefined;
  }

  part(element: XmlElement): void {
    const { uri, local, line } = element;
    const report = this.reportAt(line);
    if (this.current === undefined) return;
    if (uri === XLIFF && local === 'unit') this.readUnit(element, readUnit, report);
    else if (XLIFF_1.includes(uri) && local === 'trans-unit') this.readUnit(element, readTransUnit, report);
    else if (XLIFF_1.includes(uri) && local === 'header') {
      for (const note of elementsIn(element, uri, 'note')) {
        report('note-skipped', { near: excerpt(textIn(note)) }, 'warning');
      }
    } else if (uri === XLIFF && local === 'notes') {
      for (const note of elementsIn(element, XLIFF, 'note')) {
        report('note-skipped', { near: excerpt(textIn(note)) }, 'warning');
      }
    } else if (uri === METADATA && local === 'metadata') {
      for (const group of groupsIn(element)) this.readGroup(group, report);
    } else report('unit-part-skipped', { id: excerpt(this.current.id), element: `<${local}>` }, 'warning');
  }

  private openFile(id: string): void {
    const { srcLang = 'und', trgLang = 'und' } = this.root ?? {};
    const source = identifiersOf([srcLang], (name) => name).get(srcLang) ?? 'source';
    const target = identifiersOf([trgLang], (name) => name, [source]).get(trgLang) ?? 'target';
    const given = this.options.variants ?? { source, target };
    this.variants ??= given;
    this.current = { id, units: new Set(), ...given, isOwn: false, isForeign: false };
  }

  private readGroup({ category, metas }: MetaGroup, report: Report): void {
    const file = this.current!;
    if (category === GROUP.work) {
      const work = metaOf(metas, 'work') ?? this.work;
      const source = metaOf(metas, 'source') ?? file.source;
      const target = metaOf(metas, 'target') ?? file.target;
      const isForeign = this.options.textOf !== undefined && work !== this.options.work;
      if (isForeign) report('contribution-work-differs', { work: excerpt(work), slug: this.options.work });
      else this.work = work;
      this.variants = { source, target: this.targets.size === 0 ? target : this.variants!.target };
      this.current = { ...file, source, target, isOwn: true, isForeign };
    } else if (category === GROUP.records) {
      if (file.isForeign) return;
      for (const [, json] of metas) {
        const { value, problems } = readContribution(parsed(json));
        if (value !== undefined) this.records.push(value);
        for (const { code, args, severity } of problems) report(code, args, severity);
      }
    } else {
      const element = `<metaGroup category="${excerpt(category)}">`;
      report('unit-part-skipped', { id: excerpt(file.id), element }, 'warning');
    }
  }

  private readUnit(element: XmlElement, take: typeof readUnit, report: Report): void {
    const file = this.current!;
    if (file.isForeign) return;
    const found = take(element, report);
    if (found === undefined) return;
    if (file.units.has(found.id)) {
      report('unit-repeated', { id: excerpt(found.id) });
      return;
    }
    file.units.add(found.id);
    const paragraph = this.paragraphOf(found.id, file);
    const { textOf } = this.options;
    const present = textOf?.(file.target, paragraph);
    if (textOf !== undefined && present === undefined && textOf(file.source, paragraph) === undefined) {
      report('unit-unknown', { id: excerpt(found.id), variant: file.target });
      return;
    }
    const before = textBefore(found);
    const base = before ?? (textOf !== undefined ? present : file.isOwn ? undefined : found.target?.text);
    const { work } = this;
    const source = {
      found,
      unit: {
        paragraph,
        source: { variant: file.source, text: found.source.text },
        target: { variant: file.target, text: base },
      },
    };
    const context = { ...this.options, work, report };
    this.records.push(
      ...readMarks(source, context),
      ...readComments(source, context),
      ...readCorrections(source, context, present),
    );
    const role = roleOf(found);
    if (!this.sources.has(paragraph) && found.source.text !== '') {
      this.sources.set(paragraph, { id: paragraph, role, text: found.source.text });
    }
    if (base !== undefined) this.textsOf(file.target).set(paragraph, { id: paragraph, role, text: base });
  }

  /** Unit ids may be other than ours, and come again in the next file of a document. */
  private paragraphOf(id: string, { id: file, target }: OpenFile): string {
    const isFree = (name: string) => !this.used.has(`${target}/${name}`);
    const plain = isIdentifier(id) ? id : identifiersOf([id], (name) => name).get(id)!;
    const wanted = isFree(plain) ? plain : identifiersOf([''], () => `${file}.${plain}`).get('')!;
    let name = wanted;
    while (!isFree(name)) {
      const count = (this.counts.get(wanted) ?? 1) + 1;
      this.counts.set(wanted, count);
      name = `${wanted}-${count}`;
    }
    this.used.add(`${target}/${name}`);
    return name;
  }

  private textsOf(variant: string): Map<string, Paragraph> {
    const known = this.targets.get(variant);
    if (known !== undefined) return known;
    const made = new Map<string, Paragraph>();
    this.targets.set(variant, made);
    return made;
  }

  private reportAt(line: number): Report {
    return (code, args, severity = 'fault') => {
      this.problems.push({ code, severity, args, file: this.name, line });
    };
  }
}

/** The translation as we wrote it, when we did. */
function textBefore({ groups }: FileUnit): string | undefined {
  const group = groups.find(({ category }) => category === GROUP.paragraph);
  const text = group === undefined ? undefined : readRecordMetas(group)?.['text'];
  return typeof text === 'string' ? text : undefined;
}

function roleOf({ type = '' }: FileUnit): Role {
  return ROLES.find((role) => type === `${OWN}${role}`) ?? 'paragraph';
}
