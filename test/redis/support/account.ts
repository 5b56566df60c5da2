/** An event of a return's stream. */
export interface StreamedEvent {
  readonly id: string | undefined;
  readonly event: string;
}

type Sending = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** Someone signed in, with a browser that tells nothing of its origin: state-changing calls carry the token. */
export class Account {
  private constructor(
    private readonly server: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async signIn(server: string, email: string, password: string): Promise<Account> {
    const anonymous = new Account(server, {});
    const response = await anonymous.send('/api/session', json({ email, password }));
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    return new Account(server, { Cookie: cookies.join('; '), 'x-csrf-token': csrfToken });
  }

  /** Returns the id of what was made. */
  async create(path: string, body: object): Promise<string> {
    return idOf(await this.send(path, json(body)));
  }

  async upload(bytes: Buffer, fileName: string): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([bytes]), fileName);
    return idOf(await this.send('/api/returns', { method: 'POST', body }));
  }

  /** Follows a return to the end of its stream. */
  async events(id: string, lastEventId?: string): Promise<StreamedEvent[]> {
    const after = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
    const response = await this.send(`/api/returns/${id}/events`, { headers: after });
    const field = (block: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    return (await response.text())
      .split('\n\n')
      .map((block) => ({ id: field(block, 'id'), event: field(block, 'event') ?? '' }))
      .filter(({ event }) => event !== '');
  }

  private async send(path: string, request: Sending): Promise<Response> {
    const headers = { ...this.headers, ...request.headers };
    const response = await fetch(`${this.server}${path}`, { ...request, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

const json = (body: object) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const idOf = async (response: Response): Promise<string> => ((await response.json()) as { id: string }).id;
