import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Reading } from '@thongvon/return-reader';
import { RecheckReturn, SubmitReturn, ViewReturn, type ViewedReturn } from '@thongvon/returns';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const BRIDGE = 'Cầu Bà Ký và đường hai đầu cầu';
const RENAMED = 'Cầu Bà Ký và đường dẫn 2 đầu cầu';
const HOUSE = 'Nhà văn hóa thôn Trung Chánh';
const ROUND = 'Đường vào trung tâm xã Phú Sơn';
const PLANS = { [BRIDGE]: 24_333_127_000, [HOUSE]: 1_250_500_000, [ROUND]: 3_000_000_000 };
const DECISION = { number: '9001/QĐ-UBND', date: '2022-12-15', mode: 'initial' } as const;
const CHANGE = { number: '9188/QĐ-UBND', date: '2023-05-10', mode: 'adjustment' } as const;

/** Projects without codes, called by the names that stand where the factories put codes. */
function uncoded(reading: Reading): Reading {
  const plain = <Row extends { code: string | null }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, code: null, name: row.code ?? '' }));
  return {
    ...reading,
    allocations: plain(reading.allocations),
    projects: plain(reading.projects),
    landClearance: plain(reading.landClearance),
  };
}
const plan = (decision: Parameters<typeof planReading>[0], plans: Readonly<Record<string, number>>) =>
  uncoded(
    planReading(
      decision,
      Object.fromEntries(Object.entries(plans).map(([name, amount]) => [name, { unspecified: amount }])),
    ),
  );
const clearance = (asOf: string, households: Readonly<Record<string, number>>) =>
  uncoded(
    clearanceReading(
      asOf,
      Object.fromEntries(
        Object.entries(households).map(([name, count]) => [name, { households: 100, handedOver: count }]),
      ),
    ),
  );

