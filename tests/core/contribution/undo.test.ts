import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution, KnownContribution } from '../../../src/core/contribution/record.ts';
import { historyOf, type Step } from '../../../src/core/contribution/undo.ts';
import { id, mark, opaque, withdrawal } from './make.ts';

type Draft<T> = T extends unknown ? Omit<T, 'id' | 'time' | 'action'> : never;

/** An author at work, who has nothing but the log. */
class Author {
  readonly log: Contribution[] = [];
  readonly name: string;
  #made = 0;

  constructor(name = 'Ada', log: readonly Contribution[] = []) {
    this.name = name;
    this.log.push(...log);
    this.#made = log.length;
  }

  act(...drafts: Draft<KnownContribution>[]): void {
    const action = drafts.length > 1 ? { action: id(this.#made + 1) } : {};
    for (const draft of drafts) {
      this.#made += 1;
      const time = new Date(1_700_000_000_000 + this.#made).toISOString();
      this.log.push({ ...draft, ...action, id: id(this.#made), time, author: this.name } as Contribution);
    }
  }

  add(label: string): void {
    this.act(draftMark(label));
  }

  remove(...labels: string[]): void {
    this.act(...labels.map((label) => deletion(this.marks.get(label)!)));
  }

  edit(label: string, to: string): void {
    this.act(draftMark(to), deletion(this.marks.get(label)!));
  }

  step(direction: 'undo' | 'redo'): Step | undefined {
    const step = historyOf(this.log, this.name)[direction];
    if (step) this.act(...step.append);
    return step;
  }

  undo(times = 1): void {
    for (let n = 0; n < times; n += 1) this.step('undo');
  }

  redo(times = 1): void {
    for (let n = 0; n < times; n += 1) this.step('redo');
  }

  /** Ids of the marks that stand, by label. */
  get marks(): ReadonlyMap<string, string> {
    const standing = [...fold(this.log).standing.values()].filter((record) => record.type === 'mark');
    return new Map(standing.map((record) => [record.replacement ?? '', record.id]));
  }

  get labels(): readonly string[] {
    return [...this.marks.keys()].sort();
  }
}

const draftMark = (label: string): Draft<KnownContribution> => {
  const { id: made, time, ...fields } = mark(0, { replacement: label });
  void [made, time];
  return fields;
};
const deletion = (of: string): Draft<KnownContribution> => ({
  type: 'withdrawal',
  author: 'Ada',
  work: 'w',
  of,
});

const author = (...labels: string[]): Author => {
  const made = new Author();
  for (const label of labels) made.add(label);
  return made;
};

describe('undo', () => {
  test('takes back the last mark, then the one before, and then nothing', () => {
    const ada = author('a', 'b');
    ada.undo();
    expect(ada.labels).toEqual(['a']);
    ada.undo();
    expect(ada.labels).toEqual([]);
    expect(historyOf(ada.log, 'Ada').undo).toBeUndefined();
  });

  test('brings a deleted mark back, also one that was just made', () => {
    const ada = author('a', 'b');
    ada.remove('a');
    ada.undo();
    expect(ada.labels).toEqual(['a', 'b']);
    ada.remove('b');
    ada.undo();
    expect(ada.labels).toEqual(['a', 'b']);
  });

  test('takes back all that an action did', () => {
    const ada = author('a', 'b');
    ada.edit('a', 'a2');
    expect(ada.labels).toEqual(['a2', 'b']);
    ada.undo();
    expect(ada.labels).toEqual(['a', 'b']);
    ada.remove('a', 'b');
    expect(ada.labels).toEqual([]);
    ada.undo();
    expect(ada.labels).toEqual(['a', 'b']);
  });

  test('says which records it takes back', () => {
    const ada = author('a', 'b');
    expect(historyOf(ada.log, 'Ada').undo?.action.map((record) => record.id)).toEqual([ada.marks.get('b')]);
  });

  test('leaves other authors’ contributions alone', () => {
    const ada = author('a');
    const log = [...ada.log, mark(50, { author: 'Bo', replacement: 'theirs' })];
    expect(historyOf(log, 'Ada').undo?.append.map(({ of }) => of)).toEqual([ada.marks.get('a')]);
    expect(historyOf(log, 'Cy')).toEqual({ undo: undefined, redo: undefined });
  });

  test('takes back a record of a newer version', () => {
    expect(historyOf([mark(1), opaque(2)], 'Ada').undo?.append.map(({ of }) => of)).toEqual([id(2)]);
  });

  test('takes back only what has arrived of an action', () => {
    const ada = author();
    ada.act(draftMark('a'), draftMark('b'));
    expect(historyOf(ada.log.slice(1), 'Ada').undo?.append.map(({ of }) => of)).toEqual([ada.marks.get('b')]);
  });
});

describe('redo', () => {
  test('restores what was undone, the last undo first', () => {
    const ada = author('a', 'b', 'c');
    ada.undo(3);
    ada.redo();
    expect(ada.labels).toEqual(['a']);
    ada.redo(2);
    expect(ada.labels).toEqual(['a', 'b', 'c']);
    expect(historyOf(ada.log, 'Ada').redo).toBeUndefined();
  });

  test('withdraws the withdrawal', () => {
    const ada = author('a');
    ada.undo();
    expect(historyOf(ada.log, 'Ada').redo?.append).toMatchObject([
      { type: 'withdrawal', of: ada.log[1]?.id },
    ]);
  });

  test('deletes again what undoing the deletion had brought back', () => {
    const ada = author('a');
    ada.remove('a');
    ada.undo();
    ada.redo();
    expect(ada.labels).toEqual([]);
  });

  test('is over once something else was done', () => {
    const ada = author('a', 'b');
    ada.undo();
    ada.add('c');
    expect(historyOf(ada.log, 'Ada').redo).toBeUndefined();
    ada.undo();
    ada.redo();
    expect(ada.labels).toEqual(['a', 'c']);
  });

  test('lifts both undos when two tabs undid the same action', () => {
    const ada = author('a');
    const { append = [] } = historyOf(ada.log, 'Ada').undo ?? {};
    ada.act(...append);
    ada.act(...append);
    expect(ada.labels).toEqual([]);
    ada.redo();
    expect(ada.labels).toEqual(['a']);
  });

  test('has nothing to redo of an action that has not arrived', () => {
    expect(historyOf([withdrawal(2, 1, { intent: 'undo' })], 'Ada')).toEqual({
      undo: undefined,
      redo: undefined,
    });
  });
});

/** What undo and redo are: two stacks of what was to be seen. */
class Stacks {
  seen: readonly string[] = [];
  readonly past: (readonly string[])[] = [];
  future: (readonly string[])[] = [];

  act(seen: readonly string[]): void {
    this.past.push(this.seen);
    this.seen = [...seen].sort();
    this.future = [];
  }

  undo(): void {
    const before = this.past.pop();
    if (!before) return;
    this.future.push(this.seen);
    this.seen = before;
  }

  redo(): void {
    const after = this.future.pop();
    if (!after) return;
    this.past.push(this.seen);
    this.seen = after;
  }
}

const command = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'add', at: 0 } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'undo', at: 0 } as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'redo', at: 0 } as const) },
);

test('undo and redo of any depth show what two stacks would, after each reload', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), fc.nat(), (commands, seed) => {
      const stacks = new Stacks();
      let ada = new Author();
      commands.forEach(({ kind, at }, index) => {
        const label = ada.labels[at % Math.max(1, ada.labels.length)];
        if (kind === 'add') {
          ada.add(`m${String(index)}`);
          stacks.act([...stacks.seen, `m${String(index)}`]);
        } else if (kind === 'undo' || kind === 'redo') {
          ada[kind]();
          stacks[kind]();
        } else if (label !== undefined) {
          const others = stacks.seen.filter((one) => one !== label);
          if (kind === 'edit') ada.edit(label, `e${String(index)}`);
          else ada.remove(label);
          stacks.act(kind === 'edit' ? [...others, `e${String(index)}`] : others);
        }
        expect(ada.labels).toEqual(stacks.seen);
        // A reload: the records come back as copies, in another order.
        const copies = JSON.parse(JSON.stringify(ada.log)) as Contribution[];
        const cut = seed % (copies.length + 1);
        ada = new Author('Ada', [...copies.slice(cut), ...copies.slice(0, cut).reverse()]);
      });
    }),
    { numRuns: 300 },
  );
});
