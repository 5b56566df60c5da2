import { Summarize } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import type { Problem } from '@thongvon/platform';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, SubmitReturn, ViewReturn, type Preview } from '@thongvon/returns';
import { planReading } from '../factories/reading';
import {
  ADJUSTMENT,
  ANNEX,
  ApprovedDecisions,
  codes,
  DECISION,
  demoReading,
  FIRST,
  INITIAL,
} from '../support/approved-decisions';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import type { TestSystem } from '../support/test-system';

const WEEKLY = demoReading('board-weekly-2023-06-21');

describe('a decision that comes a second time', () => {
  let system: TestSystem;
  let ready: ApprovedDecisions['ready'];
  let total: ApprovedDecisions['total'];
  let look: ApprovedDecisions['look'];
  let answer: ApprovedDecisions['answer'];
  beforeEach(async () => {
    ({ system, ready, total, look, answer } = await ApprovedDecisions.start());
  });
  afterEach(() => system.close());

  const again = (preview: Preview | null) => preview?.sections[0]?.again;

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
});
