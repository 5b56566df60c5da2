import type { BlockerAction, DecidingLevel } from '@thongvon/api-contract';
import { type Messages, withValues } from '../../../language';

export const messages = {
  acts: { vi: 'Việc có thể làm', en: 'What you can do' },
  save: { vi: 'Ghi', en: 'Save' },
  on: { vi: 'Ngày làm', en: 'Done on' },
  onHint: { vi: 'Bỏ trống: hôm nay', en: 'Left blank: today' },
  // what was done
  act: { vi: 'Ghi việc đã làm', en: 'Write down what was done' },
  keptHere: {
    vi: 'Đã giữ trên máy này; tự gửi khi có mạng và trang này mở. Tắt trang không mất.',
    en: 'Kept on this device; sent once this page is open with a network. Closing it loses nothing.',
  },
  actType: { vi: 'Loại việc', en: 'Kind' },
  actText: { vi: 'Nội dung, không ghi tên hộ dân', en: 'What, without names of households' },
  actEvidence: { vi: 'Văn bản (số, ngày), nếu có', en: 'Document (number, date), if any' },
  stillOpen: { vi: 'Xác nhận còn vướng', en: 'Still in the way' },
  stillOpenNote: withValues('báo cáo ngày {} không còn nêu', 'the return of {} no longer names it'),
  stillOpenText: { vi: 'Còn vướng ở đâu, không ghi tên hộ dân', en: 'Where it still is, without names' },
  stillOpenConfirm: { vi: 'Còn vướng', en: 'Still in the way' },
  // cause
  cause: { vi: 'Xác nhận nguyên nhân', en: 'Confirm the cause' },
  causeNote: withValues('gợi ý: {}', 'suggested: {}'),
  causeSuggested: { vi: 'Theo nội dung đã ghi:', en: 'By its words:' },
  causeRight: withValues('Đúng: {}', 'Yes: {}'),
  causeOther: { vi: 'Nguyên nhân khác', en: 'Another cause' },
  causeConfirm: { vi: 'Xác nhận nguyên nhân', en: 'Confirm the cause' },
  // who and when
  charge: { vi: 'Giao đơn vị, đặt hạn', en: 'Who must act, by when' },
  unitNone: { vi: 'chưa giao đơn vị nào', en: 'nobody is responsible' },
  dueNone: { vi: 'chưa có hạn', en: 'no due date' },
  dueNote: withValues('hạn {}', 'due {}'),
  due: { vi: 'Hạn xử lý', en: 'Due' },
  unit: { vi: 'Đơn vị chủ trì', en: 'Responsible unit' },
  person: { vi: 'Cán bộ phụ trách', en: 'Official in charge' },
  personHint: { vi: 'Cán bộ, không phải người dân', en: 'An official, no resident' },
  decidingLevel: { vi: 'Cấp quyết định', en: 'Who can decide' },
  levelNone: { vi: 'chưa rõ', en: 'not known' },
  whyOptional: { vi: 'Lý do, nếu cần', en: 'Why, if needed' },
  chargeSave: { vi: 'Lưu đơn vị và hạn', en: 'Save' },
  // which office
  office: { vi: 'Cơ quan phải xử lý', en: 'The office that must act' },
  officeTitle: { vi: 'Gắn cơ quan phải xử lý', en: 'Say which office must act' },
  officeWords: { vi: 'Tìm cơ quan theo tên', en: 'Search by name' },
  officeNone: { vi: 'Không có cơ quan nào như vậy.', en: 'There is no such office.' },
  officeSave: { vi: 'Giao cơ quan này', en: 'This office must act' },
  officeNoneNow: { vi: 'chưa gắn cơ quan', en: 'no office yet' },
  // proposals
  proposeDue: { vi: 'Xin hạn mới…', en: 'Ask for another due date…' },
  newDue: { vi: 'Hạn mới', en: 'New due date' },
  proposeDueReason: {
    vi: 'Vì sao không kịp hạn, không ghi tên hộ dân',
    en: 'Why it can not be done in time, without names',
  },
  proposeDueNote: {
    vi: 'Hạn cũ còn hiệu lực đến khi được duyệt; số ngày quá hạn vẫn giữ trong lịch sử.',
    en: 'The present day holds until it is accepted; days overdue stay in the history.',
  },
  proposeDueSend: { vi: 'Gửi đề nghị', en: 'Send the proposal' },
  dueAsked: withValues('xin đến {due}: {reason}', 'until {due}: {reason}'),
  decideDue: { vi: 'Duyệt hạn mới', en: 'Decide on the new due date' },
  withdrawDue: { vi: 'Rút đề nghị hạn mới', en: 'Take the proposal of a new date back' },
  handover: { vi: 'Chuyển cơ quan khác…', en: 'Hand over to another office…' },
  handoverTo: { vi: 'Cơ quan nhận', en: 'The office that is asked' },
  handoverReason: {
    vi: 'Vì sao không thuộc đơn vị mình, không ghi tên hộ dân',
    en: 'Why it is not up to your office, without names',
  },
  handoverNote: {
    vi: 'Cơ quan nhận phải đồng ý; trong lúc chờ vẫn là lượt của đơn vị này.',
    en: 'That office has to accept; until then it stays the turn of the present one.',
  },
  handoverSend: { vi: 'Đề nghị chuyển', en: 'Propose it' },
  handoverAsked: withValues('{from} chuyển {to}: {reason}', '{from} to {to}: {reason}'),
  decideHandover: { vi: 'Trả lời đề nghị nhận', en: 'Answer: take it over?' },
  withdrawHandover: { vi: 'Rút đề nghị chuyển', en: 'Take the proposal to hand over back' },
  decision: { vi: 'Trả lời', en: 'Answer' },
  accept: { vi: 'Đồng ý', en: 'Accept' },
  refuse: { vi: 'Không đồng ý', en: 'Refuse' },
  decisionReason: { vi: 'Lý do', en: 'Why' },
  withdraw: { vi: 'Rút đề nghị', en: 'Take it back' },
  // words
  wording: { vi: 'Sửa nội dung, ngày phát sinh', en: 'Correct the words, since when' },
  description: { vi: 'Vướng gì, ở đâu; không ghi tên hộ dân', en: 'What and where, without names' },
  openedOn: { vi: 'Vướng từ ngày', en: 'Since' },
  contractor: { vi: 'Nhà thầu gây vướng, nếu có', en: 'The contractor that holds it up, if one does' },
  wordingSave: { vi: 'Lưu nội dung', en: 'Save' },
  // money
  held: { vi: 'Đặt số vốn bị giữ', en: 'Set the capital held' },
  heldUnknown: { vi: 'chưa tính được', en: 'not known' },
  heldAmount: { vi: 'Số vốn bị giữ, đồng', en: 'Capital held, đồng' },
  heldHint: {
    vi: 'Chỉ khi không giữ cả phần vốn còn lại của dự án.',
    en: 'Only where it is not all that the project has left.',
  },
  heldReason: { vi: 'Vì sao là số này', en: 'Why this amount' },
  heldSave: { vi: 'Lưu số vốn bị giữ', en: 'Save' },
  heldAgainReason: {
    vi: 'Hoặc tính lại bằng kế hoạch − đã giải ngân, lý do',
    en: 'Or back to plan − disbursed, why',
  },
  heldAgain: { vi: 'Để hệ thống tính lại', en: 'Back to plan less disbursed' },
  // closing
  close: { vi: 'Đóng vướng mắc…', en: 'Close the blocker…' },
  closeReason: { vi: 'Đã giải quyết thế nào', en: 'How it was solved' },
  closedOn: { vi: 'Xong ngày', en: 'Solved on' },
  closeEvidence: { vi: 'Văn bản chứng minh (số, ngày)', en: 'Document that proves it (number, date)' },
  closeConfirm: { vi: 'Đóng vướng mắc này', en: 'Close this blocker' },
  reopen: { vi: 'Mở lại vướng mắc…', en: 'Reopen the blocker…' },
  reopenReason: { vi: 'Vì sao còn vướng', en: 'Why it is in the way again' },
  reopenOn: { vi: 'Vướng lại từ ngày', en: 'Since' },
  reopenConfirm: { vi: 'Mở lại vướng mắc này', en: 'Reopen this blocker' },
  // one or two
  merge: { vi: 'Gộp vào vướng mắc khác của dự án…', en: 'Merge into another of the project…' },
  mergeNone: {
    vi: 'Dự án không có vướng mắc nào khác để gộp.',
    en: 'The project has no other blocker to merge it into.',
  },
  mergeInto: {
    vi: 'Cùng là một việc với vướng mắc nào? Vướng mắc được chọn ở lại, giữ lịch sử của cả hai.',
    en: 'Which one is it the same as? That one goes on, with the history of both.',
  },
  mergeReason: { vi: 'Vì sao là một', en: 'Why they are one' },
  mergeConfirm: { vi: 'Gộp vào vướng mắc đã chọn', en: 'Merge into that one' },
  mergedTitle: {
    vi: (count: number) => `Tách vướng mắc đã gộp vào (${count})`,
    en: (count: number) => `Separate what was merged into it (${count})`,
  },
  mergedSince: withValues('gộp ngày {day}: {reason}', 'merged on {day}: {reason}'),
  separate: { vi: 'Tách ra', en: 'Separate' },
  separateReason: { vi: 'Vì sao là hai việc', en: 'Why they are two' },
  separateConfirm: { vi: 'Tách ra', en: 'Separate' },
} satisfies Messages;

export const ACTION_NAMES = {
  work: { vi: 'Đã xử lý, đối thoại, làm việc', en: 'Work done' },
  reminder: { vi: 'Nhắc, đôn đốc', en: 'Reminder' },
  escalated: { vi: 'Chuyển cấp trên', en: 'Handed up' },
  'still-open': { vi: 'Xác nhận còn vướng', en: 'Still in the way' },
} satisfies Record<BlockerAction, Messages[string]>;

export const LEVELS = {
  commune: { vi: 'xã', en: 'commune' },
  district: { vi: 'huyện', en: 'district' },
  province: { vi: 'tỉnh', en: 'province' },
  centre: { vi: 'trung ương', en: 'centre' },
} satisfies Record<DecidingLevel, Messages[string]>;
