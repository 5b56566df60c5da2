// Compiles apps/ and libs/ into dist/ with SWC, file by file; only files that changed since the last build.
// Types are checked by `npm run typecheck`; this only strips them, so that a first start takes seconds.
import { transformFile } from '@swc/core';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWeb, WEB_FOLDER } from './build-web.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist');

async function sources(folder) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && !e.parentPath.includes('node_modules'))
    .map((e) => path.relative(root, path.join(e.parentPath, e.name)))
    .filter((f) => !f.startsWith(path.join('apps', 'web') + path.sep));
}

const isCode = (f) => f.endsWith('.ts') && !f.endsWith('.spec.ts') && !f.endsWith('.d.ts');
const mtime = async (f) => (await stat(f).catch(() => undefined))?.mtimeMs ?? 0;

/** Builds what is out of date and removes what has no source any more. Returns how many files were written. */
export async function build() {
  const swcrc = JSON.parse(await readFile(path.join(root, 'scripts', 'swc.json'), 'utf8'));
  const options = { ...swcrc, swcrc: false, jsc: { ...swcrc.jsc, baseUrl: root } };
  const settingsChanged = Math.max(
    await mtime(path.join(root, 'scripts', 'swc.json')),
    await mtime(path.join(root, 'package-lock.json')),
  );
  const wanted = new Set();
  let written = 0;
  for (const file of [...(await sources('apps')), ...(await sources('libs'))].filter(isCode)) {
    const target = path.join(out, file.replace(/\.ts$/, '.js'));
    wanted.add(target);
    const builtAt = await mtime(target);
    if (builtAt > Math.max(await mtime(path.join(root, file)), settingsChanged)) continue;
    const { code, map } = await transformFile(path.join(root, file), {
      ...options,
      sourceFileName: path.join(root, file),
    });
    // SWC leaves an alias that leads nowhere as it is; the incremental build would never look at it again.
    if (/require\("[^"]*\.ts"\)|@thongvon\//.test(code))
      throw new Error(`${file} imports a lib that isn't there`);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
    await writeFile(`${target}.map`, map);
    written += 1;
  }
  const built = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const e of built.filter((e) => e.isFile() && e.name.endsWith('.js'))) {
    const target = path.join(e.parentPath, e.name);
    if (target.startsWith(WEB_FOLDER + path.sep)) continue;
    if (!wanted.has(target)) await Promise.all([rm(target), rm(`${target}.map`, { force: true })]);
  }
  return written;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const written = await build();
  const web = (await buildWeb()) ? 'the web application built' : 'the web application is up to date';
  process.stdout.write(`built: ${written} files written to dist/; ${web}\n`);
}
