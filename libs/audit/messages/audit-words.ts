import type { AuditAction, AuditSubjectKind } from '@thongvon/api-contract';
import { type Name as Words, ORGANIZATION_KIND_NAMES, ROLE_NAMES, WORD_KIND_NAMES } from '@thongvon/kernel';

const words = (vi: string, en: string): Words => ({ vi, en });

/** What an action is called, beginning in lower case: it stands behind a name. */
const ACTION_WORDS: Readonly<Record<AuditAction, Words>> = {
  'return.receive': words('nạp báo cáo', 'uploaded a return'),
  'return.answer': words('trả lời câu hỏi của báo cáo', 'answered questions of a return'),
  'return.map': words('chỉ ra bảng trong báo cáo', 'described the table of a return'),
  'return.take-back-answers': words('lấy lại câu trả lời của báo cáo', 'took back answers of a return'),
  'return.correct': words('đính chính ô của báo cáo', 'corrected cells of a return'),
  'return.take-back-corrections': words(
    'lấy lại số đính chính của báo cáo',
    'took back corrections of a return',
  ),
  'return.read-again': words('cho đọc lại báo cáo', 'had a return read again'),
  'return.submit': words('nộp báo cáo', 'submitted a return'),
  'return.withdraw': words('rút báo cáo', 'withdrew a return'),
  'return.discard': words('bỏ báo cáo chưa gửi', 'gave up a return that was not sent'),
  'return.restore': words('khôi phục báo cáo đã bỏ', 'took up a return again'),
  'return.approve': words('duyệt báo cáo', 'approved a return'),
  'return.send-back': words('trả lại báo cáo', 'sent a return back'),
  'return.reply': words('trả lời báo cáo bị trả lại', 'replied to a return that came back'),
  'return.revert': words('hủy duyệt báo cáo', 'reverted a return'),
  'profile.forget': words('quên điều đơn vị đã trả lời', 'forgot what an office had answered'),
  'word.add': words('thêm cách viết vào từ vựng', 'added a word to the vocabulary'),
  'word.retire': words('thôi dùng một cách viết', 'retired a word of the vocabulary'),
  'project.change': words('sửa thông tin dự án', 'changed a project'),
  'project.participant-named': words(
    'ghi đơn vị tham gia dự án',
    'named an office that takes part in a project',
  ),
  'project.participant-ended': words(
    'kết thúc việc tham gia dự án',
    'ended that an office takes part in a project',
  ),
  'reconciliation.explain': words(
    'giải trình chênh lệch với Kho bạc',
    'explained a difference to the Treasury',
  ),
  'spending-plan.set': words('đặt kế hoạch giải ngân', 'set a plan of disbursing'),
  'past-course.set': words('nhập tiến độ giải ngân năm trước', 'entered the course of an earlier year'),
  'paid-before.set': words(
    'nhập lũy kế thanh toán đến hết năm trước',
    'entered what was paid before this year',
  ),
  'clearance-progress.enter': words('nhập tiến độ mặt bằng', 'entered progress of land clearance'),
  'clearance-step.record': words('ghi bước giải phóng mặt bằng', 'recorded a step of land clearance'),
  'continue-or-stop.make': words('lập hồ sơ tiếp tục hay dừng', 'made a continue-or-stop file'),
  'escalation.set': words('đặt thang nhắc việc', 'set the escalation ladder'),
  'blocker.opened': words('mở vướng mắc', 'opened a blocker'),
  'blocker.changed': words('sửa vướng mắc', 'changed a blocker'),
  'blocker.work': words('ghi việc đã làm với vướng mắc', 'recorded work on a blocker'),
  'blocker.reminder': words('đôn đốc vướng mắc', 'reminded of a blocker'),
  'blocker.escalated': words('trình cấp trên vướng mắc', 'escalated a blocker'),
  'blocker.still-open': words('xác nhận vướng mắc vẫn còn', 'confirmed that a blocker is still open'),
  'blocker.closed': words('đóng vướng mắc', 'closed a blocker'),
  'blocker.due-proposed': words('đề nghị hạn mới cho vướng mắc', 'asked for another due date of a blocker'),
  'blocker.due-accepted': words('chấp nhận hạn mới của vướng mắc', 'accepted another due date of a blocker'),
  'blocker.due-refused': words(
    'không chấp nhận hạn mới của vướng mắc',
    'refused another due date of a blocker',
  ),
  'blocker.due-withdrawn': words(
    'rút đề nghị hạn mới của vướng mắc',
    'withdrew a proposed due date of a blocker',
  ),
  'blocker.handover-proposed': words(
    'đề nghị chuyển vướng mắc cho đơn vị khác',
    'offered a blocker to another office',
  ),
  'blocker.handover-accepted': words('nhận vướng mắc được chuyển đến', 'took a blocker over'),
  'blocker.handover-refused': words('không nhận vướng mắc được chuyển đến', 'refused to take a blocker over'),
  'blocker.handover-withdrawn': words('rút đề nghị chuyển vướng mắc', 'withdrew the offer of a blocker'),
  'blocker.reopened': words('mở lại vướng mắc', 'reopened a blocker'),
  'blocker.merged': words('gộp vướng mắc', 'merged a blocker'),
  'blocker.separated': words('tách vướng mắc', 'separated a blocker'),
  'remark.declined': words('ghi một ghi chú không phải vướng mắc', 'said that a remark is no blocker'),
  'remark.reconsidered': words(
    'hoàn tác “không phải vướng mắc” của một ghi chú',
    'took back that a remark is no blocker',
  ),
  'clearance-segment.add': words('thêm đoạn giải phóng mặt bằng', 'added a segment of land clearance'),
  'clearance-advance.advanced': words('ghi tạm ứng bồi thường', 'recorded a compensation advance'),
  'clearance-advance.settled': words('ghi hoàn ứng bồi thường', 'settled a compensation advance'),
  'clearance-advance.returned': words('ghi nộp trả tạm ứng bồi thường', 'returned a compensation advance'),
  'closing-item.owed': words('ghi việc còn nợ khi kết thúc dự án', 'recorded what a finished project owes'),
  'closing-item.settled': words('ghi đã xong việc còn nợ', 'recorded that it is settled'),
  'evidence-file.keep': words('nạp tài liệu chứng minh', 'kept a file of evidence'),
  'guarantee.given': words('ghi bảo lãnh tạm ứng', 'recorded a guarantee'),
  'guarantee.extended': words('gia hạn bảo lãnh', 'extended a guarantee'),
  'guarantee.released': words('giải tỏa bảo lãnh', 'released a guarantee'),
  'contract-advance.paid': words('ghi tạm ứng hợp đồng', 'recorded the advance of a contract'),
  'contract-advance.amended': words('sửa điều khoản tạm ứng hợp đồng', 'amended the advance of a contract'),
  'contract-advance.recovery': words('ghi thu hồi tạm ứng hợp đồng', 'recorded the recovery of an advance'),
  'snapshot.freeze': words('chốt số liệu tuần', 'froze a week'),
  'alert.acknowledged': words('nhận xử lý cảnh báo', 'acknowledged an alert'),
  'alert.snoozed': words('tạm gác cảnh báo', 'snoozed an alert'),
  'alert.withdrawn': words('rút lại việc nhận hoặc gác cảnh báo', 'took back what was said of an alert'),
  'alert-rule.set': words('đặt quy tắc cảnh báo', 'set a rule of alerts'),
  'task.given': words('giao việc', 'gave tasks'),
  'task.accepted': words('nhận việc', 'took a task on'),
  'task.reported': words('báo lại việc được giao', 'reported on a task'),
  'task.refused': words('từ chối việc được giao', 'refused a task'),
  'task.confirmed': words('xác nhận việc đã xong', 'confirmed that a task is done'),
  'task.sent-back': words('trả lại việc chưa đủ', 'sent a report on a task back'),
  'task.withdrawn': words('thu hồi việc đã giao', 'withdrew a task'),
  'task.given-again': words('giao lại việc bị từ chối', 'gave a refused task again'),
  'task.due-proposed': words('xin lùi hạn việc được giao', 'asked for another date of a task'),
  'task.due-moved': words('đổi hạn việc đã giao', 'moved the date of a task'),
  'task.due-declined': words('không đồng ý lùi hạn việc', 'left the date of a task as it was'),
  'conclusion.numbered': words('ghi số văn bản kết luận', 'entered the number of a conclusion'),
  'reallocation.kept': words('lưu đề xuất điều chuyển vốn', 'kept a proposal that moves capital'),
  'reallocation.concluded': words(
    'ghi kết quả đề xuất điều chuyển vốn',
    'entered what became of a proposal that moves capital',
  ),
  'holidays.confirm': words('xác nhận lịch nghỉ', 'confirmed the holidays'),
  'organization.created': words('thêm đơn vị', 'added an organisation'),
  'organization.changed': words('sửa đơn vị', 'changed an organisation'),
  'organization.duty': words('đặt lịch báo cáo của đơn vị', 'set what an organisation owes'),
  'user.created': words('tạo tài khoản', 'made an account'),
  'user.changed': words('sửa tài khoản', 'changed an account'),
  'user.password-set': words('đặt mật khẩu', 'set a password'),
  'user.password-link': words('cấp liên kết đặt mật khẩu', 'gave out a link for a password'),
  'session.opened': words('đăng nhập', 'signed in'),
  'session.closed': words('đăng xuất', 'signed out'),
  'digest.recipient': words('đặt người nhận thư tuần', 'set a recipient of the weekly letter'),
  'digest.unsubscribe': words('thôi nhận thư tuần', 'unsubscribed from the weekly letter'),
  'mail.retry': words('gửi lại thư', 'had a mail sent again'),
  'job.retry': words('chạy lại việc nền', 'had failed work run again'),
  'job.discard': words('bỏ việc nền', 'discarded failed work'),
  'audit-trail.export': words('xuất nhật ký', 'exported the audit trail'),
  'demo.load': words('nạp số liệu minh họa', 'loaded the demo'),
};

