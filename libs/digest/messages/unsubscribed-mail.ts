import { type MailWords, renderPlainMail } from '@thongvon/platform';

interface Unsubscribed {
  readonly name: string;
  readonly organizationName: string;
  readonly address: (path: string) => string;
}

/** Tells an administrator that someone no longer gets the weekly letter. */
export async function unsubscribedMail({
  name,
  organizationName,
  address,
}: Unsubscribed): Promise<MailWords> {
  return {
    subject: `Thôi nhận thư tuần: ${name} (${organizationName})`,
    ...(await renderPlainMail({
      heading: `${name} đã thôi nhận thư giải ngân hằng tuần`,
      blocks: [
        { facts: [['Cơ quan', organizationName]] },
        {
          paragraph:
            'Người nhận đã bấm “Thôi nhận thư này” trong thư. Nếu đó là nhầm lẫn, hãy bật lại cho họ ở danh sách người nhận thư tuần.',
        },
      ],
      action: { label: 'Mở trang quản trị', url: address('/quan-tri') },
      footer: 'Thư tự động của Thông Vốn, gửi cho quản trị viên. Xin không trả lời thư này.',
    })),
  };
}
