// Builds apps/web into dist/web with Vite, unless nothing that it is made of has changed since, and compresses the files
// once, so that the API has only to choose.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const WEB_FOLDER = path.join(root, 'dist', 'web');
const STAMP = path.join(WEB_FOLDER, '.built-from');

/** Of contracts the web takes types only, which leave no trace in the build. */
const MADE_OF = ['apps/web', 'libs/kernel', 'docs/huong-dan', 'docs/images'];
const COMPRESSED = /\.(?:js|css|html|svg|txt)$/;

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
}

/** Changes when a source is written, added or removed. */
async function fingerprint() {
  const folders = await Promise.all(MADE_OF.map((folder) => filesBelow(path.join(root, folder))));
  const sources = folders.flat().filter((file) => !/\.spec\.tsx?$|README\.md$/.test(file));
  const hash = createHash('sha256');
  for (const file of [path.join(root, 'package-lock.json'), ...sources.sort()]) {
    const { mtimeMs, size } = await stat(file);
    hash.update(`${path.relative(root, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function compress(file) {
  const bytes = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 10,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

/** Returns whether there was anything to build. */
export async function buildWeb() {
  const wanted = await fingerprint();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return false;
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'apps', 'web', 'vite.config.mjs'), logLevel: 'warn' });
  await Promise.all((await filesBelow(WEB_FOLDER)).filter((file) => COMPRESSED.test(file)).map(compress));
  await writeFile(STAMP, wanted);
  return true;
}
