import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../support/program';

/** A Redis that a test may stop and start again, with the settings of docker-compose.yml. */
export class OwnRedis {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<OwnRedis> {
    const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-redis-'));
    const redis = new OwnRedis(folder, await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it at the same port as before, with what its append-only file kept. */
  async start(): Promise<void> {
    const settings = `--port ${this.port} --bind 127.0.0.1 --dir ${this.folder} --save --appendonly yes`;
    this.server = spawn('redis-server', [...settings.split(' '), '--maxmemory-policy', 'noeviction'], {
      stdio: 'ignore',
    });
    const client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    await client.quit();
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!this.server) return;
    const ended = once(this.server, 'exit');
    this.server.kill(signal);
    this.server = undefined;
    await ended;
  }

  /** Loses what it has kept; only while it does not run. */
  async lose(): Promise<void> {
    await rm(path.join(this.folder, 'appendonlydir'), { recursive: true });
  }

  async discard(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true });
  }
}
