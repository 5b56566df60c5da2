import { ROLES, type Role } from '@thongvon/api-contract';
import { DataSource } from 'typeorm';
import { TEST_PASSWORD, type TestApi } from '../test-api';
import type { DrawnBody, DrawnRequest } from './requests';
import { KNOWN } from './values';

export interface Answer {
  readonly status: number;
  /** Its content type. */
  readonly type: string;
  /** Its body; '' for streams of events, which go on. */
  readonly text: string;
  readonly milliseconds: number;
  /** The address and body that were sent, to send them again. */
  readonly sent: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Lists whose items requests may name. */
const LISTS = [
  'projects',
  'organizations',
  'users',
  'returns',
  'blockers',
  'alerts',
  'allocations',
  'decisions',
  'snapshots',
  'alert-rules',
  'guarantees',
  'contract-advances',
  'mails',
  'office-profiles',
  'reading-vocabulary/words',
];
const MOST_KNOWN = 400;

/** Sends drawn requests to a running API as people of each role, who are signed in again whenever a request signed them out. */
export class Sender {
  private readonly cookies = new Map<Role, { cookie: string; token: string }>();
  private readonly accounts = new Map<Role, string>();
  private hash = '';
  /** What requests may name: ids, rules, weeks and codes that answers reported. */
  private readonly known = new Set<string>(['2023-06-22', '2023-06-15', 'no-movement', '7915442', '2023']);

  private constructor(
    private readonly api: TestApi,
    private readonly url: string,
  ) {}

  static async to(api: TestApi): Promise<Sender> {
    const sender = new Sender(api, (await api.app.getUrl()).replace('[::1]', '127.0.0.1'));
    const office = await api.organization('UBND huyện Thăng Bình');
    for (const role of ROLES)
      sender.accounts.set(role, await api.user(`fuzz-${role}@thongvon.test`, role, office));
    const [account] = await api.app
      .get(DataSource)
      .query<{ hash: string }[]>(
        `SELECT password_hash AS hash FROM organizations.user_account WHERE id = $1`,
        [sender.accounts.get('leader')],
      );
    sender.hash = account?.hash ?? '';
    for (const list of LISTS) await sender.learn(list);
    return sender;
  }

  async get(path: string): Promise<number> {
    return (await fetch(this.url + path)).status;
  }

  async send({ operation, role, path, query, body, headers }: DrawnRequest): Promise<Answer> {
    const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encoded(this.filledIn(path[name] ?? '')),
    );
    const asked = query.map(([name, value]) => `${encoded(name)}=${encoded(this.filledIn(value))}`).join('&');
    const given = this.bodyOf(body);
    const started = performance.now();
    const reply = await fetch(`${this.url}${address}${asked && '?'}${asked}`, {
      method: operation.method,
      headers: { ...(role === null ? {} : await this.session(role)), ...given.headers, ...headers },
      ...(given.body === undefined ? {} : { body: given.body }),
      redirect: 'manual',
    });
    const type = reply.headers.get('content-type') ?? '';
    const text = type.startsWith('text/event-stream') ? '' : await reply.text();
    if (text === '' && reply.body) await reply.body.cancel().catch(() => undefined);
    const milliseconds = performance.now() - started;
    if (reply.status < 300) this.remember(text);
    const sent = `${address}${asked && '?'}${asked} ${given.shown.slice(0, 400)} ${JSON.stringify(headers)}`;
    return { status: reply.status, type, text, milliseconds, sent: shortened(sent) };
  }

  private bodyOf(body: DrawnBody | null): {
    body?: string | FormData;
    headers: Record<string, string>;
    shown: string;
  } {
    if (body?.kind === 'json') {
      const text = this.filledIn(JSON.stringify(body.value));
      return { body: text, headers: { 'content-type': 'application/json' }, shown: text };
    }
    if (body?.kind === 'raw')
      return { body: body.text, headers: { 'content-type': body.type }, shown: body.text };
    if (body?.kind !== 'form') return { headers: {}, shown: '' };
    const form = new FormData();
    for (const [name, value] of Object.entries(body.fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(body.file)]), body.name);
    return {
      body: form,
      headers: {},
      shown: `${body.name} ${JSON.stringify(body.fields)} ${body.file.length} bytes`,
    };
  }

  /** Something known in place of each mark. */
  private filledIn(text: string): string {
    const all = [...this.known];
    return text.replace(
      new RegExp(`${KNOWN}(\\d+)`, 'g'),
      (_, n: string) => all[Number(n) % all.length] ?? '',
    );
  }

  private remember(text: string): void {
    for (const [id] of text.matchAll(UUID)) if (this.known.size < MOST_KNOWN) this.known.add(id);
  }

  private async learn(list: string): Promise<void> {
    const query = list === 'allocations' ? '?planYear=2023' : '';
    for (const role of ['finance-head', 'administrator'] as const) {
      const reply = await fetch(`${this.url}/api/${list}${query}`, { headers: await this.session(role) });
      if (reply.ok) this.remember(await reply.text());
    }
  }

  /** Headers of someone of this role who is signed in. */
  private async session(role: Role): Promise<Record<string, string>> {
    const opened = this.cookies.get(role);
    if (opened) {
      const headers = { cookie: opened.cookie, 'x-csrf-token': opened.token };
      if ((await fetch(`${this.url}/api/session`, { headers })).ok) return headers;
    }
    await this.restore(role);
    const reply = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `fuzz-${role}@thongvon.test`, password: TEST_PASSWORD }),
    });
    if (!reply.ok) throw new Error(`${role} can't sign in: ${await reply.text()}`);
    const { csrfToken } = (await reply.json()) as { csrfToken: string };
    const cookie = reply.headers
      .getSetCookie()
      .map((text) => text.replace(/;.*/, ''))
      .join('; ');
    this.cookies.set(role, { cookie, token: csrfToken });
    return { cookie, 'x-csrf-token': csrfToken };
  }

  /** Requests of the administrator may have changed or disabled the account, and used up its tries. */
  private async restore(role: Role): Promise<void> {
    const data = this.api.app.get(DataSource);
    await data.query(`DELETE FROM organizations.sign_in_limit`);
    await data.query(
      `UPDATE organizations.user_account SET disabled_at = NULL, role = $2, email = $3, password_hash = $4 WHERE id = $1`,
      [this.accounts.get(role), role, `fuzz-${role}@thongvon.test`, this.hash],
    );
  }
}

/** As in an address, halves of surrogate pairs replaced, which no client can send. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const shortened = (text: string): string => text.replace(/(.)\1{40,}/gs, '$1$1…');
