import { byWords, phrases, withAdded } from './phrase-book';
import { AMOUNTS_CAPTIONS, CLEARANCE_CAPTIONS } from './captions-figures';

/** Captions that say who or what a row is about. */
export const IDENTITY_CAPTIONS = {
  ordinal: phrases(`
    stt | tt | số tt | số thứ tự | s tt | sô tt
  `),
  name: phrases(`
    nguồn vốn danh mục dự án | nguồn vốn dự án | nguồn vốn tên dự án | đơn vị dự án | đơn vị công trình |
    danh mục công trình dự án | danh mục dự án công trình | danh mục dự án | danh mục công trình |
    danh mục các dự án | danh mục | tên dự án | tên công trình | tên công trình dự án |
    tên dự án công trình | dự án công trình | công trình dự án | dự án | công trình | tên hạng mục |
    hạng mục | hạng mục công trình | nội dung | chương trình dự án | tên chương trình dự án |
    tên dự án hạng mục | diễn giải | tên danh mục | nhiệm vụ dự án | dự án nhiệm vụ | tên gói thầu dự án |
    tên nhiệm vụ dự án | danh mục dự án đầu tư | tên dự án đầu tư | tên da | danh mục đầu tư |
    nội dung danh mục dự án | tên các dự án | tên các công trình
  `),
  code: phrases(`
    mã dự án | mã số dự án | mã da | mã dự án qhns | mã dự án đầu tư | mã công trình |
    mã số dự án đầu tư | mã ct | mã số da | mã dự án số | mã số công trình | msda
  `),
  /** Codes of the state budget; offices have one too, so that a column that names the project goes before it. */
  'budget-code': phrases(`
    mã qhns | mã số qhns | mã quan hệ ngân sách | mã số quan hệ ngân sách | mã đvqhns | mã số đvqhns |
    mã sdns | mã số sdns | mã đvsdns | mã số đvsdns
  `),
  /** Says whose code it is only by what stands next to it: "Mã CĐT" is the owner's, "Mã" alone the project's. */
  'bare-code': phrases(`
    mã | mã số
  `),
  owner: phrases(`
    chủ đầu tư | tên chủ đầu tư | đơn vị chủ đầu tư | chủ dự án | đơn vị làm chủ đầu tư | cđt |
    chủ đầu tư đơn vị | đơn vị quản lý dự án | ban qlda | ban quản lý dự án
  `),
  field: phrases(`
    lĩnh vực | ngành lĩnh vực | ngành | lĩnh vực đầu tư | loại công trình | nhóm ngành | loại dự án |
    loại hình
  `),
  'source-column': phrases(`
    nguồn vốn | nguồn | tên nguồn vốn | loại nguồn vốn | cơ cấu nguồn vốn | nguồn vốn đầu tư |
    chi tiết nguồn vốn | loại vốn | theo nguồn vốn | mã nguồn | mã nguồn nsnn | mã nguồn vốn |
    mã nguồn ngân sách | mã nguồn đầu tư | mã nguồn vốn đầu tư | mã nsnn
  `),
  'plan-type-column': phrases(`
    loại kế hoạch | loại kế hoạch vốn | loại kh | loại khv | niên độ | niên độ vốn | năm kh | năm khv |
    năm kế hoạch | năm kế hoạch vốn | kế hoạch của năm
  `),
  note: phrases(`
    ghi chú | lý do | lí do | kiến nghị | giải pháp | thuyết minh | tiến độ | tình hình thực hiện dự án |
    nội dung công việc | tình hình | tình trạng | lý do giải ngân chậm | nguyên nhân giải ngân chậm |
    lý do chưa giải ngân | đề xuất kiến nghị | đề xuất xử lý | tiến độ thực hiện | đánh giá |
    phương án xử lý | nguyên nhân chưa giải ngân | lý do giải ngân thấp | lý do không giải ngân hết |
    kết quả thực hiện | tiến độ thi công | lý do điều chỉnh | giải trình | ý kiến
  `),
  location: phrases(`
    địa điểm | địa điểm xây dựng | địa bàn | địa điểm thực hiện | xã | xã phường | xã thị trấn |
    địa phương
  `),
  'other-text': phrases(`
    nhóm | nhóm dự án | nhà thầu | đơn vị thi công | chương | khoản | loại khoản | chương khoản |
    mã chương | mã ngành | mã ngành kinh tế | mã ngành kinh tế khoản | mã nguồn | mã nguồn vốn |
    mã nhà thầu | mã loại công trình | mã loại khoản | mã tabmis | địa điểm mở tài khoản |
    nơi mở tài khoản | tài khoản | số tài khoản | quyết định | số quyết định | quyết định đầu tư |
    quyết định phê duyệt | số ngày tháng năm | số ngày | ngày ký | năng lực thiết kế | quy mô |
    quy mô đầu tư | thời gian khởi công | thời gian kc ht | thời gian thực hiện | khởi công hoàn thành |
    thời gian kchd | năm khởi công | cấp công trình | số hợp đồng | gói thầu | cán bộ phụ trách |
    chuyên viên | phụ trách | người phụ trách | quyết định giao vốn | số qđ | qđ đầu tư |
    thời gian thi công | kho bạc nơi mở tài khoản | số hồ sơ | khởi công | ngày khởi công |
    thời gian hợp đồng | thời gian bố trí vốn | thời gian bố trí | thời gian giao vốn |
    thời gian phân bổ vốn | mã hợp đồng | dự án nhóm | quyết định số | chiều dài
  `),
} as const;

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

/**
 * Phrases of captions, matched without accents as whole words, the longest first. What a column means follows from
 * the tags of its whole path. Extend the lists; the reader follows.
 */
const CAPTION_PHRASES = {
  ...IDENTITY_CAPTIONS,
  ...AMOUNTS_CAPTIONS,
  ...QUALIFIERS_CAPTIONS,
  ...CLEARANCE_CAPTIONS,
} as const;

/** What a piece of a column's caption can say. */
export type CaptionTag = keyof typeof CAPTION_PHRASES;

/** The phrases by which captions are read now: those above, and those of the installation. */
export const captionPhrases: () => Readonly<Record<CaptionTag, readonly string[]>> = byWords((words) =>
  withAdded(CAPTION_PHRASES, words, 'caption'),
);
