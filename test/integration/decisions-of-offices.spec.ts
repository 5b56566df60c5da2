import type { Finding, Reading } from '@thongvon/return-reader';
import { EnsureOrganization, EnsureUser, type Actor } from '@thongvon/organizations';
import { AnswerReturn, ApproveReturn, RecheckReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { planReading } from '../factories/reading';
import { readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const DISTRICT = 'UBND huyện Thử';
const COMMUNES = ['UBND xã Thử', 'UBND xã Bên'] as const;
type Amounts = Readonly<Record<string, number>>;

/** Walked into by a commune that loaded the district's decision, of which each project was its own. */
describe('a decision that two offices load', () => {
  let system: TestSystem;
  let district: Actor;
  const offices = new Map<string, Actor>();
  /** Each test has a decision and a project of its own. */
  let run = 0;

  beforeAll(async () => {
    system = await startTestSystem();
    const { app, finance, approver } = system;
    for (const name of COMMUNES) {
      const { id } = await app.get(EnsureOrganization).run({
        ...{ name, kind: 'commune', effectiveFrom: '2020-01-01' },
        parentId: finance.organizationId,
      });
      const { user } = await app.get(EnsureUser).run({
        ...{ email: `${offices.size}@example.test`, name, role: 'finance-officer' },
        ...{ organizationId: id, password: 'a-long-password' },
      });
      offices.set(name, { userId: user.id, role: 'finance-officer', organizationId: id, scope: [id] });
    }
    const scope = [...approver.scope, ...[...offices.values()].map(({ organizationId }) => organizationId)];
    district = { ...approver, scope };
    offices.set(DISTRICT, { ...finance, scope });
  });
  beforeEach(() => {
    run += 1;
  });
  afterAll(() => system.close());

  const code = (last = 0): string => String(7_600_000 + run * 10 + last);
  const of = (office: string): Actor => offices.get(office) ?? district;
  /** The decision of this test as an office loads it: amounts by source of the first commune's project. */
  const plan = (
    amounts: Amounts,
    { owner = COMMUNES[0], last = 0 }: { owner?: string; last?: number } = {},
  ): Reading => {
    const decision = { number: `${run}/QĐ-UBND`, date: '2022-12-15', mode: 'initial' } as const;
    const reading = planReading(decision, { [code(last)]: amounts });
    return { ...reading, allocations: reading.allocations.map((line) => ({ ...line, owner })) };
  };
  const look = async (office: string, id: string): Promise<readonly Finding[]> => {
    await system.app.get(RecheckReturn).recheck(id);
    return (await system.app.get(ViewReturn).view(of(office), id)).findings;
  };
  const asked = (findings: readonly Finding[]): Finding | undefined =>
    findings.find(({ code: found }) => found === 'RET-DECISION-ELSEWHERE');
  const approve = async (office: string, id: string): Promise<void> => {
    await system.app.get(SubmitReturn).submit(of(office), id);
    await system.app.get(ApproveReturn).approve(district, id, { reason: 'so it is' });
    await recomputeOpen(system);
  };
  const load = async (office: string, reading: Reading, value?: 'same' | 'other') => {
    const id = await readyReturn(system, of(office), reading);
    const question = asked(await look(office, id));
    if (value !== undefined) {
      const { sheet = null, cell = null } = question ?? {};
      await system.app
        .get(AnswerReturn)
        .answer(of(office), id, [
          { code: 'RET-DECISION-ELSEWHERE', sheet, cell, asked: null, value, reason: null },
        ]);
      await system.data.query(`UPDATE returns.return SET status = 'needs-attention' WHERE id = $1`, [id]);
      expect(asked(await look(office, id))?.severity).toBe('info');
      await system.data.query(`UPDATE returns.return SET status = 'ready' WHERE id = $1`, [id]);
    }
    return { id, question };
  };
  const loaded = async (office: string, reading: Reading, value?: 'same' | 'other') => {
    const { id, question } = await load(office, reading, value);
    await approve(office, id);
    return { id, question };
  };
  /** What the ledger counts of the project: whole đồng. */
  const planned = async (last = 0): Promise<string | undefined> => {
    const [row] = await system.data.query<{ sum: string }[]>(
      `SELECT sum(amount)::text AS sum FROM capital.plan_position JOIN projects.project p ON p.id = project_id
       WHERE p.code = $1 AND valid_to = 'infinity'`,
      [code(last)],
    );
    return row?.sum;
  };

  it('is asked of the commune without a word of whose it is, and counted once', async () => {
    const { question: first } = await loaded(DISTRICT, plan({ unspecified: 10 }));
    expect(first).toBeUndefined();
    const { question } = await loaded(COMMUNES[0], plan({ unspecified: 10 }), 'same');
    expect(question).toMatchObject({ severity: 'question', asks: 'choice' });
    expect(question?.choices?.map(({ value }) => value)).toEqual(['same', 'other']);
    expect(question?.message).toContain(`Quyết định ${run}/QĐ-UBND ngày 15/12/2022 đã có ở đơn vị khác`);
    expect(JSON.stringify(question)).not.toContain(DISTRICT);
    expect(await planned()).toBe('10');
  });

  it('names the commune to the district, which sees it', async () => {
    await loaded(COMMUNES[0], plan({ unspecified: 10 }));
    const { question } = await load(DISTRICT, plan({ unspecified: 10 }));
    expect(question?.message).toContain(`đã có ở “${COMMUNES[0]}”. Có phải cùng một quyết định?`);
  });

  it('is no one decision where a line differs, and another’s amount takes the place of the first', async () => {
    await loaded(DISTRICT, plan({ unspecified: 10 }));
    const { question } = await loaded(COMMUNES[0], plan({ unspecified: 7 }), 'other');
    expect(question?.choices?.map(({ value }) => value)).toEqual(['other']);
    expect(question?.message).toContain('(F2: 10 → 7)');
    expect(await planned()).toBe('7');
  });

  it.each<[Amounts, Amounts, string]>([
    [{ unspecified: 10 }, { tinh: 6, huyen: 5 }, '11'],
    [{ tinh: 6, huyen: 5 }, { unspecified: 10 }, '10'],
    [{ tinh: 6 }, { huyen: 5 }, '11'],
  ])('never counts the whole and its split together: %j, then %j', async (first, second, sum) => {
    await loaded(DISTRICT, plan(first));
    await loaded(COMMUNES[0], plan(second), 'other');
    expect(await planned()).toBe(sum);
  });

  it('is nothing of offices apart from each other that number alike', async () => {
    await loaded(COMMUNES[1], plan({ unspecified: 3 }, { owner: COMMUNES[1], last: 1 }));
    const { question } = await loaded(COMMUNES[0], plan({ unspecified: 4 }));
    expect(question).toBeUndefined();
    expect([await planned(), await planned(1)]).toEqual(['4', '3']);
  });

  it('is asked before its approval where the other office’s came in between', async () => {
    const { id } = await load(COMMUNES[0], plan({ unspecified: 10 }));
    await system.app.get(SubmitReturn).submit(of(COMMUNES[0]), id);
    await loaded(DISTRICT, plan({ unspecified: 10 }));
    await expect(system.app.get(ApproveReturn).approve(district, id)).rejects.toMatchObject({
      status: 409,
    });
    expect(asked(await look(COMMUNES[0], id))?.severity).toBe('question');
  });
});
