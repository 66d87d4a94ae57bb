import { defineConfig } from 'vite';
import { interfaceTexts } from './tools/vite-interface.ts';
import { works } from './tools/vite-works.ts';

export default defineConfig({
  plugins: [interfaceTexts(), works(import.meta.dirname)],
  publicDir: 'public',
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
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