/** What sort of thing an action was done to. */
const SUBJECT_WORDS: Readonly<Record<AuditSubjectKind, Words>> = {
  return: words('báo cáo', 'return'),
  project: words('dự án', 'project'),
  blocker: words('vướng mắc', 'blocker'),
  'clearance-segment': words('đoạn mặt bằng', 'segment'),
  'clearance-advance': words('tạm ứng bồi thường', 'compensation advance'),
  'closing-item': words('việc còn nợ', 'closing item'),
  'evidence-file': words('tài liệu chứng minh', 'evidence'),
  guarantee: words('bảo lãnh', 'guarantee'),
  'contract-advance': words('tạm ứng hợp đồng', 'contract advance'),
  snapshot: words('tuần đã chốt', 'frozen week'),
  alert: words('cảnh báo', 'alert'),
  'alert-rule': words('quy tắc cảnh báo', 'alert rule'),
  task: words('việc được giao', 'task'),
  conclusion: words('kết luận', 'conclusion'),
  reallocation: words('đề xuất điều chuyển vốn', 'reallocation proposal'),
  'holiday-year': words('lịch nghỉ', 'holidays'),
  word: words('cách viết', 'word'),
  organization: words('đơn vị', 'organisation'),
  user: words('tài khoản', 'account'),
  mail: words('thư', 'mail'),
  job: words('việc nền', 'background work'),
  'audit-trail': words('nhật ký', 'audit trail'),
  demo: words('số liệu minh họa', 'demo'),
};

