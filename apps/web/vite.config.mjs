import path from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const repository = path.resolve(root, '../..');

/** `npm run dev` passes calls of the API on to a system that runs already. */
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root,
  resolve: {
    alias: [{ find: /^@thongvon\/([^/]+)$/, replacement: `${repository}/libs/$1/index.ts` }],
  },
  build: {
    outDir: path.join(repository, 'dist/web'),
    emptyOutDir: true,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    // A data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    // The polyfill is an inline script in the page.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Packages mark what is for the browser; all of this is.
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
});
