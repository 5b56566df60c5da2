import { ListProjects } from '@thongvon/projects';
import { RecheckReturn, ViewReturn } from '@thongvon/returns';
import { disbursementReading } from '../factories/reading';
import { readyReturn } from '../support/ready-return';
import { Boards, type Board } from '../support/boards';

const PLANNED = '7700001';

describe('a project that only a return registered', () => {
  let boards: Boards;
  let code = 7_700_100;
  let fresh: string;
  beforeAll(async () => {
    boards = await Boards.start();
    // With a plan there, a code that it doesn't name is asked about.
    await boards.plan({ number: '1/QĐ', date: '2023-01-05' }, { [PLANNED]: 1000 }, 'A');
  });
  beforeEach(() => {
    code += 1;
    fresh = String(code);
  });
  afterAll(() => boards.system.close());

  const listed = async (): Promise<boolean> => {
    const { items } = await boards.system.app.get(ListProjects).list(boards.district, { limit: 500 });
    return items.some((project) => project.code === fresh);
  };
  const reading = (day: string, disbursed = 10) =>
    disbursementReading(day, { [fresh]: [{ disbursed }] }, { coverage: 'partial' });
  /** What is asked or said of the code in a return of this board. */
  const asked = async (board: Board): Promise<unknown> => {
    const id = await readyReturn(boards.system, boards.reporter(board), reading('2023-05-24'));
    await boards.system.app.get(RecheckReturn).recheck(id);
    const { findings } = await boards.system.app.get(ViewReturn).view(boards.reporter(board), id);
    return findings.flatMap((finding) =>
      ['RET-PROJECT-UNKNOWN', 'RET-PROJECT-NOT-YOURS'].includes(finding.code)
        ? [[finding.code, finding.choices?.map(({ value }) => value)]]
        : [],
    );
  };
  const UNKNOWN = [['RET-PROJECT-UNKNOWN', ['new']]];

  it('is nobody’s once that return is reverted: it isn’t listed, and whoever reports it is asked as of a new one', async () => {
    const wrong = await boards.approve(boards.reporter('B'), reading('2023-05-17'));
    const id = await boards.projectId(fresh);
    expect(await listed()).toBe(true);
    await boards.revert(wrong.id);
    expect(await listed()).toBe(false);
    expect([await asked('A'), await asked('B')]).toEqual([UNKNOWN, UNKNOWN]);

    await boards.approve(boards.reporter('A'), reading('2023-05-24', 20));
    expect([await listed(), await asked('B')]).toEqual([true, [['RET-PROJECT-NOT-YOURS', undefined]]]);
    // The same row, so that its history stays together.
    expect(await boards.projectId(fresh)).toBe(id);
    const [row] = await boards.system.data.query<object[]>(
      `SELECT owner_id, (SELECT count(*)::int FROM capital.figure WHERE project_id = p.id) AS figures FROM projects.project p WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ owner_id: boards.idOf('A'), figures: 2 });
  });

  it('comes back with the return that registered it, when what had replaced that is reverted', async () => {
    const full = (codes: readonly string[]) =>
      disbursementReading('2023-05-10', Object.fromEntries(codes.map((one) => [one, [{ disbursed: 10 }]])));
    await boards.approve(boards.reporter('A'), full([PLANNED, fresh]));
    const corrected = await boards.approve(boards.reporter('A'), full([PLANNED]));
    expect([await listed(), await asked('B')]).toEqual([false, UNKNOWN]);
    await boards.revert(corrected.id);
    expect([await listed(), await asked('B')]).toEqual([true, [['RET-PROJECT-NOT-YOURS', undefined]]]);
  });

  it.each(['another return', 'a person'])('stays while %s speaks of it', async (who) => {
    const first = await boards.approve(boards.reporter('B'), reading('2023-05-17'));
    if (who === 'a person') await boards.setOwner(fresh, 'B');
    else await boards.approve(boards.reporter('B'), reading('2023-05-24'));
    await boards.revert(first.id);
    expect([await listed(), await asked('A')]).toEqual([true, [['RET-PROJECT-NOT-YOURS', undefined]]]);
  });
});
