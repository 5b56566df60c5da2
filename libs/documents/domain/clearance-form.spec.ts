import ExcelJS from 'exceljs';
import { plainDate } from '@thongvon/kernel';
import { readWorkbook, type Reading } from '@thongvon/return-reader';
import { openWorkbook, writeForm } from '@thongvon/workbook-io';
import { clearanceForm, type ClearanceProject } from './clearance-form';
import { guideOf } from './form-frame';

const AS_OF = plainDate('2023-06-28');
const LAST = plainDate('2023-06-21');

async function formOf(projects: readonly ClearanceProject[]): Promise<ExcelJS.Workbook> {
  const guide = guideOf(['Ghi vào ô nền vàng'], ['Hộ dân không đồng thuận']);
  const office = { name: 'UBND xã Thử', parent: null };
  const sheet = clearanceForm({ office, asOf: AS_OF, projects, causes: guide.causes });
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
  it('carries over what hardly changes and what stands in the way, and asks anew how far the steps are', async () => {
    const reading = await read(await formOf([project]));
    expect(reading.findings).toEqual([]);
    expect(reading).toMatchObject({ kinds: ['land-clearance'], asOf: '2023-06-28' });
    expect(reading.landClearance).toMatchObject([
      {
        code: '7000001',
        households: 40,
        area: '12800.5',
        compensation: '5400000000',
        handedOver: null,
        paid: null,
        compensated: null,
        blocker: '04 hộ không nhận tiền',
        responsibleUnit: 'UBND xã Thử',
        due: '2023-07-15',
      },
    ]);
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
