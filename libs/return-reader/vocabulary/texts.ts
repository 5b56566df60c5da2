import { phrases } from './phrase-book';

/** Phrases that are compared with their accents. */
const accented = phrases;

/** Labels of rows that add others up. Compared with their accents, since "Cống" and "Công viên" are no totals. */
export const TOTAL_LABELS = {
  /** The whole label, whatever stands in its ordinal. */
  exact: phrases(`
    tổng cộng | tổng số | tổng | cộng | tong cong | tong so | toàn huyện | toàn xã | toàn tỉnh |
    tổng chung | tổng cộng chung | tổng hợp | lũy kế | luỹ kế | tổng toàn huyện | tổng toàn xã
  `),
  /** The first words of the label, in a row without project code and without the ordinal of a project. */
  opening: phrases(`
    cộng | mang sang | số mang sang | chuyển sang trang | chuyển trang | trang trước | từ trang trước |
    số trang trước | lũy kế trang trước | luỹ kế trang trước | lũy kế chuyển trang | luỹ kế chuyển trang |
    lũy kế mang sang | luỹ kế mang sang | lũy kế sang trang | luỹ kế sang trang | số chuyển sang trang | số chuyển trang | tổng cộng | tổng số | tổng các | tổng nguồn | tổng vốn |
    tổng kế hoạch | tổng nhóm | tổng mục | tổng phần | tổng dự án | tổng ngân sách | tổng ns | tổng toàn |
    tổng công trình | tổng giá trị | tổng lĩnh vực | tổng chi | tổng i | tổng ii | tổng iii | tổng a |
    tổng b | tổng c | tổng 1 | tổng 2
  `),
} as const;

/** Openings of rows that show a part of the row above; never added. */
export const DETAIL_OPENINGS: readonly string[] = phrases(`
  trong đó | tr đó | trđó | bao gồm | gồm | chia ra | trong do
`);

/** Openings of rows that state rates, averages or earlier amounts, as beneath a total; never added. */
export const COMPARISON_OPENINGS: readonly string[] = phrases(`
  tỷ lệ | tỉ lệ | % | đạt tỷ lệ | đạt tỉ lệ | so với kế hoạch | so kế hoạch | tl giải ngân | đạt % |
  bình quân | tỷ trọng | tuần trước | kỳ trước | tháng trước | cùng kỳ | chênh lệch | so với tuần |
  so với kỳ | so với tháng | so với cùng kỳ | tăng so với | giảm so với | tăng giảm so với
`);

/** Words of rows that name parts of a project, not projects. */
export const COMPONENT_WORDS: readonly string[] = phrases(`
  xây lắp | thiết bị | chi phí khác | chi khác | tư vấn | dự phòng | bồi thường | gpmb |
  giải phóng mặt bằng | đền bù | chi phí | quản lý dự án | qlda | chi phí xây dựng | xây dựng |
  bồi thường hỗ trợ | hỗ trợ | tái định cư | chi phí tư vấn | bt gpmb | chi phí xây lắp |
  chi phí thiết bị | vốn chuẩn bị đầu tư | chuẩn bị đầu tư | kiểm toán | thẩm tra | quyết toán |
  chi phí bồi thường | phần | công tác | vốn | cho | tạm ứng | thanh toán | khối lượng hoàn thành | klht |
  chi phí quản lý dự án | giám sát | khảo sát | thiết kế | hạng mục | và | lắp đặt | chi phí dự phòng |
  phí | tdc | tđc
`);

/** Openings of rows that, beneath a project, name a part of it. */
export const PART_OPENINGS: readonly string[] = phrases(`
  gói thầu | gói số | hạng mục | đoạn | phân đoạn | phần | chi phí | tuyến nhánh | đợt | hợp đồng | hđ | hđ số |
  phụ lục hợp đồng | phụ lục hđ | plhđ
`);

/** Openings of rows that, beneath a project whose land is cleared, name a place that it crosses. */
export const PLACE_OPENINGS: readonly string[] = phrases(`
  xã | phường | thị trấn | thôn | tổ dân phố | địa bàn
`);

/** Openings of cells that stand under a table: signatures, notes, contacts. */
export const FOOTER_OPENINGS: readonly string[] = phrases(`
  người lập | bằng chữ | số tiền bằng chữ | viết bằng chữ | tổng số tiền bằng chữ | lập biểu | lập bảng | kế toán | giám đốc | phó giám đốc | chủ tịch | phó chủ tịch |
  thủ trưởng | trưởng phòng | trưởng ban | tm ubnd | tm ủy ban | kt chủ tịch | kt giám đốc | nơi nhận |
  ghi chú | xác nhận của | ký tên | ký ghi rõ | ký họ tên | điện thoại | đt | sđt | số điện thoại |
  người liên hệ | phụ trách kế toán | chủ tài khoản | tm ban | lưu ý | email | fax |
  người báo cáo | cán bộ | ký đóng dấu | đại diện | tổ trưởng | lãnh đạo | chuyên viên | ngày tháng năm |
  số tài khoản | chú thích | số liệu tính đến | số liệu đến | nguồn số liệu
`);