/** The words of an action or of a kind of thing. An entry that another version of the system has written keeps its own. */
export function wordsOf(key: AuditAction | AuditSubjectKind): Words {
  return ALL.get(key) ?? words(key, key);
}

const ALL: ReadonlyMap<string, Words> = new Map([
  ...Object.entries(ACTION_WORDS),
  ...Object.entries(SUBJECT_WORDS),
]);

/** What the parts of an entry's details are called; a part without a name is shown by its key. */
const DETAIL_WORDS: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    fields: words('mục', 'fields'),
    sha256: words('dấu của tệp', 'hash of the file'),
    by: words('bởi', 'by'),
    answers: words('câu trả lời', 'answers'),
    tables: words('bảng', 'tables'),
    phrase: words('cách viết', 'phrase'),
    meaning: words('nghĩa', 'meaning'),
    reason: words('lý do', 'reason'),
    until: words('đến ngày', 'until'),
    week: words('tuần', 'week'),
    revision: words('bản', 'revision'),
    days: words('số ngày', 'days'),
    added: words('thêm', 'added'),
    removed: words('bỏ', 'removed'),
    kinds: words('phải gửi', 'owes'),
    thresholds: words('ngưỡng', 'thresholds'),
    job: words('việc nền', 'job'),
    entries: words('số dòng', 'entries'),
    from: words('từ', 'from'),
    to: words('đến', 'to'),
    kind: words('loại', 'kind'),
    name: words('tên', 'name'),
    role: words('vai trò', 'role'),
    commune: words('địa bàn', 'commune'),
    reports: words('báo cáo hằng tuần', 'weekly return'),
    disabled: words('khóa', 'disabled'),
    receives: words('nhận thư', 'receives'),
    enabled: words('bật', 'enabled'),
    effectiveFrom: words('từ ngày', 'from'),
    effectiveTo: words('đến ngày', 'to'),
    ownerSince: words('của chủ đầu tư mới từ ngày', 'of the new owner from'),
    returnId: words('báo cáo', 'return'),
    returnIds: words('báo cáo', 'returns'),
    step: words('bước', 'step'),
    measures: words('số liệu', 'numbers'),
    lowers: words('số giảm', 'what falls'),
    planYear: words('năm kế hoạch', 'plan year'),
    organizationId: words('đơn vị', 'organisation'),
    organizationIds: words('của các đơn vị', 'of these organisations'),
    parentId: words('trực thuộc', 'below'),
    successorId: words('kế thừa', 'succeeded by'),
    projectId: words('dự án', 'project'),
    into: words('gộp vào', 'merged into'),
    of: words('của', 'of'),
    asOf: words('số liệu đến', 'figures to'),
    actorId: words('người làm', 'who'),
    action: words('việc', 'action'),
    subjectKind: words('loại đối tượng', 'kind of thing'),
    subjectId: words('đối tượng', 'thing'),
  }),
);

