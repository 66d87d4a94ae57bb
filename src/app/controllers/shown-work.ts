import type { Contribution } from '../../core/contribution/record.ts';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import type { Row } from '../../core/work/rows.ts';
import { language } from '../../i18n/i18n.ts';
import { type Wording, wording } from '../../i18n/local-text.ts';
import type { Address } from '../address.ts';
import type { MapRow } from '../map-strip/map-strip.ts';
import type { OpenedWork, PlacedMark } from '../opened-work.ts';
import type { Hit } from './text-search.ts';

/** What the shown work is made from; each stays the same object until it changes. */
export interface ShownSources {
  readonly opened: () => OpenedWork | undefined;
  /** What readers of this device added. */
  readonly records: () => readonly Contribution[];
  readonly address: () => Address;
  /** What was found, by `variant/paragraph`. */
  readonly found: () => ReadonlyMap<string, readonly Hit[]>;
  /** Gets what shows rows that readers changed; the open work is another one then. */
  readonly project?: () => void;
}

/** The old list where the new one says the same. */
const kept = (old: readonly string[], next: readonly string[]): readonly string[] =>
  old.length === next.length && old.every((id, index) => id === next[index]) ? old : next;

/** The open work as the address shows it, and what follows from the two. */
export class ShownWork {
  readonly #sources: ShownSources;
  #joinedFrom: readonly unknown[] = [];
  #joined: OpenedWork | undefined;
  #derivedFrom: readonly unknown[] = [];
  #derivedOf: OpenedWork | undefined;
  #columns: readonly string[] = [];
  #marked: readonly string[] = [];
  #mapRows: readonly MapRow[] = [];
  #markCounts: ReadonlyMap<string, number> = new Map();
  #title: Wording | undefined;
  #firstShown = '';
  #own = 0;

  constructor(sources: ShownSources) {
    this.#sources = sources;
  }

  /** The open work with what the reader added and in the roles that the address gives; the same object until one of
   * these changes. */
  get opened(): OpenedWork | undefined {
    const opened = this.#sources.opened();
    const records = this.#sources.records();
    const { subject, reference } = this.#sources.address();
    if (!opened || (records.length === 0 && subject === undefined && reference === undefined)) return opened;
    const from = [opened, records, subject, reference];
    if (from.some((part, index) => part !== this.#joinedFrom[index])) {
      this.#joinedFrom = from;
      const joined = records.length === 0 ? opened : opened.withRecords(records);
      this.#joined = joined.withRoles({ subject, reference });
      if (joined.needsProject) this.#sources.project?.();
    }
    return this.#joined;
  }

  /** Ids of the columns that stay in view. */
  get pinned(): readonly string[] {
    const { subject } = this.opened?.work ?? {};
    return this.#sources.address().pinned ?? (subject === undefined ? [] : [subject]);
  }

  /** Ids of the columns, in order. */
  get columns(): readonly string[] {
    return this.#columns;
  }

  /** Variants whose marks are shown: the columns and always the subject. */
  get marked(): readonly string[] {
    return this.#marked;
  }

  get severities(): readonly Severity[] {
    return this.#sources.address().severities ?? SEVERITIES;
  }

  get mapRows(): readonly MapRow[] {
    return this.#mapRows;
  }

  /** Marks per variant. */
  get markCounts(): ReadonlyMap<string, number> {
    return this.#markCounts;
  }

  /** The title as the subject has it. */
  get title(): Wording | undefined {
    return this.#title;
  }

  /** How many of the reader's own records stand. */
  get own(): number {
    return this.#own;
  }

  /** The paragraph that the reader turned to, if the work has it. */
  get active(): string | undefined {
    const named = this.#sources.address().paragraph;
    return named !== undefined && this.opened && this.opened.indexOf(named) >= 0 ? named : undefined;
  }

  /** The paragraph that the apparatus shows: the active one, else the first with an error that matters. */
  get shown(): string {
    return this.active ?? this.#firstShown;
  }

  /** A paragraph's marks as they are shown, each once. */
  marksAt(paragraph: string): readonly PlacedMark[] {
    const { opened } = this;
    const marks = opened ? this.#marked.flatMap((variant) => opened.marksIn(variant, paragraph)) : [];
    return [
      ...new Map(
        marks.filter(({ severity }) => this.severities.includes(severity)).map((mark) => [mark.id, mark]),
      ).values(),
    ];
  }

  /** The row that a mark stands in. */
  rowOf(mark: string | undefined): string | undefined {
    const record = mark === undefined ? undefined : this.opened?.state.standing.get(mark);
    return record?.type === 'mark' ? this.opened?.row(record.paragraph)?.id : undefined;
  }

  /** Makes anew what follows from the work, the address and the search, only when one of them changed, so that
   * scrolling touches none of it. */
  derive(): void {
    const { opened, severities } = this;
    const found = this.#sources.found();
    const named = this.#sources.address().columns;
    const from = [opened, named, found, severities];
    if (!opened || from.every((value, index) => value === this.#derivedFrom[index])) return;
    this.#derivedFrom = from;
    const { subject, reference } = opened.work;
    const there = named?.filter((id) => opened.variant(id)?.status === 'complete') ?? [];
    // The same arrays while the ids are the same: another one means that the columns changed.
    this.#columns = kept(this.#columns, there.length > 0 ? there : [subject, reference]);
    this.#marked = kept(this.#marked, [...new Set([subject, ...this.#columns])]);
    if (opened !== this.#derivedOf) this.#deriveOf(opened);
    this.#mapRows = this.#mapOf(opened, found);
  }

  /** What follows from the work alone. */
  #deriveOf(opened: OpenedWork): void {
    this.#derivedOf = opened;
    const { subject, title, variants } = opened.work;
    this.#title = wording(title, opened.variant(subject)?.lang ?? language());
    this.#markCounts = new Map(variants.map(({ id }) => [id, opened.markCount(id)]));
    this.#own = opened.countOwn(this.#sources.records());
    const grave = ({ id }: Row): boolean => {
      const { major, critical } = opened.severities(id, [subject]);
      return major !== undefined || critical !== undefined;
    };
    this.#firstShown = (opened.rows.find(grave) ?? opened.rows[0])?.id ?? '';
  }

  #mapOf(opened: OpenedWork, byPlace: ReadonlyMap<string, readonly Hit[]>): readonly MapRow[] {
    const found = new Set([...byPlace.values()].flatMap((hits) => hits.map(({ paragraph }) => paragraph)));
    return opened.rows.map(({ id, number }) => ({
      id,
      number,
      counts: Object.fromEntries(
        Object.entries(opened.severities(id, this.#marked)).filter(([severity]) =>
          this.severities.includes(severity as Severity),
        ),
      ),
      found: found.has(id),
    }));
  }
}
