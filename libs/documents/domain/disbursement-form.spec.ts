import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { AMOUNT_UNITS, type AmountUnit, PLAN_TYPES, plainDate, type PlanType } from '@thongvon/kernel';
import { PROJECT_KINDS } from '@thongvon/projects';
import { readWorkbook, type Reading } from '@thongvon/return-reader';
import { openWorkbook, writeForm } from '@thongvon/workbook-io';
import { disbursementForm } from './disbursement-form';
import { guideOf } from './form-frame';
import { reportingSections, type LedgerLine, type LedgerProject } from './reporting-lines';

const AS_OF = plainDate('2023-06-28');
const SOURCES = ['NS huyện', 'NS tỉnh', 'Tiền sử dụng đất'];

/** What someone types for one row: completed work and advance in đồng; null leaves the cell empty. */
interface Typed {
  readonly completed: number | null;
  readonly advance: number | null;
}

async function formOf(projects: readonly LedgerProject[], unit: AmountUnit = 'dong'): Promise<Uint8Array> {
  const guide = guideOf(['Ghi vào ô nền vàng'], ['Hộ dân không đồng thuận']);
  const sheet = disbursementForm({
    office: { name: 'Ban Quản lý dự án', parent: 'UBND huyện Thử' },
    planYear: 2023,
    asOf: AS_OF,
    unit,
    sections: reportingSections(projects, PROJECT_KINDS),
    causes: guide.causes,
  });
  return writeForm({ sheets: [sheet, guide.sheet], createdAt: new Date('2023-06-28T00:00:00Z') });
}

