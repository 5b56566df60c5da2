import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '@thongvon/workbook-io';
import { readWorkbook } from '../read-workbook';
import { type Reading, type ReturnKind } from '../model/reading';

const FOLDER = path.resolve(__dirname, '../../../test/fixtures/returns');
const read = (name: string, kind?: ReturnKind): Reading =>
  readWorkbook(openWorkbook(readFileSync(path.join(FOLDER, `${name}.xlsx`))), kind ? { kind } : {});

describe('the kind that was chosen for a return', () => {
  it('is followed where the captions say otherwise but the figures allow it', () => {
    expect(read('commune-binh-duong-2023-06-21').kinds).toEqual(['disbursement']);
    const reading = read('commune-binh-duong-2023-06-21', 'treasury');
    expect(reading.kinds).toEqual(['treasury']);
    expect(reading.findings.map(({ code }) => code)).not.toContain('RET-KIND-AMBIGUOUS');
  });

  it('leaves land clearance beside it as it is', () => {
    expect(read('board-weekly-2023-06-21', 'disbursement').kinds).toEqual(['disbursement', 'land-clearance']);
  });

  it('is asked about where no table has such figures', () => {
    const { kinds, findings } = read('plan-9001-qd-ubnd', 'land-clearance');
    expect(kinds).toEqual(['plan']);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'RET-KIND-AMBIGUOUS',
        severity: 'question',
        asks: 'kind',
        choices: [expect.objectContaining({ value: 'plan', label: 'kế hoạch vốn', labelEn: 'capital plan' })],
      }),
    );
    expect(read('plan-9001-qd-ubnd', 'plan').findings.map(({ code }) => code)).not.toContain(
      'RET-KIND-AMBIGUOUS',
    );
  });
});