/** What a part of an entry's details is called. */
export const detailWords = (key: string): Words => DETAIL_WORDS.get(key) ?? words(key, key);

/** Codes among the values of details. */
const CODE_WORDS: ReadonlyMap<string, Words> = new Map(
  Object.entries({ ...ROLE_NAMES, ...ORGANIZATION_KIND_NAMES, ...WORD_KIND_NAMES }),
);

/** A code in words; undefined for any other text. */
export const codeWords = (code: string): Words | undefined => CODE_WORDS.get(code);

export const YES_OR_NO = { yes: words('có', 'yes'), no: words('không', 'no') };

/** The workbook of the trail. */
export const WORKBOOK_TEXTS = {
  sheet: 'Nhật ký',
  title: 'NHẬT KÝ HỆ THỐNG',
  subtitle: (count: number): string => `${count} việc, việc mới nhất ở trên; giờ Việt Nam`,
  period: (from: string | undefined, to: string | undefined): string =>
    [from && `từ ngày ${from}`, to && `đến hết ngày ${to}`].filter(Boolean).join(' '),
  heads: ['Lúc', 'Người làm', 'Đơn vị', 'Việc', 'Đối tượng', 'Tên đối tượng', 'Chi tiết'],
  system: 'hệ thống',
  fileName: (day: string): string => `Nhật ký hệ thống ${day}.xlsx`,
} as const;
