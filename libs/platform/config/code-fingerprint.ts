import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the libs, as compiled or, in a test, as written. */
const LIBS = path.resolve(__dirname, '../..');
let known: string | undefined;

/** Names the code of the libs that this process runs: other code, another fingerprint. */
export function codeFingerprint(): string {
  known ??= fingerprintOf(LIBS);
  return known;
}

function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.[jt]s$/.test(name),
  );
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
