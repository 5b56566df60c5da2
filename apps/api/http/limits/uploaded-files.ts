import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** How many bytes of uploaded files one process holds at once; keeping them takes about three times as much. */
const IN_MEMORY = 40 * 1024 * 1024;

/**
 * Uploads wait on the disk. Their bytes are in memory only while they are kept in the database, and of all uploads
 * together only so many; the rest wait in order of their arrival.
 */
@Injectable()
export class UploadedFiles implements OnModuleDestroy {
  private made: Promise<string> | undefined;
  private held = 0;
  /** Ends when everybody who came before has got room. */
  private turn: Promise<void> = Promise.resolve();
  private freed: () => void = () => undefined;

  /** This process's own folder for files that are coming in; nobody else on the machine can look into it. */
  folder(): Promise<string> {
    return (this.made ??= mkdtemp(path.join(tmpdir(), 'thongvon-incoming-')));
  }

  async onModuleDestroy(): Promise<void> {
    if (this.made) await rm(await this.made, { recursive: true, force: true });
  }

  /** Runs `work` with the file's bytes, which nothing may hold on to afterwards. */
  async use<T>(
    { path, size }: Pick<Express.Multer.File, 'path' | 'size'>,
    work: (bytes: Buffer) => Promise<T>,
  ): Promise<T> {
    this.turn = this.turn.then(() => this.take(size));
    await this.turn;
    try {
      return await work(await readFile(path));
    } finally {
      this.held -= size;
      this.freed();
    }
  }

  /** Only one waits here at a time: the others wait for their turn. */
  private async take(size: number): Promise<void> {
    while (this.held > 0 && this.held + size > IN_MEMORY)
      await new Promise<void>((resolve) => (this.freed = resolve));
    this.held += size;
  }
}
