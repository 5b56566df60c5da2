import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { killMailWorker } from './support/killed-mail-worker';
import { LETTER, MailSystem } from './support/mail-system';

describe('without a mail server', () => {
  let folder: string;
  let outbox: string;
  let system: MailSystem;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thongvon-mail-'));
    outbox = path.join(folder, 'outbox');
    system = await MailSystem.start({ DATA_DIR: folder });
  });

  afterEach(async () => {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('a mail becomes an .eml file, named by its time and key', async () => {
    await system.worker();
    const { id } = await system.add({ ...LETTER, key: 'weekly:2023-06-22:1/người' });
    const { createdAt } = await system.until(id, ({ state }) => state === 'sent');
    const [name = '', ...others] = await readdir(outbox);
    expect(others).toEqual([]);
    const time = createdAt.toISOString().replace(/\D/g, '').slice(0, 14);
    expect(name).toMatch(new RegExp(`^${time}-weekly-2023-06-22-1-ng-i-[0-9a-f]{8}\\.eml$`));
    expect(await simpleParser(await readFile(path.join(outbox, name)))).toMatchObject({
      subject: LETTER.subject,
      text: LETTER.text,
    });
  });

  it('a mail that a killed process had written is there once, and not held up for half an hour', async () => {
    const { id } = await system.add();
    await killMailWorker(system.settings, 'mail-delivered');
    expect(await readdir(outbox)).toHaveLength(1);
    await system.worker({ lostAfter: 600_000, againAfterUnknown: 900_000 });
    await system.until(id, ({ state }) => state === 'sent');
    expect(await readdir(outbox)).toHaveLength(1);
  });

  it('a mail waits while the folder can not be written', async () => {
    await writeFile(outbox, 'not a folder');
    await system.worker();
    const { id } = await system.add();
    await system.until(id, ({ attempts, state }) => attempts > 1 && state === 'waiting');
    await rm(outbox);
    await system.until(id, ({ state }) => state === 'sent');
    expect(await readdir(outbox)).toHaveLength(1);
  });
});
