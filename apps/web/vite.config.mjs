import path from 'node:path';
import { defineConfig } from 'vite';
import { guides } from './guides.mjs';

const root = import.meta.dirname;
const repository = path.resolve(root, '../..');

/** `npm run dev` passes calls of the API on to a system that runs already. */
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

/** Fonts that every page needs start on their way with the page, not when the first text is laid out. */
const FONTS = /\/(?:be-vietnam-pro-\w+-\d+-normal|noto-sans-figures-\d+)-[\w-]+\.woff2$/;
const fontsAhead = {
  name: 'fonts-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => FONTS.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        })),
  },
};

/** Asks for a signed-in person's page while the app's own code is still on its way; so it may share nothing with it. */
const AHEAD = path.join(root, 'src', 'ahead.ts');
const OF_AHEAD = /src\/(?:ahead|app\/pages|api\/csrf-token)\.ts$|vite\/preload-helper/;
const aheadOfAll = {
  name: 'ahead-of-all',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === 'chunk' && file.moduleIds.includes(AHEAD))
        .map((chunk) => ({
          tag: 'script',
          attrs: { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` },
          injectTo: 'head',
        })),
  },
};

/**
 * Files that import each other run before what they need is there: words were missing without a word. Merging chunks
 * (`entriesAwareMergeThreshold`) can make such a cycle; the build then fails instead of the page.
 */
const noCycles = {
  name: 'no-cycles',
  generateBundle(_, bundle) {
    const importsOf = (file) => bundle[file]?.imports ?? [];
    const reached = (file, seen = new Set()) => {
      for (const next of importsOf(file)) if (!seen.has(next)) reached(next, seen.add(next));
      return seen;
    };
    const cyclic = Object.keys(bundle).filter((file) => reached(file).has(file));
    if (cyclic.length > 0) this.error(`these files import each other: ${cyclic.join(', ')}`);
  },
};

export default defineConfig({
  root,
  plugins: [fontsAhead, aheadOfAll, noCycles, guides],
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
      input: { index: path.join(root, 'index.html'), ahead: AHEAD },
      output: {
        // Names of groups list all that they are for.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'ahead', test: OF_AHEAD },
            { name: 'start', tags: ['$initial'] },
            // A page asks for few files, most of which another page has brought already.
            { name: 'parts', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 5_000 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
});
