import type { ProjectGroup } from '@thongvon/kernel';
import { phrases } from './phrase-book';

/** The groups of projects as tables name them, in headings and in columns. */
export const GROUP_PHRASES: Readonly<Record<ProjectGroup, readonly string[]>> = {
  ongoing: phrases(`
    chuyển tiếp
  `),
  'new-start': phrases(`
    khởi công mới | khởi công xây dựng mới | xây dựng mới | xây mới | xd mới | kcm | đầu tư mới | mở mới |
    dự án mới | công trình mới | dự án khởi công mới | dự án khởi công | công trình khởi công mới | công trình khởi công
  `),
  completed: phrases(`
    trả nợ | trả nợ đọng | nợ đọng | thanh toán nợ | trả nợ khối lượng | quyết toán | trả nợ quyết toán |
    đã hoàn thành | hoàn thành bàn giao | hoàn thành đưa vào sử dụng | hoàn thành đã | hoàn thành chưa
  `),
  preparation: phrases(`
    chuẩn bị đầu tư | cbđt | cb đầu tư | chuẩn bị dự án
  `),
};

/** Completed, unless the label says that it will be: "Dự án hoàn thành", but in 2023 not "hoàn thành năm 2023". */
export const FINISHED: readonly string[] = phrases(`hoàn thành`);

/** What of itself names no group: works that will be completed, whenever they began. */
export const TO_BE_FINISHED: readonly string[] = phrases(`
  dự kiến hoàn thành | sẽ hoàn thành | hoàn thành trong năm | hoàn thành sau năm | phấn đấu hoàn thành |
  chưa hoàn thành | thanh toán khối lượng hoàn thành
`);

/** What leaves open which of two groups is meant where it stands with one: "Chuẩn bị đầu tư và thực hiện dự án". */
export const OTHER_STAGES: readonly string[] = phrases(`
  thực hiện dự án | thực hiện đầu tư | thđt
`);

/** Words that may stand around a group's name without changing it. */
export const GROUP_FILLERS: readonly string[] = phrases(`
  dự án | công trình | nhiệm vụ | hạng mục | danh mục | nhóm | các | những | vốn | nguồn | kế hoạch | khv | kh |
  năm | tháng | ngày | quý | giai đoạn | trong | đến | hết | từ | sang | trước | sau | của | cho | để | vào | và | số | tổng số |
  tổng | cộng | tổng cộng | được | có | đã | đang | chưa | chờ | bố trí | giao | phân bổ | thanh toán | thực hiện | đầu tư |
  công | xây dựng | xd | cơ bản | xdcb | khối lượng | hoàn thành | bàn giao | đưa vào sử dụng | sử dụng | phê duyệt | duyệt |
  quyết toán | quyết định | qt | tiếp nhận | cũ | xã | phường | thị trấn | huyện | thời gian | kết thúc | loại | phần
`);
