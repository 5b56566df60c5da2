import type { Finding } from '@thongvon/return-reader';
import {
  ApproveReturn,
  RecheckDatedAhead,
  RecheckReturn,
  RecheckWaiting,
  RevertReturn,
  SubmitReturn,
} from '@thongvon/returns';
import { disbursementReading, planReading } from '../factories/reading';
import { approvePlan, approveReady, checked, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('approving', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

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
    await approvePlan(system);
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
    await approvePlan(system);
    const reading = disbursementReading('2023-06-07', { '7000001': [{ disbursed: 601 }] });
    const id = await readyReturn(system, system.board, reading);
    const rechecked = await system.app.get(RecheckReturn).recheck(id);
    expect(rechecked?.stored?.findings).toMatchObject([
      { code: 'RET-OVER-PLAN', severity: 'question', asks: 'reason', sheet: 'S', cell: 'E2', value: '601' },
    ]);
  });

  it('holds no project against the ledger that stands in the return twice: that is the one mistake', async () => {
    await approvePlan(system);
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
    await approvePlan(system);
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
    await approvePlan(system);
    const id = await readyReturn(system, system.board, reading);
    await expect(system.app.get(SubmitReturn).submit(system.board, id)).rejects.toMatchObject({
      code: 'RETURN-NEEDS-ATTENTION',
    });
    expect(await statusOf(id)).toBe('needs-attention');
    await approvePlan(system, { number: '2/QĐ', date: '2023-05-19', mode: 'adjustment' }, 900);
    await system.app.get(SubmitReturn).submit(system.board, id);
    expect(await statusOf(id)).toBe('submitted');
  });

  it('names no approval that is gone, and the one that counts, in what waits beside it', async () => {
    await approvePlan(system);
    const figures = (disbursed: number) => disbursementReading('2023-06-07', { '7000001': [{ disbursed }] });
    const replaced = async (id: string): Promise<string | undefined> => {
      const [row] = await system.data.query<{ id: string | null }[]>(
        `SELECT preview #>> '{sections,0,replaces,returnId}' AS id FROM returns.return_reading WHERE return_id = $1`,
        [id],
      );
      return row?.id ?? undefined;
    };
    const waiting = await readyReturn(system, system.board, figures(510));
    const approved = await readyReturn(system, system.board, figures(500));
    await approveReady(system, system.board, approved);
    await system.app.get(RecheckWaiting).run(approved);
    expect(await replaced(waiting)).toBe(approved);
    await system.app.get(RevertReturn).revert(system.approver, approved, 'duyệt nhầm');
    await recomputeOpen(system);
    await system.app.get(RecheckWaiting).run(approved);
    expect(await replaced(waiting)).toBeUndefined();
  });

  it('asks no longer why a return is dated ahead once its day has come', async () => {
    await approvePlan(system);
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
    const { findings } = await checked(system, id);
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
});
