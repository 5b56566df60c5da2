import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Summarize } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import type { Problem } from '@thongvon/platform';
import { readWorkbook, type Reading } from '@thongvon/return-reader';
import {
  AnswerReturn,
  ApproveReturn,
  RecheckReturn,
  SubmitReturn,
  ViewReturn,
  type AgainChoice,
  type Preview,
  type ViewedReturn,
} from '@thongvon/returns';
import { openWorkbook } from '@thongvon/workbook-io';
import { planReading } from '../factories/reading';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const demo = (name: string): Reading =>
  readWorkbook(openWorkbook(readFileSync(path.resolve(__dirname, '../../demo/returns', `${name}.xlsx`))));
const INITIAL = demo('plan-9001-qd-ubnd');
const ADJUSTMENT = demo('plan-adjustment-9188-qd-ubnd');
const DECISION = { number: '9001/QĐ-UBND', date: '2022-12-15', mode: 'initial' } as const;
const WEEKLY = demo('board-weekly-2023-06-21');
const FIRST = '7000001';
/** Two projects that stand in no other decision. */
const ANNEX = planReading(DECISION, {
  [FIRST]: { unspecified: 1_000_000_000 },
  '7000002': { unspecified: 500_000_000 },
});

describe('a decision that comes a second time', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
    await approve(INITIAL);
    await approve(ADJUSTMENT);
    expect(await total()).toBe('428137000000');
  });
  afterEach(() => system.close());

  const ready = (reading: Reading): Promise<string> => readyReturn(system, system.finance, reading);
  const approve = async (reading: Reading): Promise<string> => {
    const id = await ready(reading);
    await approveReady(system, system.finance, id);
    return id;
  };
  const total = async (day = '2023-06-21', planYear = 2023): Promise<string> => {
    const [row] = await system.data.query<{ total: string }[]>(
      `SELECT coalesce(sum(amount), 0)::text AS total FROM capital.plan_position
       WHERE plan_type = 'current-year' AND plan_year = $2 AND valid_from <= $1 AND valid_to > $1`,
      [day, planYear],
    );
    return row?.total ?? '';
  };
  const look = async (id: string): Promise<ViewedReturn> => {
    await system.app.get(RecheckReturn).recheck(id);
    return system.app.get(ViewReturn).view(system.finance, id);
  };
  /** As the sender would, without reading the file anew: a made-up one has none. */
  const answer = async (id: string, value: AgainChoice): Promise<ViewedReturn> => {
    const { findings } = await look(id);
    const [question] = findings.filter(({ code }) => code === 'RET-DECISION-AGAIN');
    await system.app.get(AnswerReturn).answer(system.finance, id, [
      {
        code: 'RET-DECISION-AGAIN',
        sheet: question?.sheet ?? null,
        cell: null,
        asked: null,
        value,
        reason: null,
      },
    ]);
    await system.data.query(`UPDATE returns.return SET status = 'needs-attention' WHERE id = $1`, [id]);
    return look(id);
  };
  const again = (preview: Preview | null) => preview?.sections[0]?.again;
  const codes = ({ findings }: ViewedReturn) => findings.map(({ code, severity }) => `${severity} ${code}`);

  it('is asked about, each choice with its total and with whom it would leave without capital', async () => {
    const { findings, preview } = await look(await ready(ANNEX));
    const [question] = findings;
    expect(question).toMatchObject({ code: 'RET-DECISION-AGAIN', severity: 'question', asks: 'choice' });
    expect(question?.choices?.map(({ value }) => value)).toEqual(['annex', 'replacement']);
    expect(question?.choices?.[0]?.label).toContain('428.137.000.000 → 429.637.000.000 đồng');
    const { choices } = again(preview) ?? { choices: [] };
    const [annex, replacement] = choices.map(({ changes }) => changes[0]);
    expect(annex).toMatchObject({
      before: '428137000000',
      after: '429637000000',
      lowers: false,
      vanishes: [],
    });
    const kept = new Set(ADJUSTMENT.allocations.map(({ code }) => code));
    const lost = new Set(INITIAL.allocations.map(({ code }) => code).filter((code) => !kept.has(code)));
    const vanishing = replacement?.vanishes ?? [];
    expect(new Set(vanishing.flatMap(({ code, on }) => (on === undefined ? code : [])))).toEqual(lost);
    // What the adjustment gives back is missing until its day.
    expect(new Set(vanishing.flatMap(({ on }) => on ?? []))).toEqual(new Set([DECISION.date]));
    expect(replacement?.lowers).toBe(true);
    expect(question?.choices?.[1]?.label).toContain(`${lost.size} dự án`);
  });

  it('adds its lines as an annex, and ends nothing of what was approved', async () => {
    const id = await ready(ANNEX);
    expect(codes(await answer(id, 'annex'))).toEqual(['info RET-DECISION-AGAIN']);
    await approveReady(system, system.finance, id);
    expect(await total()).toBe('429637000000');
    // Were the initial decision ended by it, projects would have spent a hundred times what is left of their plan.
    await approveReady(system, system.board, await readyReturn(system, system.board, WEEKLY));
    const over = await system.data.query<object[]>(
      `SELECT project_id FROM (
         SELECT project_id, sum(disbursed) AS disbursed FROM capital.disbursement_position
         WHERE plan_type = 'current-year' AND basis = 'reported' AND valid_to = 'infinity' GROUP BY project_id
       ) d LEFT JOIN (
         SELECT project_id, sum(amount) AS planned FROM capital.plan_position
         WHERE plan_type = 'current-year' AND plan_year = 2023 AND valid_to = 'infinity' GROUP BY project_id
       ) p USING (project_id) WHERE disbursed > coalesce(planned, 0)`,
    );
    expect(over).toEqual([]);
    const { rate } = await system.app.get(Summarize).summarize(system.finance, {
      ...{ planYear: 2023, asOf: plainDate('2023-06-21'), basis: 'reported' },
      denominator: 'current-year-plan',
    });
    expect(rate).toBe('52.00');
    const [standing] = await system.data.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM returns.return WHERE status = 'approved' AND 'plan' = ANY(kinds)`,
    );
    expect(standing?.n).toBe(3);
  });

  it('takes the place of what was approved as a replacement, whatever its number is written like', async () => {
    const written = { ...DECISION, number: 'Số 9001 / qd-ubnd' };
    const id = await ready({ ...INITIAL, decision: { ...written, date: plainDate(written.date) } });
    const { preview } = await answer(id, 'replacement');
    expect(preview?.consequences).toEqual([]);
    await approveReady(system, system.finance, id);
    expect(await total()).toBe('428137000000');
    const decisions = await system.data.query<object[]>(
      `SELECT FROM capital.decision WHERE number_key = '9001qdubnd'`,
    );
    expect(decisions).toHaveLength(1);
  });

  it('lowers the plan only with a reason, which stays in its history and in the audit trail', async () => {
    const id = await ready(ANNEX);
    await answer(id, 'replacement');
    await system.app.get(SubmitReturn).submit(system.finance, id);
    const approve = (given?: { reason: string }): Promise<unknown> =>
      system.app.get(ApproveReturn).approve(system.approver, id, given);
    const { preview, approval } = await system.app.get(ViewReturn).view(system.approver, id);
    expect(approval).toMatchObject({ mayApprove: true, needsReason: true });
    const refused = await approve().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'REASON-NEEDED', status: 409 });
    expect(refused).toMatchObject({ members: { consequences: preview?.consequences } });
    expect([await total(), (await look(id)).status]).toEqual(['428137000000', 'submitted']);
    await approve({ reason: 'HĐND cắt giảm' });
    await recomputeOpen(system);
    const [change] = preview?.consequences ?? [];
    expect(await total('9999-12-31')).toBe(change?.after);
    const { history } = await system.app.get(ViewReturn).view(system.approver, id);
    expect(history.at(-1)).toMatchObject({ type: 'approve', data: { reason: 'HĐND cắt giảm' } });
    const [entry] = await system.data.query<object[]>(
      `SELECT details FROM audit.audit_entry WHERE action = 'return.approve' AND subject = $1`,
      [`return:${id}`],
    );
    expect(entry).toMatchObject({
      details: { reason: 'HĐND cắt giảm', lowers: [{ before: change?.before }] },
    });
  });

  it('needs a reason as well where an adjustment lowers on purpose, and none where it moves capital about', async () => {
    const untouched = INITIAL.allocations.filter(({ code }) =>
      ADJUSTMENT.allocations.every((line) => line.code !== code),
    );
    const [road] = untouched;
    const school = untouched.find(({ code }) => code !== road?.code);
    if (!road || !school) throw new Error('no two lines');
    const change = (first: bigint, second: bigint): Reading => ({
      ...ADJUSTMENT,
      decision: { number: '9999/QĐ-UBND', date: plainDate('2023-06-30'), mode: 'adjustment' },
      allocations: [
        { ...road, planned: (BigInt(road.planned) + first).toString() },
        { ...school, planned: (BigInt(school.planned) + second).toString() },
      ],
    });
    const looked = await look(await ready(change(-5n, 5n)));
    expect(looked.preview?.consequences).toMatchObject([
      {
        measure: 'planned',
        lowers: false,
        before: '428137000000',
        after: '428137000000',
        falls: [{ code: road.code }],
      },
    ]);
    const lower = await look(await ready(change(-5n, 4n)));
    expect(lower.preview?.consequences).toMatchObject([
      { lowers: true, after: '428136999999', vanishes: [] },
    ]);
  });

  it('never adds or replaces a line in silence that the decision has already', async () => {
    const [line] = INITIAL.allocations;
    if (!line) throw new Error('no line');
    const of = async (allocation: Partial<typeof line>): Promise<string[]> => {
      const reading = { ...INITIAL, allocations: [{ ...line, ...allocation }] };
      const id = await ready(reading);
      const { findings, preview } = await look(id);
      const offered = findings.flatMap(({ choices = [] }) => choices.map(({ value }) => value));
      expect(again(preview)?.choices.map(({ choice }) => choice)).toEqual(offered);
      const found = await answer(id, 'annex').then(codes, (error: unknown) => [(error as Problem).code]);
      await system.data.query(`UPDATE returns.return SET status = 'withdrawn' WHERE id = $1`, [id]);
      return [...offered, ...found];
    };
    const conflict = ['replacement', 'ANSWER-UNFIT'];
    const fits = ['annex', 'replacement', 'info RET-DECISION-AGAIN'];
    expect(await of({ planned: (BigInt(line.planned) + 1n).toString() })).toEqual(conflict);
    expect(await of({ source: line.source === 'unspecified' ? 'provincial' : 'unspecified' })).toEqual(
      conflict,
    );
    expect(await of({})).toEqual(fits);
    expect(await of({ code: FIRST, name: 'Một dự án mới' })).toEqual(fits);
  });

  it('is refused as an annex where it was answered before another return brought its lines', async () => {
    const id = await ready(ANNEX);
    await answer(id, 'annex');
    const other = await ready(planReading(DECISION, { [FIRST]: { unspecified: 1_000_000_001 } }));
    await answer(other, 'annex');
    await approveReady(system, system.finance, other);
    expect(codes(await look(id))).toEqual(['info RET-DECISION-AGAIN', 'error RET-DECISION-LINE-AGAIN']);
  });

  it('tells the totals of each day that changes, not only of the decision’s', async () => {
    const grown = INITIAL.allocations.map((line) => ({
      ...line,
      planned: (BigInt(line.planned) + 1_000_000_000n).toString(),
    }));
    const { findings, preview } = await look(await ready({ ...INITIAL, allocations: grown }));
    const [change] = again(preview)?.choices[0]?.changes ?? [];
    const before = await Promise.all(['2022-12-15', '2023-06-21'].map((day) => total(day)));
    expect(change?.days?.map((day) => day.before)).toEqual(before);
    // The adjustment has its own amounts of some of them: from its day on less is added.
    const [first, last] = (change?.days ?? []).map(({ before: was, after }) => BigInt(after) - BigInt(was));
    expect(first).toBeGreaterThan(last ?? 0n);
    for (const { on, after } of change?.days ?? []) {
      const [year = '', month = '', day = ''] = on.split('-');
      expect(findings[0]?.choices?.[0]?.label).toContain(`từ ${day}/${month}/${year}`);
      expect(findings[0]?.choices?.[0]?.label).toContain(`→ ${BigInt(after).toLocaleString('vi-VN')} đồng`);
    }
  });

  it('is asked about under another date of the same year: a slip, or another decision', async () => {
    const dated = (date: string) => ({ ...ANNEX, decision: { ...DECISION, date: plainDate(date) } });
    const id = await ready(dated('2022-12-16'));
    const { findings } = await look(id);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'question RET-DECISION-DATE',
    ]);
    expect(findings[0]?.message).toContain('15/12/2022');
    await system.app.get(AnswerReturn).answer(system.finance, id, [
      {
        ...{ code: 'RET-DECISION-DATE', sheet: findings[0]?.sheet ?? null, cell: null },
        ...{ asked: null, value: 'other', reason: null },
      },
    ]);
    await system.data.query(`UPDATE returns.return SET status = 'needs-attention' WHERE id = $1`, [id]);
    expect(codes(await look(id))).toEqual(['info RET-DECISION-DATE']);
    // Numbers restart each year.
    expect(codes(await look(await ready(dated('2023-12-15'))))).toEqual([]);
    expect(codes(await look(await ready(dated('2021-12-15'))))).toEqual([]);
  });

  it('is asked about too where an adjustment names the number and date of the initial decision', async () => {
    const { findings } = await look(await ready({ ...ADJUSTMENT, decision: INITIAL.decision }));
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toContain(
      'question RET-DECISION-AGAIN',
    );
    // Its lines have other amounts there, so that it is no annex.
    expect(findings[0]?.choices?.map(({ value }) => value)).toEqual(['replacement']);
    const replacement = findings[0]?.choices?.[0];
    expect(replacement?.label).toContain('không còn vốn');
  });

  it('is another decision with the same number in another year', async () => {
    const next = planReading({ ...DECISION, date: '2023-12-15' }, { [FIRST]: { unspecified: 7 } });
    const id = await ready({ ...next, planYear: 2024 });
    expect(codes(await look(id))).toEqual([]);
    await approveReady(system, system.finance, id);
    expect([await total(), await total('2024-01-01', 2024)]).toEqual(['428137000000', '7']);
  });

  it('is asked about where the same decision speaks of another plan year, and keeps both years apart', async () => {
    const id = await ready({ ...ANNEX, planYear: 2024 });
    expect(codes(await look(id))).toEqual(['question RET-DECISION-AGAIN']);
    await answer(id, 'annex');
    await approveReady(system, system.finance, id);
    expect([await total(), await total('2024-01-01', 2024)]).toEqual(['428137000000', '1500000000']);
    const years = await system.data.query<{ plan_year: number }[]>(
      `SELECT plan_year FROM capital.decision WHERE number_key = '9001qdubnd' ORDER BY plan_year`,
    );
    expect(years.map(({ plan_year }) => plan_year)).toEqual([2023, 2024]);
  });
});
