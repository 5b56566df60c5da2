import type { PlanType } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, SubmitReturn } from '@thongvon/returns';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading } from '../factories/reading';
import {
  answerAll,
  approvePlan,
  approveReady,
  checked,
  readyReturn,
  recomputeOpen,
} from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('approving what makes figures fall', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  it('lowers what an office has disbursed only with a reason, by a return of the same day that replaces another', async () => {
    await approvePlan(system);
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
    await approvePlan(system);
    const line = (disbursed: number) => [{ source: 'tinh', disbursed }];
    const send = async (day: string, projects: Parameters<typeof disbursementReading>[1]) => {
      const id = await readyReturn(system, system.board, disbursementReading(day, projects));
      const { findings, preview } = await checked(system, id);
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
    await approvePlan(system);
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
        (await checked(system, await sent(kind, '2023-06-07', ...amounts))).findings.filter(
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
    await approvePlan(system);
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
    const { preview } = await checked(system, id);
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

  describe('numbers of land clearance that fall between two approved days', () => {
    const [road] = ['7000001'];
    const approved = async (reading: Reading): Promise<void> => {
      await approveReady(system, system.board, await readyReturn(system, system.board, reading));
    };
    const fallsOf = async (reading: Reading) =>
      (await checked(system, await readyReturn(system, system.board, reading))).findings
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
