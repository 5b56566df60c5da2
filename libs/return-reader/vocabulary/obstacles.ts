import { cleanText, matchKey, unaccent } from '@thongvon/kernel';
import { phrases } from './phrase-book';

/** What a column of texts asks for: obstacles alone, obstacles and notes in one, or notes. */
type AskedFor = 'obstacles' | 'both' | 'notes';

/** What a text is in its column: a blocker by itself; a remark, on which a person decides; or no news at all. */
export type ObstacleText = 'blocker' | 'remark' | 'nothing';

/**
 * What a text under the captions of its column is, outermost caption first, in tables of every kind (ADR 0171). Where the
 * caption asks for obstacles alone the office itself calls it one; under a mixed caption it must speak of one; under a caption
 * of notes nothing is a blocker until a person says so.
 */
export function obstacleIn(path: readonly string[], text: string): ObstacleText {
  if (saysNothing(text)) return 'nothing';
  const asked = askedFor(path);
  const isBlocker = asked === 'obstacles' || (asked === 'both' && speaksOfObstacle(text));
  return isBlocker ? 'blocker' : 'remark';
}

/** Data, without accents. */
const OBSTACLE =
  /\b(?:vuong mac|vuong|kho khan|ton tai|tro ngai|bat cap|nguyen nhan|ly do (?:cham|chua|khong|giai ngan))\b/;
const NOTE = /\b(?:ghi chu|chu thich|luu y|dien giai)\b/;
/** What is proposed against an obstacle: a column for both holds no mere notes. */
const PROPOSAL =
  /\b(?:kien nghi|de xuat|de nghi|giai phap|bien phap|huong (?:xu ly|giai quyet|khac phuc)|phuong an xu ly)\b/;
const BRACKETS = /[([][^)\]]*[)\]]/g;

/** "Khó khăn, vướng mắc" asks for obstacles, "Tiến độ và vướng mắc" for more; the innermost caption that says either decides. */
export function askedFor(path: readonly string[]): AskedFor {
  const captions = path.map((caption) => unaccent(cleanText(caption)).toLowerCase());
  const inner = captions.findLast((caption) => OBSTACLE.test(caption) || NOTE.test(caption));
  if (inner === undefined || !OBSTACLE.test(inner)) return 'notes';
  const parts = inner.replace(BRACKETS, ' ').split(/[,;:/&+|]|\s[-–]\s|\bva\b|\bhoac\b/);
  const asks = parts.map((part) => part.trim()).filter((part) => part !== '');
  const alone = asks.every((part) => OBSTACLE.test(part) || PROPOSAL.test(part));
  return alone && !captions.some((caption) => NOTE.test(caption)) ? 'obstacles' : 'both';
}

