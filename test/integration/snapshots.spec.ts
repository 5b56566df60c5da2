import { Injectable, Module } from '@nestjs/common';
import fc from 'fast-check';
import { ListProjectFigures, Summarize } from '@thongvon/capital';
import { DENOMINATORS, freezeInstant, instantAt, plainDate, sumDong, type Dong } from '@thongvon/kernel';
import { OwedReturns, ReportingDuties } from '@thongvon/reporting-duties';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RevertReturn, SendBackReturn, SubmitReturn } from '@thongvon/returns';
import {
  FreezeMissingWeeks,
  ListFrozenProjects,
  ReviseWeek,
  OnSnapshot,
  Snapshots,
  ViewSnapshot,
  type FrozenWeek,
  type SnapshotListener,
} from '@thongvon/snapshots';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading, planReading } from '../factories/reading';
import { longRun, PATIENCE } from '../long/long-run';
import { answerAll, approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const ROAD = '7000001';
const SCHOOL = '7000002';
const PLAN = planReading(
  { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
  { [ROAD]: { tinh: 600, huyen: 400 }, [SCHOOL]: { huyen: 2000 } },
);
const WEEKS = ['2023-06-01', '2023-06-08', '2023-06-15', '2023-06-22'].map(plainDate);

/** A room that follows frozen weeks. */
@Injectable()
@OnSnapshot('follower')
class Follower implements SnapshotListener {
  broken = false;
  readonly received: string[] = [];

  frozen(_: unknown, { week }: { week: string }): Promise<void> {
    if (this.broken) return Promise.reject(new Error('no room'));
    this.received.push(week);
    return Promise.resolve();
  }
}

@Module({ providers: [Follower] })
class FollowingModule {}

describe('weekly snapshots', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(undefined, [FollowingModule]);
  });
  afterEach(() => system.close());

  const at = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> =>
    system.clock.at(instantAt(plainDate(date), time), work);
  async function approve(reading: Reading): Promise<string> {
    const sender = reading.kinds.includes('plan') ? system.finance : system.board;
    const id = await readyReturn(system, sender, reading);
    await approveReady(system, sender, id);
    return id;
  }
  async function revert(id: string): Promise<void> {
    await system.app.get(RevertReturn).revert(system.approver, id, 'a slip');
    await recomputeOpen(system);
  }
  const freezeDue = (): Promise<void> => system.app.get(FreezeMissingWeeks).run();
  async function week(date: string, revision?: number): Promise<FrozenWeek> {
    const found = await system.app.get(Snapshots).week(plainDate(date), revision);
    if (!found) throw new Error(`week ${date} is not frozen`);
    return found;
  }
  const frozenWeeks = (): Promise<object[]> =>
    system.data.query<object[]>(
      `SELECT week, revision FROM snapshots.weekly_snapshot ORDER BY computed_at, week`,
    );

  it('freezes what had been approved by Friday 07:00, and what changed on the week before', async () => {
    await at('2023-01-06', '09:00', () => approve(PLAN));
    await at('2023-06-08', '16:00', () =>
      approve(disbursementReading('2023-06-07', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await at('2023-06-16', '06:59', () =>
      approve(
        disbursementReading('2023-06-14', {
          [ROAD]: [{ disbursed: 450 }],
          [SCHOOL]: [{ source: 'huyen', disbursed: 70 }],
        }),
      ),
    );
    await at('2023-06-16', '07:01', () =>
      approve(disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 999 }] }, { coverage: 'partial' })),
    );
    await at('2023-06-16', '07:05', freezeDue);
    const frozen = await week('2023-06-15');
    expect(frozen).toMatchObject({ revision: 1, frozenAt: freezeInstant(frozen.week), planYears: [2023] });
    const road = frozen.projects.find(({ code }) => code === ROAD);
    expect(road).toMatchObject({ figureAsOf: '2023-06-14', reported: true });
    expect(road?.lines).toMatchObject([
      { source: 'huyen', planned: 400n, disbursed: null, change: null },
      { source: 'tinh', planned: 600n, disbursed: null },
      { source: 'unspecified', planned: null, disbursed: 450n, change: 150n },
    ]);
    expect(totalOf(frozen)).toEqual({ planned: 3000n, disbursed: 520n, projects: 2, reported: 2 });
    expect(totalOf(await week('2023-06-08'))).toEqual({
      planned: 3000n,
      disbursed: 300n,
      projects: 2,
      reported: 1,
    });
  });

  it('names no change of a group, nor of a line, that was silent among others that reported', async () => {
    await at('2023-01-06', '09:00', () => approve(PLAN));
    await at('2023-06-08', '16:00', () =>
      approve(
        disbursementReading('2023-06-07', {
          [ROAD]: [{ source: 'tinh', disbursed: 300 }],
          [SCHOOL]: [{ source: 'huyen', disbursed: 70 }],
        }),
      ),
    );
    await at('2023-06-15', '16:00', () =>
      approve(
        disbursementReading(
          '2023-06-14',
          { [ROAD]: [{ source: 'tinh', disbursed: 450 }] },
          { coverage: 'partial' },
        ),
      ),
    );
    await at('2023-06-16', '07:05', freezeDue);
    const { groups } = await system.app.get(ViewSnapshot).view(system.finance, '2023-06-15', {});
    const bySource = groups.filter(({ by }) => by === 'source');
    expect(
      bySource.map(({ key, movement: { value, reason, since } }) => [key, value, reason, since]),
    ).toEqual([
      ['huyen', null, 'not-reported', '2023-06-07'],
      ['tinh', 150n, null, null],
    ]);
    const { items } = await system.app
      .get(ListFrozenProjects)
      .list(system.finance, '2023-06-15', { limit: 10 });
    const lines = items.flatMap(({ project: { code }, lines: of }) =>
      of.map(({ source, change }) => [code, source.code, change]),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        [ROAD, 'tinh', '150'],
        [SCHOOL, 'huyen', null],
      ]),
    );
  });

  it('catches up on missed weeks in order, each once, also when two workers look at the same time', async () => {
    await at('2023-06-01', '15:00', () =>
      approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await at('2023-06-02', '06:59', freezeDue);
    expect(await frozenWeeks()).toEqual([]);
    await at('2023-06-23', '07:00', () => Promise.all([freezeDue(), freezeDue(), freezeDue()]));
    expect(await frozenWeeks()).toEqual(WEEKS.map((date) => ({ week: date, revision: 1 })));
    const [first, second] = await Promise.all([week('2023-06-01'), week('2023-06-08')]);
    expect([first.previousId, second.previousId]).toEqual([null, first.id]);
  });

  it('tells who follows it in the same transaction, and nothing is frozen when that fails', async () => {
    const follower = system.app.get(Follower);
    follower.broken = true;
    await at('2023-06-22', '15:00', () =>
      approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await expect(at('2023-06-23', '07:00', freezeDue)).rejects.toThrow('no room');
    expect(await frozenWeeks()).toEqual([]);
    follower.broken = false;
    await at('2023-06-23', '07:01', freezeDue);
    expect(follower.received).toEqual(['2023-06-22']);
  });

  it('finishes what a worker that died after the cut has left, with what was known at the cut', async () => {
    await at('2023-06-22', '15:00', () =>
      approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    const cut = freezeInstant(plainDate('2023-06-22'));
    await system.data.query(
      `INSERT INTO snapshots.weekly_cut (week, revision, known_through) VALUES ('2023-06-22', 1, $1)`,
      [cut],
    );
    await at('2023-06-22', '16:00', () =>
      approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 400 }] })),
    );
    await at('2023-06-23', '09:00', freezeDue);
    expect(totalUnplanned(await week('2023-06-22'))).toBe(300n);
  });

  it('is frozen again on request, with what counts by then; the first revision stays', async () => {
    await at('2023-06-22', '15:00', () =>
      approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    const wrong = await at('2023-06-22', '16:00', () =>
      approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 3000 }] })),
    );
    await at('2023-06-23', '07:00', freezeDue);
    const revise = (): Promise<object> =>
      system.app.get(ReviseWeek).revise(system.finance, '2023-06-22', 'Gõ thừa một số 0');
    await expect(at('2023-06-23', '08:00', revise)).rejects.toMatchObject({ code: 'SNAPSHOT-CURRENT' });
    await at('2023-06-23', '09:00', () => revert(wrong));
    await at('2023-06-23', '10:00', revise);
    await expect(at('2023-06-23', '11:00', revise)).rejects.toMatchObject({ code: 'SNAPSHOT-CURRENT' });
    expect(totalUnplanned(await week('2023-06-22', 1))).toBe(3000n);
    expect(await week('2023-06-22')).toMatchObject({ revision: 2, reason: 'Gõ thừa một số 0' });
    expect(totalUnplanned(await week('2023-06-22'))).toBe(300n);
  });

  it('can be neither changed nor deleted', async () => {
    await at('2023-06-22', '15:00', () =>
      approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await at('2023-06-23', '07:00', freezeDue);
    for (const table of [
      'snapshots.weekly_snapshot',
      'snapshots.snapshot_line',
      'snapshots.snapshot_rollup',
      'snapshots.weekly_cut',
    ])
      await expect(system.data.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
    await expect(system.data.query('UPDATE snapshots.snapshot_line SET disbursed = 1')).rejects.toThrow(
      /append-only/,
    );
  });

  it('has a figure on exactly one side, however an approval and the freezing meet', async () => {
    await at('2023-06-01', '15:00', () =>
      approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 90 }] })),
    );
    const sides: string[] = [];
    for (const [index, date] of WEEKS.entries()) {
      const id = await readyReturn(
        system,
        system.board,
        disbursementReading(date, { [ROAD]: [{ disbursed: 100 + index }] }, { coverage: 'partial' }),
      );
      await system.app.get(SubmitReturn).submit(system.board, id);
      // The approval looks at the clock before the cut, and may be through before the freezing or only after it.
      const justBefore = new Date(freezeInstant(date).getTime() - 1);
      const approving = system.clock.at(justBefore, () =>
        system.app.get(ApproveReturn).approve(system.approver, id),
      );
      await new Promise((resolve) => setTimeout(resolve, index * 12));
      await Promise.all([approving, system.clock.at(freezeInstant(date), freezeDue)]);
      await recomputeOpen(system);
      const disbursed = totalUnplanned(await week(date));
      expect(await knownUnplanned(date)).toBe(disbursed?.toString());
      sides.push(disbursed === BigInt(100 + index) ? 'within' : 'after');
    }
    expect(sides).toHaveLength(WEEKS.length);
  });

  it(
    'gives, whatever happens, what a derivation from the approved returns as known then gives, to the đồng',
    async () => {
      const code = fc.constantFrom(ROAD, SCHOOL, '7000003');
      const amount = fc.integer({ min: 0, max: 1_000_000 });
      const source = fc.constantFrom('unspecified', 'tinh', 'huyen');
      const date = fc.constantFrom('2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21');
      const lines = fc.uniqueArray(
        fc.record({
          source,
          planType: fc.constantFrom('current-year', 'carried-over'),
          disbursed: fc.option(amount),
        }),
        { minLength: 1, maxLength: 3, selector: (line) => line.source },
      );
      const action = fc.oneof(
        fc
          .record({ date, projects: fc.dictionary(code, lines, { minKeys: 1 }) })
          .map(({ date: asOf, projects }) => ({
            type: 'approve' as const,
            reading: disbursementReading(asOf, projects as Parameters<typeof disbursementReading>[1]),
          })),
        fc
          .record({
            date,
            number: fc.constantFrom('1/QĐ', '2/QĐ'),
            amounts: fc.dictionary(code, fc.dictionary(source, amount, { minKeys: 1 }), { minKeys: 1 }),
          })
          .map(({ date: on, number, amounts }) => ({
            type: 'approve' as const,
            reading: planReading({ number, date: on, mode: 'adjustment' }, amounts),
          })),
        fc.record({ type: fc.constant('revert' as const), which: fc.nat() }),
        fc.record({ type: fc.constant('freeze' as const) }),
      );
      const hours = fc.integer({ min: 1, max: 120 });
      const { runs, seed, report } = longRun('frozen weeks of random histories', 12, 100);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(action, hours), { minLength: 3, maxLength: 12 }),
          async (actions) => {
            await system.close();
            system = await startTestSystem();
            const approved: string[] = [];
            let now = instantAt(plainDate('2023-06-01'), '08:00').getTime();
            for (const [given, later] of actions) {
              now += later * 3_600_000;
              await system.clock.at(new Date(now), async () => {
                if (given.type === 'approve') approved.push(await approve(given.reading));
                else if (given.type === 'freeze') await freezeDue();
                else {
                  const [id] = approved.splice(given.which % Math.max(approved.length, 1), 1);
                  if (id !== undefined) await revert(id);
                }
              });
            }
            await at('2023-07-07', '08:00', freezeDue);
            const refs = await system.data.query<{ week: string }[]>(
              'SELECT week FROM snapshots.weekly_snapshot',
            );
            for (const ref of refs) await expectAsKnown(await week(ref.week));
          },
        ),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ 'as derived': runs });
    },
    PATIENCE,
  );

  /** Holds a frozen week against the summary and the list of projects, derived from the ledgers as known at the cut. */
  async function expectAsKnown(frozen: FrozenWeek): Promise<void> {
    const asked = { planYear: 2023, asOf: frozen.week, knownAt: frozen.frozenAt, basis: 'reported' as const };
    for (const denominator of DENOMINATORS) {
      const known = await system.app.get(Summarize).summarize(system.finance, { ...asked, denominator });
      const of = (dimension: string) =>
        frozen.rollups.filter((row) => row.denominator === denominator && row.dimension === dimension);
      expect({
        planned: text(of('total').map(({ planned }) => planned)),
        disbursed: text(of('total').map(({ disbursed }) => disbursed)),
        unplanned: text(of('unplanned').map(({ disbursed }) => disbursed)),
      }).toEqual({
        planned: known.planned,
        disbursed: known.disbursed,
        unplanned: known.unplanned.disbursed,
      });
      for (const dimension of ['owner', 'kind', 'source', 'planType', 'commune'])
        expect(text(of(dimension).map(({ planned }) => planned))).toBe(known.planned);
    }
    const { items } = await system.app
      .get(ListProjectFigures)
      .list(system.finance, { ...asked, denominator: 'all-plan', limit: 500 });
    const wanted = items.map(({ id, asOf, lines }) => ({
      id,
      asOf,
      lines: lines.map(({ planType, source, planned, disbursed }) => [
        planType,
        source.code,
        planned,
        disbursed,
      ]),
    }));
    const got = frozen.projects.map(({ id, figureAsOf, lines }) => ({
      id,
      asOf: figureAsOf,
      lines: lines.map(({ planType, source, planned, disbursed }) => [
        planType,
        source,
        planned?.toString() ?? null,
        disbursed?.toString() ?? null,
      ]),
    }));
    expect(got).toEqual(wanted);
  }

  describe('who has reported', () => {
    const states = async (date: string): Promise<unknown[]> =>
      (await week(date)).organizations.map(({ name, kind, owes, state, late }) => [
        name,
        kind,
        owes,
        state,
        late,
      ]);

    it('tells an approved return from one that waits, was sent late, or never came', async () => {
      await at('2023-06-01', '15:00', () =>
        approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 1 }] })),
      );
      await at('2023-06-08', '15:00', async () => {
        const id = await readyReturn(
          system,
          system.board,
          disbursementReading('2023-06-07', { [ROAD]: [{ disbursed: 2 }] }),
        );
        await system.app.get(SubmitReturn).submit(system.board, id);
      });
      await at('2023-06-15', '18:00', () =>
        approve(disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 3 }] })),
      );
      await at('2023-06-23', '08:00', freezeDue);
      const board = ['Ban Quản lý dự án - Đô thị', 'disbursement', true];
      expect(await states('2023-06-01')).toEqual([[...board, 'reported', false]]);
      expect(await states('2023-06-08')).toEqual([[...board, 'pending', false]]);
      expect(await states('2023-06-15')).toEqual([[...board, 'reported', true]]);
      expect(await states('2023-06-22')).toEqual([[...board, 'silent', false]]);
    });

    it('is reported to the office itself as long as it owes: of this week, and of the last until something comes', async () => {
      const owed = (date: string, time: string, of = system.board): Promise<unknown[]> =>
        at(date, time, async () =>
          (await system.app.get(OwedReturns).of(of, 'own')).map(
            ({ kind, week: owedFor, overdue, sentBack }) =>
              [kind, owedFor, overdue ? 'overdue' : 'in time', ...(sentBack === null ? [] : [sentBack])].join(
                ' ',
              ),
          ),
        );
      const send = (date: string, time: string, disbursed: number): Promise<string> =>
        at(date, time, async () => {
          const reading = disbursementReading(date, { [ROAD]: [{ disbursed }] });
          const id = await readyReturn(system, system.board, reading);
          await answerAll(system, id);
          await system.app.get(SubmitReturn).submit(system.board, id);
          return id;
        });
      await send('2023-06-01', '15:00', 1);
      expect(await owed('2023-06-01', '17:00')).toEqual([]);
      expect(await owed('2023-06-08', '17:00')).toEqual(['disbursement 2023-06-08 in time']);
      expect(await owed('2023-06-08', '17:01')).toEqual([
        'disbursement 2023-06-08 overdue',
        'disbursement 2023-06-15 in time',
      ]);
      expect(await owed('2023-06-08', '17:01', system.finance)).toEqual([]);
      const id = await send('2023-06-09', '10:00', 2);
      expect(await owed('2023-06-09', '10:01')).toEqual([]);
      await at('2023-06-10', '10:00', () =>
        system.app.get(SendBackReturn).sendBack(system.finance, id, 'the sum'),
      );
      expect(await owed('2023-06-12', '10:00')).toContain(`disbursement 2023-06-15 in time ${id}`);
    });

    it('is owed until figures of the week are handed in: a draft and figures of another week fulfil nothing', async () => {
      const owed = (date: string, time: string): Promise<string[]> =>
        at(date, time, async () =>
          (await system.app.get(OwedReturns).of(system.board, 'own')).map(({ week: owedFor }) => owedFor),
        );
      const draft = (date: string, time: string, asOf: string, disbursed: number): Promise<string> =>
        at(date, time, () =>
          readyReturn(system, system.board, disbursementReading(asOf, { [ROAD]: [{ disbursed }] })),
        );
      const submit = (date: string, time: string, id: string) =>
        at(date, time, () => system.app.get(SubmitReturn).submit(system.board, id));
      await at('2023-06-01', '15:00', () =>
        approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 1 }] })),
      );
      const first = await draft('2023-06-05', '09:00', '2023-06-05', 1);
      expect(await owed('2023-06-06', '09:00')).toEqual(['2023-06-08']);
      await submit('2023-06-06', '10:00', first);
      expect(await owed('2023-06-06', '10:01')).toEqual([]);
      // In the next week once more figures of the week before.
      await submit('2023-06-12', '10:00', await draft('2023-06-12', '09:00', '2023-06-07', 2));
      expect(await owed('2023-06-12', '10:01')).toEqual(['2023-06-15']);
      await draft('2023-06-13', '09:00', '2023-06-13', 3);
      await at('2023-06-16', '07:00', freezeDue);
      expect(await states('2023-06-08')).toEqual([
        ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'pending', false],
      ]);
      expect(await states('2023-06-15')).toEqual([
        ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'silent', false],
      ]);
    });

    it('asks for the kinds that were owed on the day of the cut-off', async () => {
      const duty = {
        kinds: ['disbursement' as const, 'land-clearance' as const],
        from: plainDate('2023-06-10'),
      };
      await system.app.get(ReportingDuties).set(system.finance, system.board.organizationId, duty);
      await at('2023-06-08', '15:00', () =>
        approve(disbursementReading('2023-06-07', { [ROAD]: [{ disbursed: 1 }] })),
      );
      await at('2023-06-15', '15:00', () =>
        approve(clearanceReading('2023-06-14', { [ROAD]: { households: 3 } })),
      );
      await at('2023-06-16', '07:00', freezeDue);
      expect(await states('2023-06-08')).toEqual([
        ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'reported', false],
      ]);
      expect(await states('2023-06-15')).toEqual([
        ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'silent', false],
        ['Ban Quản lý dự án - Đô thị', 'land-clearance', true, 'reported', false],
      ]);
    });
  });

  it('keeps open blockers with what they hold, and clearance, as known at the cut', async () => {
    await at('2023-01-06', '09:00', () => approve(PLAN));
    await at('2023-06-15', '15:00', async () => {
      await approve(disbursementReading('2023-06-14', { [SCHOOL]: [{ source: 'huyen', disbursed: 500 }] }));
      await approve(
        clearanceReading('2023-06-14', {
          [SCHOOL]: { households: 38, handedOver: 30, blocker: 'Mồ mả chưa di dời', due: '2023-06-10' },
        }),
      );
    });
    await at('2023-06-17', '15:00', () =>
      approve(
        clearanceReading('2023-06-14', { [SCHOOL]: { households: 38, handedOver: 35, blocker: null } }),
      ),
    );
    await at('2023-06-23', '07:00', freezeDue);
    const frozen = await week('2023-06-15');
    expect(frozen.blockers).toMatchObject([
      { description: 'Mồ mả chưa di dời', due: '2023-06-10', daysOverdue: 5, held: 1500n },
    ]);
    expect(frozen.projects.find(({ code }) => code === SCHOOL)?.clearance).toMatchObject({
      handedOver: '30',
    });
    expect((await week('2023-06-22')).projects.find(({ code }) => code === SCHOOL)?.clearance).toMatchObject({
      handedOver: '35',
    });
  });

  async function knownUnplanned(date: string): Promise<string | null> {
    const known = await system.app.get(Summarize).summarize(system.finance, {
      planYear: 2023,
      asOf: plainDate(date),
      knownAt: freezeInstant(plainDate(date)),
      basis: 'reported',
      denominator: 'current-year-plan',
    });
    return known.unplanned.disbursed;
  }
});

const text = (amounts: readonly (Dong | null)[]): string | null => sumDong(amounts)?.toString() ?? null;

function totalOf({ rollups }: FrozenWeek): object | undefined {
  const [total] = rollups.filter(
    ({ denominator, dimension }) => denominator === 'current-year-plan' && dimension === 'total',
  );
  return (
    total && {
      planned: total.planned,
      disbursed: total.disbursed,
      projects: total.projects,
      reported: total.reported,
    }
  );
}

function totalUnplanned({ rollups }: FrozenWeek): Dong | null | undefined {
  return rollups.find(
    ({ denominator, dimension }) => denominator === 'current-year-plan' && dimension === 'unplanned',
  )?.disbursed;
}
