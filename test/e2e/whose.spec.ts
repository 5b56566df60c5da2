import { strFromU8, unzipSync } from 'fflate';
import { DataSource } from 'typeorm';
import type { FindingView, Role, TouchedView } from '@thongvon/api-contract';
import { startDistrict, type District, type SeenReturn } from '../support/district';
import { download } from '../support/download';
import {
  clearanceTable,
  planTable,
  treasuryTable,
  weeklyTable,
  type SmallClearanceRow,
  type SmallRow,
} from '../support/small-returns';

const DAY = '14/6/2023';
const ODD = 'Công trình ghi lạ';
type Agent = District['board'];
type Office = 'top' | 'board' | 'commune' | 'second';

/** A project of each office, with amounts (million đồng) and a name that stand nowhere else. */
const PROJECTS = {
  top: { code: '7410001', name: 'Quảng trường trung tâm Hà Lam', planned: 91_357, completed: 31_579 },
  board: { code: '7410002', name: 'Cầu qua sông Ly Ly', planned: 82_468, completed: 22_469 },
  commune: { code: '7410003', name: 'Chợ đầu mối Bình Dương', planned: 73_591, completed: 13_597 },
  second: { code: '7410004', name: 'Trường mầm non Bình Đào', planned: 64_682, completed: 14_683 },
} as const satisfies Record<Office, SmallRow>;
const OFFICES: readonly Office[] = ['top', 'board', 'commune', 'second'];
const HOUSEHOLDS = 7319;

type Kind = 'disbursement' | 'land-clearance' | 'plan' | 'treasury';
const SENDS: Readonly<Partial<Record<Role, readonly Kind[]>>> = {
  reporter: ['disbursement', 'land-clearance'],
  'finance-officer': ['disbursement', 'plan', 'treasury'],
  'finance-head': ['land-clearance', 'plan', 'treasury'],
};

let made = 500;
/** A workbook of a kind that names these projects, all with the same amounts; no two are the same file. */
function table(kind: Kind, named: readonly { code: string; name: string }[]): Promise<Buffer> {
  made += 1;
  const amounts = { planned: 12, completed: 5 + made / 1000, households: made, handedOver: 2 };
  const rows = named.map((row) => ({ ...row, ...amounts }));
  switch (kind) {
    case 'disbursement':
      return weeklyTable(DAY, rows);
    case 'land-clearance':
      return clearanceTable(DAY, rows);
    case 'treasury':
      return treasuryTable(DAY, rows);
    case 'plan':
      return planTable(`${made}/QĐ-UBND`, '10/1/2023', 'Đơn vị nào đó', rows);
  }
}

