import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

const TYPES: Record<string, string> = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** The strict policy of the built page: own files only, no inline script or style. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html lesart-worker',
].join('; ');

/**
 * Serves `translations/works/` under `/works/` while developing and copies it into the build, with
 * `works/index.json` naming the works, so that the app reads them as files at run time: a broken file is
 * then a message to the reader and not a broken build. Each work also gets `<slug>/index.html`, so that its
 * address works on a server that knows nothing of the app.
 */
export function works(root: string): Plugin {
  const folder = resolve(root, 'translations/works');
  const slugs = (): string[] =>
    readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  const index = (): string => JSON.stringify({ works: slugs() });

  return {
    name: 'lesart-works',
    configureServer(server) {
      server.middlewares.use('/works', (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
        const file = resolve(folder, `.${path}`);
        if (path === '/index.json') {
          response.setHeader('content-type', TYPES['json'] ?? '');
          response.end(index());
        } else if (file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile()) {
          response.setHeader('content-type', TYPES[file.split('.').pop() ?? ''] ?? 'text/plain');
          response.end(readFileSync(file));
        } else {
          response.statusCode = 404;
          response.end();
        }
        void next;
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        if (context.server) return html;
        return {
          html,
          tags: [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
              injectTo: 'head-prepend',
            },
          ],
        };
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        this.emitFile({ type: 'asset', fileName: 'works/index.json', source: index() });
        const page = bundle['index.html'];
        for (const slug of slugs()) {
          for (const name of readdirSync(join(folder, slug)))
            this.emitFile({
              type: 'asset',
              fileName: `works/${slug}/${name}`,
              source: readFileSync(join(folder, slug, name)),
            });
          if (page?.type === 'asset')
            this.emitFile({ type: 'asset', fileName: `${slug}/index.html`, source: page.source });
        }
      },
    },
  };
}