/** Types into the form as the office would; formulas lose their values, which the reader then has to compute. */
async function filled(form: Uint8Array, typedAt: (index: number) => Typed): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(form) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  let index = 0;
  sheet?.eachRow((row) => {
    const inputs: ExcelJS.Cell[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      const rule = cell.dataValidation as ExcelJS.DataValidation | undefined;
      if (rule?.type === 'decimal') inputs.push(cell);
      if (cell.formula) cell.value = { formula: cell.formula };
    });
    if (inputs.length === 0) return;
    const { completed, advance } = typedAt(index);
    index += 1;
    [completed, advance].forEach((value, at) => {
      const cell = inputs[at];
      if (cell && value !== null) cell.value = value;
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const read = (bytes: Uint8Array): Reading => readWorkbook(openWorkbook(bytes), { today: AS_OF });
const line = (more: Partial<LedgerLine>): LedgerLine => ({
  planType: 'current-year',
  source: null,
  planned: 5_000_000_000n,
  disbursed: 1_000_000_000n,
  completed: null,
  advance: null,
  ...more,
});
const project = (
  code: string | null,
  name: string,
  lines: readonly LedgerLine[],
  more: Partial<LedgerProject> = {},
): LedgerProject => ({
  code,
  name,
  kind: 'road',
  lines,
  blocker: null,
  ...more,
});
const troubles = ({ findings }: Reading): string[] =>
  findings.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell ?? ''}`);

describe('the disbursement form', () => {
  it('reads back what was typed, and takes the last figures for no figures of now', async () => {
    const form = await formOf([
      project('7000001', 'Đường Một', [line({})]),
      project('7000002', 'Cầu Hai', [line({ planned: 3_000_000_000n, disbursed: 2_500_000_000n })], {
        kind: 'bridge',
        blocker: '02 hộ chưa nhận tiền',
      }),
    ]);
    const typed = [
      { completed: 1_200_000_000, advance: 300_000_001 },
      { completed: 2_600_000_000, advance: null },
    ];
    const reading = read(await filled(form, (index) => typed[index] ?? NOTHING));
    expect(troubles(reading)).toEqual([]);
    expect(reading).toMatchObject({
      kinds: ['disbursement'],
      asOf: '2023-06-28',
      planYear: 2023,
      coverage: 'full',
      total: { planned: '8000000000', disbursed: '4100000001' },
      projects: [
        { code: '7000001', name: 'Đường Một', planned: '5000000000', disbursed: '1500000001', note: null },
        {
          code: '7000002',
          name: 'Cầu Hai',
          planned: '3000000000',
          disbursed: '2600000000',
          note: '02 hộ chưa nhận tiền',
        },
      ],
    });
    expect(reading.projects[1]?.lines[0]).toMatchObject({
      completed: '2600000000',
      advance: '0',
      derived: ['advance'],
    });
  });

  it('left empty where the office has not said what its last figure was made of, reports nothing: no zeros', async () => {
    const reading = read(await formOf([project('7000001', 'Đường Một', [line({})])]));
    expect(troubles(reading)).toEqual([]);
    expect(reading.projects).toMatchObject([{ planned: '5000000000', disbursed: null }]);
  });

  it('asks by source where the office reported its figures by source, as a whole where it reported them as a whole', () => {
    const split = project('7000001', 'Đường Một', [
      line({ source: 'NS huyện' }),
      line({ source: 'NS tỉnh', disbursed: null }),
    ]);
    const whole = project('7000002', 'Đường Hai', [
      line({ source: 'NS huyện', disbursed: null }),
      line({ source: 'NS tỉnh', disbursed: null }),
      line({ planned: null }),
    ]);
    const [section] = reportingSections([split, whole], PROJECT_KINDS);
    expect(section?.groups[0]?.rows).toEqual([
      { project: split, source: 'NS huyện', planned: 5_000_000_000n, last: 1_000_000_000n, start: null },
      { project: split, source: 'NS tỉnh', planned: 5_000_000_000n, last: null, start: null },
      { project: whole, source: null, planned: 10_000_000_000n, last: 1_000_000_000n, start: null },
    ]);
  });

  it('says the same as was typed, whatever projects, plan types and sources the ledgers hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyProject, { minLength: 1, maxLength: 8 }),
        fc.array(anyTyped, { minLength: 80, maxLength: 80 }),
        async (all, typed) => {
          const projects = all.map(({ lines, kind, name, hasCode }, index) =>
            project(hasCode ? String(7_000_001 + index) : null, `${name} số ${index + 1}`, lines, { kind }),
          );
          const typedAt = (index: number): Typed => typed[index] ?? NOTHING;
          const reading = read(await filled(await formOf(projects), typedAt));
          // That a project has no code yet is said each time, and stops nothing; one far from all others is asked about.
          expect(
            troubles(reading).filter((reported) => !/^RET-(?:PROJECT-CODE|UNIT-SUSPECT)/.test(reported)),
          ).toEqual([]);
          const rows = reportingSections(projects, PROJECT_KINDS).flatMap(({ planType, groups }) =>
            groups.flatMap((group) => group.rows.map((row) => ({ ...row, planType }))),
          );
          const asked = rows.map(({ project: { name }, planType, source, planned }, index) => {
            const { completed, advance } = typedAt(index);
            const disbursed =
              completed === null && advance === null ? null : (completed ?? 0) + (advance ?? 0);
            return [name, planType, source, planned?.toString() ?? null, disbursed?.toString() ?? null].join(
              ' | ',
            );
          });
          const reported = reading.projects.flatMap(({ name, lines }) =>
            lines.map(({ planType, sourceLabel, planned, disbursed }) =>
              [name, planType, sourceLabel, planned, disbursed].join(' | '),
            ),
          );
          expect(reported.sort()).toEqual(asked.sort());
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('the disbursement form as it is handed out', () => {
  it.each([
    ['whole', { completed: 1_000_000_000n, advance: null }, 1_000_000_000n],
    ['made of both', { completed: 900_000_000n, advance: 100_000_000n }, 1_000_000_000n],
    ['less an advance that was recovered', { completed: 1_200_000_000n, advance: 100_000_000n }, null],
    ['with a negative part', { completed: 1_100_000_000n, advance: -100_000_000n }, null],
  ])('begins with what its last figure was made of: %s', async (_, parts, disbursed) => {
    const reading = read(await formOf([project('7000001', 'Đường Một', [line(parts)])]));
    expect(reading.projects[0]?.disbursed ?? null).toBe(disbursed?.toString() ?? null);
  });

  it('says the last figures again, in whatever unit, without a finding, whatever the ledgers hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyReported, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...AMOUNT_UNITS),
        async (all, unit) => {
          const projects = all.map(({ lines, kind, name }, index) =>
            project(String(7_000_001 + index), `${name} số ${index + 1}`, lines, { kind }),
          );
          const form = await formOf(projects, unit);
          const reading = read(form);
          expect(reading.findings).toEqual([]);
          const said = reading.projects.flatMap(({ name, lines }) =>
            lines.map((one) =>
              [name, one.planType, one.planned, one.disbursed, one.completed, one.advance].join(' | '),
            ),
          );
          const last = projects.flatMap(({ name, lines }) =>
            lines.map(({ planType, planned, disbursed, completed, advance }) =>
              [name, planType, planned, disbursed, completed, advance].join(' | '),
            ),
          );
          expect(said.sort()).toEqual(last.sort());
          // Programs that compute say the same as the values that stand there.
          const { total, projects: computed } = read(await filled(form, () => NOTHING));
          expect({ total, computed }).toEqual({ total: reading.total, computed: reading.projects });
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** A project that was reported with completed work and advance, within its plan, in amounts as offices have them. */
const anyReported = fc.record({
  kind: fc.constantFrom(...PROJECT_KINDS),
  name: fc.constantFrom('Đường ĐH5', 'Cầu Tây Giang', 'Nghĩa trang nhân dân'),
  lines: fc
    .tuple(
      fc.bigInt(5_000_000_000n, 90_000_000_000n),
      fc.bigInt(1_000_000_000n, 3_000_000_000n),
      fc.bigInt(0n, 1_000_000_000n),
    )
    .map(([planned, completed, advance]) => [
      line({ planned, completed, advance, disbursed: completed + advance }),
    ]),
});

const NOTHING: Typed = { completed: null, advance: null };
const anyTyped: fc.Arbitrary<Typed> = fc.record({
  completed: fc.option(fc.nat(400_000_000), { nil: null }),
  advance: fc.option(fc.nat(400_000_000), { nil: null }),
});
const anyPlanned = fc.bigInt(1_000_000_000n, 900_000_000_000n);
/** One plan type's lines: reported as a whole or by source. */
const anyLinesOf = (planType: PlanType): fc.Arbitrary<LedgerLine[]> =>
  fc.oneof(
    anyPlanned.map((planned) => [line({ planType, planned })]),
    fc
      .uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1, maxLength: 3 })
      .chain((sources) =>
        fc.tuple(
          ...sources.map((source) => anyPlanned.map((planned) => line({ planType, source, planned }))),
        ),
      ),
  );
const anyLines: fc.Arbitrary<LedgerLine[]> = fc
  .uniqueArray(fc.constantFrom(...PLAN_TYPES), { minLength: 1, maxLength: 3 })
  .chain((types) => fc.tuple(...types.map(anyLinesOf)))
  .map((lines) => lines.flat());
const NAMES = [
  'Đường ĐH5',
  'Cầu Tây Giang',
  'Nghĩa trang nhân dân',
  'Khu dân cư Bắc Hà Lam',
  'Tổng kho vật tư',
  'Cống hộp thoát nước',
];
const anyProject = fc.record({
  lines: anyLines,
  kind: fc.constantFrom(...PROJECT_KINDS),
  name: fc.constantFrom(...NAMES),
  hasCode: fc.boolean(),
});
