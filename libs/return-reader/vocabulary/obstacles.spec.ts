import { unaccent } from '@thongvon/kernel';
import fc from 'fast-check';
import { askedFor, obstacleIn, speaksOfObstacle } from './obstacles';

const OBSTACLES = [
  '63 hộ chưa thống nhất đơn giá bồi thường đất ở; 12 hộ chưa xác định nguồn gốc đất',
  'Chưa di dời đường điện 22kV và ống cấp nước đoạn Km12+300 - Km14',
  '04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung',
  'Chưa có khu tái định cư cho 07 hộ giải tỏa trắng',
  'Người dân không đồng thuận vị trí nghĩa trang; 327 mộ chưa cải táng',
  'Thay đổi chính sách giá đất, phải lập lại phương án bồi thường',
  'Chưa phê duyệt kế hoạch sử dụng đất năm 2023',
  'Vướng mặt bằng 3 hộ',
  'Chưa có mặt bằng',
  'Chưa được UBND tỉnh phê duyệt chủ trương điều chỉnh',
  'Nhà thầu dừng thi công',
  'Nhà thầu thi công chậm',
  'Thiếu đất đắp',
  'Người dân chưa chịu nhận kinh phí bồi thường',
  '02 hộ không cho thi công',
  'Còn tranh chấp ranh giới',
  'Chưa giải quyết vướng mắc của 2 hộ',
  'Đang chờ thẩm định giá đất',
  'Chưa thoả thuận được với 2 hộ',
  'Đã giải quyết 3 hộ, còn 2 hộ không nhận tiền',
];
const NONE = [
  'Đang bổ sung hồ sơ tháng 7',
  'Thanh toán đợt 2',
  'Chưa quyết toán',
  'Chưa thanh toán đợt cuối',
  'Chưa nghiệm thu đợt 3',
  'Dự án chuyển tiếp',
  'Nguồn vốn huyện theo Quyết định 9001/QĐ-UBND',
  'Đã bàn giao 12/20 hộ',
  'Diện tích 1.200 mét vuông',
  'Không có vướng mắc về vốn',
  'Không còn khiếu nại',
  'Không còn hộ chưa nhận tiền',
  'Chưa phát sinh khó khăn',
  'Hết vướng',
  'Đã giải quyết xong vướng mắc về đất',
  'Vướng mắc đã được tháo gỡ',
  'Đúng tiến độ',
];

describe('a text that may speak of an obstacle', () => {
  it.each(OBSTACLES)('speaks of one: %s', (text) => expect(speaksOfObstacle(text)).toBe(true));

  it.each(NONE)('speaks of none: %s', (text) => expect(speaksOfObstacle(text)).toBe(false));

  it('says the same however its letters are composed, in capitals, and with other words around', () => {
    const clauses = fc.array(fc.constantFrom(...NONE), { maxLength: 3 });
    const form = fc.constantFrom('NFC', 'NFD');
    fc.assert(
      fc.property(
        clauses,
        fc.option(fc.constantFrom(...OBSTACLES)),
        form,
        fc.boolean(),
        (around, one, as, capitals) => {
          const text = [...around, ...(one === null ? [] : [one])].join('; ').normalize(as);
          expect(speaksOfObstacle(capitals ? text.toUpperCase() : text)).toBe(one !== null);
        },
      ),
    );
  });

  it.each(OBSTACLES)('is read without accents as well: %s', (text) =>
    expect([unaccent(text), unaccent(text).toUpperCase()].map(speaksOfObstacle)).toEqual([true, true]),
  );
});

describe('the captions of a column of texts', () => {
  it.each([
    [['Khó khăn, vướng mắc']],
    [['Vướng mắc GPMB']],
    [['Tồn tại, khó khăn']],
    [['Nguyên nhân chậm tiến độ']],
    [['Khó khăn, vướng mắc và kiến nghị']],
    [['Vướng mắc (nếu có)']],
    [['Giải phóng mặt bằng', 'Vướng mắc']],
    [['Khó khăn vướng mắc', 'Nội dung']],
  ])('%j ask for obstacles alone', (path) => expect(askedFor(path)).toBe('obstacles'));

  it.each([
    [['Khó khăn, vướng mắc / Ghi chú']],
    [['Ghi chú, vướng mắc']],
    [['Ghi chú vướng mắc']],
    [['Tiến độ và vướng mắc']],
    [['Tình hình thực hiện, tồn tại']],
    [['Ghi chú', 'Vướng mắc']],
  ])('%j ask for more than obstacles', (path) => expect(askedFor(path)).toBe('both'));

  it.each([[['Ghi chú']], [['Ghi chú thêm']], [['Tiến độ thực hiện']], [['Vướng mắc', 'Ghi chú']], [[]]])(
    '%j ask for notes',
    (path) => expect(askedFor(path)).toBe('notes'),
  );
});

describe('a text in its column', () => {
  const mixed = ['Khó khăn, vướng mắc / Ghi chú'];

  it.each([
    [['Vướng mắc'], 'Đang bổ sung hồ sơ', 'blocker'],
    [mixed, 'Đang bổ sung hồ sơ', 'remark'],
    [mixed, '04 hộ không nhận tiền', 'blocker'],
    [['Ghi chú'], '04 hộ không nhận tiền', 'remark'],
    [['Vướng mắc'], 'Không có vướng mắc', 'nothing'],
    [mixed, 'Không', 'nothing'],
    [['Ghi chú'], 'Đảm bảo tiến độ', 'nothing'],
  ])('under %j that says “%s” is a %s', (path, text, is) => expect(obstacleIn(path, text)).toBe(is));

  it('of a column of notes is never a blocker', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(...OBSTACLES, ...NONE));
    fc.assert(
      fc.property(text, (said) => {
        expect(obstacleIn(['Ghi chú'], said)).not.toBe('blocker');
      }),
    );
  });
});
