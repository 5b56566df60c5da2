import type { ReturnKind } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

/** Every refusal of this context: Vietnamese first. */
export const problems = {
  returnNotRead: () =>
    new Problem(
      409,
      'RETURN-NOT-READ',
      'Báo cáo đang được đọc. Hãy thử lại sau giây lát.',
      'The return is still being read. Try again in a moment.',
    ),
  noForm: (kind: ReturnKind) =>
    new Problem(
      422,
      'BLANK-RETURN-KIND',
      'Chỉ có biểu mẫu trống cho báo cáo giải ngân và giải phóng mặt bằng; kế hoạch vốn và số liệu Kho bạc nạp theo tệp gốc.',
      'There are blank returns for disbursement and land clearance only; plans and Treasury statements are uploaded as they are.',
      { kind },
    ),
  noProjects: (office: string) =>
    new Problem(
      422,
      'BLANK-RETURN-NO-PROJECTS',
      `“${office}” chưa có dự án nào trong sổ cho kỳ này. Hãy nạp báo cáo theo biểu của đơn vị lần đầu.`,
      `"${office}" has no projects in the registers for this period. Upload a return in your own layout the first time.`,
    ),
} as const;
