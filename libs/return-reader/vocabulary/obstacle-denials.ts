import { matchKey } from '@thongvon/kernel';

/** Data, without accents: what offices write in such a column where nothing stands in the way. */
const NOTHING = ['', 'x', 'o', '0', 'khong', 'ko', 'k', 'khong co', 'ko co', 'binh thuong', 'on dinh'];
const NOT = '(?:khong|ko|chua|het|chang|khong con|ko con)';
/** What is denied: a difficulty, not the thing that is missing; "không có mặt bằng" says that there is no site. */
const DIFFICULTY = '(?:(?:kho khan|vuong mac|vuong|ton tai|tro ngai|phat sinh)(?: va)? ?)+';
const DENIED = new RegExp(
  `^(?:(?:hien|hien tai|hien nay|den nay|du an|cong trinh) )*${NOT}(?: (?:co|con|phai|phai la|la|gap|thay|bi))? ${DIFFICULTY}` +
    '(?:ve )?(?:mat bang|gpmb|giai phong mat bang)? ?(?:gi|gi ca|gi them|nao|nua|dang ke|khac)?$',
);
const DONE =
  '(?:quyet toan|hoan thanh|xong|giai quyet|thao go|nghiem thu|thanh ly|ban giao|thi cong|trien khai|thuc hien|dua vao su dung)';
/** Work is done or goes on; "chưa giải quyết xong" has no such beginning. */
const GOES_ON = new RegExp(
  `^(?:(?:hien|hien tai|hien nay|den nay|du an|cong trinh) )*(?:da |dang |van dang |tiep tuc |da duoc )?${DONE}` +
    '(?: (?:mat bang|toan bo|cong trinh|du an))?(?: xong)?(?: (?:theo|dung|dam bao) (?:dung )?(?:ke hoach|tien do|hop dong))?(?: binh thuong)?$',
);
const ON_TIME = /^(?:dam bao|dung|theo(?: dung)?) (?:ke hoach|tien do|hop dong)$/;

/**
 * Whether a text only says that nothing stands in the way, or that work is done or goes on: each of its clauses does.
 * Anything else is taken for something that stands in the way.
 */
export function saysNothing(text: string): boolean {
  const clauses = joined(text)
    .split(/[,.;:\n–—]|\s-\s/)
    .map((clause) => matchKey(clause).trim());
  return clauses.every(
    (clause) =>
      NOTHING.includes(clause) || DENIED.test(clause) || GOES_ON.test(clause) || ON_TIME.test(clause),
  );
}

/** "khó khăn, vướng mắc" is one thing that a clause denies, not two clauses. */
function joined(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /(khó khăn|kho khan|vướng mắc|vuong mac|tồn tại|ton tai|trở ngại)\s*,\s*(?=khó khăn|kho khan|vướng mắc|vuong mac|tồn tại|ton tai|trở ngại)/giu,
      '$1 ',
    );
}
