import { DigestModule } from '@thongvon/digest';
import { addDays, instantAt, plainDate } from '@thongvon/kernel';
import { FreezeMissingWeeks, ReviseWeek, Snapshots } from '@thongvon/snapshots';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const [ROAD, BRIDGE] = ['7000001', '7000002'];
const BILLION = 1_000_000_000;

describe('what the pace of a frozen week is counted from', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-05-01T02:00:00Z'), [DigestModule]);
    const plan = planReading(
      { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
      { [ROAD]: { huyen: 1000 * BILLION }, [BRIDGE]: { huyen: 1000 * BILLION } },
    );
    await at('2023-01-06', '09:00', async () => {
      await approveReady(system, system.finance, await readyReturn(system, system.finance, plan));
    });
  });
  afterEach(() => system.close());

  const at = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> =>
    system.clock.at(instantAt(plainDate(date), time), work);
  const report = (on: string, asOf: string, billions: Readonly<Record<string, number>>): Promise<void> =>
    at(on, '15:00', async () => {
      const figures = Object.fromEntries(
        Object.entries(billions).map(([code, sum]) => [
          code,
          [{ source: 'huyen', disbursed: sum * BILLION }],
        ]),
      );
      await approveReady(
        system,
        system.board,
        await readyReturn(system, system.board, disbursementReading(asOf, figures, { coverage: 'partial' })),
      );
    });
  async function grounds(week: string): Promise<(string | null)[][]> {
    const snapshots = system.app.get(Snapshots);
    const ref = await snapshots.find(plainDate(week));
    if (!ref) throw new Error(`no week ${week}`);
    const codes = new Map((await snapshots.projects(ref)).map(({ id, code }) => [id, code]));
    return (await snapshots.paceGrounds(ref))
      .map(({ projectId, asOf, disbursed }) => [
        codes.get(projectId) ?? null,
        asOf,
        disbursed === null ? null : (disbursed / BigInt(BILLION)).toString(),
      ])
      .toSorted();
  }

  it('is what was in force 28 days before each project’s newest figure, as it was known then', async () => {
    await report('2023-05-18', '2023-05-17', { [ROAD]: 90, [BRIDGE]: 9 });
    await report('2023-05-25', '2023-05-24', { [ROAD]: 100 });
    for (const [index, on] of ['2023-06-01', '2023-06-08', '2023-06-15', '2023-06-22'].entries())
      await report(on, addDays(plainDate(on), -1), {
        [ROAD]: 110 + 10 * index,
        ...(index === 1 ? { [BRIDGE]: 20 } : {}),
      });
    await at('2023-06-23', '07:00', () => system.app.get(FreezeMissingWeeks).run());
    // The bridge was reported last on 7/6: 28 days before it nobody had reported it.
    expect(await grounds('2023-06-22')).toEqual([[ROAD, '2023-05-24', '100']]);
    expect(await grounds('2023-06-15')).toEqual([[ROAD, '2023-05-17', '90']]);

    await report('2023-06-24', '2023-05-24', { [ROAD]: 105 });
    await at('2023-06-24', '16:00', () =>
      system.app.get(ReviseWeek).revise(system.finance, '2023-05-25', 'Báo cáo thiếu một chứng từ'),
    );
    expect(await grounds('2023-06-22')).toEqual([[ROAD, '2023-05-24', '100']]);
    await report('2023-06-29', '2023-06-28', { [ROAD]: 200, [BRIDGE]: 30 });
    await at('2023-06-30', '07:00', () => system.app.get(FreezeMissingWeeks).run());
    expect(await grounds('2023-06-29')).toEqual([
      [ROAD, '2023-05-31', '110'],
      [BRIDGE, '2023-05-17', '9'],
    ]);
  });
});
