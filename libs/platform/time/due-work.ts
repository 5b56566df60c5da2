import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

/** How often the business clock is looked at. It ticks as the real one does. Milliseconds. */
const EVERY = 60_000;
/** How long a start waits for what is due already. Milliseconds. */
const PATIENCE = 10_000;

/**
 * Work that falls due by the business clock: looked for at start and every minute (contract, section 2). A look asks what is
 * missing and does it, so that it doesn't matter how many were missed or how many processes look; only workers do.
 */
@Injectable()
export class DueWork implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DueWork.name);
  private readonly looks = new Map<string, () => Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** Looks run one after another, in the order in which they were registered. */
  register(name: string, look: () => Promise<void>): void {
    this.looks.set(name, look);
  }

  /** Looks for the first time, and waits for it a while, so that what was due before the start is there after it. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.look(), EVERY);
    const looked = new AbortController();
    const first = this.look().finally(() => looked.abort());
    await Promise.race([first, wait(PATIENCE, undefined, { signal: looked.signal }).catch(() => undefined)]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): Promise<void> {
    this.running ??= this.lookForAll().finally(() => (this.running = undefined));
    return this.running;
  }

  private async lookForAll(): Promise<void> {
    for (const [name, look] of this.looks) {
      await look().catch((error: unknown) =>
        this.logger.error(
          `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ),
      );
    }
  }
}
