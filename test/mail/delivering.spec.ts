import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { MailServer, type Reception } from '../support/mail-server';
import { LETTER, MailSystem } from './support/mail-system';

describe('a mail', () => {
  let server: MailServer;
  let system: MailSystem;

  async function begin(...plan: Reception[]): Promise<void> {
    server = await MailServer.start(...plan);
    system = await MailSystem.start({ SMTP_URL: server.url, MAIL_FROM: 'Thông Vốn <thongvon@example.test>' });
  }

  afterEach(async () => {
    await system.close();
    await server.down();
  });

  it('reaches the mail server once, as HTML and as text, with its headers', async () => {
    await begin();
    await system.worker();
    const { id, added } = await system.add({
      ...LETTER,
      headers: { 'List-Unsubscribe': '<https://example.test/mails>' },
      attachments: [{ fileName: 'Số liệu.txt', contentType: 'text/plain', content: Buffer.from('1') }],
    });
    expect(added).toBe(true);
    const mail = await system.until(id, ({ state }) => state === 'sent');
    expect(mail).toMatchObject({ attempts: 1, unknownOutcomes: 0, dueAt: null });
    expect(mail.history).toMatchObject([
      { nth: 1, outcome: 'accepted', answer: expect.stringMatching(/^250/) },
    ]);
    const [read] = await server.read();
    expect(read).toMatchObject({
      subject: LETTER.subject,
      messageId: mail.messageId,
      text: LETTER.text,
      from: { value: [{ name: 'Thông Vốn', address: 'thongvon@example.test' }] },
      to: { value: [{ address: LETTER.to }] },
      attachments: [{ filename: 'Số liệu.txt', content: Buffer.from('1') }],
    });
    expect(read?.html).toContain(LETTER.html);
    expect(read?.headers.get('list')).toEqual({ unsubscribe: { url: 'https://example.test/mails' } });
    expect(server.offered).toBe(1);
  });

  it('is written only with its transaction, and once for a key', async () => {
    await begin();
    const vanished = system.data.transaction(async (manager) => {
      await system.addIn(manager);
      throw new Error('no');
    });
    await expect(vanished).rejects.toThrow('no');
    const first = await system.add();
    const second = await system.add({ ...LETTER, subject: 'Khác' });
    expect(second).toEqual({ id: first.id, added: false });
    const racing = await Promise.all(
      Array.from({ length: 5 }, () => system.add({ ...LETTER, key: 'test:2' })),
    );
    expect(new Set(racing.map(({ id }) => id)).size).toBe(1);
    expect(racing.filter(({ added }) => added)).toHaveLength(1);
    await system.worker();
    await system.until(first.id, ({ state }) => state === 'sent');
    await system.until(racing[0]?.id ?? '', ({ state }) => state === 'sent');
    expect(server.offered).toBe(2);
  });

  it.each([
    ['refuse-recipient', '550 5.1.1 no such mailbox'],
    ['refuse-message', '554 5.6.0 not this'],
  ] as const)(
    'that is refused for good (%s) fails, with the answer kept, and is not tried again',
    async (how, answer) => {
      await begin(how);
      await system.worker();
      const { id } = await system.add();
      const mail = await system.until(id, ({ state }) => state === 'failed');
      expect(mail).toMatchObject({ attempts: 1, dueAt: null, sentAt: null, lastAnswer: answer });
      await expect(system.openIntents()).resolves.toBe(0);
      expect(server.taken).toHaveLength(0);
    },
  );

  it('that failed is tried again when an administrator says so', async () => {
    await begin('refuse-recipient');
    await system.worker();
    const { id } = await system.add();
    await system.until(id, ({ state }) => state === 'failed');
    await system.retry(id);
    expect(await system.until(id, ({ state }) => state === 'sent')).toMatchObject({ attempts: 2 });
    expect(server.taken).toHaveLength(1);
    await expect(system.retry(id)).rejects.toMatchObject({ code: 'MAIL-SENT' });
  });

  it('is tried again after growing pauses while the server says "later"', async () => {
    await begin('later', 'later', 'vanish-before-data');
    await system.worker();
    const { id } = await system.add();
    const { history } = await system.until(id, ({ state }) => state === 'sent');
    expect(history.map(({ outcome }) => outcome)).toEqual(['deferred', 'deferred', 'deferred', 'accepted']);
    const starts = history.map(({ startedAt }) => startedAt.getTime());
    const pauses = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
    [50, 100, 200].forEach((pause, i) => expect(pauses[i]).toBeGreaterThanOrEqual(pause));
    expect(server.offered).toBe(1);
  });

  it('waits for a server that is down, and is sent once it is up again', async () => {
    await begin();
    await server.down();
    await system.worker();
    const { id } = await system.add();
    const waiting = await system.until(id, ({ attempts }) => attempts >= 5);
    expect(waiting).toMatchObject({ unknownOutcomes: 0, sentAt: null });
    await server.up();
    await system.until(id, ({ state }) => state === 'sent');
    expect(server.offered).toBe(1);
  });

  it('does not hold up the end of its process when the server is silent, and is for later', async () => {
    await begin();
    await server.down();
    const silent = createServer().listen(server.port, '127.0.0.1');
    const accepted = once(silent, 'connection') as Promise<[Socket]>;
    const worker = await system.worker();
    const { id } = await system.add();
    const [socket] = await accepted;
    const began = performance.now();
    await worker.stop();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await system.look(id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastAnswer: 'we were stopping',
    });
    socket.destroy();
    silent.close();
  });

  it('never changes once it is written', async () => {
    await begin();
    const { id } = await system.add();
    for (const sql of [
      `UPDATE platform.mail SET message = '' WHERE id = $1`,
      `DELETE FROM platform.mail WHERE id = $1`,
    ])
      await expect(system.data.query(sql, [id])).rejects.toThrow('append-only');
  });
});
