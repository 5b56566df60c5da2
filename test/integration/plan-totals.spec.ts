import fc from 'fast-check';
import type { PlainDate } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { planReading } from '../factories/reading';
import { longRun, PATIENCE } from '../long/long-run';
import { readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** A decision of a made-up year: its lines may split a project by source where another gives the whole. */
interface Plan {
  readonly number: string;
  readonly day: string;
  readonly mode: 'initial' | 'adjustment';
  readonly again: 'annex' | 'replacement';
  readonly isCarriedOver: boolean;
  readonly lines: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Approved with a reason where one is asked for; else it is left. */
  readonly isExplained: boolean;
}

const amount = fc.integer({ min: 0, max: 5 });
const plan: fc.Arbitrary<Plan> = fc.record({
  number: fc.constantFrom('1/QĐ', '2/QĐ'),
  day: fc.constantFrom('01-05', '03-20', '03-20', '08-11'),
  mode: fc.constantFrom('initial' as const, 'adjustment' as const),
  again: fc.constantFrom('annex' as const, 'replacement' as const),
  isCarriedOver: fc.boolean(),
  lines: fc.dictionary(
    fc.constantFrom('7000001', '7000002', '7000003', '7000004'),
    fc.oneof(
      fc.record({ unspecified: amount }),
      fc.record({ tinh: amount }),
      fc.record({ huyen: amount }),
      fc.record({ tinh: amount, huyen: amount }),
    ),
    { minKeys: 1, maxKeys: 3, noNullPrototype: true },
  ),
  isExplained: fc.boolean(),
});

function readingOf({ number, day, mode, isCarriedOver, lines }: Plan, year: number): Reading {
  const reading = planReading({ number, date: `${year}-${day}`, mode }, lines);
  return {
    ...reading,
    planYear: year,
    allocations: reading.allocations.map((line) => ({
      ...line,
      planType: isCarriedOver && line.code === '7000004' ? ('carried-over' as const) : line.planType,
    })),
  };
}

/**
 * Tried by bringing back the fault of walks/finance.md F4 (the approval of an annex ends what its decision brought before): seen at
 * the fourth year.
 */
describe('the plan total of any day of a year', () => {
  let system: TestSystem;
  let year = 1950;
  beforeAll(async () => {
    system = await startTestSystem();
  });
  afterAll(() => system.close());

  /** By day and plan type, for each day of the year; whole đồng. */
  const totals = async (): Promise<Map<string, bigint>> => {
    const rows = await system.data.query<{ day: PlainDate; type: string; total: string }[]>(
      `SELECT day::date::text AS day, plan_type AS type, sum(amount)::text AS total
       FROM generate_series(make_date($1, 1, 1), make_date($1, 12, 31), interval '1 day') day
         JOIN capital.plan_position ON valid_from <= day AND valid_to > day
       WHERE plan_year = $1 GROUP BY day, plan_type`,
      [year],
    );
    return new Map(rows.map(({ day, type, total }) => [`${day} ${type}`, BigInt(total)]));
  };
  /** Each project's plan of all types on a day, by code; whole đồng. */
  const plansOn = async (day: string): Promise<Map<string | null, string>> => {
    const rows = await system.data.query<{ code: string; amount: string }[]>(
      `SELECT p.code, sum(amount)::text AS amount FROM capital.plan_position JOIN projects.project p ON p.id = project_id
       WHERE plan_year = $1 AND valid_from <= $2 AND valid_to > $2 GROUP BY p.code`,
      [year, day],
    );
    return new Map(rows.map(({ code, amount: sum }) => [code, sum]));
  };
  const look = async (id: string) => {
    await system.app.get(RecheckReturn).recheck(id);
    return system.app.get(ViewReturn).view(system.approver, id);
  };
  /** Answers what is asked, as far as `again` is offered; undefined: what stops can't be answered. */
  const answered = async (id: string, { again }: Plan) => {
    const { findings } = await look(id);
    const answers = findings
      .filter(({ severity }) => severity === 'question')
      .map(({ code, sheet, cell, value, choices = [] }) => {
        const offered = choices.find((choice) => choice.value === again) ?? choices[0];
        return {
          ...{ code, asks: 'choice', sheet, cell },
          ...{ asked: value, value: offered?.value, reason: null },
        };
      });
    await system.data.query(`UPDATE returns.return SET answers = $2 WHERE id = $1`, [
      id,
      JSON.stringify(answers),
    ]);
    return look(id);
  };
  const counts = { approved: 0, explained: 0, refused: 0 };

  const approve = async (one: Plan): Promise<void> => {
    const id = await readyReturn(system, system.finance, readingOf(one, year));
    const { preview, findings } = await answered(id, one);
    // What is offered is never refused.
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'question')).toEqual([]);
    await system.app.get(SubmitReturn).submit(system.finance, id);
    const before = await totals();
    const plansBefore = await plansOn(`${year}-${one.day}`);
    const consequences = preview?.consequences ?? [];
    const lowers = consequences.some((change) => change.lowers);
    const given = lowers && one.isExplained ? { reason: 'HĐND cắt giảm' } : {};
    const refused = await system.app
      .get(ApproveReturn)
      .approve(system.approver, id, given)
      .then(
        () => undefined,
        (problem: unknown) => problem,
      );
    if (refused !== undefined) {
      expect(refused).toMatchObject({ code: 'REASON-NEEDED' });
      expect(lowers).toBe(true);
      await system.data.query(`UPDATE returns.return SET status = 'withdrawn' WHERE id = $1`, [id]);
      counts.refused += 1;
      return;
    }
    await recomputeOpen(system);
    const after = await totals();
    // What the page shows of each project, and of all, is what the ledger then has.
    const plansAfter = await plansOn(`${year}-${one.day}`);
    const section = preview?.sections.find(({ kind }) => kind === 'plan');
    const rows = section?.rows ?? [];
    expect(rows.map((row) => [row.code, row.before, row.after])).toEqual(
      rows.map(({ code }) => [code, plansBefore.get(code) ?? null, plansAfter.get(code) ?? null]),
    );
    const sum = (plans: Map<string | null, string>): bigint =>
      rows.reduce((all, { code }) => all + BigInt(plans.get(code) ?? 0), 0n);
    expect([section?.after, section?.change]).toEqual([
      sum(plansAfter).toString(),
      (sum(plansAfter) - sum(plansBefore)).toString(),
    ]);
    const fell = [...before].filter(([day, total]) => (after.get(day) ?? 0n) < total);
    if (!('reason' in given)) expect(fell).toEqual([]);
    else expect(fell).not.toEqual([]);
    counts['reason' in given ? 'explained' : 'approved'] += 1;
    for (const { on, planType, days, ...shown } of consequences) {
      for (const day of [{ on, ...shown }, ...(days ?? [])]) {
        const key = `${day.on} ${planType ?? ''}`;
        expect([key, before.get(key) ?? 0n]).toEqual([key, BigInt(day.before)]);
        expect([key, after.get(key) ?? 0n]).toEqual([key, BigInt(day.after)]);
      }
      // The worst day is among those that are shown.
      const all = [...new Set([...before.keys(), ...after.keys()])].filter((key) =>
        key.endsWith(` ${planType ?? ''}`),
      );
      const falls = all.map((key) => (after.get(key) ?? 0n) - (before.get(key) ?? 0n));
      const reported = [{ ...shown }, ...(days ?? [])].map((day) => BigInt(day.after) - BigInt(day.before));
      const least = (values: readonly bigint[]) => values.reduce((a, b) => (b < a ? b : a), 0n);
      expect(least(reported)).toBe(least(falls));
    }
  };

  it(
    'is never lowered by an approval without a reason, and what was shown before is what it becomes',
    async () => {
      const { runs, seed, report } = longRun('plan-totals', 6, 1000);
      await fc.assert(
        fc.asyncProperty(fc.array(plan, { minLength: 3, maxLength: 6 }), async (plans) => {
          year += 1;
          for (const one of plans) await approve(one);
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
      expect(counts.approved).toBeGreaterThan(0);
      report({ ...counts, lowered: 0 });
    },
    PATIENCE,
  );
});