/** Data: what stands in the way by itself. */
const STANDING = phrases(`
  vướng | khó khăn | trở ngại | ách tắc | bất cập | phản đối | khiếu nại | khiếu kiện | tranh chấp | cản trở | chống đối |
  từ chối | thiếu | chậm | trễ | dừng thi công | ngừng thi công | tạm dừng | tạm ngừng | đình trệ | gián đoạn | chồng lấn |
  chồng chéo | lấn chiếm | khan hiếm | sạt lở | quá hạn | vi phạm | bỏ thầu | phá sản | trượt giá | biến động giá |
  thay đổi chính sách | phải lập lại | phải làm lại | phải điều chỉnh | phải thay đổi | đòi tăng | yêu cầu tăng | còn tồn tại |
  chờ phê duyệt | chờ thẩm định | chờ bàn giao | chờ mặt bằng | chờ ý kiến | chờ hướng dẫn | chờ di dời | chờ chủ trương |
  không thể | chờ điều chỉnh | chờ thỏa thuận | chờ chấp thuận | chờ bố trí | chờ vốn | chờ giá
`);
/** Data: what stands in the way where it is not done or not there. What comes in its time isn't listed: "chưa quyết toán". */
const MISSING = phrases(`
  đồng ý | đồng thuận | thống nhất | chấp thuận | chấp nhận | thỏa thuận | nhận tiền | nhận đền bù | nhận bồi thường | phối hợp |
  hợp tác | bàn giao | di dời | di chuyển | cải táng | tái định cư | mặt bằng | phê duyệt | duyệt | thẩm định | xác định |
  giải quyết | giải tỏa | giải phóng | tháo gỡ | chi trả | đền bù | bồi thường | thu hồi | đo đạc | kiểm đếm | kiểm kê | đủ |
  bố trí | chịu | nhận kinh phí | cho thi công | cho đo | giao đất | cấp đất | hướng dẫn | đơn giá | giá đất | quy hoạch | kế hoạch sử dụng đất | nguồn vốn | vật liệu | đất đắp |
  thi công được | triển khai được | thực hiện được | khởi công được | lựa chọn được | chủ trương
`);
const NOT = phrases('không | chưa | ko | chẳng');
/** Between "không", "chưa" and what is missing: "chưa có khu tái định cư", "chưa được huyện phê duyệt". */
const WORDS_BETWEEN = 4;
/** Between a denial and the obstacle that it denies: "không còn vướng mắc", "chưa phát sinh khó khăn". */
const DENIERS = phrases('không | chưa | ko | chẳng | hết | khỏi');
const OF_DENIAL = phrases('có | còn | gặp | bị | phải | thấy | phát | sinh | xảy | ra | là | hộ | nào | gì');
const NONE_LEFT = phrases('không còn | không có hộ | hết');
const SOLVED = phrases(
  'đã giải quyết | đã được giải quyết | đã tháo gỡ | đã được tháo gỡ | đã xử lý | đã được xử lý | đã khắc phục | đã hết',
);

/** Whether some clause says, and doesn't deny, that something stands in the way. What no word of the lists says is no obstacle yet. */
export function speaksOfObstacle(text: string): boolean {
  const hasAccents = unaccent(text) !== cleanText(text).toLowerCase();
  const [words, known] = hasAccents ? [withAccents, ACCENTED] : [withoutAccents, PLAIN];
  return cleanText(text)
    .split(/[,.;:\n–—]|\s-\s/)
    .some((clause) => {
      const said = words(clause);
      return saysStanding(said, known) || saysMissing(said, known);
    });
}

/** The lists above as words that are compared. */
type Known = ReturnType<typeof knownBy>;

function saysStanding(said: readonly string[], known: Known): boolean {
  if (holds(said, known.solved) && !said.includes(known.notYet)) return false;
  return known.standing
    .flatMap((phrase) => positions(said, phrase))
    .some((at) => {
      const before = said.slice(0, at).findLast((word) => !known.ofDenial.has(word));
      return before === undefined || !known.deniers.has(before);
    });
}

function saysMissing(said: readonly string[], known: Known): boolean {
  const noneLeft = Math.min(...known.noneLeft.flatMap((phrase) => positions(said, phrase)));
  return said.some((word, at) => {
    if (!known.not.has(word) || noneLeft < at) return false;
    // "Không còn hộ chưa nhận tiền": the nearer denial counts.
    const next = said.findIndex((other, place) => place > at && known.not.has(other));
    const rest = said.slice(at + 1, next < 0 ? undefined : next);
    return known.missing.some((phrase) => positions(rest, phrase).some((place) => place <= WORDS_BETWEEN));
  });
}

/** Where a phrase begins in these words. */
function positions(said: readonly string[], phrase: readonly string[]): number[] {
  return said.flatMap((_, at) => (phrase.every((word, index) => said[at + index] === word) ? [at] : []));
}

const holds = (said: readonly string[], listed: readonly (readonly string[])[]): boolean =>
  listed.some((phrase) => positions(said, phrase).length > 0);

/** The marks of the five tones: where one stands in its word differs (thoả, thỏa). */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

function withAccents(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .map((word) => `${word.replace(TONES, '')}${(word.match(TONES) ?? []).join('')}`.normalize('NFC'));
}

/** A text that nobody put accents to is read without them. */
function withoutAccents(text: string): string[] {
  return withAccents(unaccent(text));
}

