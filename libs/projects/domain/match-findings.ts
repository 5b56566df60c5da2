import { groupBy, matchKey, unaccent } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { type NamedProject, NEW_PROJECT, type ProjectMatch, type ProjectMatcher } from './project-match';

/** What is said of a row whose project isn't the sender's to report, however that is known. */
export function foreignFinding(row: NamedProject, cell: CellRef): Finding {
  return notYours({ sheet: cell.sheet, cell: cell.cell, value: row.code ?? row.name });
}

/**
 * The row names a project that isn't the sender's. Its words are the same whichever project that is: they must not let
 * one be distinguished from another (contract, section 3, "Whose").
 */
function notYours(at: Pick<Finding, 'sheet' | 'cell' | 'value'>): Finding {
  return {
    code: 'RET-PROJECT-NOT-YOURS',
    severity: 'error',
    ...at,
    message:
      'Dòng này ghi một dự án không thuộc đơn vị bạn. Hãy bỏ dòng này. Nếu dự án đúng là của đơn vị, hoặc đơn vị được giao giải phóng mặt bằng cho dự án, đề nghị chủ đầu tư hoặc cơ quan tài chính ghi điều đó vào hồ sơ dự án; nếu là dự án khác của đơn vị, hãy ghi đúng mã của dự án đó.',
    messageEn:
      "This row names a project that isn't your office's. Leave the row out. If the project is yours, or your office clears its land, ask the project's owner or the finance office to record that; if it is another project of yours, write that project's code.",
  };
}

/**
 * What a person should know of how a row was matched: nothing when the register's project has the row's name. What
 * somebody has answered, now or for an earlier return, is asked no more.
 */
export function matchFinding(matcher: ProjectMatcher, row: NamedProject, cell: CellRef): Finding | undefined {
  if (matcher.match(row).type === 'foreign') return foreignFinding(row, cell);
  const plain = matcher.undecided(row);
  const meant = matcher.match(row);
  if ((plain.type === 'new' || plain.type === 'foreign') && meant.type === 'known')
    return answeredFinding(row, meant.project, cell);
  // What was answered of a name that has become another's holds, and nothing is said of the other.
  const standing: ProjectMatch = plain.type === 'foreign' ? { type: 'new' } : plain;
  const found =
    standing.type === 'new' && matcher.claimsCode(row)
      ? claimFinding(row, cell)
      : findingOf(row, standing, cell);
  return matcher.isAnswered(row) && found?.severity === 'question' ? { ...found, severity: 'info' } : found;
}

/** Asks which project of the register a row is. */
function whichProject(row: NamedProject, { sheet, cell }: CellRef) {
  const asks = { code: 'RET-PROJECT-UNKNOWN', severity: 'question', asks: 'project' } as const;
  return { ...asks, sheet, cell, value: row.code ?? row.name };
}

/** A code that no plan has named and nobody has reported: approving it makes the sender its holder, so the sender says so. */
function claimFinding(row: NamedProject, cell: CellRef): Finding {
  return {
    ...whichProject(row, cell),
    message: `Mã ${row.code ?? ''} (“${row.name}”) chưa có trong danh mục và chưa quyết định giao vốn nào nêu. Đây có phải dự án của đơn vị không? Nếu gõ nhầm mã, hãy sửa rồi nạp lại. Nếu đúng, khi được duyệt dự án đứng tên đơn vị, ghi nhận ngoài kế hoạch; người duyệt thấy điều này trước khi duyệt.`,
    messageEn: `Code ${row.code ?? ''} (“${row.name}”) isn't in the register, and no plan names it. Is it a project of your office? If the code is a slip, mend it and upload again. If it is yours, on approval it is registered under your office, as unplanned; whoever approves sees this before.`,
    choices: [
      {
        value: NEW_PROJECT,
        label: 'Đúng: dự án mới của đơn vị, chưa được giao kế hoạch vốn',
        labelEn: 'Yes: a new project of this office, without a plan yet',
      },
    ],
  };
}

/** A row that names nothing of the register, of which a person said which project it is; the choice stays open. */
function answeredFinding(row: NamedProject, project: NamedProject & { readonly id: string }, cell: CellRef) {
  return {
    ...renamedFinding(row, [project], cell),
    severity: 'info' as const,
    message: `“${row.name}” đã được trả lời là dự án “${project.name}” trong danh mục.`,
    messageEn: `“${row.name}” was answered to be “${project.name}” of the register.`,
  };
}

