import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { types } from 'node:util';

export interface Reply<T> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: T;
}

interface Sending {
  readonly body?: FormData;
  readonly ifMatch?: string;
}

const PATIENCE = 180_000;

/**
 * Someone at a browser who doesn't give up: when the connection fails, the same request is sent again, with the same
 * Idempotency-Key, until there is an answer.
 */
export class Person {
  private headers: Record<string, string> = {};

  /** `waitOver` is asked to let the time pass after which a request with that key counts as died with its process. */
  constructor(
    private readonly server: string,
    private readonly waitOver: (key: string) => Promise<void>,
  ) {}

  async signIn(email: string, password: string): Promise<this> {
    const response = await this.send('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.server },
      body: JSON.stringify({ email, password }),
    });
    if (response.status !== 200) throw new Error(`${email} can't sign in: ${await response.text()}`);
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookie = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    this.headers = { Cookie: cookie.join('; '), 'x-csrf-token': csrfToken };
    return this;
  }

  get<T>(path: string): Promise<Reply<T>> {
    return this.ask(path, { headers: this.headers });
  }

  async post<T>(path: string, { body, ifMatch }: Sending = {}): Promise<Reply<T>> {
    const key = randomUUID();
    const headers = {
      ...this.headers,
      'Idempotency-Key': key,
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    };
    for (;;) {
      const reply = await this.ask<T>(path, { method: 'POST', headers, ...(body ? { body } : {}) });
      if (reply.status !== 409 || !isInProgress(reply.body)) return reply;
      await this.waitOver(key);
    }
  }

  /** Throws on an answer that says the system failed: a killed one says nothing. */
  private async ask<T>(path: string, request: RequestInit): Promise<Reply<T>> {
    const response = await this.send(path, request);
    if (response.status >= 500) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const body = (await response.json()) as T;
    return { status: response.status, etag: response.headers.get('etag'), body };
  }

  private async send(path: string, request: RequestInit): Promise<Response> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      try {
        const response = await fetch(`${this.server}${path}`, request);
        // An answer that breaks off is none.
        return new Response(await response.arrayBuffer(), response);
      } catch (error) {
        if (!isConnectionLost(error) || performance.now() > deadline) throw error;
        await wait(25);
      }
    }
  }
}

function isInProgress(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && 'code' in body && body.code === 'IDEMPOTENCY-IN-PROGRESS'
  );
}

/** So fetch says that there was no whole answer. (Not `instanceof`: fetch comes from outside jest's sandbox.) */
function isConnectionLost(error: unknown): boolean {
  return types.isNativeError(error) && error.name === 'TypeError';
}
