/** Titles, without accents, of tables that have projects and payments in them but are no return. */
export const OTHER_SUBJECTS =
  /\b(?:no dong|no xdcb|no xay dung co ban|quyet toan (?:du an|cong trinh|von dau tu du an)|tham tra quyet toan|lua chon nha thau|ket qua dau thau|nhu cau von|dang ky (?:nhu cau|ke hoach))\b/;

/** What a title speaks of that tells of a plan's disbursement, whatever else it names. */
export const OF_DISBURSEMENT = /\b(?:giai ngan|dau tu cong|von dau tu|thanh toan von)\b/;
