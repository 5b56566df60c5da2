import type { BlockerCause, ProjectKind } from '@thongvon/api-contract';

/** Invented names, made of common words; no office of this name is meant. */
export const PROVINCE = 'tỉnh Lam Giang';

export const BOARDS = [
  'Ban QLDA đầu tư xây dựng các công trình giao thông',
  'Ban QLDA đầu tư xây dựng công trình dân dụng và công nghiệp',
  'Ban QLDA đầu tư xây dựng các công trình nông nghiệp',
  'Ban QLDA khu kinh tế Lam Giang',
  'Ban QLDA khu vực Bắc Lam Giang',
  'Ban QLDA khu vực Nam Lam Giang',
  'Ban QLDA khu vực miền núi Lam Giang',
];

export const DEPARTMENTS = [
  'Sở Nông nghiệp và Môi trường',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Văn hóa, Thể thao và Du lịch',
];

const FIRST = ['An', 'Bình', 'Đồng', 'Hòa', 'Long', 'Mỹ', 'Phú', 'Quảng', 'Tân', 'Thanh', 'Vĩnh', 'Xuân'];
const SECOND = [
  'Lạc',
  'Thạnh',
  'Khê',
  'Vinh',
  'Sơn',
  'Điền',
  'Hải',
  'Trung',
  'Lộc',
  'Nghĩa',
  'Tiến',
  'Cường',
];

/** The nth commune: no two of the first 144 have the same name. */
export function communeName(nth: number): string {
  const first = FIRST[nth % FIRST.length] ?? '';
  const second = SECOND[(nth * 5 + Math.floor(nth / FIRST.length)) % SECOND.length] ?? '';
  const round = Math.floor(nth / (FIRST.length * SECOND.length));
  const kind = nth % 6 === 5 ? 'phường' : 'xã';
  return `${kind} ${first} ${second}${round === 0 ? '' : ` ${round + 1}`}`;
}

/** What is built, by kind: names with a place for the commune and a number. */
export const WORKS: readonly (readonly [ProjectKind, string, readonly string[]])[] = [
  [
    'road',
    'Giao thông - đường bộ',
    [
      'Nâng cấp đường liên thôn tuyến số {n}, {commune}',
      'Đường trục chính số {n}, {commune}',
      'Cải tạo, mở rộng đường ĐH.{n} đoạn qua {commune}',
      'Đường nối khu sản xuất số {n}, {commune}',
    ],
  ],
  ['bridge', 'Giao thông - cầu', ['Cầu số {n} và đường dẫn hai đầu cầu, {commune}']],
  [
    'school',
    'Giáo dục',
    [
      'Trường mầm non {commune} (điểm trường số {n})',
      'Trường tiểu học {commune}, hạng mục {n} phòng học',
      'Trường THCS {commune}, nhà học bộ môn số {n}',
    ],
  ],
  [
    'irrigation',
    'Thủy lợi',
    ['Kiên cố hóa kênh mương N{n}, {commune}', 'Kè chống sạt lở đoạn {n}, {commune}'],
  ],
  ['health', 'Y tế', ['Trạm y tế {commune} (cơ sở {n})']],
  ['residential-zone', 'Khu dân cư', ['Khu dân cư số {n}, {commune}', 'Khu tái định cư số {n}, {commune}']],
  ['culture', 'Văn hóa', ['Nhà văn hóa thôn {n}, {commune}', 'Sân vận động số {n}, {commune}']],
  ['urban-infrastructure', 'Hạ tầng đô thị', ['Hệ thống thoát nước khu {n}, {commune}']],
  ['water-supply', 'Cấp nước', ['Cấp nước sạch tập trung số {n}, {commune}']],
  ['electricity', 'Điện chiếu sáng', ['Điện chiếu sáng tuyến số {n}, {commune}']],
  ['government-office', 'Quản lý nhà nước', ['Trụ sở làm việc số {n}, {commune}']],
  ['market', 'Thương mại', ['Chợ trung tâm {commune}, hạng mục {n}']],
  ['cemetery', 'Nghĩa trang', ['Nghĩa trang nhân dân số {n}, {commune}']],
  ['other', 'Công nghệ thông tin', ['Phần mềm và thiết bị dùng chung số {n}, {commune}']],
];

/** What stands in the way, with the office that must act and the cause in the catalogue. */
export const OBSTACLES: readonly (readonly [text: string, unit: string, cause: BlockerCause])[] = [
  ['Vướng GPMB: {k} hộ chưa thống nhất phương án bồi thường', 'UBND {commune}', 'household-disagreement'],
  ['Vướng GPMB: chưa xác định nguồn gốc đất của {k} thửa', 'UBND {commune}', 'land-origin'],
  ['Chưa có đơn giá bồi thường cây trồng theo bảng giá mới', 'Sở Nông nghiệp và Môi trường', 'land-price'],
  ['Chưa có khu tái định cư cho {k} hộ', 'UBND {commune}', 'resettlement'],
  ['Chậm di dời đường điện trung thế trên tuyến', 'Công ty Điện lực', 'utilities'],
  ['Thiếu cát, đất đắp; giá vật liệu tăng', 'Sở Xây dựng', 'materials'],
  ['Nhà thầu thi công chậm, đã dừng thi công {k} tuần', 'Chủ đầu tư', 'contractor'],
  ['Chưa phê duyệt điều chỉnh tổng mức đầu tư', 'Sở Tài chính', 'funding'],
  ['Chậm thẩm định thiết kế bản vẽ thi công', 'Sở Xây dựng', 'procedure'],
  ['Vướng di dời {k} ngôi mộ trong phạm vi dự án', 'UBND {commune}', 'graves-religious-land'],
  ['Khiếu nại về bồi thường chưa giải quyết xong', 'UBND {commune}', 'complaint'],
  ['Thiếu hồ sơ bàn giao từ đơn vị cũ sau sắp xếp', 'Chủ đầu tư', 'records-staff'],
];
