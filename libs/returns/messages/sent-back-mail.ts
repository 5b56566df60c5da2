import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { renderPlainMail } from '@thongvon/platform';
import { KIND_NAMES, type ReturnKind } from '@thongvon/reading';

export interface SentBack {
  readonly kinds: readonly ReturnKind[];
  readonly asOf: PlainDate | null;
  readonly fileName: string;
  /** The office whose return it is. */
  readonly sender: string;
  /** The office that has sent it back, which can be asked. */
  readonly askedAt: string;
  readonly reason: string;
  /** Opens the return. */
  readonly url: string;
}

/** Tells an officer that the return came back and why. Names offices, no people. */
export function sentBackMail(facts: SentBack): { subject: string; html: string; text: string } {
  const { kinds, asOf, fileName, sender, askedAt, reason, url } = facts;
  const kind = kinds.length === 0 ? 'báo cáo' : kinds.map((each) => KIND_NAMES[each].vi).join(' và ');
  const day = asOf === null ? '' : ` đến ngày ${formatPlainDate(asOf)}`;
  return {
    subject: `Bị trả lại: ${kind}${day}`,
    ...renderPlainMail({
      heading: `${capitalised(kind)}${day} bị trả lại`,
      blocks: [
        {
          paragraph: `${askedAt} đã trả lại báo cáo mà anh/chị nộp. Số liệu của báo cáo này chưa được tính vào kết quả chung.`,
        },
        { quoted: reason, as: 'Lý do' },
        {
          facts: [
            ['Tệp', fileName],
            ['Đơn vị nộp', sender],
            ['Hỏi tại', askedAt],
          ],
        },
        {
          paragraph:
            'Việc cần làm: sửa ngay trong bảng của đơn vị rồi nộp lại tệp đã sửa; hệ thống nhận như một lần nộp mới.',
        },
      ],
      action: { label: 'Mở báo cáo', url },
      footer: 'Thư tự động của Thông Vốn, gửi cho người đã nộp báo cáo. Xin không trả lời thư này.',
    }),
  };
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
