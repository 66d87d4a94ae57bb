import type { Plugin } from 'vite';

/** A style sheet without comments and needless white space; what stands in quotation marks stays as it is. */
function flatCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/('[^']*'|"[^"]*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};]) ?/g, '$1')
            .replace(/([:,]) /g, '$1')
            .replace(/;\}/g, '}'),
    )
    .join('');
}

/**
 * Takes the indentation out of the app's sources, for the sake of the templates in them, and what a browser does not
 * need out of their style sheets: a minifier leaves the inside of a template literal alone. In templates the line
 * ends stay, and with them the white space that HTML sees.
 */
export function flatTemplates(): Plugin {
  return {
    name: 'lesart-flat-templates',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/\/src\/app\/.*\.ts$/.test(id)) return null;
      const sheets = id.endsWith('.styles.ts')
        ? code.replace(/css`([^`$\\]*)`/g, (_all, css: string) => `css\`${flatCss(css)}\``)
        : code;
      return { code: sheets.replace(/\n[ \t]+/g, '\n'), map: null };
    },
  };
}
