import fc from 'fast-check';
import { saysNothing } from './obstacles';

const NOTHING = [
  '',
  'x',
  'Không',
  'ko',
  'Không có',
  'Không vướng mắc',
  'Không phải vướng mắc',
  'Không có khó khăn, vướng mắc gì',
  'Chưa có vướng mắc',
  'Hết vướng',
  'Không còn vướng mắc về mặt bằng',
  'Hiện nay không có khó khăn và vướng mắc',
  'Không phát sinh',
  'Đang thi công theo kế hoạch',
  'Đang thi công',
  'Đang triển khai đúng tiến độ',
  'Đã quyết toán',
  'Đã giải quyết xong',
  'Đã tháo gỡ',
  'Đã bàn giao mặt bằng',
  'Hoàn thành',
  'Đảm bảo tiến độ',
  'Bình thường',
  'Thuận lợi',
  'Đã xong',
  'Đã giải quyết xong vướng mắc mặt bằng',
  'Đã tháo gỡ dứt điểm các khó khăn, vướng mắc về GPMB',
  'Đã bàn giao 100% mặt bằng',
  'Đã được bàn giao toàn bộ mặt bằng',
  'Đang thi công đạt 60% khối lượng',
  'Đang thi công ước đạt khoảng 45,5% khối lượng hợp đồng',
  'Đã tháo gỡ xong, nhà thầu thi công trở lại',
];
const SOMETHING = [
  'Không có mặt bằng',
  'Chưa có mặt bằng',
  'Chưa giải quyết xong',
  'Chưa bàn giao mặt bằng',
  'Vướng mặt bằng',
  'Còn vướng 4 hộ',
  'Không đủ vốn',
  'Đang thi công thì vướng đường điện',
  'Đang giải quyết vướng mắc',
  'Đã giải quyết vướng mắc của 3/5 hộ',
  'Đã bàn giao 80% mặt bằng',
  'Đã giải quyết nhưng chưa xong',
  'Nhà thầu thi công chậm',
  'Đang thi công đạt 60% khối lượng thì vướng',
  'Cơ bản đã bàn giao mặt bằng, còn 2 hộ',
  'Chưa quyết toán',
  'Đã bàn giao 12/20 hộ',
  '04 hộ không nhận tiền',
  'Không có vướng mắc về vốn nhưng thiếu đất đắp',
];

describe('a text in a column of difficulties', () => {
  it.each(NOTHING)('says nothing: "%s"', (text) => {
    expect(saysNothing(text)).toBe(true);
  });

  it.each(SOMETHING)('says what stands in the way: "%s"', (text) => {
    expect(saysNothing(text)).toBe(false);
  });

  it('says nothing where each clause does, and something as soon as one does', () => {
    const clauses = fc.array(fc.constantFrom(...NOTHING.filter((text) => text !== '')), {
      minLength: 1,
      maxLength: 4,
    });
    const mark = fc.constantFrom(', ', '; ', '. ', ' - ', '\n');
    fc.assert(
      fc.property(clauses, mark, fc.constantFrom(...SOMETHING), fc.nat(), (texts, between, other, at) => {
        expect(saysNothing(texts.join(between))).toBe(true);
        const mixed = texts.toSpliced(at % (texts.length + 1), 0, other);
        expect(saysNothing(mixed.join(between))).toBe(false);
      }),
    );
  });
});
