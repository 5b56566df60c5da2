import type { BlockerSort, BlockerState, DueBucket } from '@thongvon/api-contract';
import { type Messages, withValues } from '../../language';
import { blockerWords } from '../../shared/words';

export const messages = {
  ...blockerWords,

  pageTitle: { vi: 'Vướng mắc', en: 'Blockers' },
  finding: {
    vi: (blockers: number, amount: string, share: string | null) =>
      `${blockers} vướng mắc đang giữ ${amount}${share === null ? '' : `, bằng ${share} số vốn còn phải giải ngân`}`,
    en: (blockers: number, amount: string, share: string | null) =>
      `${blockers} blockers hold ${amount}${share === null ? '' : `, ${share} of what is still to be disbursed`}`,
  },
  none: { vi: 'Không có vướng mắc nào đang mở', en: 'No blocker is open' },
  noneWhat: {
    vi: 'Vướng mắc vào đây từ cột vướng mắc của báo cáo giải phóng mặt bằng đã duyệt, hoặc do chủ đầu tư, xã tự ghi.',
    en: 'Blockers come from the blocker column of approved land-clearance returns, or are written down by owners and communes.',
  },
  asOf: withValues(
    'Vốn còn phải giải ngân {}. Mỗi dự án chỉ tính một lần.',
    "{} still to be disbursed. A project's money counts once.",
  ),
  strip: { vi: 'Vốn còn phải giải ngân', en: 'Still to be disbursed' },
  byCause: { vi: 'Vốn bị giữ theo nguyên nhân', en: 'Capital held by cause' },
  byUnit: { vi: 'Đơn vị chủ trì và tuổi vướng mắc', en: 'Responsible unit and age' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  sum: { vi: 'Cộng', en: 'Sum' },
  whyText: {
    vi: 'Đỏ là việc của người trong hôm nay: hạn xử lý đã qua mà vướng mắc chưa đóng. Hạn lấy từ báo cáo đã duyệt hoặc do người có trách nhiệm đặt; vướng mắc chưa có hạn không tô đỏ. Sắp đến hạn: hạn trước hoặc trong ngày thư tuần sau.',
    en: "Red is a person's turn today: the due date has passed and the blocker is not closed. Due dates come from approved returns or are set by who is responsible; without a due date nothing is red. Due soon: by the day of the next letter.",
  },
  list: { vi: 'Danh sách', en: 'List' },
  open: { vi: 'Ghi vướng mắc', en: 'Write down a blocker' },
  search: { vi: 'Tìm không cần dấu: nghia trang', en: 'Search without accents' },
  state: { vi: 'Trạng thái', en: 'State' },
  cause: { vi: 'Nguyên nhân', en: 'Cause' },
  sort: { vi: 'Xếp theo', en: 'Order' },
  onlyUnit: withValues('Chỉ {}', 'Only {}'),
  lift: { vi: 'Bỏ lọc', en: 'Lift' },
  nothingFound: { vi: 'Không có vướng mắc nào như vậy', en: 'There is no such blocker' },
  nothingFoundWhat: { vi: 'Bỏ bớt điều kiện lọc để xem thêm.', en: 'Lift a filter to see more.' },
  // columns
  what: { vi: 'Dự án, nội dung vướng', en: 'Project and what blocks it' },
  held: { vi: 'Vốn bị giữ', en: 'Capital held' },
  due: { vi: 'Hạn', en: 'Due' },
  who: { vi: 'Đơn vị chủ trì', en: 'Responsible' },
  last: { vi: 'Việc gần nhất', en: 'Last action' },
  noAction: withValues('{} ngày chưa có việc nào', 'nothing for {} days'),
  // one blocker
  noDue: { vi: 'chưa có hạn', en: 'no due date' },
  crumb: { vi: 'Vướng mắc', en: 'Blockers' },
  toProject: { vi: 'Trang dự án', en: 'Project page' },
  file: { vi: 'Hồ sơ tiếp tục hay dừng (Word)', en: 'Continue-or-stop file (Word)' },
  openedOn: { vi: 'Mở từ', en: 'Open since' },
  openedFrom: { vi: 'Mở từ ghi chú', en: 'Opened from the remark' },
  estimated: { vi: 'ước tính: ngày báo cáo đầu tiên nêu', en: 'estimated: first return that names it' },
  level: { vi: 'Cấp quyết định', en: 'Who can decide' },
  contractor: { vi: 'Nhà thầu', en: 'Contractor' },
  suggested: withValues('gợi ý: {}', 'suggested: {}'),
  heldBasis: withValues(
    'kế hoạch {planned} − đã giải ngân {disbursed}',
    'plan {planned} − disbursed {disbursed}',
  ),
  heldSet: withValues('do người đặt: {}', 'set by a person: {}'),
  shared: withValues(
    'cùng số tiền với {} vướng mắc khác của dự án',
    'the same money as {} others of the project',
  ),
  history: { vi: 'Lịch sử xử lý', en: 'What has happened' },
  repeated: withValues(
    '{times} báo cáo liền nêu như vậy, từ {since}',
    '{times} returns in a row say so, since {since}',
  ),
  fromReturn: withValues('báo cáo, ô {}', 'return, cell {}'),
  evidenceFile: withValues('tệp {}', 'file {}'),
  toNone: { vi: 'không có', en: 'none' },
  // whose turn
  turnNow: { vi: 'Đến lượt', en: 'Whose turn' },
  turnSince: withValues('từ {}', 'since {}'),
  turnOwner: {
    vi: 'chủ đầu tư, vì chưa gắn cơ quan phải xử lý',
    en: 'the owner, as no office is attached yet',
  },
  turnOwnerOf: withValues(
    'chủ đầu tư, vì “{}” chưa gắn với cơ quan nào',
    'the owner, as “{}” is no office of the register yet',
  ),
  handoverOpen: withValues(
    '{from} đề nghị chuyển cho {to} ngày {on}, đang chờ trả lời; trong lúc chờ không đổi lượt.',
    '{from} asked {to} on {on} to take it over; until the answer the turn stays.',
  ),
  dueOpen: withValues(
    '{by} xin hạn mới {due} ngày {on}, đang chờ duyệt.',
    '{by} asked for {due} on {on}; not decided yet.',
  ),
  openSince: withValues('mở từ {}', 'open since {}'),
  escalated: withValues('đang báo: {}', 'reported to: {}'),
  toDo: { vi: 'Phải làm:', en: 'To do:' },
  sayIfSolved: withValues(
    'báo cáo ngày {} không còn nêu vướng mắc này. Đã giải quyết xong thì đóng, chưa thì xác nhận còn vướng.',
    'the return of {} no longer names it. Close it if it is solved, else say that it is still in the way.',
  ),
  nameUnit: {
    vi: 'giao đơn vị chủ trì và đặt hạn xử lý; đến giờ chưa ai phải làm.',
    en: 'name who must act, and by when; so far it is nobody.',
  },
  setDue: {
    vi: 'đặt hạn xử lý; chưa có hạn thì không ai quá hạn.',
    en: 'set a due date; without one nobody is late.',
  },
  catchUp: {
    vi: 'ghi kết quả đã làm; xong rồi thì đóng vướng mắc.',
    en: 'write down what has been done; close it if it is solved.',
  },
  attachOffice: withValues(
    'cho biết “{}” là cơ quan nào, để cơ quan ấy thấy và được nhắc.',
    'say which office “{}” is, so that it sees the blocker and is reminded.',
  ),
  confirmCause: withValues(
    'xác nhận nguyên nhân; theo nội dung thì là “{}”.',
    'confirm the cause; by its words it is “{}”.',
  ),
  solve: withValues(
    'xử lý xong trước ngày {}, và ghi lại từng việc đã làm.',
    'solve it by {}, and write down what is done.',
  ),
} satisfies Messages;

export const STATES = {
  open: { vi: 'đang mở', en: 'open' },
  overdue: { vi: 'quá hạn', en: 'overdue' },
  closed: { vi: 'đã đóng', en: 'closed' },
} satisfies Record<BlockerState, Messages[string]>;

export const SORTS = {
  due: { vi: 'hạn sớm nhất', en: 'earliest due' },
  capitalHeld: { vi: 'vốn bị giữ nhiều nhất', en: 'most capital' },
  openedOn: { vi: 'mở lâu nhất', en: 'oldest' },
} satisfies Record<BlockerSort, Messages[string]>;

export const BUCKETS = {
  'overdue-over-14': { vi: 'quá hạn trên 14 ngày', en: 'overdue by over 14 days' },
  'overdue-to-14': { vi: 'quá hạn đến 14 ngày', en: 'overdue by up to 14 days' },
  'due-in-7': { vi: 'sắp đến hạn', en: 'due soon' },
  'due-in-30': { vi: 'còn đến 30 ngày', en: 'up to 30 days left' },
  'due-later': { vi: 'sau 30 ngày', en: 'after 30 days' },
  'no-due': { vi: 'chưa có hạn', en: 'no due date' },
} satisfies Record<DueBucket, Messages[string]>;

/** What was set by hand, as the history says it. */
export const SET = {
  cause: withValues('nguyên nhân: {}', 'cause: {}'),
  responsibleUnit: withValues('đơn vị chủ trì: {}', 'responsible unit: {}'),
  responsiblePerson: withValues('cán bộ phụ trách: {}', 'official: {}'),
  decidingLevel: withValues('cấp quyết định: {}', 'who can decide: {}'),
  due: withValues('hạn: {}', 'due: {}'),
  contractor: withValues('nhà thầu: {}', 'contractor: {}'),
  capitalHeld: withValues('vốn bị giữ: {}', 'capital held: {}'),
  openedOn: withValues('vướng từ: {}', 'since: {}'),
} satisfies Messages;

/** What was asked for, as the history says it. */
export const ASKED = {
  due: withValues('hạn mới: {}', 'new due date: {}'),
  toOffice: withValues('cơ quan nhận: {}', 'to: {}'),
} satisfies Messages;
