import { plainDate } from '@thongvon/kernel';
import type { Coverage, LandClearanceReading, ProjectReading, Reading } from '@thongvon/return-reader';
import { emptyReading } from './reading';

/** What a made-up clearance table says of a project; what is left out is blank. */
export type ClearanceRow = Partial<Omit<LandClearanceReading, 'code' | 'name' | 'cells' | 'due'>> & {
  due?: string;
};

const NUMBERS = [
  'households',
  'inventoried',
  'approved',
  'paid',
  'handedOver',
  'area',
  'areaHandedOver',
  'graves',
  'compensation',
  'compensated',
] as const;

/** A land-clearance reading as the reader would give it: rows by project code, on sheet "G" with blockers in column M. */
export function clearanceReading(
  asOf: string,
  rows: Readonly<Record<string, ClearanceRow>>,
  coverage: Coverage = 'full',
): Reading {
  return {
    ...emptyReading(),
    kinds: ['land-clearance'],
    asOf: plainDate(asOf),
    coverage,
    sheets: [
      {
        name: 'G',
        role: 'land-clearance',
        unit: 'dong',
        headerRows: [1],
        columns: [{ column: 'M', path: ['Khó khăn, vướng mắc'], meaning: 'blocker' }],
      },
    ],
    landClearance: Object.entries(rows).map(([code, row], index) => toRow(code, row, index + 2)),
  };
}

/** A disbursement reading whose column of this caption says these notes, by project code; null for a blank cell. */
export function notesReading(
  asOf: string,
  notes: Readonly<Record<string, string | null>>,
  caption = 'Khó khăn, vướng mắc / Ghi chú',
): Reading {
  return {
    ...emptyReading(),
    kinds: ['disbursement'],
    asOf: plainDate(asOf),
    planYear: 2023,
    coverage: 'full',
    sheets: [
      {
        name: 'S',
        role: 'disbursement',
        unit: 'dong',
        headerRows: [1],
        columns: [{ column: 'M', path: [caption], meaning: 'note' }],
      },
    ],
    projects: Object.entries(notes).map(([code, note], index): ProjectReading => ({
      code,
      name: `Dự án ${code}`,
      planned: null,
      disbursed: null,
      lines: [],
      cell: { sheet: 'S', cell: `B${index + 2}` },
      field: null,
      owner: null,
      note,
      totalInvestment: null,
    })),
  };
}

function toRow(code: string, { due, ...row }: ClearanceRow, line: number): LandClearanceReading {
  const blank = Object.fromEntries(NUMBERS.map((field) => [field, null])) as Record<
    (typeof NUMBERS)[number],
    null
  >;
  const cells = Object.fromEntries(
    NUMBERS.flatMap((field, column) =>
      row[field] === undefined
        ? []
        : [[field, { sheet: 'G', cell: `${'DEFGHIJKLN'.charAt(column)}${line}` }]],
    ),
  );
  return {
    ...blank,
    blocker: null,
    responsibleUnit: null,
    ...row,
    code,
    name: `Dự án ${code}`,
    due: due === undefined ? null : plainDate(due),
    cells: { ...cells, blocker: { sheet: 'G', cell: `M${line}` } },
  };
}
