import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Environment } from '../config/environment';

type Listener = (payload: string) => void;
const RECONNECT_AFTER = 1000;

/**
 * PostgreSQL's LISTEN on a connection of its own: how processes wake each other without polling. A notification may
 * be lost when the connection breaks, so every listener also looks by itself now and then.
 */
@Injectable()
export class Notifications implements OnApplicationShutdown {
  private readonly logger = new Logger(Notifications.name);
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Promise<Client> | undefined;
  private closed = false;

  constructor(private readonly environment: Environment) {}

  /**
   * Calls `listener` for each notification on `channel`. Resolves, once that is so, to what ends it; without a connection,
   * or while the process ends, it resolves all the same: listeners look by themselves.
   */
  async listen(channel: string, listener: Listener): Promise<() => void> {
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    await this.hear(channel).catch((error: unknown) => this.reconnect(error as Error));
    return () => listeners.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.then((client) => client.end()).catch(() => undefined);
  }

  private async hear(channel: string): Promise<void> {
    if (this.closed) return;
    const client = await this.connected();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  }

  private connected(): Promise<Client> {
    this.client ??= this.connect();
    return this.client;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.environment.DATABASE_URL,
      application_name: 'thongvon-listen',
    });
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? '');
    });
    client.on('error', (error) => this.reconnect(error));
    client.on('end', () => this.reconnect());
    await client.connect();
    for (const channel of this.listeners.keys())
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    return client;
  }

  private reconnect(error?: Error): void {
    if (this.closed || !this.client) return;
    this.client = undefined;
    if (error) this.logger.warn(`listening connection lost: ${error.message}`);
    setTimeout(() => {
      if (!this.closed) this.connected().catch((reason: unknown) => this.reconnect(reason as Error));
    }, RECONNECT_AFTER).unref();
  }
}
