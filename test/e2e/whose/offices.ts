import { DataSource } from 'typeorm';
import type { FindingView, Role } from '@thongvon/api-contract';
import { startDistrict, type District, type SeenReturn } from '../../support/district';
import {
  clearanceTable,
  planTable,
  treasuryTable,
  weeklyTable,
  type SmallClearanceRow,
  type SmallRow,
} from '../../support/small-returns';

export const DAY = '14/6/2023';
export type Agent = District['board'];
export type Office = 'top' | 'board' | 'commune' | 'second';

/** A project of each office, with amounts (million đồng) and a name that stand nowhere else. */
export const PROJECTS = {
  top: { code: '7410001', name: 'Quảng trường trung tâm Hà Lam', planned: 91_357, completed: 31_579 },
  board: { code: '7410002', name: 'Cầu qua sông Ly Ly', planned: 82_468, completed: 22_469 },
  commune: { code: '7410003', name: 'Chợ đầu mối Bình Dương', planned: 73_591, completed: 13_597 },
  second: { code: '7410004', name: 'Trường mầm non Bình Đào', planned: 64_682, completed: 14_683 },
} as const satisfies Record<Office, SmallRow>;
export const OFFICES: readonly Office[] = ['top', 'board', 'commune', 'second'];
export const HOUSEHOLDS = 7319;

export type Kind = 'disbursement' | 'land-clearance' | 'plan' | 'treasury';
export const SENDS: Readonly<Partial<Record<Role, readonly Kind[]>>> = {
  reporter: ['disbursement', 'land-clearance'],
  'finance-officer': ['disbursement', 'plan', 'treasury'],
  'finance-head': ['land-clearance', 'plan', 'treasury'],
};

let made = 500;
/** The number of a decision that no other test uses. */
export const decisionNumber = (): string => `${(made += 1)}/QĐ-UBND`;

/** A workbook of a kind that names these projects, all with the same amounts; no two are the same file. */
export function table(kind: Kind, named: readonly { code: string; name: string }[]): Promise<Buffer> {
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

/** The finding that refuses a row of another office's project. */
export const NOT_YOURS = expect.objectContaining({
  code: 'RET-PROJECT-NOT-YOURS',
  severity: 'error',
}) as object;

/** What findings say, each wording once. */
export const wordsOf = (findings: readonly FindingView[]): string[] => [
  ...new Set(findings.map(({ message, messageEn }) => `${message} ${messageEn}`)),
];

/** Fails where a text holds one of these; `where` says which text it is. */
export const expectNothingOf = (secrets: readonly string[], text: string, where: string): void => {
  expect([where, secrets.filter((secret) => text.includes(secret))]).toEqual([where, []]);
};

/** Offices with a project each, and what tests ask of them. They are there once `start` has ended, until `close`. */
export function fourOffices() {
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

  async function start(): Promise<void> {
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
      const plan = await planTable(decisionNumber(), '05/1/2023', names[office], [PROJECTS[office]]);
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
  }

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

  return {
    start,
    close: () => district.close(),
    district: () => district,
    data: () => data,
    /** The id of an office. */
    officeId: (office: Office): string => offices.get(office) ?? '',
    ...{ idOf, agentOf, send, approve, ledgers, secretsOf },
  };
}

export type FourOffices = ReturnType<typeof fourOffices>;
