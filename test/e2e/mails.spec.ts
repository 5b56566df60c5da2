import { DataSource } from 'typeorm';
import type { MailDetailView, MailView } from '@thongvon/api-contract';
import { Mails, type NewMail } from '@thongvon/platform';
import { startWorker, type RunningWorker } from '../../apps/worker/start-worker';
import { eventually } from '../support/eventually';
import { MailServer } from '../support/mail-server';
import { startTestApi, type TestApi } from '../support/test-api';

type Agent = ReturnType<TestApi['anyone']>;

const mailTo = (to: string, key: string, kind = 'test'): NewMail => ({
  key,
  kind,
  to,
  subject: `Thư về công trình Đông Sơn (${key})`,
  html: '<p>1</p>',
  text: '1',
});

describe('the mails of the system, over HTTP', () => {
  let server: MailServer;
  let api: TestApi;
  let worker: RunningWorker;
  let administrator: Agent;
  beforeAll(async () => {
    server = await MailServer.start();
    api = await startTestApi({ SMTP_URL: server.url });
    const office = await api.organization('UBND huyện');
    await api.user('admin@thongvon.test', 'administrator', office);
    administrator = await api.signedIn('admin@thongvon.test');
    worker = await startWorker(api.environment, api.clock);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
    await server.down();
  });

  const add = (mail: NewMail): Promise<{ id: string }> =>
    api.app.get(DataSource).transaction((manager) => api.app.get(Mails).add(manager, mail));
  const look = async (id: string): Promise<MailDetailView> =>
    (await administrator.get(`/api/mails/${id}`).expect(200)).body as MailDetailView;
  const list = async (query: string): Promise<{ items: MailView[]; total: number }> =>
    (await administrator.get(`/api/mails?${query}`).expect(200)).body as { items: MailView[]; total: number };

  it('can be listed by state and kind, and searched without accents', async () => {
    server.next('refuse-recipient');
    const { id: refused } = await add(mailTo('nobody@example.test', 'e2e:1'));
    await eventually(
      () => look(refused),
      ({ state }) => state === 'failed',
    );
    const { id: sent } = await add(mailTo('somebody@example.test', 'e2e:2', 'other'));
    await eventually(
      () => look(sent),
      ({ state }) => state === 'sent',
    );
    const ids = async (query: string): Promise<string[]> => (await list(query)).items.map(({ id }) => id);
    expect(await ids('')).toEqual([sent, refused]);
    expect(await ids('state=failed')).toEqual([refused]);
    expect(await ids('kind=other')).toEqual([sent]);
    expect(await ids('q=dong+son')).toEqual([sent, refused]);
    expect(await ids('q=nobody')).toEqual([refused]);
    expect(await list('limit=1')).toMatchObject({ total: 2 });
    await administrator.get('/api/mails?state=lost').expect(400);
    await administrator.get('/api/mails/00000000-0000-4000-8000-000000000000').expect(404);
  });

  it('show what the mail server answered, and are tried again when the administrator says so, once', async () => {
    server.next('refuse-recipient');
    const { id } = await add(mailTo('new@example.test', 'e2e:3'));
    const failed = await eventually(
      () => look(id),
      ({ state }) => state === 'failed',
    );
    expect(failed.history).toMatchObject([
      { nth: 1, outcome: 'refused', answer: '550 5.1.1 no such mailbox' },
    ]);
    await administrator.post(`/api/mails/${id}/retry`).expect(200);
    await eventually(
      () => look(id),
      ({ state }) => state === 'sent',
    );
    const again = await administrator.post(`/api/mails/${id}/retry`).expect(409);
    expect(again.body).toMatchObject({ code: 'MAIL-SENT' });
    const audit = await api.app
      .get(DataSource)
      .query<object[]>(`SELECT action FROM audit.audit_entry WHERE subject = $1`, [`mail:${id}`]);
    expect(audit).toEqual([{ action: 'mail.retry' }]);
    const copies = (await server.read()).filter(({ subject }) => subject?.includes('e2e:3'));
    expect(copies).toHaveLength(1);
  });

  it('leave no address in the log', () => {
    expect(api.logged.join('\n')).not.toContain('@example.test');
  });
});
