import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Delivery, Letter, MailTransport } from './mail-transport';

/** Writes each letter to a folder as an `.eml` file that mail programs open: for those who have no mail server. */
export class FolderTransport implements MailTransport {
  readonly repeatable = true;

  constructor(private readonly folder: string) {}

  async deliver(letter: Letter): Promise<Delivery> {
    const name = fileName(letter);
    try {
      await mkdir(this.folder, { recursive: true });
      await this.write(name, letter.message);
      return { outcome: 'accepted', answer: name };
    } catch (error) {
      return { outcome: 'deferred', answer: String(error) };
    }
  }

  /** Under its name there is the whole letter or nothing, whenever the machine goes down. */
  private async write(name: string, message: Buffer): Promise<void> {
    const unfinished = path.join(this.folder, `.${name}.${randomUUID()}`);
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(message);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path.join(this.folder, name));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

/** By time and key, so that a letter delivered twice is one file. Keys that look alike in a file's name differ in its hash. */
function fileName({ key, createdAt }: Letter): string {
  const time = createdAt.toISOString().replace(/\D/g, '').slice(0, 14);
  const readable = key.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, 80);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return `${time}-${readable}-${hash}.eml`;
}
