import { TraceFigures, type Provenance } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { RevertReturn } from '@thongvon/returns';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** The project's page draws what the API gives here, and adds nothing itself (walks/house.md, H2). */
describe('the year of a project, decision by decision and date by date', () => {
  let system: TestSystem;
  let minute = 0;

  const next = <T>(work: () => Promise<T>): Promise<T> =>
    system.clock.at(new Date(Date.UTC(2023, 5, 1, 0, ++minute)), work);
  const approve = (reading: Reading): Promise<string> =>
    next(async () => {
      const sender = reading.kinds.includes('disbursement') ? system.board : system.finance;
      const id = await readyReturn(system, sender, reading);
      await approveReady(system, sender, id);
      return id;
    });
  const trace = async (code: string): Promise<Provenance> => {
    const [project] = await system.data.query<{ id: string }[]>(
      'SELECT id FROM projects.project WHERE code = $1',
      [code],
    );
    return system.app
      .get(TraceFigures)
      .trace(system.finance, project?.id ?? '', 2023, plainDate('2023-06-28'));
  };
  const steps = async (code: string) =>
    (await trace(code)).planSteps.map(({ effectiveOn, decisions, before, after, change }) => [
      effectiveOn,
      decisions.map(({ number }) => number).join(),
      before,
      after,
      change,
    ]);

  beforeAll(async () => {
    system = await startTestSystem(new Date('2023-06-29T02:00:00Z'));
    await approve(
      planReading(
        { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
        { '7000001': { tinh: 600, huyen: 400 }, '7000002': { tinh: 300 } },
      ),
    );
  });
  afterAll(() => system.close());

  it('replaces a plan by source when a later decision gives one amount', async () => {
    const whole = { '7000001': { unspecified: 1200 }, '7000002': { tinh: 250 } };
    await approve(planReading({ number: '2/QĐ', date: '2023-05-19', mode: 'adjustment' }, whole));
    expect(await steps('7000001')).toEqual([
      ['2023-01-05', '1/QĐ', null, '1000', null],
      ['2023-05-19', '2/QĐ', '1000', '1200', '200'],
    ]);
    expect(await steps('7000002')).toEqual([
      ['2023-01-05', '1/QĐ', null, '300', null],
      ['2023-05-19', '2/QĐ', '300', '250', '-50'],
    ]);
  });

  it('has the new amount where a decision was sent again for its day', async () => {
    const again = { '7000001': { unspecified: 1300 }, '7000002': { tinh: 250 } };
    await approve(planReading({ number: '2/QĐ', date: '2023-05-19', mode: 'adjustment' }, again));
    expect((await steps('7000001')).at(-1)).toEqual(['2023-05-19', '2/QĐ', '1000', '1300', '300']);
  });

  it('has the figure that counts for a date: one that is reinstated, not the one that was reverted', async () => {
    const first = await approve(disbursementReading('2023-06-21', { '7000001': [{ disbursed: 500 }] }));
    const second = await approve(
      disbursementReading('2023-06-21', {
        '7000001': [
          { source: 'tinh', disbursed: 400 },
          { source: 'huyen', disbursed: 250 },
        ],
      }),
    );
    const course = async () => (await trace('7000001')).course;
    expect(await course()).toEqual([
      expect.objectContaining({
        disbursed: '650',
        planned: '1300',
        rate: '50.00',
        returnId: second,
        cell: null,
      }),
    ]);
    await next(async () => {
      await system.app.get(RevertReturn).revert(system.finance, second, 'a slip');
      await recomputeOpen(system);
    });
    expect(await course()).toEqual([
      expect.objectContaining({ asOf: '2023-06-21', disbursed: '500', rate: '38.46', returnId: first }),
    ]);
    expect((await course())[0]?.cell).toEqual({ sheet: 'S', cell: 'E2' });
  });

  it('compares what the Treasury confirms with the figure of the day', async () => {
    expect((await trace('7000001')).treasury).toBeNull();
    await approve(
      disbursementReading('2023-06-20', { '7000001': [{ disbursed: 470 }] }, { kind: 'treasury' }),
    );
    expect((await trace('7000001')).treasury).toEqual({
      asOf: '2023-06-20',
      disbursed: '470',
      difference: '-30',
    });
  });
});
