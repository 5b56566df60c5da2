import { setTimeout as wait } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { type Entries, entryDecorator } from '../registry/registry';

/** How often the business clock is looked at. It ticks as the real one does. Milliseconds. */
const EVERY = 60_000;
/** How long a start waits for what is due already. Milliseconds. */
const PATIENCE = 10_000;

/** Looks for work of one sort that has fallen due by the business clock, and does it. */
export interface DueLook {
  look(): Promise<void>;
}

/** On the class of a provider: workers have it look at start and every minute, under this name in the log. */
export const EveryMinute = entryDecorator<DueLook>('due work');

/**
 * Work that falls due by the business clock: looked for at start and every minute (contract, section 2). A look asks what is
 * missing and does it, so that it doesn't matter how many were missed or how many processes look; only workers do.
 */
export class DueWork implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DueWork.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** Looks run one after another, by their names. */
  constructor(private readonly looks: Entries<string, DueLook>) {}

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
    for (const [name, due] of this.looks.all) {
      await due
        .look()
        .catch((error: unknown) =>
          this.logger.error(
            `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          ),
        );
    }
  }
}
