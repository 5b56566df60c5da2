import { unaccent } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import type { NamedProject } from './project-match';

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
