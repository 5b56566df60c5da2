import { renderPlainMail } from '@thongvon/platform';
import { capitalised, FOOTER, titleOf, type MailedReturn } from './mailed-return';

export interface SentBack extends MailedReturn {
  /** The office that has sent it back, which can be asked. */
  readonly askedAt: string;
  readonly reason: string;
}

/** Tells an officer that the return came back and why. */
export function sentBackMail(facts: SentBack): { subject: string; html: string; text: string } {
  const { fileName, sender, askedAt, reason, url } = facts;
  const title = titleOf(facts);
  return {
    subject: `Bị trả lại: ${title}`,
    ...renderPlainMail({
      heading: `${capitalised(title)} bị trả lại`,
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
      footer: FOOTER,
    }),
  };
}
