import { setTimeout as wait } from 'node:timers/promises';
import { REST } from './measure.mjs';

/** Longer than that without a look at its sockets, and this process may hold some that the other end has closed. */
const BUSY = 1000;
let looked = performance.now();
setInterval(() => (looked = performance.now()), BUSY / 10).unref();

/**
 * `fetch`, on a connection that is open: a server closes what is silent for some seconds, and who has been busy for as long, making
 * workbooks, doesn't know of it.
 */
async function fetchOpen(url, options) {
  if (performance.now() - looked > BUSY) await wait(REST);
  return fetch(url, options);
}

/** A signed-in script that talks to the API. Throws on any answer that is no success. */
export class Client {
  #url;
  #headers;

  constructor(url, headers) {
    this.#url = url;
    this.#headers = headers;
  }

  static async signIn(url, email, password) {
    const reply = await fetchOpen(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email, password }),
    });
    const { csrfToken } = await (await successful(reply)).json();
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Client(url, { cookie: cookie.join('; '), 'x-csrf-token': csrfToken });
  }

  async get(path) {
    return (await this.#fetch(path)).json();
  }

  async post(path) {
    return (await this.#fetch(path, { method: 'POST' })).json();
  }

  async upload(path, bytes, fields) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('file', new Blob([bytes]), 'return.xlsx');
    return (await this.#fetch(path, { method: 'POST', body })).json();
  }

  /** Waits for the last of the server-sent events. */
  async followToEnd(path) {
    await (await this.#fetch(path)).text();
  }

  async #fetch(path, options) {
    return successful(await fetchOpen(`${this.#url}${path}`, { ...options, headers: this.#headers }));
  }
}

async function successful(reply) {
  if (reply.ok) return reply;
  throw new Error(`${reply.url} answers ${reply.status}: ${await reply.text()}`);
}
