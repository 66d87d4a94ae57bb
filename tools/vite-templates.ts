import type { Plugin } from 'vite';

/**
 * Takes the indentation out of the app's sources, for the sake of the templates and style sheets in them: a
 * minifier leaves the inside of a template literal alone. Line ends stay, and with them the white space that HTML
 * and CSS see.
 */
export function flatTemplates(): Plugin {
  return {
    name: 'lesart-flat-templates',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      return /\/src\/app\/.*\.ts$/.test(id) ? { code: code.replace(/\n[ \t]+/g, '\n'), map: null } : null;
    },
  };
}
