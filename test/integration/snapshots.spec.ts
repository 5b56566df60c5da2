import { Injectable, Module } from '@nestjs/common';
import { freezeInstant, plainDate } from '@thongvon/kernel';
import {
  ListFrozenProjects,
  ReviseWeek,
  OnSnapshot,
  ViewSnapshot,
  type FrozenWeek,
  type SnapshotListener,
} from '@thongvon/snapshots';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading } from '../factories/reading';
import { Freezing, PLAN, ROAD, SCHOOL, totalUnplanned, WEEKS } from '../support/freezing';
import { startTestSystem, type TestSystem } from '../support/test-system';

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
  const freezing = new Freezing(() => system);
  const freezeDue = (): Promise<void> => freezing.freezeDue();
  beforeEach(async () => {
    system = await startTestSystem(undefined, [FollowingModule]);
  });
  afterEach(() => system.close());

  const frozenWeeks = (): Promise<object[]> =>
    system.data.query<object[]>(
      `SELECT week, revision FROM snapshots.weekly_snapshot ORDER BY computed_at, week`,
    );

  it('freezes what had been approved by Friday 07:00, and what changed on the week before', async () => {
    await freezing.at('2023-01-06', '09:00', () => freezing.approve(PLAN));
    await freezing.at('2023-06-08', '16:00', () =>
      freezing.approve(disbursementReading('2023-06-07', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await freezing.at('2023-06-16', '06:59', () =>
      freezing.approve(
        disbursementReading('2023-06-14', {
          [ROAD]: [{ disbursed: 450 }],
          [SCHOOL]: [{ source: 'huyen', disbursed: 70 }],
        }),
      ),
    );
    await freezing.at('2023-06-16', '07:01', () =>
      freezing.approve(
        disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 999 }] }, { coverage: 'partial' }),
      ),
    );
    await freezing.at('2023-06-16', '07:05', freezeDue);
    const frozen = await freezing.week('2023-06-15');
    expect(frozen).toMatchObject({ revision: 1, frozenAt: freezeInstant(frozen.week), planYears: [2023] });
    const road = frozen.projects.find(({ code }) => code === ROAD);
    expect(road).toMatchObject({ figureAsOf: '2023-06-14', reported: true });
    expect(road?.lines).toMatchObject([
      { source: 'huyen', planned: 400n, disbursed: null, change: null },
      { source: 'tinh', planned: 600n, disbursed: null },
      { source: 'unspecified', planned: null, disbursed: 450n, change: 150n },
    ]);
    expect(totalOf(frozen)).toEqual({ planned: 3000n, disbursed: 520n, projects: 2, reported: 2 });
    expect(totalOf(await freezing.week('2023-06-08'))).toEqual({
      planned: 3000n,
      disbursed: 300n,
      projects: 2,
      reported: 1,
    });
  });

  it('names no change of a group, nor of a line, that was silent among others that reported', async () => {
    await freezing.at('2023-01-06', '09:00', () => freezing.approve(PLAN));
    await freezing.at('2023-06-08', '16:00', () =>
      freezing.approve(
        disbursementReading('2023-06-07', {
          [ROAD]: [{ source: 'tinh', disbursed: 300 }],
          [SCHOOL]: [{ source: 'huyen', disbursed: 70 }],
        }),
      ),
    );
    await freezing.at('2023-06-15', '16:00', () =>
      freezing.approve(
        disbursementReading(
          '2023-06-14',
          { [ROAD]: [{ source: 'tinh', disbursed: 450 }] },
          { coverage: 'partial' },
        ),
      ),
    );
    await freezing.at('2023-06-16', '07:05', freezeDue);
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
    await freezing.at('2023-06-01', '15:00', () =>
      freezing.approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await freezing.at('2023-06-02', '06:59', freezeDue);
    expect(await frozenWeeks()).toEqual([]);
    await freezing.at('2023-06-23', '07:00', () => Promise.all([freezeDue(), freezeDue(), freezeDue()]));
    expect(await frozenWeeks()).toEqual(WEEKS.map((date) => ({ week: date, revision: 1 })));
    const [first, second] = await Promise.all([freezing.week('2023-06-01'), freezing.week('2023-06-08')]);
    expect([first.previousId, second.previousId]).toEqual([null, first.id]);
  });

  it('tells who follows it in the same transaction, and nothing is frozen when that fails', async () => {
    const follower = system.app.get(Follower);
    follower.broken = true;
    await freezing.at('2023-06-22', '15:00', () =>
      freezing.approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await expect(freezing.at('2023-06-23', '07:00', freezeDue)).rejects.toThrow('no room');
    expect(await frozenWeeks()).toEqual([]);
    follower.broken = false;
    await freezing.at('2023-06-23', '07:01', freezeDue);
    expect(follower.received).toEqual(['2023-06-22']);
  });

  it('finishes what a worker that died after the cut has left, with what was known at the cut', async () => {
    await freezing.at('2023-06-22', '15:00', () =>
      freezing.approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    const cut = freezeInstant(plainDate('2023-06-22'));
    await system.data.query(
      `INSERT INTO snapshots.weekly_cut (week, revision, known_through) VALUES ('2023-06-22', 1, $1)`,
      [cut],
    );
    await freezing.at('2023-06-22', '16:00', () =>
      freezing.approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 400 }] })),
    );
    await freezing.at('2023-06-23', '09:00', freezeDue);
    expect(totalUnplanned(await freezing.week('2023-06-22'))).toBe(300n);
  });

  it('is frozen again on request, with what counts by then; the first revision stays', async () => {
    await freezing.at('2023-06-22', '15:00', () =>
      freezing.approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    const wrong = await freezing.at('2023-06-22', '16:00', () =>
      freezing.approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 3000 }] })),
    );
    await freezing.at('2023-06-23', '07:00', freezeDue);
    const revise = (): Promise<object> =>
      system.app.get(ReviseWeek).revise(system.finance, '2023-06-22', 'Gõ thừa một số 0');
    await expect(freezing.at('2023-06-23', '08:00', revise)).rejects.toMatchObject({
      code: 'SNAPSHOT-CURRENT',
    });
    await freezing.at('2023-06-23', '09:00', () => freezing.revert(wrong));
    await freezing.at('2023-06-23', '10:00', revise);
    await expect(freezing.at('2023-06-23', '11:00', revise)).rejects.toMatchObject({
      code: 'SNAPSHOT-CURRENT',
    });
    expect(totalUnplanned(await freezing.week('2023-06-22', 1))).toBe(3000n);
    expect(await freezing.week('2023-06-22')).toMatchObject({ revision: 2, reason: 'Gõ thừa một số 0' });
    expect(totalUnplanned(await freezing.week('2023-06-22'))).toBe(300n);
  });

  it('can be neither changed nor deleted', async () => {
    await freezing.at('2023-06-22', '15:00', () =>
      freezing.approve(disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 300 }] })),
    );
    await freezing.at('2023-06-23', '07:00', freezeDue);
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

  it('keeps open blockers with what they hold, and clearance, as known at the cut', async () => {
    await freezing.at('2023-01-06', '09:00', () => freezing.approve(PLAN));
    await freezing.at('2023-06-15', '15:00', async () => {
      await freezing.approve(
        disbursementReading('2023-06-14', { [SCHOOL]: [{ source: 'huyen', disbursed: 500 }] }),
      );
      await freezing.approve(
        clearanceReading('2023-06-14', {
          [SCHOOL]: { households: 38, handedOver: 30, blocker: 'Mồ mả chưa di dời', due: '2023-06-10' },
        }),
      );
    });
    await freezing.at('2023-06-17', '15:00', () =>
      freezing.approve(
        clearanceReading('2023-06-14', { [SCHOOL]: { households: 38, handedOver: 35, blocker: null } }),
      ),
    );
    await freezing.at('2023-06-23', '07:00', freezeDue);
    const frozen = await freezing.week('2023-06-15');
    expect(frozen.blockers).toMatchObject([
      { description: 'Mồ mả chưa di dời', due: '2023-06-10', daysOverdue: 5, held: 1500n },
    ]);
    expect(frozen.projects.find(({ code }) => code === SCHOOL)?.clearance).toMatchObject({
      handedOver: '30',
    });
    expect(
      (await freezing.week('2023-06-22')).projects.find(({ code }) => code === SCHOOL)?.clearance,
    ).toMatchObject({
      handedOver: '35',
    });
  });
});

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
