import { plainDate } from '@thongvon/kernel';
import { proofInWords } from './proof';

const NOTHING = { documentNumber: null, documentDate: null, source: null, file: null };

describe('a proof in words', () => {
  it.each([
    [{ documentNumber: '12/BB-UBND', documentDate: plainDate('2023-06-22') }, '12/BB-UBND ngày 22/06/2023'],
    [{ documentDate: plainDate('2023-06-22') }, 'ngày 22/06/2023'],
    [{ source: { returnId: 'r', sheet: 'GPMB', cell: 'M13' } }, 'ô M13 trang GPMB'],
    [{ documentNumber: '5/QĐ', file: { id: 'f', name: 'Quyết định.pdf' } }, '5/QĐ; tệp Quyết định.pdf'],
  ])('%j: %s', (proof, words) => {
    expect(proofInWords({ ...NOTHING, ...proof })).toBe(words);
  });
});
