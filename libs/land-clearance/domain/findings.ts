import { formatDecimal, groupBy, matchKey } from '@thongvon/kernel';
import type { CellRef, Finding, LandClearanceReading } from '@thongvon/return-reader';
import type { Answer } from '@thongvon/returns';
import { compareValues, MEASURE_LABELS, measuresOf, sumValues } from './measures';
import type { PlacedRow } from './placed-rows';

/** A row with the segment that its part is registered as. */
interface PartRow extends PlacedRow {
  readonly segmentId: string | null;
}

/** What is to be said of the rows of one project: rows that nothing distinguishes, parts that are new, sums that differ. */
export function partFindings(same: readonly PartRow[]): Finding[] {
  return [...repeated(same), ...divided(same), ...differing(same)];
}

/** Rows that tell of the same part, or all of the whole. */
function repeated(same: readonly PartRow[]): Finding[] {
  const groups = groupBy(same, ({ part, segmentId }) => segmentId ?? (part === null ? '' : matchKey(part)));
  return [...groups.values()].flatMap(([first, ...again]) =>
    again.flatMap(({ row, code, name }) =>
      first ? [projectRepeated(row.name, code ?? name, firstCell(row), firstCell(first.row))] : [],
    ),
  );
}

function divided(same: readonly PartRow[]): Finding[] {
  const fresh = same.filter(({ part, segmentId }) => part !== null && segmentId === null);
  const [first] = fresh;
  const parts = fresh.flatMap(({ part }) => part ?? []);
  return first ? [partsFound(first, parts, firstCell(first.row))] : [];
}

/** Where a project has a row of its own besides its parts, they should add up to it. */
function differing(same: readonly PartRow[]): Finding[] {
  const whole = same.find(({ part }) => part === null);
  const parts = same.filter(({ part }) => part !== null).map(({ row }) => measuresOf(row));
  if (!whole || parts.length === 0) return [];
  return measuresOf(whole.row).flatMap(({ measure, value }) => {
    const reported = parts.flatMap(
      (numbers) => numbers.find((number) => number.measure === measure)?.value ?? [],
    );
    const sum = reported.length === parts.length ? sumValues(reported) : undefined;
    if (!sum || compareValues(formatDecimal(sum), value) === 0) return [];
    const cell = whole.row.cells[measure] ?? firstCell(whole.row);
    return [
      partsDiffer(whole.name, MEASURE_LABELS[measure], { whole: value, parts: formatDecimal(sum) }, cell),
    ];
  });
}

/** Whether anything stands in the row besides the project's name. */
export function saysSomething({ cells }: LandClearanceReading): boolean {
  return Object.values(cells).some((cell) => cell !== undefined);
}

/** The first cell of a row that says something. Throws for one that doesn't. */
export function firstCell({ cells, name }: LandClearanceReading): CellRef {
  const cell = Object.values(cells).find((found) => found !== undefined);
  if (!cell) throw new Error(`a row without cells: ${name}`);
  return cell;
}

/** The answers to "what are these rows?". */
const PARTS = 'parts';
const PROJECTS = 'projects';

/** Keys of the names whose rows people say are projects of their own, not parts of one. */
export function saidApart(answers: readonly Answer[]): Set<string> {
  return new Set(
    answers.flatMap(({ code, value, asked }) =>
      code === 'RET-PROJECT-REPEATED' && value === PROJECTS && asked !== null ? [matchKey(asked)] : [],
    ),
  );
}

/** A clearance table has rows that tell of parts of a project which is not divided so yet: a person says whether it is. */
function partsFound(
  { code, name }: { readonly code: string | null; readonly name: string },
  parts: readonly string[],
  cell: CellRef,
): Finding {
  const listed = parts.map((part) => `“${part}”`).join(', ');
  return {
    code: 'RET-PROJECT-REPEATED',
    severity: 'question',
    asks: 'choice',
    ...cell,
    value: code ?? name,
    message: `“${name}” được nêu theo từng phần chưa có trong danh mục: ${listed}. Có theo dõi riêng từng phần (đoạn, đợt) không? Nếu không, hãy cộng thành một dòng rồi nạp lại.`,
    messageEn: `“${name}” is reported of in parts that are not in the register yet: ${listed}. Are they followed apart (segments, batches)? If not, add the rows up to one and upload again.`,
    choices: [
      {
        value: PARTS,
        label: 'Theo dõi riêng từng phần của dự án',
        labelEn: 'Parts of the project, followed apart',
      },
      ...(code === null
        ? [{ value: PROJECTS, label: 'Là các dự án khác nhau', labelEn: 'Projects of their own' }]
        : []),
    ],
  };
}

/** A clearance table lists a project, or a part of it, twice, and nothing tells the rows apart. */
function projectRepeated(name: string, value: string, cell: CellRef, first: CellRef): Finding {
  return {
    code: 'RET-PROJECT-REPEATED',
    severity: 'error',
    ...cell,
    value,
    message: `“${name}” đã có ở dòng của ô ${first.cell}. Hãy cộng thành một dòng, hoặc ghi rõ tên đoạn, đợt ở từng dòng để theo dõi riêng.`,
    messageEn: `“${name}” stands already in the row of cell ${first.cell}. Add the rows up to one, or name the segment or batch in each so that they are followed apart.`,
  };
}

/** A project's own row says another number than its parts together. Both are kept; the project's own counts. */
function partsDiffer(
  name: string,
  [vi, en]: readonly [vi: string, en: string],
  { whole, parts }: { readonly whole: string; readonly parts: string },
  cell: CellRef,
): Finding {
  return {
    code: 'RET-TOTAL-DIFFERS',
    severity: 'warning',
    ...cell,
    value: whole,
    message: `“${name}”: ${vi} ở dòng chung là ${whole}, cộng các phần là ${parts}. Số của dòng chung được tính; hãy kiểm tra.`,
    messageEn: `“${name}”: ${en} is ${whole} in the project's own row, and ${parts} in its parts together. The project's own counts; check.`,
  };
}

/** A project that the last clearance return listed, and where something is still to be handed over, isn't in this one. */
export function clearanceMissing(sheet: string | null, code: string | null, name: string): Finding {
  return {
    code: 'RET-PROJECT-MISSING',
    severity: 'question',
    asks: 'reason',
    sheet,
    cell: null,
    value: code ?? name,
    message: `“${name}” có trong bảng giải phóng mặt bằng lần trước, chưa bàn giao xong, nhưng không có trong bảng này. Hãy cho biết lý do, hoặc bổ sung dòng rồi nạp lại. Số đã duyệt trước được giữ.`,
    messageEn: `“${name}” was in the clearance table before, is not all handed over, and isn't in this one. Say why, or add the row and upload again. The numbers approved before stay.`,
  };
}
