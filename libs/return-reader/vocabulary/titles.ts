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
