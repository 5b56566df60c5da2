import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, SubmitReturn } from '@thongvon/returns';
import { clearanceReading } from '../factories/clearance-reading';
import {
  answerAll,
  approvePlan,
  approveReady,
  checked,
  readyReturn,
  recomputeOpen,
} from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('approving what makes numbers of land clearance fall', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

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
