import { ListLedger, Reconcile, yearByHolder } from '@thongvon/capital';
import { instantAt, plainDate } from '@thongvon/kernel';
import { EnsureUser, type Actor } from '@thongvon/organizations';
import { ViewReturn } from '@thongvon/returns';
import { FreezeMissingWeeks, Snapshots } from '@thongvon/snapshots';
import { disbursementReading, planReading } from '../factories/reading';
import { Boards, type Board } from '../support/boards';

const ROAD = '7600001';
const SCHOOL = '7600002';

/** Board A's road and school; the school is B's from 10 March, by a plan that is approved on 20 March. */
describe('a project that is handed over', () => {
  let boards: Boards;
  const at = <T>(day: string, time: string, work: () => Promise<T>): Promise<T> =>
    boards.system.clock.at(instantAt(plainDate(day), time), work);
  beforeAll(async () => {
    boards = await Boards.start(new Date('2023-01-01T02:00:00Z'));
    await at('2023-01-06', '09:00', async () => {
      const plan = { number: '1/QĐ', date: '2023-01-05' };
      await boards.plan(plan, { [ROAD]: 1000, [SCHOOL]: 500 }, 'A');
    });
    await at('2023-03-02', '10:00', () => boards.report('A', '2023-03-01', { [ROAD]: 300, [SCHOOL]: 200 }));
    await at('2023-03-20', '09:00', () =>
      boards.plan({ number: '2/QĐ', date: '2023-03-10' }, { [SCHOOL]: 500 }, 'B', 'hand-over'),
    );
    // Only now are the weeks frozen: those before the approval knew nothing of it.
    await at('2023-03-24', '08:00', () => boards.system.app.get(FreezeMissingWeeks).run());
  }, 60_000);
  afterAll(() => boards.system.close());

  const reader = (board: Board): Actor => ({ ...boards.reporter(board), role: 'leader' });

  it.each([
    ['2023-03-09', 'A', 'a day before'],
    ['2023-03-16', 'A', 'the day, but not known then'],
    ['2023-03-23', 'B', 'the day, and known'],
  ] as const)('is frozen in the week of %s as %s’s: %s', async (...[week, holder]) => {
    const frozen = await boards.system.app.get(Snapshots).week(plainDate(week));
    const school = frozen?.projects.find(({ code }) => code === SCHOOL);
    expect([school?.organizationId, school?.ownerId]).toEqual([boards.idOf(holder), boards.idOf(holder)]);
    expect(frozen?.projects.find(({ code }) => code === ROAD)?.organizationId).toBe(boards.idOf('A'));
  });

  it('counts in its board’s year, of which alerts ask, as of the day', async () => {
    const of = async (day: string): Promise<Record<string, unknown>> => {
      const rows = await yearByHolder(boards.system.data.manager, 2023, plainDate(day));
      return Object.fromEntries(
        rows.map(({ organizationId, planned: sum, disbursed }) => [organizationId, [sum, disbursed]]),
      );
    };
    const [a, b] = [boards.idOf('A'), boards.idOf('B')];
    expect(await of('2023-03-09')).toEqual({ [a]: [1500n, 500n] });
    expect(await of('2023-03-10')).toEqual({ [a]: [1000n, 300n], [b]: [500n, 200n] });
  });

  it('stays in the list of decisions and of their entries with who held it on the decision’s day', async () => {
    const ledger = boards.system.app.get(ListLedger);
    const decisions = async (board: Board): Promise<unknown> => {
      const { items } = await ledger.decisions(reader(board), { limit: 10 });
      return items.map(({ number, projects, amount }) => [number, projects, amount]);
    };
    expect(await decisions('A')).toEqual([['1/QĐ', 2, '1500']]);
    expect(await decisions('B')).toEqual([['2/QĐ', 1, '500']]);
    const entries = async (board: Board, projectId?: string): Promise<unknown> => {
      const filter = { limit: 10, ...(projectId === undefined ? {} : { projectId }) };
      const { items } = await ledger.allocations(reader(board), filter);
      return items.map(({ project, decision }) => [project.code, decision.number]);
    };
    expect(await entries('A')).toEqual([
      [ROAD, '1/QĐ'],
      [SCHOOL, '1/QĐ'],
    ]);
    expect(await entries('B')).toEqual([[SCHOOL, '2/QĐ']]);
    // Of a project that is one's own, also what was planned before.
    const school = await boards.projectId(SCHOOL);
    expect(await entries('B', school)).toEqual([
      [SCHOOL, '1/QĐ'],
      [SCHOOL, '2/QĐ'],
    ]);
    expect(await entries('A', school)).toEqual([[SCHOOL, '1/QĐ']]);
  });

  it('is set next to the Treasury’s for who held it on the day', async () => {
    const rows = async (board: Board, day: string): Promise<unknown> => {
      const filter = { planYear: 2023, asOf: plainDate(day), limit: 10 };
      const { items } = await boards.system.app.get(Reconcile).rows(reader(board), filter);
      return items.map(({ project }) => project.code).sort();
    };
    expect([await rows('A', '2023-03-09'), await rows('B', '2023-03-09')]).toEqual([[ROAD, SCHOOL], []]);
    expect([await rows('A', '2023-03-10'), await rows('B', '2023-03-10')]).toEqual([[ROAD], [SCHOOL]]);
  });

  it('counts in the totals before and after that an approver of its former board’s correction sees', async () => {
    const seen = async (sender: Actor, reading: Parameters<Boards['ready']>[1]): Promise<unknown> => {
      const id = await boards.ready(sender, reading);
      await boards.system.app.get(ViewReturn).view(boards.district, id);
      const { preview } = await boards.system.app.get(ViewReturn).view(sender, id);
      return preview?.consequences?.map(({ on, before, after, days = [{ on, before, after }] }) =>
        days.map((day) => [day.on, day.before, day.after]),
      );
    };
    const less = disbursementReading('2023-03-01', { [ROAD]: [{ disbursed: 250 }] }, { coverage: 'partial' });
    expect(await seen(boards.reporter('A'), less)).toEqual([[['2023-03-01', '500', '450']]]);

    const { user } = await boards.system.app.get(EnsureUser).run({
      ...{ email: 'finance-a@example.test', name: 'finance of A', role: 'finance-officer' },
      ...{ organizationId: boards.idOf('A'), password: 'a-long-password' },
    });
    const own = { ...boards.reporter('A'), userId: user.id, role: user.role };
    const decision = { number: '9/QĐ', date: '2023-02-01', mode: 'adjustment' as const };
    const cut = planReading(decision, { [ROAD]: { unspecified: 900 } });
    expect(await seen(own, cut)).toEqual([
      [
        ['2023-02-01', '1500', '1400'],
        ['2023-03-10', '1000', '900'],
      ],
    ]);
  });
});
