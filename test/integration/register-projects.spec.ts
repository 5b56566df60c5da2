import { plainDate } from '@thongvon/kernel';
import { RegisterProjects, type ProjectFacts } from '@thongvon/projects';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('the register of projects, taught by returns', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem();
  });
  afterAll(() => system.close());

  const ROAD: ProjectFacts = {
    code: '7000001',
    name: 'Đường Đông Sơn',
    field: 'Giao thông - đường bộ',
    ownerName: 'Ban QLDA Thử',
    ownerId: null,
    totalInvestment: null,
  };

  const register = (...rows: ProjectFacts[]): Promise<string[]> => {
    const { organizationId, scope } = system.board;
    const registration = {
      organizationId,
      scope,
      above: [],
      asParticipant: false,
      day: plainDate('2023-06-21'),
      decided: new Map<string, string>(),
      at: system.clock.now(),
    };
    return system.data.transaction((manager) =>
      system.app.get(RegisterProjects).register(manager, rows, registration),
    );
  };
  /** The row, and the transaction that has written it last. */
  const rowOf = async (id: string | undefined): Promise<unknown> =>
    (await system.data.query<unknown[]>('SELECT xmin, * FROM projects.project WHERE id = $1', [id]))[0];

  it('takes what a later return says of a known project, and keeps what it does not speak of', async () => {
    const [id] = await register(ROAD);
    expect(await register({ ...ROAD, ownerName: null, totalInvestment: 5_000_000_000n })).toEqual([id]);
    expect(await rowOf(id)).toMatchObject({ owner_name: 'Ban QLDA Thử', total_investment: '5000000000' });
  });

  it('leaves the row of a project untouched when a return says nothing new of it', async () => {
    const [id] = await register(ROAD);
    const before = await rowOf(id);
    await register(ROAD, { ...ROAD, name: ' Đường  Đông Sơn ', field: null });
    expect(await rowOf(id)).toEqual(before);
  });
});
