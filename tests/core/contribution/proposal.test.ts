import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import { proposalsOf, resolvedText } from '../../../src/core/contribution/proposal.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { mergeThreeWay } from '../../../src/core/contribution/three-way.ts';
import { correction, id, review } from './make.ts';

const BASE = 'Wir haben keine Kontrolle mehr darüber, was die anderen tun.';
const CONTROL = BASE.replace('keine', 'kaum');
const of = (text: string, ...records: readonly Contribution[]) =>
  proposalsOf(text, fold(records).corrections.get('de/p') ?? [], 'de');
const states = (given: ReturnType<typeof of>) => given.proposals.map(({ standing }) => standing.state);

describe('a proposal', () => {
  test('is fresh on the text that it was made from, and past once it was accepted and went on', () => {
    const first = correction(1, { base: BASE, text: CONTROL });
    expect(states(of(BASE, first))).toEqual(['fresh']);
    expect(states(of(BASE, first, review(2, 1)))).toEqual(['current']);
    const next = correction(3, { base: CONTROL, text: `${CONTROL} Ja.` });
    expect(states(of(BASE, first, review(2, 1), next, review(4, 3)))).toEqual(['past', 'current']);
  });

  test('is merged with the text as it is now where the changes do not touch', () => {
    const proposals = of(
      BASE,
      correction(1, { base: BASE, text: CONTROL }),
      review(2, 1),
      correction(3, { base: BASE, text: BASE.replace('die anderen', 'andere') }),
    );
    expect(proposals.current).toBe(CONTROL);
    expect(proposals.proposals[1]?.standing).toMatchObject({
      state: 'merged',
      text: CONTROL.replace('die anderen', 'andere'),
    });
  });

  test('is in conflict where both changed the same words', () => {
    const proposals = of(
      BASE,
      correction(1, { base: BASE, text: CONTROL }),
      review(2, 1),
      correction(3, { base: BASE, text: BASE.replace('keine', 'wenig') }),
    );
    expect(states(proposals)).toEqual(['current', 'conflict']);
  });

  test('whose change is in the text already says the same as it', () => {
    const both = CONTROL.replace('die anderen', 'andere');
    const stale = correction(1, { base: BASE, text: CONTROL });
    expect(states(of(both, stale))).toEqual(['current']);
  });

  test('counts each reader once, by the last verdict', () => {
    const { proposals } = of(
      BASE,
      correction(1, { base: BASE, text: CONTROL }),
      review(2, 1, { author: 'Bo', verdict: 'rejected' }),
      review(3, 1, { author: 'Bo' }),
      review(4, 1, { author: 'Cy' }),
      review(5, 1, { author: 'Di', verdict: 'changes-requested' }),
    );
    expect(proposals[0]?.votes).toEqual({
      accepted: ['Bo', 'Cy'],
      rejected: [],
      'changes-requested': ['Di'],
    });
  });

  test('that was accepted with edits keeps both names, and its origin names what became of it', () => {
    const { proposals, current } = of(
      BASE,
      correction(1, { base: BASE, text: CONTROL, author: 'Ada' }),
      correction(2, { base: BASE, text: `${CONTROL} Ja.`, author: 'Bo', editedFrom: id(1) }),
      review(3, 2, { author: 'Bo' }),
    );
    expect(current).toBe(`${CONTROL} Ja.`);
    expect(proposals.map(({ authors }) => authors)).toEqual([['Ada'], ['Ada', 'Bo']]);
    expect(proposals.map(({ editedAs }) => editedAs)).toEqual([[id(2)], []]);
  });

  test('that names its own successor as its origin ends', () => {
    const { proposals } = of(
      BASE,
      correction(1, { base: BASE, text: CONTROL, author: 'Ada', editedFrom: id(2) }),
      correction(2, { base: BASE, text: BASE, author: 'Bo', editedFrom: id(1) }),
    );
    expect(proposals.map(({ authors }) => authors)).toEqual([
      ['Bo', 'Ada'],
      ['Ada', 'Bo'],
    ]);
  });

  test('is one side of a fork where another was accepted on the same text', () => {
    const { proposals, fork, current } = of(
      BASE,
      correction(1, { base: BASE, text: CONTROL }),
      correction(2, { base: BASE, text: BASE.replace('keine', 'wenig') }),
      correction(3, { base: BASE, text: 'Anders.' }),
      review(4, 1),
      review(5, 2),
    );
    expect(current).toBe(BASE);
    expect(fork).toHaveLength(2);
    expect(proposals.map(({ isForked }) => isForked)).toEqual([true, true, false]);
  });
});

test('a record keeps the id that it was edited from, and no other value there', () => {
  const edited = correction(2, { editedFrom: id(1) });
  expect(readContribution(edited)).toEqual({ value: edited, problems: [] });
  expect(readContribution({ ...edited, editedFrom: 'x' }).problems.map(({ code }) => code)).toEqual([
    'id-invalid',
  ]);
});

describe('a resolved conflict', () => {
  const words = fc
    .array(fc.constantFrom('wir', 'haben', 'keine', 'Kontrolle', 'mehr'), { maxLength: 10 })
    .map((all) => all.join(' '));

  test('is the current text where its side is taken throughout and the proposal changed nothing else', () => {
    const pieces = mergeThreeWay(BASE, CONTROL, BASE.replace('keine', 'wenig'), 'de');
    expect(resolvedText(pieces, ['current'])).toBe(CONTROL);
    expect(resolvedText(pieces, ['proposed'])).toBe(BASE.replace('keine', 'wenig'));
    expect(resolvedText(pieces, ['base'])).toBe(BASE);
    expect(resolvedText(pieces, [undefined])).toBeUndefined();
    expect(resolvedText(pieces, [])).toBeUndefined();
  });

  test('has each piece in its order', () => {
    fc.assert(
      fc.property(words, words, words, (base, current, proposed) => {
        const pieces = mergeThreeWay(base, current, proposed, 'de');
        const conflicts = pieces.filter((piece) => typeof piece !== 'string');
        const text = resolvedText(
          pieces,
          conflicts.map(() => 'proposed'),
        );
        expect(text).toBe(
          pieces.map((piece) => (typeof piece === 'string' ? piece : piece.proposed)).join(''),
        );
      }),
    );
  });
});
