import { type Dong, formatDong } from '@thongvon/kernel';
import type { Issue } from '../checks';

type Texts = readonly [vi: string, en: string];

/** What is wrong with a proposal, or is asked of who makes it. */
export function issueTexts({ code, amount, limit }: Issue): Texts {
  const [much, most] = [dong(amount), dong(limit !== null && limit > 0n ? limit : 0n)];
  switch (code) {
    case 'project-unknown':
      return [
        'Không có dự án này trong các đơn vị của bạn, hoặc dự án không có kế hoạch vốn năm nay theo tuần chốt này.',
        'There is no such project in your offices, or it has no plan of this year by this frozen week.',
      ];
    case 'same-project':
      return ['Bên giảm và bên tăng là cùng một dự án.', 'It would give to itself.'];
    case 'repeated':
      return [
        'Hai dự án này đã có ở dòng khác của cùng nguồn vốn; hãy gộp thành một dòng.',
        'These two projects stand in another line of the same source; make one line of them.',
      ];
    case 'both-sides':
      return [
        'Dự án vừa giảm vừa tăng vốn của cùng một nguồn.',
        'It would give and take of the same source.',
      ];
    case 'source-of-giver':
      return [
        'Dự án không có kế hoạch vốn năm nay của nguồn này để điều chuyển.',
        'It has no capital of this source this year.',
      ];
    case 'source-of-receiver':
      return [
        'Dự án nhận chưa có kế hoạch vốn năm nay của nguồn này.',
        'The project that takes has no plan of this source this year.',
      ];
    case 'other-whole':
      return [
        'Hai dự án không dưới cùng một cơ quan cấp trên: vốn chỉ điều chuyển trong cùng một cấp ngân sách.',
        'The two projects are below different topmost offices: capital moves within one budget only.',
      ];
    case 'below-disbursed':
      return [
        `Giảm ${much[0]}, trong khi chắc chắn chỉ còn ${most[0]}: kế hoạch không được thấp hơn số đã giải ngân.`,
        `It would give ${much[1]} and surely has only ${most[1]} left: a plan can't be below what is disbursed.`,
      ];
    case 'above-investment':
      return [
        `Tăng ${much[0]}, trong khi tổng mức đầu tư chỉ còn cho bố trí thêm ${most[0]}.`,
        `It would take ${much[1]}, and its total investment leaves only ${most[1]}.`,
      ];
    case 'more-than-spare':
      return limit === null
        ? [
            `Chưa dự kiến được phần không giải ngân hết của dự án. Giảm ${much[0]} theo căn cứ nào?`,
            `Nobody knows what it won't spend. On what ground would it give ${much[1]}?`,
          ]
        : [
            `Theo tốc độ giải ngân và vướng mắc, dự án chỉ không giải ngân hết ${most[0]}. Vì sao giảm ${much[0]}?`,
            `By its pace and its blockers it won't spend ${most[1]}. Why would it give ${much[1]}?`,
          ];
    case 'against-estimate':
      return [
        `Theo ước giải ngân đến 31/01 của chủ đầu tư, chỉ có thể giảm ${most[0]}. Chủ đầu tư đã thống nhất giảm ${much[0]} chưa?`,
        `By its owner's own estimate for 31/01 it can give ${most[1]} only. Has the owner agreed to ${much[1]}?`,
      ];
    case 'giver-not-reported':
      return [
        'Dự án chưa báo cáo giải ngân năm nay. Đã giải ngân bao nhiêu, theo tài liệu nào?',
        'Nothing disbursed is reported of it this year. How much is it, and by which document?',
      ];
    case 'investment-unknown':
      return limit === null
        ? [
            `Chưa biết tổng mức đầu tư của dự án. Căn cứ nào cho thấy tăng ${much[0]} không vượt tổng mức?`,
            `Its total investment isn't known. By what is it known that ${much[1]} more stays within it?`,
          ]
        : [
            `Chưa biết số đã thanh toán trước năm nay; tổng mức đầu tư còn nhiều nhất ${most[0]}. Căn cứ nào cho thấy tăng ${much[0]} không vượt?`,
            `What was paid before this year isn't known; its total investment leaves ${most[1]} at most. By what is it known that ${much[1]} stays within it?`,
          ];
    case 'above-pace':
      return [
        `Theo tốc độ hiện nay, đến 31/01 dự án chỉ giải ngân thêm được ${most[0]} ngoài kế hoạch đã giao. Căn cứ nào để tăng ${much[0]}?`,
        `At its pace it would spend ${most[1]} beyond its plan by 31/01. On what ground would it take ${much[1]}?`,
      ];
    case 'receiver-blocked':
      return [
        'Dự án nhận đang có vướng mắc chưa giải quyết. Vì sao vẫn giải ngân được phần tăng thêm?',
        'The project that takes has an open blocker. Why can it spend more all the same?',
      ];
  }
}

const dong = (amount: Dong): Texts => [`${formatDong(amount)} đồng`, `${formatDong(amount)} đồng`];
