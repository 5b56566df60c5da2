import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { Environment } from '@thongvon/platform';

const PATIENCE = 2000;

/** Asks those that the API can't work without whether they answer. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private readonly redis: Redis | undefined;

  constructor(
    private readonly dataSource: DataSource,
    environment: Environment,
  ) {
    if (environment.REDIS_URL === undefined) return;
    this.redis = new Redis(environment.REDIS_URL, { lazyConnect: true, maxRetriesPerRequest: 0 });
    // Reported by `ready` below; an unhandled error event would end the process.
    this.redis.on('error', () => undefined);
  }

  /** Whether database and, when configured, Redis answered within two seconds. */
  async ready(): Promise<boolean> {
    const answers = Promise.all([this.dataSource.query('SELECT 1'), this.redis?.ping()]);
    return Promise.race([answers.then(() => true).catch(() => false), afterPatience()]);
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}

function afterPatience(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE).unref());
}
