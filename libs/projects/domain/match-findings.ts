import { matchKey } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/reading';
import type { NamedProject, ProjectMatch } from './project-match';

/** What a person should know of how a row was matched: nothing when the register's project has the row's name. */
export function matchFinding(row: NamedProject, match: ProjectMatch, cell: CellRef): Finding | undefined {
  const at = { sheet: cell.sheet, cell: cell.cell, value: row.code ?? row.name };
  switch (match.type) {
    case 'known':
      if (matchKey(match.project.name) === matchKey(row.name)) return undefined;
      return {
        code: 'RET-PROJECT-NAME',
        severity: 'warning',
        ...at,
        message: `Mã ${row.code ?? ''} trong danh mục là “${match.project.name}”, khác tên ở dòng này. Hãy kiểm tra mã dự án.`,
        messageEn: `Code ${row.code ?? ''} is “${match.project.name}” in the register, not the name in this row. Check the code.`,
      };
    case 'new':
      return {
        code: 'RET-PROJECT-UNKNOWN',
        severity: 'warning',
        ...at,
        message: `“${row.name}” chưa có trong danh mục dự án. Khi được chấp nhận, dự án được ghi nhận ngoài kế hoạch; nếu gõ nhầm, hãy sửa mã hoặc tên rồi nạp lại.`,
        messageEn: `“${row.name}” isn't in the register. On approval it is recorded as unplanned; if it is a typing slip, mend the code or name and upload again.`,
      };
    case 'doubtful':
      return {
        code: 'RET-PROJECT-UNKNOWN',
        severity: 'question',
        asks: 'project',
        ...at,
        message: `“${row.name}” có phải là dự án trong danh mục dưới đây không? Hãy chọn, hoặc cho biết đây là dự án khác.`,
        messageEn: `Is “${row.name}” one of these projects of the register? Choose one, or say that it is another project.`,
        choices: [
          ...match.proposals.map(({ id, code, name }) => ({
            value: id,
            label: code === null ? name : `${code} · ${name}`,
            labelEn: code === null ? name : `${code} · ${name}`,
          })),
          {
            value: 'new',
            label: 'Dự án khác, chưa có trong danh mục',
            labelEn: 'Another project, not in the register',
          },
        ],
      };
  }
}
