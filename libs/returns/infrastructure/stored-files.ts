import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Original bytes, kept once by their SHA-256, in the database so that they commit with the return that brought them. */
export async function keepFile(manager: EntityManager, bytes: Buffer): Promise<string> {
  const sha256 = sha256Of(bytes);
  await manager.query(
    `INSERT INTO stored_file (sha256, size, bytes) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING`,
    [sha256, bytes.length, bytes],
  );
  return sha256;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function fileBytes(manager: EntityManager, sha256: string): Promise<Buffer> {
  const [file] = await manager.query<{ bytes: Buffer }[]>(`SELECT bytes FROM stored_file WHERE sha256 = $1`, [
    sha256,
  ]);
  if (!file) throw new Error(`no stored file ${sha256}`);
  return file.bytes;
}