describe("another office's projects", () => {
  let district: District;
  let data: DataSource;
  const ids = new Map<Office, string>();
  const offices = new Map<Office, string>();
  const agents = new Map<string, Agent>();
  const idOf = (office: Office): string => ids.get(office) ?? '';
  const agentOf = (office: Office, role: Role): Agent => agents.get(`${office} ${role}`) ?? district.board;

  const send = async (sender: Agent, bytes: Buffer, coverage = 'partial'): Promise<SeenReturn> => {
    const reply = await sender
      .post('/api/returns')
      .field('coverage', coverage)
      .attach('file', bytes, 'bao-cao.xlsx')
      .expect(202);
    return district.read(sender, (reply.body as { id: string }).id);
  };
  const approve = async (sender: Agent, bytes: Buffer): Promise<string> => {
    const seen = await send(sender, bytes);
    expect(seen.findings.filter(({ severity }) => severity === 'error' || severity === 'question')).toEqual(
      [],
    );
    await sender.post(`/api/returns/${seen.id}/submission`).expect(200);
    await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`).expect(202);
    await district.summary(district.finance, 'planYear=2023&asOf=2023-12-31');
    return seen.id;
  };
  /** Everything that the ledgers and the register say of these projects, which no other office may change; without
   *  when a person last wrote of a project, which is a trace of who did. */
  const ledgers = (): Promise<unknown> =>
    data.query(
      `SELECT to_jsonb(p) - 'edited_at' AS project,
         (SELECT json_agg(f ORDER BY f.id) FROM capital.figure f WHERE f.project_id = p.id) AS figures,
         (SELECT json_agg(a ORDER BY a.id) FROM capital.allocation a WHERE a.project_id = p.id) AS plans,
         (SELECT json_agg(c ORDER BY c.id) FROM land_clearance.clearance_figure c WHERE c.project_id = p.id) AS cleared,
         (SELECT json_agg(b ORDER BY b.id) FROM blockers.blocker b WHERE b.project_id = p.id) AS blockers
       FROM projects.project p WHERE p.id = ANY($1) ORDER BY p.code`,
      [[...ids.values()]],
    );

  beforeAll(async () => {
    district = await startDistrict();
    const { api } = district;
    data = api.app.get(DataSource);
    offices.set('top', await api.organization('UBND huyện Thăng Bình'));
    offices.set('board', await api.organization('Ban Quản lý dự án - Đô thị', offices.get('top')));
    offices.set('commune', await api.organization('UBND xã Bình Dương', offices.get('top')));
    offices.set('second', await api.organization('UBND xã Bình Đào', offices.get('top')));
    for (const [office, id] of offices) {
      for (const role of ['reporter', 'finance-officer', 'finance-head'] as const) {
        const email = `${role}@${office}.test`;
        await api.user(email, role, id);
        agents.set(`${office} ${role}`, await api.signedIn(email));
      }
    }
    const names = {
      top: 'UBND huyện Thăng Bình',
      board: 'Ban Quản lý dự án - Đô thị',
      commune: 'UBND xã Bình Dương',
      second: 'UBND xã Bình Đào',
    };
    for (const office of OFFICES) {
      const plan = await planTable(`${(made += 1)}/QĐ-UBND`, '05/1/2023', names[office], [PROJECTS[office]]);
      await approve(agentOf('top', 'finance-officer'), plan);
      await approve(agentOf(office, 'reporter'), await weeklyTable('07/6/2023', [PROJECTS[office]]));
    }
    const rows = await data.query<{ id: string; code: string }[]>('SELECT id, code FROM projects.project');
    for (const office of OFFICES)
      ids.set(office, rows.find(({ code }) => code === PROJECTS[office].code)?.id ?? '');
    const cleared: SmallClearanceRow = {
      ...PROJECTS.board,
      households: HOUSEHOLDS,
      handedOver: 4321,
      blocker: { text: 'Mộ họ Trần chưa di dời', unit: 'UBND xã', due: '30/6/2023' },
    };
    await approve(agentOf('board', 'reporter'), await clearanceTable('07/6/2023', [cleared]));
  }, 120_000);
  afterAll(() => district.close());

  /** What nobody outside may read, but for what the sender wrote. */
  const secretsOf = (sender: Office, written: 'code' | 'name' | 'none'): string[] =>
    OFFICES.filter((office) => office !== sender).flatMap((office) => {
      const { code, name, planned, completed } = PROJECTS[office];
      return [
        idOf(office),
        `${planned}000000`,
        `${completed}000000`,
        ...(written === 'code' ? [] : [code]),
        ...(written === 'name' ? [] : [name]),
        'Mộ họ Trần',
        String(HOUSEHOLDS),
      ].filter((secret) => sender !== 'board' || (secret !== 'Mộ họ Trần' && secret !== String(HOUSEHOLDS)));
    });
  const expectNothingOf = (secrets: readonly string[], text: string, where: string): void => {
    expect([where, secrets.filter((secret) => text.includes(secret))]).toEqual([where, []]);
  };
  const NOT_YOURS = expect.objectContaining({ code: 'RET-PROJECT-NOT-YOURS', severity: 'error' }) as object;
  const wordsOf = (findings: readonly FindingView[]): string[] => [
    ...new Set(findings.map(({ message, messageEn }) => `${message} ${messageEn}`)),
  ];

  const SENDERS = (['board', 'commune', 'second'] as const).flatMap((office) =>
    (Object.keys(SENDS) as Role[]).flatMap((role) =>
      (SENDS[role] ?? []).map((kind): [Office, Role, Kind] => [office, role, kind]),
    ),
  );

  it.each(SENDERS)(
    'of the %s, a %s’s return of kind %s neither touches nor reads them',
    async (...sender) => {
      const [office, role, kind] = sender;
      const agent = agentOf(office, role);
      const before = await ledgers();
      const others = OFFICES.filter((other) => other !== office);
      const ways = {
        code: others.map((other, i) => ({ code: PROJECTS[other].code, name: `Công trình số ${i + 1}` })),
        name: others.map((other) => ({ code: '', name: PROJECTS[other].name })),
      };
      for (const way of ['code', 'name'] as const) {
        const seen = await send(agent, await table(kind, ways[way]));
        expect([seen.kinds, seen.status]).toEqual([[kind], 'needs-attention']);
        const refused = seen.findings.filter(({ code }) => code === 'RET-PROJECT-NOT-YOURS');
        expect(refused).toEqual(others.map(() => NOT_YOURS));
        expect(wordsOf(refused)).toHaveLength(1);
        expect(new Set(refused.map(({ cell }) => cell)).size).toBe(others.length);
        const secrets = secretsOf(office, way);
        for (const path of ['', '/events', `/cells?sheet=x&cell=A1`]) {
          if (path === '/events') continue;
          expectNothingOf(secrets, (await agent.get(`/api/returns/${seen.id}${path}`)).text, path);
        }
        const { body } = await download(agent, `/api/returns/${seen.id}/marked`);
        const marked = Object.values(unzipSync(new Uint8Array(body as Buffer))).map((part) =>
          strFromU8(part),
        );
        expectNothingOf(secrets, marked.join('\n'), 'marked');

        const [finding] = refused;
        const about = { sheet: finding?.sheet, cell: finding?.cell, asked: finding?.value };
        for (const code of ['RET-PROJECT-NOT-YOURS', 'RET-PROJECT-UNKNOWN']) {
          const answer = { answers: [{ ...about, code, value: idOf(others[0] ?? 'top') }] };
          const reply = await agent.post(`/api/returns/${seen.id}/answers`).send(answer).expect(422);
          expectNothingOf(secretsOf(office, way), reply.text.replaceAll(idOf(others[0] ?? 'top'), ''), code);
        }
        await agent.post(`/api/returns/${seen.id}/submission`).expect(409);
      }
      expect(await ledgers()).toEqual(before);
    },
  );

  it.each(['board', 'commune', 'second'] as const)(
    'of the %s are not read out by any list',
    async (office) => {
      const agent = agentOf(office, 'reporter');
      const { body } = await agent.get('/api/docs-json').expect(200);
      const paths = Object.entries((body as { paths: Record<string, object> }).paths)
        .filter(([path, methods]) => 'get' in methods && !path.includes('events'))
        .map(([path]) => path);
      const secrets = secretsOf(office, 'none');
      for (const path of paths) {
        for (const other of path.includes('{') ? OFFICES.filter((one) => one !== office) : ['']) {
          const address = path.replaceAll(/\{\w+\}/g, other === '' ? '' : idOf(other as Office));
          for (const query of ['?planYear=2023&asOf=2023-06-21', '?kind=land-clearance', '']) {
            const reply = await agent.get(`${address}${query}`).buffer(true);
            const text = reply.text.replaceAll(address, '');
            if (reply.status < 400) expectNothingOf(secrets, text, `${address}${query}`);
          }
        }
      }
    },
  );

  it('are not meant by an answer that an office’s profile remembers', async () => {
    const before = await ledgers();
    for (const office of ['board', 'commune', 'second'] as const) {
      const [other] = OFFICES.filter((one) => one !== office);
      const answer = {
        code: 'RET-PROJECT-UNKNOWN',
        sheet: 'Giải ngân',
        cell: 'C5',
        asked: ODD,
        asks: 'project',
        value: idOf(other ?? 'top'),
        reason: null,
      };
      await data.query(
        `INSERT INTO returns.office_profile (organization_id, answers, updated_at) VALUES ($1, $2, now())
         ON CONFLICT (organization_id) DO UPDATE SET answers = excluded.answers`,
        [offices.get(office), JSON.stringify({ answers: [answer] })],
      );
      const agent = agentOf(office, 'reporter');
      for (const kind of ['disbursement', 'land-clearance'] as const) {
        const seen = await send(agent, await table(kind, [{ code: '', name: ODD }]));
        expect(seen.findings).toContainEqual(NOT_YOURS);
        expectNothingOf(
          secretsOf(office, 'none'),
          (await agent.get(`/api/returns/${seen.id}`)).text,
          `${office} ${kind}`,
        );
        await agent.post(`/api/returns/${seen.id}/submission`).expect(409);
      }
      await data.query('DELETE FROM returns.office_profile WHERE organization_id = $1', [
        offices.get(office),
      ]);
    }
    expect(await ledgers()).toEqual(before);
  });

  it('are the finance office’s to report, which sees whose they are before it approves', async () => {
    const rows = OFFICES.map((office) => PROJECTS[office]);
    const seen = await send(agentOf('top', 'finance-officer'), await treasuryTable(DAY, rows));
    expect(seen.findings.filter(({ code }) => code === 'RET-PROJECT-NOT-YOURS')).toEqual([]);
    const { touches } = seen as unknown as { touches: TouchedView[] };
    expect(
      touches.map(({ organization, projects, relation }) => [organization.name, projects, relation]),
    ).toEqual([
      ['UBND huyện Thăng Bình', 1, 'own'],
      ['Ban Quản lý dự án - Đô thị', 1, 'below'],
      ['UBND xã Bình Đào', 1, 'below'],
      ['UBND xã Bình Dương', 1, 'below'],
    ]);
    await agentOf('top', 'finance-officer').post(`/api/returns/${seen.id}/withdrawal`).expect(200);
  });

  it('may be cleared by who is named a participant, from that day to the end of it, and by nobody else', async () => {
    const at = `/api/projects/${idOf('board')}/participants`;
    const commune = agentOf('commune', 'reporter');
    const named = { organizationId: offices.get('commune'), from: '2023-06-10' };
    await commune.post(at).send(named).expect(404);
    await agentOf('second', 'finance-officer').post(at).send(named).expect(404);
    const { body } = await agentOf('board', 'reporter').post(at).send(named).expect(201);
    const participant = body as { id: string };
    await agentOf('top', 'finance-officer').post(at).send(named).expect(201);
    const clearing = (day: string, handedOver: number): Promise<Buffer> =>
      clearanceTable(day, [{ ...PROJECTS.board, households: HOUSEHOLDS, handedOver }]);

    const seen = await send(commune, await clearing(DAY, 4400));
    expect(seen.status).toBe('ready');
    expect((seen as unknown as { touches: TouchedView[] }).touches).toMatchObject([
      { organization: { id: offices.get('board') }, projects: 1, relation: 'participant' },
    ]);
    for (const bytes of [
      await clearing('09/6/2023', 4400),
      await weeklyTable(DAY, [PROJECTS.board]),
      await clearanceTable(DAY, [{ ...PROJECTS.second, households: 3, handedOver: 1 }]),
    ])
      expect((await send(commune, bytes)).findings).toContainEqual(NOT_YOURS);
    expect((await send(agentOf('second', 'reporter'), await clearing(DAY, 4401))).findings).toContainEqual(
      NOT_YOURS,
    );

    await commune.post(`/api/returns/${seen.id}/submission`).expect(200);
    await agentOf('board', 'reporter').delete(`${at}/${participant.id}?to=2023-06-14`).expect(200);
    const refused = await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      409,
      'RETURN-NEEDS-ATTENTION',
    ]);
    await agentOf('board', 'reporter').delete(`${at}/${participant.id}`).expect(200);
    const list = await district.leader.get(at).expect(200);
    expect(list.body).toMatchObject([
      { organization: { name: 'UBND xã Bình Dương' }, from: '2023-06-10', to: '2023-06-14' },
    ]);
  });

  it('stop a return at its approval that have become another’s since it was handed in', async () => {
    const before = await ledgers();
    const board = agentOf('board', 'reporter');
    const seen = await send(
      board,
      await weeklyTable('21/6/2023', [{ ...PROJECTS.board, completed: 25_000 }]),
    );
    await board.post(`/api/returns/${seen.id}/submission`).expect(200);
    const owner = async (changes: object): Promise<void> => {
      await agentOf('top', 'finance-officer')
        .patch(`/api/projects/${idOf('board')}`)
        .send(changes)
        .expect(200);
    };
    await owner({ ownerId: offices.get('second') });
    const refused = await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      409,
      'RETURN-NEEDS-ATTENTION',
    ]);
    const now = await district.read(board, seen.id);
    expect([now.status, now.findings]).toEqual(['needs-attention', expect.arrayContaining([NOT_YOURS])]);
    await owner({ ownerId: offices.get('board') });
    expect(await ledgers()).toEqual(before);

    // Handed over the day after the return's date: on that date it was still the board's.
    await owner({ ownerId: offices.get('second'), ownerSince: '2023-06-22' });
    await board.post(`/api/returns/${seen.id}/submission`).expect(200);
    await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`).expect(202);
    const later = await send(board, await weeklyTable('22/6/2023', [PROJECTS.board]));
    expect(later.findings).toContainEqual(NOT_YOURS);
  });

  describe('with a code that no plan has named', () => {
    const CODE = '7410009';
    const NEW = { code: CODE, name: 'Kè chống sạt lở sông Trường Giang', planned: 900, completed: 40 };
    const unknown = ({ findings }: SeenReturn): FindingView | undefined =>
      findings.find(({ code }) => code === 'RET-PROJECT-UNKNOWN');
    const holder = async (): Promise<unknown[]> =>
      data.query(
        `SELECT o.name, (SELECT json_agg(f.held_until::text) FROM projects.project_former_holder f WHERE f.project_id = p.id) AS handed
         FROM projects.project p JOIN organizations.organization o ON o.id = coalesce(p.owner_id, p.registered_by) WHERE p.code = $1`,
        [CODE],
      );
    const answer = async (sender: Agent, seen: SeenReturn, finding: FindingView, value: string) => {
      const { code, sheet, cell, value: asked } = finding;
      await sender
        .post(`/api/returns/${seen.id}/answers`)
        .send({ answers: [{ code, sheet, cell, asked, value }] })
        .expect(202);
      return district.read(sender, seen.id);
    };

    it.each(['disbursement', 'land-clearance'] as const)(
      'are claimed by a return of kind %s only as its sender says so and the approver sees it',
      async (kind) => {
        const isFirst = kind === 'disbursement';
        const [code, name] = isFirst ? [CODE, NEW.name] : ['7410010', 'Khu tái định cư Bình Dương'];
        const named = { ...NEW, code, name, households: 4, handedOver: 1 };
        const bytes = isFirst
          ? await weeklyTable('31/5/2023', [named])
          : await clearanceTable('31/5/2023', [named]);
        const commune = agentOf('commune', 'reporter');
        const seen = await send(commune, bytes);
        const question = unknown(seen);
        expect(question).toMatchObject({ severity: 'question', asks: 'project', value: code });
        expect(question?.choices?.map(({ value }) => value)).toEqual(['new']);
        await commune.post(`/api/returns/${seen.id}/submission`).expect(409);
        if (!question) throw new Error('nothing is asked');
        const answered = await answer(commune, seen, question, 'new');
        expect([answered.status, unknown(answered)?.severity]).toEqual(['ready', 'info']);
        await commune.post(`/api/returns/${seen.id}/submission`).expect(200);
        const { body } = await agentOf('top', 'finance-head').get(`/api/returns/${seen.id}`).expect(200);
        expect(body).toMatchObject({
          registers: [{ code, name }],
          summary: { registers: 1, lowers: false },
        });
        await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`).expect(202);
        await district.summary(district.finance, 'planYear=2023&asOf=2023-12-31');
      },
    );

    it('are whose a plan says that names another owner only as a person answers, from its day on', async () => {
      expect(await holder()).toEqual([{ name: 'UBND xã Bình Dương', handed: null }]);
      const finance = agentOf('top', 'finance-officer');
      const plan = (owner: string, day = '08/6/2023') =>
        planTable(`${(made += 1)}/QĐ-UBND`, day, owner, [NEW]);
      const owned = ({ findings }: SeenReturn) => findings.find(({ code }) => code === 'RET-PROJECT-OWNER');

      const kept = await send(finance, await plan('Ban Quản lý dự án - Đô thị', '05/6/2023'));
      const question = owned(kept);
      expect(question).toMatchObject({ severity: 'question', asks: 'choice' });
      for (const part of ['Ban Quản lý dự án - Đô thị', 'UBND xã Bình Dương', CODE])
        expect(question?.message).toContain(part);
      expect(question?.choices?.map(({ value }) => value)).toEqual(['keep', 'hand-over']);
      await finance.post(`/api/returns/${kept.id}/submission`).expect(409);
      if (!question) throw new Error('nothing is asked');
      expect((await answer(finance, kept, question, 'keep')).status).toBe('ready');
      await finance.post(`/api/returns/${kept.id}/submission`).expect(200);
      await agentOf('top', 'finance-head').post(`/api/returns/${kept.id}/approval`).expect(202);
      expect(await holder()).toEqual([{ name: 'UBND xã Bình Dương', handed: null }]);

      // Words that mean no office of ours can't be handed over to, and aren't passed over either.
      const stranger = await send(finance, await plan('Ban QLDA tỉnh'));
      expect(owned(stranger)?.choices?.map(({ value }) => value)).toEqual(['keep']);
      // What the register says already is no question.
      expect(owned(await send(finance, await plan('UBND xã Bình Dương')))).toBeUndefined();

      const handed = await send(finance, await plan('Ban Quản lý dự án - Đô thị'));
      const again = owned(handed);
      if (!again) throw new Error('nothing is asked');
      expect((await answer(finance, handed, again, 'hand-over')).status).toBe('ready');
      await finance.post(`/api/returns/${handed.id}/submission`).expect(200);
      await agentOf('top', 'finance-head').post(`/api/returns/${handed.id}/approval`).expect(202);
      await district.summary(district.finance, 'planYear=2023&asOf=2023-12-31');
      expect(await holder()).toEqual([{ name: 'Ban Quản lý dự án - Đô thị', handed: ['2023-06-08'] }]);

      // Sums by owner, and who may read them, go by whose it was on the day that is asked about.
      const ownerOn = async (reader: Agent, asOf: string): Promise<(string | null)[]> => {
        const { body } = await reader
          .get(`/api/disbursements/projects?planYear=2023&asOf=${asOf}&q=${CODE}`)
          .expect(200);
        const { items } = body as { items: { owner: { name: string | null } }[] };
        return items.map(({ owner }) => owner.name);
      };
      const disbursedOf = async (name: string, asOf: string): Promise<bigint> => {
        const query = `planYear=2023&asOf=${asOf}&groupBy=owner`;
        const { groups } = (await district.summary(district.finance, query)) as {
          groups: { label: string | null; planned: string | null; disbursed: string | null }[];
        };
        return BigInt(groups.find(({ label }) => label === name)?.disbursed ?? 0);
      };
      const [BOARD, COMMUNE] = ['Ban Quản lý dự án - Đô thị', 'UBND xã Bình Dương'];
      expect(await ownerOn(district.finance, '2023-06-07')).toEqual([COMMUNE]);
      expect(await ownerOn(district.finance, '2023-06-08')).toEqual([BOARD]);
      expect(await ownerOn(agentOf('commune', 'reporter'), '2023-06-07')).toEqual([COMMUNE]);
      expect(await ownerOn(agentOf('commune', 'reporter'), '2023-06-08')).toEqual([]);
      expect(await ownerOn(agentOf('board', 'reporter'), '2023-06-07')).toEqual([]);
      expect(await ownerOn(agentOf('board', 'reporter'), '2023-06-08')).toEqual([BOARD]);
      // Of this project 40 million were disbursed by 31 May; what the commune's others had is on both days the same.
      expect((await disbursedOf(COMMUNE, '2023-06-08')) - (await disbursedOf(COMMUNE, '2023-06-07'))).toBe(
        -40_000_000n,
      );

      const weekly = (day: string, completed: number) => weeklyTable(day, [{ ...NEW, completed }]);
      const commune = agentOf('commune', 'reporter');
      expect((await send(commune, await weekly('14/6/2023', 41))).findings).toContainEqual(NOT_YOURS);
      expect((await send(commune, await weekly('07/6/2023', 41))).findings).not.toContainEqual(NOT_YOURS);
      expect(
        (await send(agentOf('board', 'reporter'), await weekly('14/6/2023', 42))).findings,
      ).not.toContainEqual(NOT_YOURS);
    });

    it('go back to their board with the reversion of the plan that handed them over, with all sums', async () => {
      const finance = agentOf('top', 'finance-officer');
      const sums = async (): Promise<unknown> => {
        const { groups, planned, disbursed } = await district.summary(
          district.finance,
          'planYear=2023&asOf=2023-12-31&groupBy=owner',
        );
        return { groups, planned, disbursed };
      };
      const before = await sums();
      const handing = await send(
        finance,
        await planTable(`${(made += 1)}/QĐ-UBND`, '15/6/2023', 'UBND xã Bình Đào', [NEW]),
      );
      const question = handing.findings.find(({ code }) => code === 'RET-PROJECT-OWNER');
      if (!question) throw new Error('nothing is asked');
      await answer(finance, handing, question, 'hand-over');
      await finance.post(`/api/returns/${handing.id}/submission`).expect(200);
      const head = agentOf('top', 'finance-head');
      await head.post(`/api/returns/${handing.id}/approval`).expect(202);
      expect(await sums()).not.toEqual(before);
      const board = agentOf('board', 'reporter');
      const next = await weeklyTable('21/6/2023', [{ ...NEW, completed: 43 }]);
      const stopped = await send(board, next);
      expect(stopped.findings).toContainEqual(NOT_YOURS);
      await board.post(`/api/returns/${stopped.id}/withdrawal`).expect(200);

      const { body } = await head
        .post(`/api/returns/${handing.id}/reversion`)
        .send({ reason: 'nhầm chủ đầu tư' })
        .expect(200);
      expect(body).toMatchObject({
        status: 'reverted',
        movedProjects: [
          {
            project: { code: CODE },
            from: { name: 'UBND xã Bình Đào' },
            to: { name: 'Ban Quản lý dự án - Đô thị' },
          },
        ],
        keptHandovers: [],
      });
      expect(await sums()).toEqual(before);
      await approve(board, next);
    });
  });

  describe('in a plan of an office below', () => {
    const refusal = async (owner: string, row: SmallRow): Promise<unknown> => {
      const bytes = await planTable(`${(made += 1)}/QĐ-UBND`, '09/6/2023', owner, [row]);
      const seen = await send(agentOf('commune', 'finance-officer'), bytes);
      const found = seen.findings.filter(({ code }) => code === 'RET-PROJECT-NOT-YOURS');
      expect(wordsOf(found).join()).not.toContain(owner);
      return [seen.status, found.length];
    };

    it('get no capital: neither by an owner outside of its subtree, nor by a code that lies with the office above', async () => {
      const stranger = { code: '7410021', name: 'Trạm bơm Bình Hải', planned: 5_000 };
      for (const owner of ['Ban Quản lý dự án - Đô thị', 'UBND xã Bình Đào', 'UBND huyện Thăng Bình'])
        expect(await refusal(owner, stranger)).toEqual(['needs-attention', 1]);
      expect(await refusal('UBND xã Bình Dương', stranger)).toEqual(['ready', 0]);

      const unclaimed = { code: '7410022', name: 'Hồ chứa nước Đông Tiễn', planned: 6_000 };
      const named = await planTable(`${(made += 1)}/QĐ-UBND`, '09/6/2023', '', [unclaimed]);
      await approve(agentOf('top', 'finance-officer'), named);
      expect(await refusal('UBND xã Bình Dương', unclaimed)).toEqual(['needs-attention', 1]);
    });
  });

  it('are summed by office, else by the owner that is written, else as of nobody known', async () => {
    type Group = Readonly<Record<'key' | 'label' | 'planned', string | null>>;
    const byOwner = async (): Promise<Map<string | null, Group>> => {
      const query = 'planYear=2023&asOf=2023-12-31&groupBy=owner';
      const { groups } = (await district.summary(district.finance, query)) as { groups: Group[] };
      return new Map(groups.map((group) => [group.key, group]));
    };
    const before = await byOwner();
    for (const [owner, row] of [
      ['UBND xã Bình Phú', { code: '7410031', name: 'Đường liên thôn Phước Hà', planned: 1_000 }],
      ['ubnd xã Bình Phú', { code: '7410032', name: 'Kênh tưới Lý Trường', planned: 500 }],
      ['', { code: '7410033', name: 'Sân vận động Kế Xuyên', planned: 2_000 }],
    ] as const)
      await approve(
        agentOf('top', 'finance-officer'),
        await planTable(`${(made += 1)}/QĐ-UBND`, '10/1/2023', owner, [row]),
      );
    const after = await byOwner();
    expect(after.get('ubnd xã bình phú')).toMatchObject({
      label: expect.stringMatching(/^ubnd xã bình phú$/i) as string,
      planned: '1500000000',
    });
    const ofNobody = (groups: Map<string | null, Group>): bigint => BigInt(groups.get(null)?.planned ?? 0);
    expect(after.get(null)?.label).toBeNull();
    expect(ofNobody(after) - ofNobody(before)).toBe(2_000_000_000n);
    const key = encodeURIComponent('ubnd xã bình phú');
    const chosen = await district.finance
      .get(`/api/disbursements/facets?planYear=2023&asOf=2023-12-31&owner=${key}`)
      .expect(200);
    expect(chosen.body).toMatchObject({ total: { projects: 2, planned: '1500000000' } });
  });
});
