import type { Annotation } from '../../../src/core/mqm/annotation.ts';

/** An annotation of the first segment of a document, by a first rater, unless told otherwise. */
export const annotate = (label: string, given: Partial<Annotation> = {}): Annotation => {
  const [severity = '', ...category] = label.split(' ');
  return {
    system: 'A',
    doc: 'd',
    segment: '1',
    rater: 'r1',
    severity,
    category: category.join(' '),
    source: [],
    target: [],
    ...given,
  };
};

/** That a segment has no error. */
export const noError = (given: Partial<Annotation> = {}): Annotation => annotate('No-error No-error', given);

export const span = (start: number, end: number) => ({ start, end });
