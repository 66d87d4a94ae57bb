import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { interfaceTexts } from './tools/vite-interface.ts';
import { plainImports, preloadFirst } from './tools/vite-preload.ts';
import { flatTemplates } from './tools/vite-templates.ts';
import { works } from './tools/vite-works.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [
    plainImports(),
    flatTemplates(),
    interfaceTexts(),
    works(import.meta.dirname),
    preloadFirst('app-shell'),
  ],
  publicDir: 'public',
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // One file where the first view needs all of it: dozens of small ones compress worse.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /src\/(store\/shipped\.ts|worker\/(start|ask|compare-bridge)\.ts|app\/(comparisons|diff-text\/[\w.-]+|highlights|controls\.styles|segments|settings|events|reading\.styles|save-file|live-range|selection|direction|opened-work)(\.ts)?|i18n\/local-text\.ts|core\/(problem|span|mqm\/typology|work\/(work-schema|repository|variant-file|page|schema|json-path|model|rows|members)|contribution\/(anchor|gap|edit-distance|fold|verdict|withdrawal|canonical|id|log-lines|conflict|record-schema|reading))\.ts)|node_modules\/(?:valibot|@lit|lit|lit-html)\/|@oxc-project/,
            },
          ],
        },
        // Named, so that the size check can tell them from the first view's texts.
        chunkFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith('?later') ? 'assets/later-[name]-[hash].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
});
