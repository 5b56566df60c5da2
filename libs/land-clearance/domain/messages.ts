import { matchKey } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import type { Answer } from '@thongvon/returns';

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
export function partsFound(
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
export function projectRepeated(name: string, value: string, cell: CellRef, first: CellRef): Finding {
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
export function partsDiffer(
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
