import type { Evidence, Witness } from '@thongvon/return-reader';
import { comparisonsOf } from './comparisons';

interface Headline {
  readonly headline: string;
  readonly headlineEn: string;
}

export const NOT_READ: Headline = {
  headline: 'Tệp chưa được đọc xong.',
  headlineEn: 'The file has not been read yet.',
};
export const NOT_RECOGNISED: Headline = {
  headline: 'Chưa đọc được bảng nào trong tệp.',
  headlineEn: 'No table of the file could be read.',
};
export const READ_BEFORE: Headline = {
  headline:
    'Báo cáo này được đọc khi hệ thống chưa ghi lại cách hiểu. Số liệu không thay đổi; nạp lại tệp thì xem được.',
  headlineEn:
    'This return was read before it was kept how files are understood. Its figures stand; upload the file again to see it.',
};

/** What agrees over the whole file comes with its counts; what differs or waits is counted in the same sentence. */
export function headlineOf(evidence: readonly Evidence[]): Headline {
  const witnesses = comparisonsOf(evidence);
  const open = evidence.filter(({ by }) => by === 'asked').length;
  const count = (outcome: Witness['outcome']): number =>
    witnesses.filter((one) => one.outcome === outcome).length;
  const differs = count('differs');
  const agrees = count('agrees');
  const parts: (readonly [vi: string, en: string])[] = [
    ...(agrees > 0 ? [[`${agrees} phép đối chiếu khớp`, `${agrees} comparisons agree`] as const] : []),
    ...(differs > 0 ? [[`${differs} phép có chỗ lệch`, `${differs} differ somewhere`] as const] : []),
    ...(count('waits') > 0 ? [[`${count('waits')} phép còn chờ`, `${count('waits')} wait`] as const] : []),
    ...(open > 0 ? [[`${open} điểm chưa rõ`, `${open} not clear yet`] as const] : []),
  ];
  if (parts.length === 0)
    return {
      headline: 'Tệp không có tổng, tỷ lệ hay công thức nào để đối chiếu.',
      headlineEn: 'The file has no totals, rates or formulas to compare with.',
    };
  if (differs + open === 0 && count('waits') === 0)
    return {
      headline: `Mọi phép đối chiếu đều khớp: ${agrees} trên ${agrees}.`,
      headlineEn: `Every comparison agrees: ${agrees} of ${agrees}.`,
    };
  return {
    headline: `${parts.map(([vi]) => vi).join('; ')}.`,
    headlineEn: `${parts.map(([, en]) => en).join('; ')}.`,
  };
}
