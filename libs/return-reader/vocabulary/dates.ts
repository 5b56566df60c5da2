/** What may stand between such words and their date. */
const UNTIL = '(?:\\s+(?:het|cuoi|thoi diem|(?:24|1[0-9])(?:h|h00| gio)))*(?:\\s+ngay)?\\s*[:\\-–(]*\\s*$';

/**
 * Words before a date, without accents, that say what the date is. `asOf` and `report` must stand right before it; the
 * others anywhere before it in the same sentence.
 */
export const DATE_WORDS = {
  asOf: new RegExp(
    `(?:\\b(?:tinh|so lieu|luy ke|cap nhat|chot|du lieu)\\b.*\\b(?:den|ngay|toi)|\\bden|\\btoi|\\bthoi diem|\\b(?:so|du) lieu|\\bchot|\\bcap nhat)${UNTIL}|\\d[/.-]\\d{1,2}(?:[/.-]\\d{4})?\\s*[-–]\\s*(?:ngay\\s*)?$`,
  ),
  /** The day of the report, which is that of its figures unless another date is. */
  report: new RegExp(
    `(?:\\b(?:ky bao cao|giai ngan|thanh toan|thuc hien|bao cao)\\b.*\\bngay|\\b(?:thoi diem|ngay|ky) bao cao)${UNTIL}`,
  ),
  decision:
    /(?:quyet dinh|nghi quyet|\bqd\b|cong van|thong bao|to trinh|thong tu|bao cao so|van ban|ke hoach so|nghi dinh|\bluat\b|phieu|\bso\s+\S+\/\S+)(?:(?!\bden\b)[^;])*\bngay\s*$/,
  estimate: /\b(?:uoc|du kien|phan dau|cam ket|dang ky)\b[^;]*$/,
  from: /\btu\s+(?:ngay\s+)?$/,
  deadline: /\b(?:truoc|sau|thoi han|han|hoan thanh|gui|nop)\b[^;]*$/,
  /** Begins a statement of its own, whatever was said before an earlier date. */
  anew: /\b(?:so lieu|du lieu|luy ke|chot|tinh den|cap nhat|bao cao)\b/,
} as const;

/** A date in a signature: "Thăng Bình, ngày 24 tháng 5 năm 2023". */
export const SIGNATURE = /^(?!.*(?:bao cao|giai ngan|so lieu|luy ke|tinh den))[^,(:]{2,40},\s*ngay\b/;

/** A month, week or quarter where a date should stand; named groups tell which. */
export const VAGUE_PERIOD =
  /(?:het |cuoi )?(?:\bthang\s+(?<month>\d{1,2})|\btuan\s+(?:thu\s+)?(?<week>\d{1,2})|\bquy\s+(?<quarter>i{1,3}|iv|[1-4]))(?!\d)(?:\s*(?:\/|-|nam)\s*(?:nam\s*)?(?<year>\d{4}))?/;

/** Words by which a vague period is meant as the date of the figures. */
export const VAGUE_OPENING =
  /\b(?:den|tinh den|so lieu|luy ke|ky bao cao|bao cao|thang|tuan|quy|giai ngan)\b/;
