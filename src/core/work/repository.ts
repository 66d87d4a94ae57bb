/** Where a work's folder lies in a public repository. */
export interface Repository {
  /** Its page, such as `https://codeberg.org/owner/name`. */
  readonly url: string;
  readonly branch: string;
  /** The work's folder from the root, with slashes. */
  readonly folder: string;
}

/** Only over https, on sites whose edit page is known; on GitLab groups may lie in groups. */
export const REPOSITORY_URL =
  /^https:\/\/(?:(?:github\.com|codeberg\.org)(?:\/\w[\w.+-]*){2}|gitlab\.com(?:\/\w[\w.+-]*){2,20})$/;
/** No part of it leads upwards. */
export const REPOSITORY_PATH = /^\w[\w.+-]*(?:\/\w[\w.+-]*){0,20}$/;
