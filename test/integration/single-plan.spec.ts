import type { Finding } from '@thongvon/return-reader';
import { AnswerReturn, RecheckReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const [ONE, OTHER] = ['7710001', '7710002'];
/** Whole đồng, in the ledger since January. */
const PLAN = 21_000_000_000;
type Amounts = Parameters<typeof planReading>[1];

/** The rule itself: libs/capital/domain/single-plan.spec.ts. Here: that a return is held against the ledger by it (ADR 0160). */
describe('an adjustment of one project', () => {
  let system: TestSystem;
  /** Each test has a decision of its own. */
  let run = 0;

  beforeAll(async () => {
    system = await startTestSystem();
    const initial = { number: '1/QĐ-UBND', date: '2023-01-05', mode: 'initial' } as const;
    const reading = planReading(initial, { [ONE]: { unspecified: PLAN }, [OTHER]: { unspecified: PLAN } });
    await approveReady(system, system.finance, await readyReturn(system, system.finance, reading));
  });
  beforeEach(() => {
    run += 1;
  });
  afterAll(() => system.close());

  const ready = (amounts: Amounts): Promise<string> => {
    const decision = { number: `9${run}/QĐ-UBND`, date: '2023-05-19', mode: 'adjustment' } as const;
    return readyReturn(system, system.finance, planReading(decision, amounts));
  };
  const look = async (id: string): Promise<readonly Finding[]> => {
    await system.app.get(RecheckReturn).recheck(id);
    return (await system.app.get(ViewReturn).view(system.finance, id)).findings;
  };
  const codes = (findings: readonly Finding[]): string[] =>
    findings.map(({ code, severity }) => `${severity} ${code}`);

  it('is asked why where its plan is a thousandth of the ledger’s, and goes on with a reason only', async () => {
    const id = await ready({ [ONE]: { unspecified: PLAN / 1_000 } });
    const findings = await look(id);
    expect(codes(findings)).toEqual(['question RET-PLAN-DIFFERS']);
    expect(findings[0]).toMatchObject({ asks: 'reason', sheet: 'P', cell: 'F2', value: '21000000' });
    for (const amount of ['21.000.000 đồng', '21.000.000.000 đồng'])
      expect(findings[0]?.message).toContain(amount);
    const submit = (): Promise<unknown> => system.app.get(SubmitReturn).submit(system.finance, id);
    const answer = (reason: string | null): Promise<unknown> =>
      system.app
        .get(AnswerReturn)
        .answer(system.finance, id, [
          { code: 'RET-PLAN-DIFFERS', sheet: 'P', cell: 'F2', asked: '21000000', value: null, reason },
        ]);
    await system.data.query(`UPDATE returns.return SET status = 'needs-attention' WHERE id = $1`, [id]);
    await expect(submit()).rejects.toMatchObject({ status: 409 });
    await expect(answer(null)).rejects.toMatchObject({ code: 'ANSWER-UNFIT' });
    await answer('HĐND cắt giảm');
    await system.data.query(`UPDATE returns.return SET status = 'ready' WHERE id = $1`, [id]);
    expect(codes(await look(id))).toEqual(['info RET-PLAN-DIFFERS']);
    await submit();
  });

  it.each<[string, Amounts]>([
    ['the ledger’s plan is of its magnitude', { [ONE]: { unspecified: PLAN / 50 } }],
    ['its sources together are', { [ONE]: { tinh: PLAN / 1_000, huyen: PLAN - 7 } }],
  ])('is not asked where %s', async (_, amounts) => {
    expect(codes(await look(await ready(amounts)))).toEqual([]);
  });

  it('is asked why its table states another plan before it than is in force, whichever decision it is', async () => {
    const stating = (number: string, date: string, before: number): Promise<string> => {
      const decision = { number, date, mode: 'adjustment' } as const;
      const reading = planReading(decision, { [ONE]: { unspecified: PLAN - 1 } });
      const cell = { sheet: 'P', cell: 'D2' };
      const stated = { planType: 'current-year' as const, source: 'unspecified', planned: `${before}`, cell };
      const allocations = reading.allocations.map((line) => ({ ...line, before: [stated] }));
      return readyReturn(system, system.finance, { ...reading, allocations });
    };
    const asked = async (id: string) =>
      (await look(id)).filter(({ code }) => code === 'RET-PLAN-BEFORE').map(({ message }) => message);
    expect(await asked(await stating('70/QĐ-UBND', '2023-05-19', PLAN))).toEqual([]);
    const other = await stating('70/QĐ-UBND', '2023-05-19', PLAN + 5);
    const [message = '', ...more] = await asked(other);
    expect(more).toEqual([]);
    for (const text of ['21.000.000.005 đồng (ô D2)', '21.000.000.000 đồng (1/QĐ-UBND, P!F2)'])
      expect(message).toContain(text);
    await approveReady(system, system.finance, other);
    // The decision a second time is held against what was in force without it, another one against it.
    expect(await asked(await stating('70/QĐ-UBND', '2023-05-19', PLAN))).toEqual([]);
    expect(await asked(await stating('71/QĐ-UBND', '2023-06-19', PLAN))).toHaveLength(1);
    expect(await asked(await stating('71/QĐ-UBND', '2023-06-19', PLAN - 1))).toEqual([]);
    // Of two decisions of one day either may be the first.
    expect(await asked(await stating('72/QĐ-UBND', '2023-05-19', PLAN))).toEqual([]);
    expect(await asked(await stating('72/QĐ-UBND', '2023-05-19', PLAN - 1))).toEqual([]);
    expect(await asked(await stating('72/QĐ-UBND', '2023-05-19', PLAN + 7))).toHaveLength(1);
  });
});
