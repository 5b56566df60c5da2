import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILE = 'demo-password';

/**
 * The demo accounts' password: the given one, or one that was generated at the first start and is kept in the data
 * folder for its owner alone, so that a later start can print it again.
 */
export async function demoPassword(dataFolder: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const file = path.join(dataFolder, FILE);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return kept.trim();
  const password = randomBytes(9).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}
