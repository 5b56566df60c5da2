import { phrases } from './phrase-book';

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
    chi tiết nguồn vốn | loại vốn | theo nguồn vốn
  `),
  'plan-type-column': phrases(`
    loại kế hoạch | loại kế hoạch vốn | loại kh | niên độ | niên độ vốn
  `),
  note: phrases(`
    ghi chú | lý do | lí do | kiến nghị | giải pháp | thuyết minh | tiến độ | tình hình thực hiện dự án |
    nội dung công việc | tình trạng | lý do giải ngân chậm | nguyên nhân giải ngân chậm |
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
    mã nhà thầu | mã loại công trình | mã loại khoản | mã tabmis | tabmis | địa điểm mở tài khoản |
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
