import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { AMOUNT_UNITS, type AmountUnit, plainDate } from '@thongvon/kernel';
import { readWorkbook, type Reading } from '@thongvon/return-reader';
import { openWorkbook, writeForm } from '@thongvon/workbook-io';
import { clearanceForm, type ClearanceProject } from './clearance-form';
import { guideOf } from './form-frame';

const AS_OF = plainDate('2023-06-28');
const LAST = plainDate('2023-06-21');

async function formOf(
  projects: readonly ClearanceProject[],
  unit: AmountUnit = 'dong',
): Promise<ExcelJS.Workbook> {
  const guide = guideOf(['Ghi vào ô nền vàng'], ['Hộ dân không đồng thuận']);
  const office = { name: 'UBND xã Thử', parent: null };
  const sheet = clearanceForm({ office, asOf: AS_OF, unit, projects, causes: guide.causes });
  const bytes = await writeForm({
    sheets: [sheet, guide.sheet],
    createdAt: new Date('2023-06-28T00:00:00Z'),
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}

const read = async (workbook: ExcelJS.Workbook): Promise<Reading> =>
  readWorkbook(openWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer())), { today: AS_OF });

const project: ClearanceProject = {
  code: '7000001',
  name: 'Đường Một',
  last: {
    households: { value: '40', asOf: LAST },
    area: { value: '12800.5', asOf: LAST },
    handedOver: { value: '12', asOf: LAST },
    compensation: { value: '5400000000', asOf: LAST },
  },
  blocker: { text: '04 hộ không nhận tiền', responsibleUnit: 'UBND xã Thử', due: plainDate('2023-07-15') },
};

describe('the land-clearance form', () => {
  it('begins with what was reported last and what stands in the way; what nobody has reported stays empty', async () => {
    const reading = await read(await formOf([project]));
    expect(reading.findings).toEqual([]);
    expect(reading).toMatchObject({ kinds: ['land-clearance'], asOf: '2023-06-28' });
    expect(reading.landClearance).toMatchObject([
      {
        code: '7000001',
        households: 40,
        area: '12800.5',
        compensation: '5400000000',
        handedOver: 12,
        paid: null,
        compensated: null,
        blocker: '04 hộ không nhận tiền',
        responsibleUnit: 'UBND xã Thử',
        due: '2023-07-15',
      },
    ]);
  });

  it('says, sent as it came, what was reported last, without a finding', async () => {
    const count = fc.nat(60);
    const of = (value: string) => ({ value, asOf: LAST });
    const reported = fc
      .tuple(
        count,
        count,
        count,
        count,
        count,
        fc.integer({ min: 2_000, max: 400_000 }),
        fc.integer({ min: 500_000, max: 9_000_000 }),
        fc.nat(9_000_000),
      )
      .map(([handed, paid, approved, inventoried, households, area, compensated, more]) => {
        const steps = [handed, paid, approved, inventoried, households].map((_, i, all) =>
          all.slice(0, i + 1).reduce((sum, one) => sum + one, 0),
        );
        const [handedOver = 0, paidTo = 0, approvedOf = 0, counted = 0, all = 0] = steps;
        return {
          handedOver: of(`${handedOver}`),
          paid: of(`${paidTo}`),
          approved: of(`${approvedOf}`),
          inventoried: of(`${counted}`),
          households: of(`${all}`),
          area: of(`${area / 10}`),
          compensated: of(`${compensated * 1000}`),
          compensation: of(`${(compensated + more) * 1000}`),
        };
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(reported, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...AMOUNT_UNITS),
        async (all, unit) => {
          const projects = all.map((last, i) => ({
            ...project,
            code: `${7_000_001 + i}`,
            name: `Tuyến ${i + 1}`,
            last,
          }));
          const reading = await read(await formOf(projects, unit));
          expect(reading.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
          expect(reading.landClearance).toMatchObject(
            all.map((last) => ({
              households: Number(last.households.value),
              inventoried: Number(last.inventoried.value),
              approved: Number(last.approved.value),
              paid: Number(last.paid.value),
              handedOver: Number(last.handedOver.value),
              compensated: last.compensated.value,
              compensation: last.compensation.value,
            })),
          );
        },
      ),
      { numRuns: 12 },
    );
  });

  it('shows the last number where the new one goes, and reads back what is typed', async () => {
    const workbook = await formOf([project]);
    const sheet = workbook.getWorksheet('GPMB');
    const note = sheet?.getCell('I10').note;
    expect(typeof note === 'object' ? note.texts?.[0]?.text : note).toBe('Kỳ trước (21/06/2023): 12');
    for (const [cell, value] of Object.entries({ F10: 38, G10: 30, H10: 25, I10: 20, L10: 1_234_567_890 })) {
      if (sheet) sheet.getCell(cell).value = value;
    }
    const reading = await read(workbook);
    expect(reading.findings).toEqual([]);
    expect(reading.landClearance).toMatchObject([
      { inventoried: 38, approved: 30, paid: 25, handedOver: 20, compensated: '1234567890' },
    ]);
  });
});
