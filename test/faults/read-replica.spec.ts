import { Client } from 'pg';
import type request from 'supertest';
import { askedAnswers, subjectsOf } from '../support/asked-answers';
import { eventually } from '../support/eventually';
import { type FilledApi, startDemoApi } from '../support/filled-api';
import { type ReplicatedServer, startReplicatedServer } from '../support/replicated-server';
import { TcpProxy } from '../support/tcp-proxy';
import type { TestApi } from '../support/test-api';

type Agent = ReturnType<typeof request.agent>;

const SUMMARY = '/api/disbursements/summary?planYear=2023&asOf=2023-06-21';
const FALLBACK = 'the primary answers instead of the replica';

/** Readers with a replica of their own, and with one that lags or is away (issue 8, docs/adr/0197). */
describe('a replica that readers are answered from', () => {
  let servers: ReplicatedServer;
  let way: TcpProxy;
  /** Looks on at the replica. */
  let replica: Client;
  let api: FilledApi & Pick<TestApi, 'logged'>;
  let finance: Agent;

  beforeAll(async () => {
    servers = await startReplicatedServer();
    way = await TcpProxy.to(servers.replicaUrl);
    // Away while the system starts.
    await way.cut();
    const database = { url: servers.primaryUrl, drop: () => Promise.resolve() };
    api = await startDemoApi({ DATABASE_READER_URL: way.url }, database);
    finance = await api.signedIn('finance@thongvon.test');
    replica = new Client({ connectionString: servers.replicaUrl });
    await replica.connect();
  }, 240_000);
  afterAll(async () => {
    await api.close();
    await replica.end();
    await way.cut();
    await servers.close();
  });

  /** When the replica was last asked for anything but how far it is. */
  async function lastAsked(): Promise<string> {
    const { rows } = await replica.query<{ last: string | null }>(
      `SELECT max(query_start)::text AS last FROM pg_stat_activity
       WHERE application_name = 'thongvon' AND query NOT LIKE '%pg_last_wal_replay_lsn%'`,
    );
    return rows[0]?.last ?? '';
  }

  /** The summary, and who gave it. */
  async function summary(): Promise<{ readonly from: 'primary' | 'replica'; readonly body: unknown }> {
    const before = await lastAsked();
    const { body } = await finance.get(SUMMARY).expect(200);
    return { from: (await lastAsked()) === before ? 'primary' : 'replica', body };
  }
  const fromReplica = () => eventually(summary, ({ from }) => from === 'replica', 20_000);

  it('is not needed to start: the primary answers until it is there', async () => {
    const without = await summary();
    expect(without).toMatchObject({
      from: 'primary',
      body: { planned: '428137000000', disbursed: '223422000000', rate: '52.18', stale: false },
    });
    await way.restore();
    expect((await fromReplica()).body).toEqual(without.body);
  });

  it('is left for the primary while it lags: nobody sees less than what is there', async () => {
    await fromReplica();
    await replica.query('SELECT pg_wal_replay_pause()');
    const { body: before } = await finance.get('/api/organizations').expect(200);
    const { items } = before as { items: { id: string; parentId: string | null }[] };
    const parentId = items.find((office) => office.parentId === null)?.id;
    const admin = await api.signedIn('admin@thongvon.test');
    await admin
      .post('/api/organizations')
      .send({ name: 'UBND xã Vừa Ghi', kind: 'commune', parentId, effectiveFrom: '2023-01-01' })
      .expect(201);
    const { rows } = await replica.query(
      `SELECT FROM organizations.organization WHERE name = 'UBND xã Vừa Ghi'`,
    );
    expect(rows).toHaveLength(0);
    for (const agent of [admin, finance]) {
      const { body } = await agent.get('/api/organizations?limit=500').expect(200);
      expect(JSON.stringify(body)).toContain('UBND xã Vừa Ghi');
    }
    expect(JSON.stringify(before)).not.toContain('UBND xã Vừa Ghi');
    expect((await summary()).from).toBe('primary');
    await replica.query('SELECT pg_wal_replay_resume()');
    await fromReplica();
  });

  it('is left for the primary when it goes, in the midst of answers too, and taken up again when it comes back', async () => {
    await fromReplica();
    const asked = Array.from({ length: 20 }, () => finance.get(SUMMARY));
    await way.cut();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect((await summary()).from).toBe('primary');
    await way.restore();
    await fromReplica();
  });

  it('answers all that is asked by GET: nothing is written there', async () => {
    await fromReplica();
    const wrong: string[] = [];
    const subjects = await subjectsOf(api);
    await fromReplica();
    const agents = await Promise.all(
      ['finance-head', 'admin'].map((name) => api.signedIn(`${name}@thongvon.test`)),
    );
    const before = api.logged.filter((line) => line.includes(FALLBACK)).length;
    for (const { address, isFurther } of askedAnswers(subjects)) {
      if (isFurther) continue;
      for (const agent of agents) {
        const { status } = await agent.get(address);
        if (![200, 403, 404, 422].includes(status)) wrong.push(`${address}: ${String(status)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(api.logged.filter((line) => line.includes(FALLBACK)).slice(before)).toEqual([]);
    expect((await summary()).from).toBe('replica');
  });
});