/** Openings of rows without figures that are notes on the project above them. */
export const NOTE_OPENINGS: readonly string[] = phrases(`
  ghi chú | lưu ý | chú thích | kiến nghị | đề xuất kiến nghị | đề xuất | đề nghị | vướng mắc | khó khăn |
  khó khăn vướng mắc | tồn tại | tồn tại vướng mắc | nguyên nhân | lý do | lí do | giải pháp | tiến độ |
  tình hình thực hiện | tình hình | tình trạng | hiện trạng | hiện nay | đến nay | dự kiến | nhà thầu đã |
  nhà thầu đang | nhà thầu chưa | đã | đang | chưa
`);

/** Words that say how works stand, which no project is called. With their accents, in small letters. */
export const STATE_WORDS: readonly string[] = accented(`
  đã | đang | chưa | sẽ | vướng | vướng mắc | đề nghị | kiến nghị | dự kiến | nghiệm thu | chậm | khó khăn |
  tạm dừng | tạm ngừng | dừng thi công | ngừng thi công | gia hạn | quá hạn | hết hạn | còn thiếu | thiếu vốn |
  thiếu vật liệu | thiếu mặt bằng | thiếu nhân lực | bị ảnh hưởng | không có | không thể | không đạt |
  không đảm bảo | không nhận | không phối hợp | không thống nhất | không đồng ý | không bàn giao | chờ vốn |
  chờ phê duyệt | chờ thẩm định | chờ bàn giao | chờ mặt bằng | chờ quyết toán | đạt tiến độ | đảm bảo tiến độ |
  vượt tiến độ | phát sinh | điều chuyển vốn
`);

/** Words that give a reason, as only a note does. With their accents, in small letters. */
export const REASON_WORDS: readonly string[] = accented(`
  thời tiết | mưa lũ | mưa bão | mưa nhiều | do mưa | do bão | do vướng | do chưa | do thiếu | do chậm | do giá |
  do nhà thầu | do không | do chờ | do dịch | do thay đổi | do điều chỉnh | vì | nguyên nhân | lý do
`);

/** Openings of what goes on with a name in brackets: "(Giai đoạn 2)", "(Đoạn Km0 - Km5)". */
export const NAME_IN_BRACKETS: readonly string[] = phrases(`
  giai đoạn | gđ | đoạn | phân đoạn | km | phần | hạng mục | gói thầu | gói | tuyến | nhánh | thuộc | nay là | cũ |
  tên cũ | tên gọi cũ | lý trình | từ | đến | điểm | khu | bổ sung | mở rộng | nâng cấp | cải tạo | điều chỉnh | thôn |
  xã | phường | thị trấn | huyện | phía | bờ | cầu | đường | nhà | trường | quy mô | cả | bao gồm | gồm | đợt | lô |
  nguồn | vốn | kể cả | dự án | công trình | mã
`);

/** Words by which a row without figures is a heading, not the second line of a long name. */
export const HEADING_WORDS: readonly string[] = phrases(`
  dự án chuyển tiếp | công trình chuyển tiếp | khởi công mới | dự án khởi công | công trình khởi công |
  hoàn thành | lĩnh vực | dự án hoàn thành | trả nợ | nhóm | các dự án | các công trình | giao thông |
  thủy lợi | giáo dục | y tế | văn hóa | nông nghiệp | nông thôn mới | hạ tầng | quản lý nhà nước |
  công nghiệp | chuẩn bị đầu tư | danh mục | nghĩa trang | khu dân cư | thương mại | quốc phòng |
  an ninh | xã hội | môi trường | khoa học công nghệ | cấp nước | công cộng | trụ sở
`);

/** What may stand between such words and their date. */
const UNTIL = '(?:\\s+(?:het|cuoi|thoi diem|(?:24|1[0-9])(?:h|h00| gio)))*(?:\\s+ngay)?\\s*[:\\-–(]*\\s*$';

/**
 * Words before a date, without accents, that say what the date is. `asOf` and `report` must stand right before it; the
 * others anywhere before it in the same sentence.
 */
