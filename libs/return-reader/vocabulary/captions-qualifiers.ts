import { phrases } from './phrase-book';

/** Words that tell figures of one kind apart: of which plan, up to when, before or after which decision. */
export const QUALIFIERS_CAPTIONS = {
  'carried-over': phrases(`
    kéo dài | chuyển nguồn | năm trước chuyển sang | các năm trước chuyển sang | vốn kéo dài |
    kế hoạch kéo dài | kế hoạch vốn kéo dài | được kéo dài | vốn chuyển nguồn | chuyển sang |
    kéo dài sang | kế hoạch năm trước chuyển sang | vốn năm trước chuyển sang | năm trước kéo dài |
    chuyển tiếp sang | kh kéo dài | khv kéo dài | các năm trước kéo dài | vốn các năm trước chuyển sang |
    vốn năm trước kéo dài | vốn các năm trước kéo dài | kế hoạch các năm trước chuyển sang |
    kế hoạch năm trước kéo dài | kế hoạch vốn năm trước chuyển sang |
    kế hoạch vốn các năm trước chuyển sang | kế hoạch vốn năm trước kéo dài |
    kế hoạch vốn các năm trước kéo dài | kế hoạch các năm trước kéo dài | kh vốn kéo dài
  `),
  'advanced-from-next-year': phrases(`
    ứng trước | vốn ứng trước | ứng trước năm sau | ứng năm nay | kế hoạch ứng trước |
    kế hoạch vốn ứng trước | ứng trước kế hoạch | kh ứng trước | vốn ứng | ứng trước kế hoạch vốn
  `),
  'advanced-last-year': phrases(`
    ứng trước năm trước chuyển sang | ứng năm trước chuyển sang | vốn ứng trước năm trước chuyển sang |
    ứng trước năm trước | vốn ứng trước chuyển sang | ứng trước chuyển sang
  `),
  'this-year': phrases(`
    năm nay | trong năm | năm hiện hành | kế hoạch năm nay | vốn năm nay | kế hoạch vốn năm nay |
    kế hoạch trong năm | năm kế hoạch | vốn trong năm
  `),
  total: phrases(`
    tổng số | tổng | cộng | tổng cộng | toàn bộ | tổng số vốn | tổng các nguồn | tổng số tiền |
    tổng số các nguồn vốn | tổng số tất cả các nguồn vốn
  `),
  'of-which': phrases(`
    trong đó | tr đó | chia ra | chi tiết | trđó
  `),
  cumulative: phrases(`
    lũy kế | lk | cộng dồn | l kế | lũy kế số | lũy kế vốn
  `),
  'from-start-of-year': phrases(`
    từ đầu năm | từ 01 01 | từ ngày 01 01 | từ ngày 1 1 | từ 1 1 | kể từ đầu năm
  `),
  'up-to': phrases(`
    đến | đến ngày | đến hết | đến hết ngày | tính đến | tính đến ngày | tính đến hết ngày |
    đến thời điểm | đến nay | tính đến thời điểm | tới ngày | đến hết tháng | đến tháng
  `),
  'since-start': phrases(`
    từ khởi công | từ khi khởi công | từ đầu dự án | từ ngày khởi công | các năm trước | năm trước |
    đến hết năm trước | đến năm trước | từ khi thực hiện dự án | từ khởi công đến nay | toàn dự án |
    cả dự án | từ khởi công đến | từ khi bắt đầu | hết năm trước | từ trước đến nay |
    từ khởi công đến hết năm trước | kể từ khởi công
  `),
  period: phrases(`
    trong kỳ | kỳ này | trong tuần | tuần này | trong tháng | tháng này | tuần báo cáo | tháng báo cáo |
    kỳ báo cáo | phát sinh | phát sinh trong kỳ | trong quý | quý này | tăng trong kỳ | tăng trong tuần |
    riêng trong tháng | hàng tháng | trong ngày | trong tuần này | trong tháng này
  `),
  previous: phrases(`
    tuần trước | kỳ trước | tháng trước | đến tuần trước | đến kỳ trước | đến tháng trước |
    lũy kế tuần trước | lũy kế kỳ trước | lũy kế đến kỳ trước | lũy kế đến tuần trước |
    lũy kế tháng trước | đầu kỳ | cùng kỳ | cùng kỳ năm trước | so với tuần trước | so với kỳ trước |
    tăng so với tuần trước | tăng so với kỳ trước | tăng giảm so với tuần trước | đến hết tháng trước |
    đến hết tuần trước | đến hết kỳ trước | kỳ báo cáo trước | báo cáo trước | cuối kỳ trước |
    đến cuối kỳ trước | lũy kế đến cuối kỳ trước | lũy kế đến tháng trước
  `),
  'mid-term': phrases(`
    trung hạn | giai đoạn | 2021 2025 | 2026 2030 | 2016 2020 | 5 năm | kế hoạch trung hạn |
    đầu tư công trung hạn | kế hoạch đầu tư công trung hạn | kế hoạch vốn trung hạn
  `),
  'before-adjustment': phrases(`
    đầu năm | ban đầu | trước điều chỉnh | trước khi điều chỉnh | giao đầu năm | kế hoạch đã giao |
    đã giao | kế hoạch đầu năm | kế hoạch vốn đầu năm | kế hoạch giao đầu năm |
    kế hoạch vốn giao đầu năm | kế hoạch trước điều chỉnh | kế hoạch vốn trước điều chỉnh | hiện tại
  `),
  'after-adjustment': phrases(`
    sau điều chỉnh | sau khi điều chỉnh | kế hoạch sau điều chỉnh | kế hoạch vốn sau điều chỉnh |
    vốn sau điều chỉnh | sau đc | điều chỉnh thành | sau điều chỉnh bổ sung |
    kế hoạch sau khi điều chỉnh | kế hoạch vốn sau khi điều chỉnh | kế hoạch mới | đã điều chỉnh |
    kế hoạch đã điều chỉnh | kế hoạch vốn đã điều chỉnh | sau khi đc | sau bổ sung | sau khi bổ sung |
    sau điều chỉnh tăng giảm | sau tăng giảm | được điều chỉnh | sau giao bổ sung | sau khi giao bổ sung |
    sau khi được bổ sung | sau khi được giao bổ sung | sau khi được điều chỉnh | sau phân bổ bổ sung |
    sau khi phân bổ bổ sung | sau khi cấp bổ sung | sau khi điều chỉnh bổ sung
  `),
  adjustment: phrases(`
    điều chỉnh | kế hoạch điều chỉnh | điều chỉnh kế hoạch | kế hoạch vốn điều chỉnh |
    điều chỉnh kế hoạch vốn | điều chuyển | điều chuyển vốn | điều chỉnh tăng giảm | tăng giảm | số điều chỉnh
  `),
  increase: phrases(`
    tăng | điều chỉnh tăng | bổ sung | kế hoạch bổ sung | tăng thêm | đc tăng | vốn bổ sung |
    kế hoạch vốn bổ sung | điều chỉnh bổ sung | bổ sung tăng | điều chuyển đến | nhận điều chuyển |
    chuyển đến | điều chuyển tăng
  `),
  decrease: phrases(`
    giảm | điều chỉnh giảm | đc giảm | cắt giảm | thu hồi giảm | giảm vốn | điều chuyển đi | chuyển đi |
    điều chuyển giảm
  `),
  /** Programmes by their names alone; "giảm nghèo" is no decrease. */
  programme: phrases(`
    nông thôn mới | xây dựng nông thôn mới | ntm | xdntm | giảm nghèo | giảm nghèo bền vững | gnbv |
    chương trình giảm nghèo | chương trình giảm nghèo bền vững | chương trình nông thôn mới |
    chương trình xây dựng nông thôn mới | dân tộc thiểu số và miền núi | dtts mn | dtts và mn |
    chương trình | chương trình mục tiêu | chương trình mtqg | chương trình mục tiêu quốc gia |
    vùng đồng bào dân tộc thiểu số và miền núi | đồng bào dân tộc thiểu số và miền núi
  `),
  assigned: phrases(`
    ttg giao | thủ tướng giao | thủ tướng chính phủ giao | tỉnh giao | tp giao | thành phố giao |
    huyện giao | xã giao | hđnd giao | địa phương giao | trung ương giao | ubnd tỉnh giao |
    ubnd huyện giao | ubnd xã giao | đp giao | hđnd tỉnh giao | hđnd xã giao | hđnd huyện giao |
    ubnd tp giao | ubnd thành phố giao | tw giao | bộ giao | cấp trên giao
  `),
} as const;
