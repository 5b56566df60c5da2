import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import { Client } from 'pg';

/** What went to PostgreSQL for one request, in its order. */
interface Sent {
  /** That find out who is calling. */
  readonly session: readonly string[];
  /** That begin and end transactions. */
  readonly transaction: readonly string[];
  /** All others: those that answer. */
  readonly answer: readonly string[];
}

const TRANSACTION = /^\s*(?:BEGIN|START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
const SESSION = /\borganizations\.session\b/;

/**
 * Notes what a server of this process sends to PostgreSQL while it answers, request by request, at the driver itself: no query of
 * any library gets past it. What the process does besides (queues, notifications, a worker) belongs to no request.
 */
export class SentStatements {
  private readonly requests = new AsyncLocalStorage<string[]>();
  private last: string[] = [];
  private readonly query = Reflect.get(Client.prototype, 'query') as (...parts: unknown[]) => unknown;

  constructor(server: Server) {
    const listeners = server.listeners('request') as ((...parts: unknown[]) => void)[];
    server.removeAllListeners('request');
    server.on('request', (...parts) => {
      this.last = [];
      this.requests.run(this.last, () => {
        for (const listener of listeners) listener.apply(server, parts);
      });
    });
    const note = (statement: unknown): void => void this.requests.getStore()?.push(textOf(statement));
    const { query } = this;
    Object.assign(Client.prototype, {
      query(this: Client, ...parts: unknown[]) {
        note(parts[0]);
        return query.apply(this, parts);
      },
    });
  }

  /** For the last request that came in. */
  ofLastRequest(): Sent {
    const others = this.last.filter((text) => !SESSION.test(text));
    return {
      session: this.last.filter((text) => SESSION.test(text)),
      transaction: others.filter((text) => TRANSACTION.test(text)),
      answer: others.filter((text) => !TRANSACTION.test(text)),
    };
  }

  /** Counts no more. */
  end(): void {
    Object.assign(Client.prototype, { query: this.query });
  }
}

function textOf(statement: unknown): string {
  return typeof statement === 'string' ? statement : (statement as { text: string }).text;
}
