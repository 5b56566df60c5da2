import { renderPlainMail } from '@thongvon/platform';
import { capitalised, FOOTER, titleOf, type MailedReturn } from './mailed-return';

/** Tells an officer that a return that was handed in raises questions, since plan or figures have changed meanwhile. */
export function askedAgainMail(facts: MailedReturn): { subject: string; html: string; text: string } {
  const { fileName, sender, url } = facts;
  const title = titleOf(facts);
  return {
    subject: `Cần trả lời thêm: ${title}`,
    ...renderPlainMail({
      heading: `${capitalised(title)} cần trả lời thêm`,
      blocks: [
        {
          paragraph:
            'Từ khi anh/chị nộp báo cáo, kế hoạch vốn hoặc số liệu đã duyệt có thay đổi, nên có điểm cần trả lời trước khi duyệt. Báo cáo chưa được duyệt.',
        },
        {
          facts: [
            ['Tệp', fileName],
            ['Đơn vị nộp', sender],
          ],
        },
        {
          paragraph:
            'Việc cần làm: mở báo cáo, trả lời từng câu hỏi rồi nộp lại. Không cần tải tệp lên lần nữa.',
        },
      ],
      action: { label: 'Mở báo cáo', url },
      footer: FOOTER,
    }),
  };
}
