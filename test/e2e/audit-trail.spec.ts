import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import {
  AUDIT_SUBJECTS,
  type AuditEntryView,
  type AuditWordsView,
  type ListOf,
} from '@thongvon/api-contract';
import { Audit, JobHandlers } from '@thongvon/platform';
import { openWorkbook } from '@thongvon/workbook-io';
import { download } from '../support/download';
import { startTestApi, type TestApi } from '../support/test-api';

describe('the audit trail', () => {
  let api: TestApi;
  let office: string;
  let admin: ReturnType<TestApi['anyone']>;
  let adminId: string;
  let leaderId: string;
  beforeAll(async () => {
    api = await startTestApi();
    office = await api.organization('UBND huyện Thử');
    adminId = await api.user('admin@thongvon.test', 'administrator', office);
    leaderId = await api.user('leader@thongvon.test', 'leader', office);
    admin = await api.signedIn('admin@thongvon.test');
    const leader = await api.signedIn('leader@thongvon.test');
    await leader.delete('/api/session').expect(204);
    await leader.delete('/api/session').expect(401);
    await admin.patch(`/api/organizations/${office}`).send({ commune: 'Xã Thử' }).expect(200);
  });
  afterAll(() => api.close());

  const list = async (query: object = {}): Promise<ListOf<AuditEntryView>> =>
    (await admin.get('/api/audit-trail').query(query).expect(200)).body as ListOf<AuditEntryView>;

  it('tells who did what to which thing, the newest first, in words', async () => {
    const { items } = await list();
    expect(items[0]).toMatchObject({
      actor: { id: adminId, name: 'Người administrator', organizationName: 'UBND huyện Thử' },
      action: 'organization.changed',
      label: 'sửa đơn vị',
      labelEn: 'changed an organisation',
      subject: { kind: 'organization', id: office, label: 'đơn vị', name: 'UBND huyện Thử' },
      details: { commune: 'Xã Thử' },
    });
    expect(items.map(({ action }) => action)).toEqual([
      'organization.changed',
      'session.closed',
      'session.opened',
      'session.opened',
      'user.created',
      'user.created',
      'organization.created',
    ]);
    expect(items.at(-1)?.actor).toBeNull();
    // Things whose ids stand among the details are named as well, each once.
    const [made] = items.filter(({ action }) => action === 'user.created');
    expect(made).toMatchObject({
      details: { organizationId: office },
      mentioned: [{ kind: 'organization', id: office, name: 'UBND huyện Thử' }],
    });
  });

  it('is filtered by person, action, thing and day, and paged', async () => {
    const actions = async (query: object) => (await list(query)).items.map(({ action }) => action);
    expect(await actions({ actorId: leaderId })).toEqual(['session.closed', 'session.opened']);
    expect(await actions({ action: 'session.closed' })).toEqual(['session.closed']);
    expect(await actions({ subjectKind: 'organization' })).toEqual([
      'organization.changed',
      'organization.created',
    ]);
    expect(await actions({ subjectKind: 'user', subjectId: leaderId })).toEqual([
      'session.closed',
      'session.opened',
      'user.created',
    ]);
    expect(await list({ q: 'nguoi leader' })).toMatchObject({ total: 2 });
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(await list({ from: today, to: today })).toMatchObject({ total: 7 });
    expect(await list({ to: '2020-01-01' })).toMatchObject({ total: 0 });
    const first = await list({ limit: 3 });
    const second = await list({ limit: 500, cursor: first.nextCursor });
    expect([first.total, first.items.length, second.items.length]).toEqual([7, 3, 4]);
    await admin.get('/api/audit-trail').query({ action: 'return.eat' }).expect(400);
  });

  it('has words for every action and every kind of thing', async () => {
    const { subjects, actions } = (await admin.get('/api/audit-trail/words').expect(200))
      .body as AuditWordsView;
    const unnamed = [...subjects, ...actions].filter(({ key, label }) => label === '' || label === key);
    expect([unnamed, subjects.length]).toEqual([[], AUDIT_SUBJECTS.length]);
  });

  it('leaves the system as a workbook, and says so', async () => {
    const reply = await download(admin, '/api/audit-trail/workbook?action=organization.changed');
    const [sheet] = openWorkbook(new Uint8Array(reply.body as Buffer)).sheets;
    const texts = sheet?.rows.at(-1)?.cells.map(({ value }) => 'text' in value && value.text);
    expect(texts?.slice(1, 6)).toEqual([
      'Người administrator',
      'UBND huyện Thử',
      'sửa đơn vị',
      'đơn vị',
      'UBND huyện Thử',
    ]);
    const made = await download(admin, '/api/audit-trail/workbook?action=user.created');
    const last = openWorkbook(new Uint8Array(made.body as Buffer))
      .sheets[0]?.rows.at(-1)
      ?.cells.at(-1)?.value;
    expect(last).toMatchObject({ text: 'vai trò: quản trị; đơn vị: UBND huyện Thử' });
    const [, newest] = (await list()).items;
    expect(newest).toMatchObject({
      action: 'audit-trail.export',
      details: { action: 'organization.changed', entries: 1 },
    });
  });

  it('can name things of every kind, and lets what is gone stand by its id', async () => {
    const { manager } = api.app.get(DataSource);
    const id = randomUUID();
    for (const kind of AUDIT_SUBJECTS)
      await api.app
        .get(Audit)
        .record(manager, null, 'demo.load', `${kind}:${id}`, { subjectKind: kind, subjectId: id });
    const { items } = await list({ limit: AUDIT_SUBJECTS.length });
    const gone = AUDIT_SUBJECTS.toReversed().map(
      (kind) => expect.objectContaining({ kind, id, name: null }) as object,
    );
    expect(items.map(({ subject }) => subject)).toEqual(gone);
    expect(items.flatMap(({ mentioned }) => mentioned)).toEqual(gone);
    await api.app
      .get(Audit)
      .record(manager, null, 'job.retry', 'job:7', { job: 'deliver-mail', of: 'no id' });
    await api.app
      .get(Audit)
      .record(manager, null, 'alert-rule.set', 'alert-rule:over-plan', { into: [id, office] });
    const [rule, job] = (await list({ limit: 2 })).items;
    expect(job?.mentioned).toMatchObject([{ kind: 'mail', id: 'no id', name: null }]);
    expect(rule).toMatchObject({
      subject: { name: 'Vượt kế hoạch vốn' },
      mentioned: [
        { kind: 'blocker', id },
        { kind: 'blocker', id: office },
      ],
    });
  });

  it('stands beside a list of failed work, which the API can give up as the worker can', async () => {
    expect(() => api.app.get(JobHandlers).assertComplete()).not.toThrow();
    const none = { items: [], total: 0, nextCursor: null };
    expect((await admin.get('/api/failed-jobs?state=waiting').expect(200)).body).toEqual(none);
    const retried = await admin
      .post('/api/failed-jobs/retry')
      .send({ ids: ['7'] })
      .expect(200);
    expect(retried.body).toEqual({ done: [], left: ['7'] });
    await admin
      .post('/api/failed-jobs/retry')
      .send({ ids: ['x'] })
      .expect(400);
    await admin
      .post('/api/failed-jobs/discard')
      .send({ ids: ['7'] })
      .expect(400);
  });
});
