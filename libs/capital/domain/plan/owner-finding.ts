import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { AllocationReading, Finding } from '@thongvon/return-reader';

const KEEP = 'keep';
/** The answer that hands the projects over, from the decision's day. */
export const HAND_OVER = 'hand-over';

export interface DifferingOwner {
  /** The owner in the plan's words, and whether an office of ours is meant by them. */
  readonly named: string;
  readonly isOffice: boolean;
  /** Whose they are in the register. */
  readonly holder: string;
  readonly since: PlainDate;
  readonly projects: readonly Pick<AllocationReading, 'code' | 'name' | 'cell'>[];
}

const NAMED = 5;
/** An answer names what was asked in at most so many characters. */
const LONGEST = 900;

/** A plan names another owner than the register: who it is, a person says (contract, section 3, "Whose"). */
export function ownerDiffers({ named, isOffice, holder, since, projects }: DifferingOwner): Finding {
  const called = projects.map(({ code, name }) => (code === null ? name : `${code} · ${name}`));
  const rest = called.length - NAMED;
  const listed = called.slice(0, NAMED).join('; ');
  const [vi, en] = rest > 0 ? [`; và ${rest} dự án khác`, `; and ${rest} more`] : ['', ''];
  const day = formatPlainDate(since);
  const [unknown, unknownEn] = isOffice
    ? ['', '']
    : [
        ' Hệ thống không có đơn vị nào tên như vậy: nếu chủ đầu tư là đơn vị khác, hãy sửa tên trong tệp theo danh mục đơn vị, hoặc đề nghị quản trị thêm đơn vị.',
        ' No office has this name: if the owner is another office, write its name as the list of offices has it, or ask an administrator to add it.',
      ];
  return {
    code: 'RET-PROJECT-OWNER',
    severity: 'question',
    asks: 'choice',
    sheet: projects[0]?.cell.sheet ?? null,
    cell: projects[0]?.cell.cell ?? null,
    value: `${named} (${projects.length}): ${projects.map(({ code, name }) => code ?? name).join(' ')}`.slice(
      0,
      LONGEST,
    ),
    message: `Ai là chủ đầu tư? Quyết định ghi “${named}”, danh mục dự án ghi “${holder}”, ở ${projects.length} dự án: ${listed}${vi}.${unknown}`,
    messageEn: `Who is the owner? The decision says “${named}”, the register “${holder}”, of ${projects.length} ${projects.length === 1 ? 'project' : 'projects'}: ${listed}${en}.${unknownEn}`,
    choices: [
      {
        value: KEEP,
        label: `Giữ “${holder}” như danh mục`,
        labelEn: `Keep “${holder}”, as in the register`,
      },
      ...(isOffice
        ? [
            {
              value: HAND_OVER,
              label: `Chuyển cho “${named}” từ ${day}, ngày của quyết định; số liệu trước ngày đó vẫn của “${holder}”`,
              labelEn: `Hand over to “${named}” from ${day}, the day of the decision; what is dated before stays “${holder}”’s`,
            },
          ]
        : []),
    ],
  };
}