describe('a project without a code that a return calls otherwise', () => {
  let system: TestSystem;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
    await approveReady(system, system.finance, await ready(system.finance, plan(DECISION, PLANS)));
    // The board is the owner: its returns are about its own.
    await system.data.query(`UPDATE projects.project SET owner_id = $1`, [system.board.organizationId]);
    await approveReady(
      system,
      system.board,
      await ready(system.board, clearance('2023-06-07', { [BRIDGE]: 40, [HOUSE]: 10 })),
    );
    const known = await system.data.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM projects.project`,
    );
    for (const { id, name } of known) ids.set(name, id);
    expect(ids.size).toBe(3);
  });
  afterAll(() => system.close());

  const ready = (sender: Actor, reading: Reading): Promise<string> => readyReturn(system, sender, reading);
  const look = async (sender: Actor, id: string): Promise<ViewedReturn> => {
    await system.app.get(RecheckReturn).recheck(id);
    return system.app.get(ViewReturn).view(sender, id);
  };
  const about = ({ findings }: ViewedReturn): string[] =>
    findings
      .filter(({ code }) => /^RET-PROJECT-(UNKNOWN|MISSING|REPEATED)$/.test(code))
      .map(({ code, severity, value }) => `${severity} ${code} ${value ?? ''}`);
  const choices = ({ findings }: ViewedReturn): string[][] =>
    findings
      .filter(({ code }) => code === 'RET-PROJECT-UNKNOWN')
      .map((found) => found.choices?.map(({ value }) => value) ?? []);
  /** Says which project each of these rows means. */
  const answer = async (sender: Actor, id: string, means: Readonly<Record<string, string>>) => {
    const answers = Object.entries(means).map(([asked, value]) => {
      return {
        code: 'RET-PROJECT-UNKNOWN',
        asks: 'project',
        sheet: 'S',
        cell: 'A1',
        asked,
        value,
        reason: null,
      };
    });
    await system.data.query(`UPDATE returns.return SET answers = $2 WHERE id = $1`, [
      id,
      JSON.stringify(answers),
    ]);
    return look(sender, id);
  };
  const refused = (sender: Actor, id: string) =>
    expect(system.app.get(SubmitReturn).submit(sender, id)).rejects.toThrow();

  describe('in a plan', () => {
    it('is one question by nearly the same name, and answered as one it is planned once', async () => {
      const id = await ready(system.finance, plan(CHANGE, { [RENAMED]: 20_000_000_000 }));
      const seen = await look(system.finance, id);
      expect(about(seen)).toEqual([`question RET-PROJECT-UNKNOWN ${RENAMED}`]);
      expect(choices(seen)).toEqual([[ids.get(BRIDGE), 'new']]);
      const answered = await answer(system.finance, id, { [RENAMED]: ids.get(BRIDGE) ?? '' });
      expect(about(answered)).toEqual([]);
      expect(answered.preview?.sections[0]?.rows).toMatchObject([
        { projectId: ids.get(BRIDGE), before: '24333127000', after: '20000000000' },
      ]);
    });

    it('is one by the same plan to the đồng, but not by a round amount that many are given', async () => {
      const seen = await look(
        system.finance,
        await ready(
          system.finance,
          plan(CHANGE, { 'Nâng cấp tuyến số 5': 24_333_127_000, 'Trạm y tế Bình An': 3_000_000_000 }),
        ),
      );
      expect(about(seen)).toEqual(['question RET-PROJECT-UNKNOWN Nâng cấp tuyến số 5']);
      expect(choices(seen)).toEqual([[ids.get(BRIDGE), 'new']]);
    });

    it('stops where two rows were answered to be one project', async () => {
      const id = await ready(
        system.finance,
        plan(CHANGE, { [RENAMED]: 20_000_000_000, 'Cầu Bà Ký': 5_000_000 }),
      );
      const bridge = ids.get(BRIDGE) ?? '';
      const seen = await answer(system.finance, id, { [RENAMED]: bridge, 'Cầu Bà Ký': bridge });
      expect(about(seen)).toEqual(['error RET-PROJECT-REPEATED Cầu Bà Ký']);
      await refused(system.finance, id);
    });
  });

  describe('in a clearance table', () => {
    it('keeps its question open once it was answered to be another, and says so where it asks why the old one is missing', async () => {
      const id = await ready(system.board, clearance('2023-06-14', { [RENAMED]: 45, [HOUSE]: 12 }));
      const apart = await answer(system.board, id, { [RENAMED]: 'new' });
      expect(about(apart)).toEqual([
        `info RET-PROJECT-UNKNOWN ${RENAMED}`,
        `question RET-PROJECT-MISSING ${BRIDGE}`,
      ]);
      expect(choices(apart)).toEqual([[ids.get(BRIDGE), 'new']]);
      const missing = apart.findings.find(({ code }) => code === 'RET-PROJECT-MISSING');
      expect(missing?.message).toContain(`Bạn đã trả lời rằng “${RENAMED}”`);
      const because = async (reason: string): Promise<string[]> => {
        await system.data.query(
          `UPDATE returns.return SET answers = (SELECT jsonb_agg(a) FROM jsonb_array_elements(answers) a WHERE a->>'code' <> $2) || $3::jsonb
           WHERE id = $1`,
          [
            id,
            missing?.code,
            JSON.stringify([
              {
                ...{ code: missing?.code, asks: 'reason', sheet: missing?.sheet, cell: null },
                ...{ asked: missing?.value, value: null, reason },
              },
            ]),
          ],
        );
        const { findings } = await look(system.board, id);
        return findings
          .filter(({ severity }) => severity !== 'info')
          .map(({ code, severity }) => `${severity} ${code}`);
      };
      for (const reason of ['Dự án đã đổi tên', 'nay là dự án tên mới', 'it was renamed'])
        expect(await because(reason)).toEqual(['error RET-ANSWERS-CONTRADICT']);
      await refused(system.board, id);
      expect(await because('Đã chuyển cho đơn vị khác')).toEqual([]);
    });

    it('is one question in place of a new project and a missing one', async () => {
      const id = await ready(system.board, clearance('2023-06-14', { [RENAMED]: 45, [HOUSE]: 12 }));
      const seen = await look(system.board, id);
      expect(about(seen)).toEqual([`question RET-PROJECT-UNKNOWN ${RENAMED}`]);
      expect(choices(seen)).toEqual([[ids.get(BRIDGE), 'new']]);
      const apart = await answer(system.board, id, { [RENAMED]: 'new' });
      expect(about(apart)).toContain(`question RET-PROJECT-MISSING ${BRIDGE}`);
      const one = await answer(system.board, id, { [RENAMED]: ids.get(BRIDGE) ?? '' });
      expect(about(one).filter((text) => !text.startsWith('info'))).toEqual([]);
    });

    it('stops where two rows were answered to be one project, and where one row is that project already', async () => {
      const bridge = ids.get(BRIDGE) ?? '';
      const twice = await ready(system.board, clearance('2023-06-14', { [RENAMED]: 45, 'Cầu Bà Ký': 3 }));
      const seen = await answer(system.board, twice, { [RENAMED]: bridge, 'Cầu Bà Ký': bridge });
      expect(about(seen)).toContain('error RET-PROJECT-REPEATED Cầu Bà Ký');
      await refused(system.board, twice);
      const beside = await ready(system.board, clearance('2023-06-14', { [RENAMED]: 45, [BRIDGE]: 44 }));
      expect(about(await answer(system.board, beside, { [RENAMED]: bridge }))).toContain(
        `error RET-PROJECT-REPEATED ${RENAMED}`,
      );
      await refused(system.board, beside);
    });

    it("is never proposed as another office's project", async () => {
      await system.data.query(`UPDATE projects.project SET owner_id = $1 WHERE id = $2`, [
        system.finance.organizationId,
        ids.get(ROUND),
      ]);
      const seen = await look(
        system.board,
        await ready(system.board, clearance('2023-06-14', { [`${ROUND} mới`]: 1 })),
      );
      expect(choices(seen)).toEqual([[]]);
    });
  });

  it('is one question in a disbursement return too, by the same plan to the đồng, however it is called now', async () => {
    const reading = disbursementReading('2023-06-14', { 'Nâng cấp tuyến số 5': [{ disbursed: 2_000_000 }] });
    const planned = String(PLANS[BRIDGE]);
    const projects = uncoded(reading).projects.map((project) => ({
      ...{ ...project, planned },
      lines: project.lines.map((line) => ({ ...line, planned })),
    }));
    const id = await ready(system.board, { ...reading, projects, asOf: plainDate('2023-06-14') });
    const bridge = ids.get(BRIDGE) ?? '';
    const seen = await look(system.board, id);
    expect(about(seen)).toEqual(['question RET-PROJECT-UNKNOWN Nâng cấp tuyến số 5']);
    expect(choices(seen)).toEqual([[bridge, 'new']]);
    const one = await answer(system.board, id, { 'Nâng cấp tuyến số 5': bridge });
    expect(one.preview?.sections[0]?.rows.map(({ projectId }) => projectId)).toEqual([bridge]);
  });

  it('stops a disbursement return where two rows were answered to be one project', async () => {
    const reading = disbursementReading('2023-06-14', {
      [RENAMED]: [{ disbursed: 2_000_000 }],
      'Cầu Bà Ký': [{ disbursed: 3_000_000 }],
    });
    const id = await ready(system.board, { ...uncoded(reading), asOf: plainDate('2023-06-14') });
    const bridge = ids.get(BRIDGE) ?? '';
    const seen = await answer(system.board, id, { [RENAMED]: bridge, 'Cầu Bà Ký': bridge });
    expect(about(seen)).toContain('error RET-PROJECT-REPEATED Cầu Bà Ký');
    await refused(system.board, id);
  });

  it('is not in the books twice after a disbursement return said that the old one was renamed', async () => {
    const week = disbursementReading('2023-06-07', {
      [BRIDGE]: [{ disbursed: 1_900_000 }],
      [HOUSE]: [{ disbursed: 900_000 }],
    });
    const before = await ready(system.board, { ...uncoded(week), asOf: plainDate('2023-06-07') });
    await approveReady(system, system.board, before);
    const reading = disbursementReading('2023-06-14', {
      [RENAMED]: [{ disbursed: 2_000_000 }],
      [HOUSE]: [{ disbursed: 1_000_000 }],
    });
    const id = await ready(system.board, { ...uncoded(reading), asOf: plainDate('2023-06-14') });
    const apart = await answer(system.board, id, { [RENAMED]: 'new' });
    const missing = apart.findings.find(({ code }) => code === 'RET-PROJECT-MISSING');
    expect(missing).toMatchObject({ severity: 'question', value: BRIDGE });
    await system.data.query(`UPDATE returns.return SET answers = answers || $2::jsonb WHERE id = $1`, [
      id,
      JSON.stringify([
        {
          ...{ code: missing?.code, asks: 'reason', sheet: missing?.sheet, cell: null },
          ...{ asked: BRIDGE, value: null, reason: 'dự án đã đổi tên' },
        },
      ]),
    ]);
    const { findings } = await look(system.board, id);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'RET-ANSWERS-CONTRADICT',
    ]);
    await refused(system.board, id);
  });
});
