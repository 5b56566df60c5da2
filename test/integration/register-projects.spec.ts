import fc from 'fast-check';
import { plainDate, projectCode } from '@thongvon/kernel';
import { findMigrations } from '@thongvon/platform';
import { MatchProjects, RegisterProjects, type ProjectFacts } from '@thongvon/projects';
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
    ownerName: 'Ban Quản lý dự án - Đô thị',
    ownerId: null,
    totalInvestment: null,
  };

  const register = (...rows: ProjectFacts[]): Promise<string[]> => {
    return system.data.transaction((manager) =>
      system.app.get(RegisterProjects).register(manager, rows, registration()),
    );
  };
  const registration = () => {
    const { organizationId, scope } = system.board;
    return {
      organizationId,
      scope,
      above: [],
      asParticipant: false,
      day: plainDate('2023-06-21'),
      decided: new Map<string, string>(),
      byNames: [],
      returnId: null,
      at: system.clock.now(),
    };
  };
  /** The row, and the transaction that has written it last. */
  const rowOf = async (id: string | undefined): Promise<unknown> =>
    (await system.data.query<unknown[]>('SELECT xmin, * FROM projects.project WHERE id = $1', [id]))[0];

  it('takes what a later return says of a known project, and keeps what it does not speak of', async () => {
    const [id] = await register(ROAD);
    expect(await register({ ...ROAD, ownerName: null, totalInvestment: 5_000_000_000n })).toEqual([id]);
    expect(await rowOf(id)).toMatchObject({
      owner_name: 'Ban Quản lý dự án - Đô thị',
      total_investment: '5000000000',
    });
  });

  it('lets nobody take a project whose plan names another owner, however the words are abbreviated', async () => {
    const { organizationId: above } = system.finance;
    const claim = (code: string, name: string): Promise<string[]> =>
      system.data.transaction((manager) =>
        system.app
          .get(RegisterProjects)
          .register(
            manager,
            [{ ...ROAD, code, name, ownerName: null, ownerId: system.board.organizationId }],
            { ...registration(), above: [above] },
          ),
      );
    const planned = (code: string, name: string, ownerName: string | null): Promise<string[]> =>
      system.data.transaction((manager) =>
        system.app.get(RegisterProjects).register(manager, [{ ...ROAD, code, name, ownerName }], {
          ...registration(),
          organizationId: above,
          scope: system.finance.scope,
        }),
      );
    const [{ name: board } = { name: '' }] = await system.data.query<{ name: string }[]>(
      'SELECT name FROM organizations.organization WHERE id = $1',
      [system.board.organizationId],
    );
    await planned('7000011', 'Cầu Trắng', 'UBND xã Bình Nam, huyện Thăng Bình');
    await expect(claim('7000011', 'Cầu Trắng')).rejects.toMatchObject({ code: 'RET-PROJECT-NOT-YOURS' });
    const [, shortened = ''] = /^(?:\S+ )(.*)$/.exec(board) ?? [];
    const [own] = await planned('7000012', 'Cầu Đen', shortened);
    expect(await claim('7000012', 'Cầu Đen')).toEqual([own]);
    const [free] = await planned('7000013', 'Cầu Xanh', null);
    expect(await claim('7000013', 'Cầu Xanh')).toEqual([free]);
  });

  it('leaves the row of a project untouched when a return says nothing new of it', async () => {
    const [id] = await register(ROAD);
    const before = await rowOf(id);
    await register(ROAD, { ...ROAD, name: ' Đường  Đông Sơn ', field: null });
    expect(await rowOf(id)).toEqual(before);
  });

  it('knows a code however it is typed, and so does the database', async () => {
    const [id] = await register({ ...ROAD, code: 'TB-7904411', name: 'Cầu Bà Ký' });
    for (const code of [' TB-79 04 411\u00a0', 'ＴＢ－７９０４４１１', 'ТВ–7904411', "'tb‑7904411"])
      expect(await register({ ...ROAD, code, name: 'Cầu Bà Ký' })).toEqual([id]);
    await expect(
      system.data.query(
        `INSERT INTO projects.project (code, name, name_key, kind, registered_by, created_at)
         SELECT 'ТВ—79 04411', 'Khác', 'khac', kind, registered_by, created_at FROM projects.project WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('project_code_once');
  });

  it('gives codes the same form in the database as elsewhere', async () => {
    const letters = fc.constantFrom(
      ...Array.from('0123456789abcxyzABCđĐÐƉðɖАВЕЅІЈКМНОРСТУХавеѕіјкмнорстухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοＡｂ７éệß'),
      ...["'", '‘', '’', '-', '‐', '‑', '–', '—', '−', '－', '﹣', '/', '.', '_', '½', '№'],
      ...[
        ' ',
        '\t',
        '\n',
        '\u0085',
        '\u00a0',
        '\u00ad',
        '\u1680',
        '\u180e',
        '\u2003',
        '\u200b',
        '\u200d',
        '\u200f',
      ],
      ...['\u2028', '\u2029', '\u202f', '\u205f', '\u2060', '\u3000', '\ufeff'],
    );
    const typed = fc.sample(
      fc.array(letters, { maxLength: 16 }).map((all) => all.join('')),
      2_000,
    );
    const rows = await system.data.query<{ key: string }[]>(
      `SELECT projects.project_code_key(typed) AS key FROM unnest($1::text[]) WITH ORDINALITY AS t (typed, at) ORDER BY at`,
      [typed],
    );
    expect(rows.map(({ key }) => key)).toEqual(typed.map(projectCode));
  });

  it('keeps and marks projects of one code that were registered before codes had one form, and asks which is meant', async () => {
    const CodeForm = (await findMigrations()).find(({ name }) => name.startsWith('ProjectCodeForm'));
    if (!CodeForm) throw new Error('no such migration');
    const migration = new CodeForm();
    const runner = system.data.createQueryRunner();
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      await migration.down(runner);
      const { organizationId } = system.board;
      const rows = await system.data.query<{ id: string }[]>(
        `INSERT INTO projects.project (code, name, name_key, kind, registered_by, created_at)
         SELECT code, name, name_key, 'other', $1, now() + at * interval '1 second' FROM (VALUES
           ('7100001', 'Kè A', 'ke a', 1), ('71 00001', 'Kè A cũ', 'ke a cu', 2), ('7100002', 'Kè B', 'ke b', 3)
         ) AS t (code, name, name_key, at) RETURNING id`,
        [organizationId],
      );
      await migration.up(runner);
      expect(said.mock.calls.flat().join('')).toContain('“71 00001”');
      const marked = await system.data.query<{ code: string }[]>(
        'SELECT code FROM projects.project WHERE code_repeated',
      );
      expect(marked).toEqual([{ code: '71 00001' }]);
      const row = { code: '7100001', name: 'Kè A' };
      const matcher = await system.app.get(MatchProjects).matcherFor([row], registration());
      expect(matcher.match(row)).toMatchObject({
        type: 'doubtful',
        proposals: expect.arrayContaining(
          rows.slice(0, 2).map(({ id }) => expect.objectContaining({ id }) as unknown),
        ),
      });
    } finally {
      said.mockRestore();
      await runner.release();
    }
  });
});