export const DATE_WORDS = {
  asOf: new RegExp(
    `(?:\\b(?:tinh|so lieu|luy ke|cap nhat|chot|du lieu)\\b.*\\b(?:den|ngay|toi)|\\bden|\\btoi|\\bhet(?=\\s+ngay)|\\bthoi diem|\\b(?:so|du) lieu|\\bchot|\\bcap nhat)${UNTIL}|\\d[/.-]\\d{1,2}(?:[/.-]\\d{4})?\\s*[-–]\\s*(?:ngay\\s*)?$`,
  ),
  /** The day of the report, which is that of its figures unless another date is. */
  report: new RegExp(
    `(?:\\b(?:ky bao cao|giai ngan|thanh toan|thuc hien|bao cao)\\b.*\\bngay|\\b(?:thoi diem|ngay|ky) bao cao)${UNTIL}`,
  ),
  decision:
    /(?:quyet dinh|nghi quyet|\bqd\b|cong van|thong bao|to trinh|thong tu|bao cao so|van ban|ke hoach so|nghi dinh|\bluat\b|phieu|\bso\s+\S+\/\S+)(?:(?!\bden\b)[^;])*\bngay\s*$/,
  estimate: /\b(?:uoc|du kien|phan dau|cam ket|dang ky)\b[^;]*$/,
  from: /\btu\s+(?:ngay\s+)?$/,
  /** When a file was made, or what the figures leave out. */
  aside:
    /\b(?:xuat|in|ket xuat|trich xuat)\s+(?:luc|ngay|vao)\b[^;]*$|\b(?:chua|khong)\s+(?:bao )?gom\b[^;]*$/,
  deadline: /\b(?:truoc|sau|thoi han|han|hoan thanh|gui|nop)\b[^;]*$/,
  /** Begins a statement of its own, whatever was said before an earlier date. */
  anew: /\b(?:so lieu|du lieu|luy ke|chot|tinh den|cap nhat|bao cao)\b/,
} as const;

/** A date in a signature: "Thăng Bình, ngày 24 tháng 5 năm 2023". */
export const SIGNATURE = /^(?!.*(?:bao cao|giai ngan|so lieu|luy ke|tinh den))[^,(:]{2,40},\s*ngay\b/;

/** The whole of such a line, its day and month filled in or not; under a table also without the place. */
export const SIGNED =
  /^\W*(?!.*\b(?:bao cao|giai ngan|so lieu|luy ke|tinh den|quyet dinh|nghi quyet|thong tu|cong van|van ban|to trinh|theo|can cu|hop dong|khoi cong|hoan thanh)\b)(?:[^,(:\d]{2,40},?\s*)?\bngay\s*(?:\d{1,2}|[.…_\s]*)\s*(?:thang\s*|[/.-]\s*)(?:(?<month>\d{1,2})|[.…_\s]*)\s*(?:nam\s*|[/.-]\s*)(?<year>20\d\d)\W*$/;

/** A month, week or quarter where a date should stand; named groups tell which. */
export const VAGUE_PERIOD =
  /(?:het |cuoi )?(?:\bthang\s+(?:\d{1,2}\s*(?:[,;–-]|va|den)\s*)*(?<month>\d{1,2})|\btuan\s+(?:thu\s+)?(?<week>\d{1,2})|\bquy\s+(?<quarter>i{1,3}|iv|[1-4]))(?!\d)(?:\s*(?:\/|-|nam)\s*(?:nam\s*)?(?<year>\d{4}))?/;

/** Words by which a vague period is meant as the date of the figures. */
export const VAGUE_OPENING =
  /\b(?:den|tinh den|so lieu|luy ke|ky bao cao|bao cao|thang|tuan|quy|giai ngan)\b/;

/** Titles, without accents, of tables that have projects and payments in them but are no return. */
export const OTHER_SUBJECTS =
  /\b(?:no dong|no xdcb|no xay dung co ban|quyet toan (?:du an|cong trinh|von dau tu du an)|tham tra quyet toan|lua chon nha thau|ket qua dau thau|nhu cau von|dang ky (?:nhu cau|ke hoach))\b/;

/** What a title speaks of that tells of a plan's disbursement, whatever else it names. */
export const OF_DISBURSEMENT = /\b(?:giai ngan|dau tu cong|von dau tu|thanh toan von)\b/;

/** Captions, without accents, of the figures that such a table is about. */
export const OTHER_FIGURES =
  /\b(?:no dong|con no|so no|no xdcb|no xay dung co ban|quyet toan|nhu cau|dang ky|de nghi|de xuat|goi thau|trung thau)\b/;

/** What was given to a project over the years is no plan of a year: "Vốn đã bố trí", "Đã được cấp". */
export const GIVEN_SO_FAR = /\bda (?:duoc )?(?:bo tri|giao|cap|phan bo)\b/;