function knownBy(words: (text: string) => string[]) {
  const all = (list: readonly string[]): string[][] => list.map(words);
  const single = (list: readonly string[]): ReadonlySet<string> => new Set(list.flatMap(words));
  return {
    standing: all(STANDING),
    missing: all(MISSING),
    noneLeft: all(NONE_LEFT),
    solved: all(SOLVED),
    not: single(NOT),
    deniers: single(DENIERS),
    ofDenial: single(OF_DENIAL),
    notYet: words('chưa').join(''),
  };
}

const ACCENTED = knownBy(withAccents);
const PLAIN = knownBy(withoutAccents);

/** Data, without accents: what offices write in such a column where nothing stands in the way. */
const NOTHING = [
  '',
  'x',
  'o',
  '0',
  'khong',
  'ko',
  'k',
  'khong co',
  'ko co',
  'binh thuong',
  'on dinh',
  'thuan loi',
  'tot',
  'xong',
  'da xong',
];
const NEGATION = '(?:khong|ko|chua|het|chang|khong con|ko con)';
/** What is denied: a difficulty, not the thing that is missing; "không có mặt bằng" says that there is no site. */
const DIFFICULTY = '(?:(?:kho khan|vuong mac|vuong|ton tai|tro ngai|phat sinh)(?: va)? ?)+';
const DENIED = new RegExp(
  `^(?:(?:hien|hien tai|hien nay|den nay|du an|cong trinh) )*${NEGATION}(?: (?:co|con|phai|phai la|la|gap|thay|bi))? ${DIFFICULTY}` +
    '(?:ve )?(?:mat bang|gpmb|giai phong mat bang)? ?(?:gi|gi ca|gi them|nao|nua|dang ke|khac)?$',
);
const DONE =
  '(?:quyet toan|hoan thanh|xong|giai quyet|thao go|nghiem thu|thanh ly|ban giao|thi cong|trien khai|thuc hien|dua vao su dung)';
/** Work is done or goes on; "chưa giải quyết xong" has no such beginning. */
const GOES_ON = new RegExp(
  `^(?:(?:hien|hien tai|hien nay|den nay|du an|cong trinh|nha thau|don vi thi cong) )*(?:da |dang |van dang |tiep tuc |da duoc )?${DONE}` +
    '(?: (?:mat bang|toan bo|cong trinh|du an))?(?: xong)?(?: tro lai)?(?: (?:theo|dung|dam bao) (?:dung )?(?:ke hoach|tien do|hop dong))?' +
    '(?: binh thuong)?(?: (?:uoc )?(?:dat|duoc)(?: khoang)? \\d+(?: \\d+)?(?: khoi luong(?: (?:cong viec|hop dong|thi cong))?)?)?$',
);
/** What stood in the way is gone: "đã giải quyết xong vướng mắc mặt bằng", "đã bàn giao 100% mặt bằng". Not "đang giải quyết". */
const GONE = new RegExp(
  '^(?:(?:hien|hien tai|hien nay|den nay|du an|cong trinh) )*(?:co ban )?da(?: co ban)?(?: duoc)? (?:giai quyet|thao go|xu ly|khac phuc|ban giao|giai phong|het)' +
    '(?: (?:xong|dut diem|toan bo|het|tat ca|100|day du|cac|nhung|kho khan|vuong mac|vuong|ton tai|tro ngai|ve|mat bang|gpmb|giai phong mat bang))*$',
);
const ON_TIME = /^(?:dam bao|dung|theo(?: dung)?) (?:ke hoach|tien do|hop dong)$/;

/**
 * Whether a text only says that nothing stands in the way, or that work is done or goes on: each of its clauses does.
 * Anything else is taken for something that stands in the way.
 */
export function saysNothing(text: string): boolean {
  const clauses = joined(text)
    .split(/[;:\n–—]|[,.](?!\d)|\s-\s/)
    .map((clause) => matchKey(clause).trim());
  return clauses.every(
    (clause) =>
      NOTHING.includes(clause) || [DENIED, GOES_ON, GONE, ON_TIME].some((pattern) => pattern.test(clause)),
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
