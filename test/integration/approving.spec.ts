import type { PlanType } from '@thongvon/kernel';
import type { Finding, Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckDatedAhead, RecheckReturn, SubmitReturn } from '@thongvon/returns';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading, planReading } from '../factories/reading';
import { answerAll, approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('approving', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const approvePlan = async (
    decision: Parameters<typeof planReading>[0] = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
    tinh = 600,
  ): Promise<void> => {
    const reading = planReading(decision, { '7000001': { tinh } });
    await approveReady(system, system.finance, await readyReturn(system, system.finance, reading));
  };
  const checked = async (id: string) => {
    const stored = (await system.app.get(RecheckReturn).recheck(id))?.stored;
    if (!stored) throw new Error('not checked');
    return stored;
  };
  const statusOf = async (id: string): Promise<string | undefined> =>
    (
      await system.data.query<{ status: string }[]>('SELECT status FROM returns.return WHERE id = $1', [id])
    )[0]?.status;
  const statuses = async (): Promise<string[]> =>
    (
      await system.data.query<{ status: string }[]>(
        'SELECT status FROM returns.return WHERE as_of IS NOT NULL ORDER BY status',
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
    const reason = 'whichever comes last';
    await Promise.all(
      ids.map((id) => system.app.get(ApproveReturn).approve(system.approver, id, { reason })),
    );
    expect(await statuses()).toEqual(['approved', 'superseded', 'superseded', 'superseded']);
  });

  it('asks for a reason where more is disbursed than the ledger has planned, though the table states no plan', async () => {
    await approvePlan();
    const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 601 }] });
    const id = await readyReturn(system, system.board, reading);
    const rechecked = await system.app.get(RecheckReturn).recheck(id);
    expect(rechecked?.stored?.findings).toMatchObject([
      { code: 'RET-OVER-PLAN', severity: 'question', asks: 'reason', sheet: 'S', cell: 'E2', value: '601' },
    ]);
  });

  it('holds no project against the ledger that stands in the return twice: that is the one mistake', async () => {
    await approvePlan();
    const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 601 }] });
    const findings = async (repeated: boolean): Promise<string[] | undefined> => {
      const projects = reading.projects.map((project) => ({ ...project, planned: '1200', repeated }));
      const id = await readyReturn(system, system.board, { ...reading, projects });
      const rechecked = await system.app.get(RecheckReturn).recheck(id);
      return rechecked?.stored?.findings.map(({ code }) => code);
    };
    expect(await findings(false)).toEqual(['RET-OVER-PLAN', 'RET-PLAN-DIFFERS']);
    expect(await findings(true)).toEqual([]);
  });

  it('gives a return back to its sender when the ledgers have meanwhile made questions of it, and tells by mail', async () => {
    await approvePlan();
    const id = await readyReturn(
      system,
      system.board,
      disbursementReading('2023-06-14', { '7000001': [{ disbursed: 300 }] }),
    );
    await system.app.get(SubmitReturn).submit(system.board, id);
    // An earlier week with more: what was handed in has fallen.
    const earlier = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 400 }] });
    await approveReady(system, system.board, await readyReturn(system, system.board, earlier));
    const approve = (): Promise<unknown> => system.app.get(ApproveReturn).approve(system.approver, id);
    await expect(approve()).rejects.toMatchObject({ code: 'RETURN-NEEDS-ATTENTION' });
    expect(await statusOf(id)).toBe('needs-attention');
    const mails = await system.data.query<object[]>('SELECT kind, recipient, subject FROM platform.mail');
    expect(mails).toEqual([
      {
        kind: 'return-asked-again',
        recipient: 'board@example.test',
        subject: 'Cần trả lời thêm: báo cáo giải ngân đến ngày 14/06/2023',
      },
    ]);
    // Once the questions have answers it can be handed in again, and approved.
    await approveReady(system, system.board, id);
    expect(await statusOf(id)).toBe('approved');
  });

  it('lets a return be handed in whose questions have gone by themselves', async () => {
    const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 700 }] });
    await approvePlan();
    const id = await readyReturn(system, system.board, reading);
    await expect(system.app.get(SubmitReturn).submit(system.board, id)).rejects.toMatchObject({
      code: 'RETURN-NEEDS-ATTENTION',
    });
    expect(await statusOf(id)).toBe('needs-attention');
    await approvePlan({ number: '2/QĐ', date: '2023-05-19', mode: 'adjustment' }, 900);
    await system.app.get(SubmitReturn).submit(system.board, id);
    expect(await statusOf(id)).toBe('submitted');
  });

  it('asks no longer why a return is dated ahead once its day has come', async () => {
    await approvePlan();
    const question: Finding = {
      ...{
        code: 'RET-DATE-FUTURE',
        severity: 'question',
        asks: 'reason',
        sheet: null,
        cell: null,
        value: null,
      },
      ...{ message: 'Số liệu ghi trước ngày.', messageEn: 'Dated ahead.' },
    };
    const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }] });
    const id = await readyReturn(system, system.board, { ...reading, findings: [question] });
    await expect(system.app.get(SubmitReturn).submit(system.board, id)).rejects.toMatchObject({
      code: 'RETURN-NEEDS-ATTENTION',
    });
    const lookOn = (day: string): Promise<void> =>
      system.clock.at(new Date(`${day}T00:30:00+07:00`), () => system.app.get(RecheckDatedAhead).run());
    await lookOn('2023-06-06');
    expect(await statusOf(id)).toBe('needs-attention');
    await lookOn('2023-06-07');
    expect(await statusOf(id)).toBe('ready');
  });

  it('lowers what an office has disbursed only with a reason, by a return of the same day that replaces another', async () => {
    await approvePlan();
    const submitted = async (projects: Parameters<typeof disbursementReading>[1]): Promise<string> => {
      const id = await readyReturn(system, system.board, disbursementReading('2023-06-07', projects));
      await answerAll(system, id);
      await system.app.get(SubmitReturn).submit(system.board, id);
      return id;
    };
    const approve = async (id: string, given?: { reason: string }): Promise<unknown> => {
      const done = await system.app
        .get(ApproveReturn)
        .approve(system.approver, id, given)
        .catch((error: unknown) => error);
      await recomputeOpen(system);
      return done;
    };
    const line = (disbursed: number) => [{ source: 'tinh', disbursed }];
    expect(await approve(await submitted({ '7000001': line(500), '7000002': line(40) }))).toMatchObject({
      status: 'approved',
    });
    const less = await submitted({ '7000001': line(510) });
    expect(await approve(less)).toMatchObject({
      code: 'REASON-NEEDED',
      members: {
        consequences: [
          {
            ...{ measure: 'disbursed', basis: 'reported', planType: 'current-year', on: '2023-06-07' },
            ...{ before: '540', after: '510', lowers: true, falls: [] },
            vanishes: [{ code: '7000002', before: '40', after: null }],
          },
        ],
      },
    });
    expect(await approve(less, { reason: 'counted twice' })).toMatchObject({ status: 'approved' });
  });

  it('lowers a project under a growing total only with a reason: its sender’s, or where nobody was asked the approver’s', async () => {
    await approvePlan();
    const line = (disbursed: number) => [{ source: 'tinh', disbursed }];
    const send = async (day: string, projects: Parameters<typeof disbursementReading>[1]) => {
      const id = await readyReturn(system, system.board, disbursementReading(day, projects));
      const { findings, preview } = await checked(id);
      await answerAll(system, id);
      await system.app.get(SubmitReturn).submit(system.board, id);
      const asked = findings.filter(({ code }) => code === 'RET-CUMULATIVE-FELL').length;
      const [change] = preview.consequences ?? [];
      const done = await system.app
        .get(ApproveReturn)
        .approve(system.approver, id)
        .catch((error: unknown) => error);
      await recomputeOpen(system);
      return { id, asked, change, done };
    };
    await send('2023-06-07', { '7000001': line(500), '7000002': line(40) });
    // Of a later day, the sender says why; what it said is on the page, with the fall.
    expect(await send('2023-06-14', { '7000001': line(490), '7000002': line(90) })).toMatchObject({
      asked: 1,
      change: { before: '540', after: '580', lowers: false, falls: [{ before: '500', after: '490' }] },
      done: { status: 'approved' },
    });
    // Of the same day nobody asked the sender: it is above the earlier day's figure.
    await send('2023-06-21', { '7000001': line(520), '7000002': line(90) });
    const second = await send('2023-06-21', { '7000001': line(510), '7000002': line(120) });
    expect(second).toMatchObject({
      asked: 0,
      change: { before: '610', after: '630', lowers: true, falls: [{ before: '520', after: '510' }] },
      done: { code: 'REASON-NEEDED' },
    });
    expect(
      await system.app.get(ApproveReturn).approve(system.approver, second.id, { reason: 'counted twice' }),
    ).toMatchObject({ status: 'approved' });
  });

  it('asks why a correction of an earlier day is above what is approved of a later one, of every plan type and basis', async () => {
    await approvePlan();
    const line = (disbursed: number, planType: PlanType) => ({ source: 'tinh', disbursed, planType });
    const sent = (kind: 'disbursement' | 'treasury', day: string, now: number, carried: number) =>
      readyReturn(
        system,
        kind === 'treasury' ? system.finance : system.board,
        disbursementReading(
          day,
          { '7000001': [line(now, 'current-year'), line(carried, 'carried-over')] },
          { kind },
        ),
      );
    for (const kind of ['disbursement', 'treasury'] as const) {
      const sender = kind === 'treasury' ? system.finance : system.board;
      for (const [day, now, carried] of [
        ['2023-06-07', 300, 30],
        ['2023-06-14', 400, 40],
        ['2023-06-21', 450, 45],
      ] as const)
        await approveReady(system, sender, await sent(kind, day, now, carried));
      const asked = async (...amounts: [number, number]) =>
        (await checked(await sent(kind, '2023-06-07', ...amounts))).findings.filter(
          ({ code }) => code === 'RET-CUMULATIVE-FELL',
        );
      expect(await asked(400, 40)).toEqual([]);
      const [first, second, ...rest] = await asked(401, 41);
      expect(rest).toEqual([]);
      expect(first).toMatchObject({
        severity: 'question',
        asks: 'reason',
        sheet: 'S',
        cell: 'E2',
        value: '401',
      });
      expect(first?.message).toMatch(
        /đến 07\/06\/2023 là 401 đồng \(ô E2\), cao hơn .* 14\/06\/2023 \(400 đồng; tệp “made.xlsx”, S!E2\)/,
      );
      expect(second).toMatchObject({ cell: 'E3', value: '41' });
    }
  });

  it('lowers an office’s numbers of land clearance only with a reason, with before, after and who falls or vanishes', async () => {
    await approvePlan();
    const approved = async (reading: Reading): Promise<void> => {
      await approveReady(system, system.board, await readyReturn(system, system.board, reading));
    };
    const [road, school] = ['7000001', '7000002'];
    const all = { handedOver: 20, paid: 25, compensated: '7000000000', areaHandedOver: '1200.5' };
    await approved(clearanceReading('2023-06-07', { [road]: { households: 30, ...all } }));
    await approved(
      clearanceReading('2023-06-14', {
        [road]: { households: 30, ...all, handedOver: 22 },
        [school]: { households: 9, handedOver: 5 },
      }),
    );
    const less = clearanceReading('2023-06-14', {
      [road]: { households: 30, ...all, handedOver: 21, areaHandedOver: '1200.25' },
    });
    const id = await readyReturn(system, system.board, less);
    const { preview } = await checked(id);
    const changes = Object.fromEntries(
      (preview.consequences ?? []).map(({ counts, ...change }) => [counts?.measure, change]),
    );
    expect(changes).toMatchObject({
      handedOver: {
        ...{ measure: 'cleared', on: '2023-06-14', before: '27', after: '21', lowers: true },
        vanishes: [{ code: school, before: '5', after: null }],
        falls: [{ code: road, before: '22', after: '21' }],
      },
      areaHandedOver: { before: '1200.5', after: '1200.25', lowers: true, vanishes: [] },
    });
    expect(Object.keys(changes).sort()).toEqual(['areaHandedOver', 'handedOver']);
    await answerAll(system, id);
    await system.app.get(SubmitReturn).submit(system.board, id);
    const approve = (given?: { reason: string }) =>
      system.app.get(ApproveReturn).approve(system.approver, id, given);
    await expect(approve()).rejects.toMatchObject({
      code: 'REASON-NEEDED',
      members: { consequences: preview.consequences },
    });
    expect(await approve({ reason: 'đếm trùng' })).toMatchObject({ status: 'approved' });
    await recomputeOpen(system);
    const [sum] = await system.data.query<{ total: string }[]>(
      `SELECT sum(value)::text AS total FROM land_clearance.clearance_position
       WHERE measure = 'handedOver' AND valid_from <= '2023-06-14' AND valid_to > '2023-06-14'`,
    );
    expect(sum?.total).toBe(changes.handedOver?.after);
  });

  it('asks once whether figures are those of the codes or of the names where two projects’ names stand under each other’s', async () => {
    const [bridge, road] = ['7000001', '7000002'];
    const decision = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' as const };
    const plan = planReading(decision, { [bridge]: { tinh: 900 }, [road]: { tinh: 800 } });
    await approveReady(system, system.finance, await readyReturn(system, system.finance, plan));
    const reading = disbursementReading('2023-06-07', {
      [bridge]: [{ disbursed: 700 }],
      [road]: [{ disbursed: 40 }],
    });
    const [first, second] = reading.projects;
    if (!first || !second) throw new Error('no rows');
    const swapped = [
      { ...first, name: second.name },
      { ...second, name: first.name },
    ];
    const id = await readyReturn(system, system.board, { ...reading, projects: swapped });
    const { findings } = await checked(id);
    expect(findings).toMatchObject([
      { code: 'RET-PROJECT-NAME', severity: 'question', asks: 'choice', sheet: 'S', cell: 'B2' },
    ]);
    await system.data.query(
      `UPDATE returns.return SET answers = jsonb_build_array(jsonb_build_object('code', 'RET-PROJECT-NAME',
         'sheet', 'S', 'cell', 'B2', 'asked', $2::text, 'asks', 'choice', 'value', 'names')) WHERE id = $1`,
      [id, findings[0]?.value],
    );
    await system.app.get(SubmitReturn).submit(system.board, id);
    await system.app.get(ApproveReturn).approve(system.approver, id);
    const rows = await system.data.query<object[]>(
      `SELECT p.code, f.disbursed FROM capital.figure f JOIN projects.project p ON p.id = f.project_id ORDER BY p.code`,
    );
    expect(rows).toEqual([
      { code: bridge, disbursed: '40' },
      { code: road, disbursed: '700' },
    ]);
  });

  describe('numbers of land clearance that fall between two approved days', () => {
    const [road] = ['7000001'];
    const approved = async (reading: Reading): Promise<void> => {
      await approveReady(system, system.board, await readyReturn(system, system.board, reading));
    };
    const fallsOf = async (reading: Reading) =>
      (await checked(await readyReturn(system, system.board, reading))).findings
        .filter(({ code }) => code === 'RET-CUMULATIVE-FELL')
        .map(({ cell, value, message }) => ({ cell, value, message }));
    const all = {
      households: 30,
      paid: 25,
      handedOver: 20,
      areaHandedOver: '1200.5',
      compensated: '7000000000',
    };

    it('are asked about where a correction of an earlier day is above a later one', async () => {
      await approved(clearanceReading('2023-06-07', { [road]: { ...all, handedOver: 18 } }));
      await approved(clearanceReading('2023-06-14', { [road]: all }));
      const corrected = { ...all, handedOver: 21, areaHandedOver: '1200.75', compensated: '7000000001' };
      expect(await fallsOf(clearanceReading('2023-06-07', { [road]: all }))).toEqual([]);
      expect(await fallsOf(clearanceReading('2023-06-07', { [road]: corrected }))).toMatchObject([
        { cell: 'H2', value: '21', message: expect.stringContaining('14/06/2023 (20; made.xlsx, G!H2)') },
        { cell: 'J2', value: '1200.75' },
        { cell: 'N2', value: '7000000001' },
      ]);
    });

    it('are asked about where the whole is less than its parts were, and the parts less than the whole was', async () => {
      const inParts = (day: string, ...handedOver: number[]): Reading => {
        const reading = clearanceReading(day, { [road]: {} });
        const [row] = reading.landClearance;
        if (!row) throw new Error('no row');
        return {
          ...reading,
          landClearance: handedOver.map((value, index) => ({
            ...row,
            handedOver: value,
            segment: `Đoạn ${index + 1}`,
            cells: { handedOver: { sheet: 'G', cell: `H${index + 2}` } },
          })),
        };
      };
      await approved(inParts('2023-06-07', 12, 8));
      const [fell] = await fallsOf(clearanceReading('2023-06-14', { [road]: { handedOver: 19 } }));
      expect(fell).toMatchObject({
        cell: 'H2',
        value: '19',
        message: expect.stringContaining('07/06/2023 (20)'),
      });
      expect(await fallsOf(clearanceReading('2023-06-14', { [road]: { handedOver: 20 } }))).toEqual([]);
      await approved(clearanceReading('2023-06-14', { [road]: { handedOver: 25 } }));
      expect(await fallsOf(inParts('2023-06-21', 13, 9))).toMatchObject([{ value: '22' }]);
      expect(await fallsOf(inParts('2023-06-21', 16, 9))).toEqual([]);
    });
  });
});
