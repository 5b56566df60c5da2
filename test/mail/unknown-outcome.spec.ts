import { MAIL_CRASH_POINTS } from '@thongvon/platform';
import { MailServer, type Reception } from '../support/mail-server';
import { killMailWorker } from './support/killed-mail-worker';
import { LETTER, MailSystem, QUICK } from './support/mail-system';

describe('a mail of which nobody knows whether it was taken', () => {
  let server: MailServer;
  let system: MailSystem;

  async function begin(...plan: Reception[]): Promise<void> {
    server = await MailServer.start(...plan);
    system = await MailSystem.start({ SMTP_URL: server.url });
  }

  afterEach(async () => {
    await system.close();
    await server.down();
  });

  it('is shown as unknown and sent once more, when the time has come, with the same Message-ID and bytes', async () => {
    await begin('accept-and-vanish');
    await system.worker();
    const { id } = await system.add();
    const unknown = await system.until(id, ({ state }) => state === 'unknown');
    expect(unknown).toMatchObject({ attempts: 1, unknownOutcomes: 1, sentAt: null });
    const { history, messageId } = await system.until(id, ({ state }) => state === 'sent');
    expect(history.map(({ outcome }) => outcome)).toEqual(['unknown', 'accepted']);
    const [first, second] = history.map(({ startedAt }) => startedAt.getTime());
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(QUICK.againAfterUnknown ?? 0);
    const [one, other] = server.taken;
    expect(one?.toString()).toContain(`Message-ID: ${messageId}`);
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it('is not sent a third time', async () => {
    await begin('vanish-after-data', 'vanish-after-data');
    await system.worker();
    const { id } = await system.add();
    const mail = await system.until(id, ({ unknownOutcomes }) => unknownOutcomes === 2);
    expect(mail).toMatchObject({ state: 'unknown', dueAt: null, attempts: 2 });
    await expect(system.openIntents()).resolves.toBe(0);
    expect(server.offered).toBe(2);
  });

  it('stays unknown while its one retry is put off, which costs it nothing', async () => {
    await begin('vanish-after-data', 'later');
    await system.worker();
    const { id } = await system.add();
    const putOff = await system.until(id, ({ attempts, state }) => attempts === 2 && state !== 'sending');
    expect(putOff).toMatchObject({ state: 'unknown', unknownOutcomes: 1 });
    await system.until(id, ({ state }) => state === 'sent');
    expect(server.taken).toHaveLength(1);
  });

  it.each(MAIL_CRASH_POINTS)('is what a process leaves that is killed at the point "%s"', async (point) => {
    await begin();
    const { id } = await system.add();
    await killMailWorker(system.settings, point);
    expect(await system.look(id)).toMatchObject({ state: 'sending', attempts: 1 });
    const taken = point === 'mail-delivered' ? 1 : 0;
    expect(server.taken).toHaveLength(taken);
    await system.worker();
    await system.until(id, ({ state }) => state === 'unknown');
    const { history, messageId } = await system.until(id, ({ state }) => state === 'sent');
    expect(history.map(({ outcome }) => outcome)).toEqual(['unknown', 'accepted']);
    expect((await server.read()).map((mail) => mail.messageId)).toEqual(
      Array.from({ length: taken + 1 }, () => messageId),
    );
  });

  it('arises for none of many mails that two processes deliver side by side, and each is sent once', async () => {
    await begin();
    server.pause = 20;
    // Nobody dies here: an attempt that a busy machine holds up isn't lost.
    const patient = { ...QUICK, lostAfter: 10_000, againAfterUnknown: 20_000 };
    await Promise.all([system.worker(patient), system.worker(patient)]);
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, i) => system.add({ ...LETTER, key: `test:${i}` })),
    );
    for (const { id } of added)
      // An attempt that a busy machine kept from the server is made again; none has an unknown outcome.
      expect((await system.until(id, ({ state }) => state === 'sent')).history).not.toContainEqual(
        expect.objectContaining({ outcome: 'unknown' }),
      );
    const ids = (await server.read()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it('does not arise when the database is away as the acceptance is to be written down', async () => {
    await begin();
    server.pause = 300;
    await system.worker({ ...QUICK, lostAfter: 2000, againAfterUnknown: 20_000 });
    const { id } = await system.add();
    await system.until(id, ({ state }) => state === 'sending');
    await system.lockMails(600);
    expect(await system.until(id, ({ state }) => state === 'sent')).toMatchObject({ attempts: 1 });
    expect(server.taken).toHaveLength(1);
  });
});
