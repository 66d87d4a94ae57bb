import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Names the first view's scripts in the page itself, so that they are fetched together with it and not one after
 * the other. (Vite's own preloading needs a helper in every build, and begins only when the entry has run.)
 *
 * @param first the chunk that the entry asks for at once
 */
export function preloadFirst(first: string): Plugin {
  return {
    name: 'lesart-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const wanted = new Set<string>();
        const visit = (file: string): void => {
          if (wanted.has(file)) return;
          wanted.add(file);
          byFile.get(file)?.imports.forEach(visit);
        };
        const start = chunks.find(({ name }) => name === first);
        if (!start) throw new Error(`There is no chunk ${first} to preload.`);
        visit(start.fileName);
        return [...wanted].map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}

/** Vite's helper for dynamic imports preloads what they need; with preloading off it is dead weight in every page. */
export function plainImports(): Plugin {
  const helper = /^\0?vite\/preload-helper(?:\.js)?$/;
  return {
    name: 'lesart-plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: helper },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
