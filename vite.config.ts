import { defineConfig } from 'vite';
import { interfaceTexts } from './tools/vite-interface.ts';
import { works } from './tools/vite-works.ts';

export default defineConfig({
  plugins: [interfaceTexts(), works(import.meta.dirname)],
  publicDir: 'public',
  build: { target: 'es2022', outDir: 'dist/app', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
});
