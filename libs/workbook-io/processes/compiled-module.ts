import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Path of the compiled form of a module, for a process to start from: Node takes JavaScript only. From code in
 * dist/ it is the file next to the caller; from a source file (a test under jest) its twin in dist/, which
 * `node scripts/build.mjs` must have written.
 *
 * @param folder the caller's `__dirname`
 * @param name file name without extension
 */
export function compiledModule(folder: string, name: string): string {
  const neighbour = path.join(folder, `${name}.js`);
  if (existsSync(neighbour)) return neighbour;
  const root = rootOf(folder);
  return path.join(root, 'dist', path.relative(root, folder), `${name}.js`);
}

function rootOf(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('no package.json above the module');
  return rootOf(parent);
}
