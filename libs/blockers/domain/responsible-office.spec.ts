import fc from 'fast-check';
import { type NamedOffice, officeCandidates } from './responsible-office';

const office = (name: string, more: Partial<NamedOffice> = {}): NamedOffice => ({
  id: name,
  name,
  hasEnded: false,
  successorId: null,
  ...more,
});
const PHU = office('UBND xã Bình Phú');
const NAM = office('UBND xã Bình Nam');
const BOARD = office('Ban Quản lý dự án - Đô thị');
const IDS = Array.from({ length: 16 }, (_, index) => `office ${String(index)}`);
const ids = (words: string | null, ...offices: NamedOffice[]) =>
  officeCandidates(words, offices).map(({ id }) => id);

describe('the offices that words may mean', () => {
  it('are those named within them, or with more around them, and none for other words', () => {
    expect(ids('UBND xã Bình Phú, Ban QLDA - Đô thị', PHU, NAM, BOARD)).toEqual([PHU.id, BOARD.id]);
    expect(ids('UBND xã Bình Phú (đ/c Chủ tịch)', PHU, NAM)).toEqual([PHU.id]);
    expect(ids('Nhà thầu', PHU, NAM, BOARD)).toEqual([]);
    expect(ids(null, PHU)).toEqual([]);
  });

  it('are those that took over, where the one that is named has ended', () => {
    const first = office('UBND xã Bình Lãnh', { hasEnded: true, successorId: 'second' });
    const second = office('UBND xã Thăng Phú', { id: 'second', hasEnded: true, successorId: 'third' });
    const third = office('UBND xã Thăng Điền', { id: 'third' });
    expect(ids('UBND xã Bình Lãnh', first, second, third)).toEqual(['third']);
    expect(ids('UBND xã Bình Lãnh', { ...first, successorId: null }, third)).toEqual([]);
    const circle = office('UBND xã Bình Lãnh', { hasEnded: true, successorId: 'UBND xã Bình Lãnh' });
    expect(ids('UBND xã Bình Lãnh', circle)).toEqual([]);
  });

  it('always exist, none twice, and never more than a person looks through', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...IDS),
        name: fc.constantFrom('UBND xã Bình Phú', 'UBND xã Bình Nam', 'UBND xã'),
        hasEnded: fc.boolean(),
        successorId: fc.option(fc.constantFrom(...IDS)),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, fc.constantFrom('UBND xã Bình Phú', 'UBND', 'Bình Nam'), (offices, words) => {
        const found = ids(words, ...offices);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(8);
        for (const id of found) expect(offices.find((one) => one.id === id)?.hasEnded).toBe(false);
      }),
    );
  });
});