function findingOf(row: NamedProject, match: ProjectMatch, cell: CellRef): Finding | undefined {
  const at = { sheet: cell.sheet, cell: cell.cell, value: row.code ?? row.name };
  switch (match.type) {
    case 'foreign':
      return notYours(at);
    case 'known':
      if (match.project.name === row.name || matchKey(match.project.name) === matchKey(row.name))
        return undefined;
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

/**
 * A row that names no project of the register, next to projects of the sender's that the return leaves out: one question
 * in place of a new project and a missing one. Answered as any other that asks for a project.
 */
export function renamedFinding(
  row: NamedProject,
  proposals: readonly (NamedProject & { readonly id: string })[],
  cell: CellRef,
): Finding {
  const called = ({ code, name }: NamedProject): string => (code === null ? name : `${code} · ${name}`);
  const others = proposals.map(({ name }) => `“${name}”`).join(', ');
  return {
    ...whichProject(row, cell),
    message: `“${row.name}” chưa có trong danh mục, trong khi ${others} không có trong tệp này mà cùng kế hoạch, cùng số giải ngân hoặc gần như cùng tên: có phải một dự án không?`,
    messageEn: `“${row.name}” isn't in the register, while ${others}, with the same plan, the same figure or nearly the same name, isn't in this file: are they one project?`,
    choices: [
      ...proposals.map((project) => ({
        value: project.id,
        label: `Là một: ${called(project)}`,
        labelEn: `One project: ${called(project)}`,
      })),
      {
        value: 'new',
        label: 'Dự án khác, chưa có trong danh mục',
        labelEn: 'Another project, not in the register',
      },
    ],
  };
}

/** A row of which a person said that it is none of these projects; the choice stays open. */
export function deniedFinding(
  row: NamedProject,
  proposals: readonly (NamedProject & { readonly id: string })[],
  cell: CellRef,
): Finding {
  const others = proposals.map(({ name }) => `“${name}”`).join(', ');
  return {
    ...renamedFinding(row, proposals, cell),
    severity: 'info',
    message: `“${row.name}” đã được trả lời là dự án khác, không phải ${others}.`,
    messageEn: `“${row.name}” was answered to be another project than ${others}.`,
  };
}

type Row = NamedProject & { readonly cell: CellRef };

/**
 * The question why a project is missing, where a person has said of rows that look like it that they are other projects: it
 * says so, and a reason that speaks of a new name contradicts that answer and stops the return. `asked` is the question,
 * `reason` what was answered to it.
 */
export function missingBeside(asked: Finding, denied: readonly Row[], reason: string | null): Finding[] {
  const [first] = denied;
  if (!first) return [asked];
  const rows = denied.map(({ name, cell }) => `“${name}” (${cell.cell})`).join(', ');
  const question: Finding = {
    ...asked,
    message: `${asked.message} Bạn đã trả lời rằng ${rows} là dự án khác; nếu thật ra dự án này đã đổi tên thì chọn lại ở dòng đó, không ghi ở đây.`,
    messageEn: `${asked.messageEn} You answered that ${rows} is another project; if this one was renamed, choose again at that row instead of saying so here.`,
  };
  if (reason === null || !saysRenamed(reason)) return [question];
  return [
    question,
    {
      code: 'RET-ANSWERS-CONTRADICT',
      severity: 'error',
      sheet: first.cell.sheet,
      cell: first.cell.cell,
      value: first.code ?? first.name,
      message: `Hai câu trả lời trái nhau: ${rows} được trả lời là dự án khác, nhưng lý do thiếu “${asked.value ?? ''}” lại ghi “${reason}”. Hãy chọn lại dự án ở dòng này, hoặc ghi lại lý do thiếu.`,
      messageEn: `Two answers contradict each other: ${rows} was answered to be another project, but the reason why “${asked.value ?? ''}” is missing says “${reason}”. Choose again at this row, or give another reason.`,
    },
  ];
}

/** "đã đổi tên", "nay là …", "tên mới", "renamed". */
function saysRenamed(reason: string): boolean {
  return /\b(?:doi|thay) ten\b|\bten (?:moi|khac|goi)\b|\bnay la\b|\brenam/.test(
    unaccent(reason).toLowerCase(),
  );
}

interface IdentifiedRow {
  readonly row: NamedProject & { readonly cell: CellRef };
  /** The project of the register that it means; null: none yet. */
  readonly projectId: string | null;
  /** A person said which project it means. */
  readonly isAnswered: boolean;
}

/**
 * Rows of one return with names of their own of which people said that they are the same project: which figure counts
 * nobody knows. They are neither added up nor does one take the other's place (contract, section 2): the return stops.
 */
export function answeredAlike(rows: readonly IdentifiedRow[]): Finding[] {
  const known = rows.filter(({ projectId }) => projectId !== null);
  return [...groupBy(known, ({ projectId }) => projectId).values()].flatMap((same) => {
    // What was answered is at fault, wherever it stands: the other row is named for it.
    const [first, ...others] = [...same].sort((a, b) => Number(a.isAnswered) - Number(b.isAnswered));
    return others.flatMap(({ row, isAnswered }) =>
      first && isAnswered && matchKey(row.name) !== matchKey(first.row.name) ? [alike(row, first.row)] : [],
    );
  });
}

function alike({ code, name, cell }: IdentifiedRow['row'], other: IdentifiedRow['row']): Finding {
  return {
    code: 'RET-PROJECT-REPEATED',
    severity: 'error',
    sheet: cell.sheet,
    cell: cell.cell,
    value: code ?? name,
    message: `“${name}” được trả lời là cùng một dự án với “${other.name}” ở ô ${other.cell.cell} của chính tệp này: không rõ số nào là số của dự án. Hãy chọn lại dự án cho một trong hai dòng, hoặc cộng thành một dòng rồi nạp lại.`,
    messageEn: `“${name}” was answered to be the same project as “${other.name}” in cell ${other.cell.cell} of this very file: which figure is the project's isn't known. Choose anew for one of the two rows, or add them up to one row and upload again.`,
  };
}
