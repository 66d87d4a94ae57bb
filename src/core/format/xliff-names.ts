/** Namespaces of XLIFF 2.1 (its core keeps that of 2.0) and of the modules we use. */
export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';
/** XLIFF 1.2 (OASIS, 2008). */
export const XLIFF_12 = 'urn:oasis:names:tc:xliff:document:1.2';
/** Its namespaces; translate-toolkit puts units of 1.2 into a document of 1.1, which has the same elements. */
export const XLIFF_1 = ['urn:oasis:names:tc:xliff:document:1.1', XLIFF_12];
export const MATCHES = 'urn:oasis:names:tc:xliff:matches:2.0';
export const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';
export const ITS = 'http://www.w3.org/2005/11/its';
const XML = 'http://www.w3.org/XML/1998/namespace';

export const XML_ID = `{${XML}}id`;
export const its = (name: string): string => `{${ITS}}${name}`;

/** The prefix of our own values where XLIFF allows such: types, sub-states, categories of metadata. */
export const OWN = 'lesart:';
/** Categories of groups of metadata: what a work, a paragraph, a record says beyond XLIFF. */
export const GROUP = {
  work: `${OWN}work`,
  records: `${OWN}records`,
  paragraph: `${OWN}paragraph`,
  mark: `${OWN}mark`,
  comment: `${OWN}comment`,
  correction: `${OWN}correction`,
} as const;
/** What a match is that proposes another text for a paragraph. */
export const CORRECTION_TYPE = `${OWN}correction`;

/** Which typology the categories of our marks are from. */
export const PROFILE = 'https://themqm.org';

/** Fragment identifiers inside a unit: a note, the issues of a stand-off element. */
export const noteRef = (id: string): string => `#n=${id}`;
export const issuesRef = (id: string): string => `#its=${id}`;

/** A placeholder, in XLIFF 1.2 and TMX, that stands for a character which XML cannot hold. */
export const CHARACTER_TYPE = 'x-char';

/** The id that a fragment identifier ends in, with or without a path before it (`#f=a/u=b/n=c`, `#c`). */
export function refId(ref: string): string {
  return /(?:[#/](?:[a-z]+=)?)?([^#/=]*)$/.exec(ref)?.[1] ?? '';
}
