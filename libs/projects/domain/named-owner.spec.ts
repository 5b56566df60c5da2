import fc from 'fast-check';
import { mayBeOwner } from './project-match';

const BOARD = 'Ban Quản lý dự án đầu tư xây dựng huyện Thăng Bình';
const COMMUNE = 'UBND xã Bình Nam';

describe('the owner that a plan names in words that are no office’s name', () => {
  it.each([
    'BQLDA ĐTXD huyện',
    'Ban QLDA ĐTXD huyện',
    'Ban QLDA huyện',
    'Ban quản lý dự án',
    'Ban QLDA đầu tư xây dựng huyện Thăng Bình, tỉnh Quảng Nam',
  ])('may be the board that the words shorten or place: “%s”', (words) => {
    expect(mayBeOwner(words, [BOARD])).toBe(true);
    expect(mayBeOwner(words, ['Ban Quản lý khu kinh tế'])).toBe(false);
    expect(mayBeOwner(words, [COMMUNE])).toBe(false);
  });

  it.each(['UBND xã Bình Nam, huyện Thăng Bình', 'xã Bình Nam', 'Xã Bình Nam'])(
    'may be the commune: “%s”',
    (words) => {
      expect(mayBeOwner(words, [COMMUNE])).toBe(true);
      expect(mayBeOwner(words, ['UBND xã Bình Phú', BOARD])).toBe(false);
    },
  );

  it('is nobody that could be a stranger where the plan names none, and one of several offices is enough', () => {
    expect(mayBeOwner(null, [COMMUNE])).toBe(true);
    expect(mayBeOwner('xã Bình Nam', [BOARD, COMMUNE])).toBe(true);
    expect(mayBeOwner('Phòng Kinh tế - Hạ tầng', [BOARD, COMMUNE])).toBe(false);
  });

  it('may be whatever office has all of its words in their order', () => {
    const words = fc.array(fc.constantFrom('ban', 'duong', 'cau', 'thuy', 'loi', 'rung'), { minLength: 1 });
    fc.assert(
      fc.property(
        words.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 1 }))),
        ([office, named]) => mayBeOwner(named.join(' '), [office.join(' ')]),
      ),
    );
  });
});
