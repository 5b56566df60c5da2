import { ApproveReturn, RecheckReturn, SubmitReturn } from '@thongvon/returns';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('approving', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const approvePlan = async (): Promise<void> => {
    const decision = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' } as const;
    const reading = planReading(decision, { '7000001': { tinh: 600 } });
    await approveReady(system, system.finance, await readyReturn(system, system.finance, reading));
  };
  const statuses = async (): Promise<string[]> =>
    (
      await system.data.query<{ status: string }[]>(
        'SELECT status FROM return WHERE as_of IS NOT NULL ORDER BY status',
      )
    ).map(({ status }) => status);

  it('leaves one return in force of several for the same day that are approved at the same moment', async () => {
    await approvePlan();
    const ids: string[] = [];
    for (const disbursed of [500, 510, 520, 530]) {
      const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed }] });
      const id = await readyReturn(system, system.board, reading);
      await system.app.get(SubmitReturn).submit(system.board, id);
      ids.push(id);
    }
    await Promise.all(ids.map((id) => system.app.get(ApproveReturn).approve(system.finance, id)));
    expect(await statuses()).toEqual(['approved', 'superseded', 'superseded', 'superseded']);
  });

  it('asks for a reason where more is disbursed than the ledger has planned, though the table states no plan', async () => {
    await approvePlan();
    const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 601 }] });
    const id = await readyReturn(system, system.board, reading);
    const rechecked = await system.app.get(RecheckReturn).recheck(id);
    expect(rechecked?.stored.findings).toMatchObject([
      { code: 'RET-OVER-PLAN', severity: 'question', asks: 'reason', sheet: 'S', cell: 'E2', value: '601' },
    ]);
  });
});
