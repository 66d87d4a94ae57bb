import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Address, COMPARATORS, VIEWS, readAddress, writeAddress } from '../../src/app/address.ts';
import { SEVERITIES } from '../../src/core/mqm/typology.ts';

const url = (address: string): URL => new URL(address, 'https://lesart.example');

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });
const addresses: fc.Arbitrary<Address> = fc.record({
  view: fc.constantFrom(...VIEWS),
  slug: maybe(id.filter((slug) => slug !== 'index.html')),
  paragraph: maybe(id),
  columns: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 5 })),
  comparator: fc.constantFrom(...COMPARATORS),
  mark: maybe(fc.uuid()),
  query: maybe(fc.string({ unit: 'grapheme', minLength: 1 })),
  severities: maybe(fc.subarray([...SEVERITIES])),
});

describe('an address', () => {
  test('names another view than the text, with what that view keeps there', () => {
    const address: Address = {
      view: 'statistics',
      comparator: 'meaning',
      slug: 'w',
      filter: 'ss=minor&sr=3-20',
    };
    expect(writeAddress(address)).toBe('/w?view=statistics&ss=minor&sr=3-20');
    expect(readAddress(url('/w?ss=minor&view=statistics&p=a&sr=3-20'))).toEqual({
      ...address,
      paragraph: 'a',
    });
  });

  test('leaves out of the text’s view what is another view’s, and takes an unknown view for the text’s', () => {
    expect(writeAddress({ view: 'compare', comparator: 'meaning', slug: 'w', filter: 'ss=minor' })).toBe(
      '/w',
    );
    expect(readAddress(url('/w?ss=minor&view=nonsense'))).toEqual({
      view: 'compare',
      comparator: 'meaning',
      slug: 'w',
    });
  });

  test('keeps no parameter of its own among another view’s', () => {
    const address: Address = { view: 'statistics', comparator: 'meaning', slug: 'w', filter: 'p=a&x=1' };
    expect(writeAddress(address)).toBe('/w?view=statistics&x=1');
  });

  test('reads back as the view that it was written for, at any base', () => {
    fc.assert(
      fc.property(addresses, fc.constantFrom('/', '/lesart/', '/a/b/'), (address, base) => {
        expect(readAddress(url(writeAddress(address, base)), base)).toEqual(address);
      }),
    );
  });

  test('says nothing of what is as usual', () => {
    expect(writeAddress({ view: 'compare', comparator: 'meaning' })).toBe('/');
    expect(writeAddress({ view: 'compare', slug: 'w', comparator: 'meaning' }, '/lesart/')).toBe('/lesart/w');
    expect(
      writeAddress({ view: 'compare', slug: 'w', comparator: 'correction', columns: ['de', 'en'] }),
    ).toBe('/w?v=de,en&c=correction');
  });

  test('stands for the first work and its usual view when it is bare', () => {
    const bare: Address = { view: 'compare', comparator: 'meaning' };
    for (const address of ['/', '/index.html', '/?', '/?x=1'])
      expect(readAddress(url(address))).toEqual(bare);
  });

  test('finds the work in front of a page’s file name and a slash', () => {
    expect(readAddress(url('/w/')).slug).toBe('w');
    expect(readAddress(url('/w/index.html')).slug).toBe('w');
    expect(readAddress(url('/lesart/w'), '/lesart/').slug).toBe('w');
  });

  test('takes a comparator that it does not know as none', () => {
    expect(readAddress(url('/w?c=nonsense')).comparator).toBe('meaning');
    expect(readAddress(url('/w?c=')).comparator).toBe('meaning');
    expect(readAddress(url('/w?c=correction')).comparator).toBe('correction');
  });

  test('takes empty columns as none and a repeated one once', () => {
    expect(readAddress(url('/w?v=')).columns).toBeUndefined();
    expect(readAddress(url('/w?v=,,')).columns).toBeUndefined();
    expect(readAddress(url('/w?v=de,en,,de')).columns).toEqual(['de', 'en']);
  });

  test('tells all severities, which go without saying, from none', () => {
    expect(readAddress(url('/w')).severities).toBeUndefined();
    expect(readAddress(url('/w?s=')).severities).toEqual([]);
    expect(writeAddress({ view: 'compare', slug: 'w', comparator: 'meaning', severities: [] })).toBe('/w?s=');
    expect(
      writeAddress({ view: 'compare', slug: 'w', comparator: 'meaning', severities: ['minor', 'critical'] }),
    ).toBe('/w?s=minor,critical');
  });

  test('takes severities in their own order, each once, and leaves out what is none', () => {
    expect(readAddress(url('/w?s=critical,nonsense,minor,,critical')).severities).toEqual([
      'minor',
      'critical',
    ]);
  });

  test('belongs to no work outside the base', () => {
    expect(readAddress(url('/elsewhere/w'), '/lesart/').slug).toBeUndefined();
  });
});
