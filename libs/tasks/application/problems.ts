import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';
import { hourAndDay } from '../domain/words';

/** What is wrong with a field of a task. */
export interface Fault {
  /** As the request has it: of one of several tasks `tasks.0.due`. */
  readonly field: string;
  readonly rule: string;
  readonly message: string;
  readonly messageEn: string;
}

/** What can be wrong with a task that is to be given. */
export const faults = {
  officeUnknown: (): Fault => ({
    field: 'organizationId',
    rule: 'TASK-OFFICE-UNKNOWN',
    message: 'Không có đơn vị này trong các đơn vị mà bạn được giao việc.',
    messageEn: 'There is no such office among those to which you may give tasks.',
  }),
  projectUnknown: (): Fault => ({
    field: 'projectId',
    rule: 'TASK-PROJECT-UNKNOWN',
    message: 'Không tìm thấy dự án này.',
    messageEn: 'There is no such project.',
  }),
  blockerUnknown: (): Fault => ({
    field: 'blockerId',
    rule: 'TASK-BLOCKER-UNKNOWN',
    message: 'Không tìm thấy vướng mắc này, hoặc vướng mắc thuộc dự án khác.',
    messageEn: 'There is no such blocker, or it is of another project.',
  }),
  duePast: (today: PlainDate): Fault => ({
    field: 'due',
    rule: 'TASK-DUE-PAST',
    message: `Hạn không thể trước hôm nay, ${formatPlainDate(today)}.`,
    messageEn: `It can't be due before today, ${formatPlainDate(today)}.`,
  }),
  blank: (): Fault => ({
    field: 'what',
    rule: 'TEXT-BLANK',
    message: 'Nội dung việc đang trống; hãy ghi bằng chữ.',
    messageEn: 'This says nothing; put it in words.',
  }),
  doubled: (row: number): Fault => ({
    field: 'what',
    rule: 'TASK-DOUBLED',
    message: `Trùng với việc ${row}: cùng nội dung, cùng đơn vị, cùng dự án.`,
    messageEn: `The same as task ${row}: the same words, office and project.`,
  }),
} as const;

/** What a caller may have to mend. */
export const problems = {
  taskUnknown: () => new Problem(404, 'TASK-NOT-FOUND', 'Không tìm thấy việc này.', 'There is no such task.'),
  fileUnknown: () =>
    new Problem(404, 'TASK-FILE-NOT-FOUND', 'Việc này không có tệp như vậy.', 'The task has no such file.'),
  conclusionUnknown: () =>
    new Problem(404, 'CONCLUSION-NOT-FOUND', 'Không tìm thấy kết luận này.', 'There is no such conclusion.'),
  rowsInvalid: (rows: readonly Fault[]) =>
    new Problem(
      422,
      'TASKS-INVALID',
      `Chưa giao việc nào: ${rows.length} chỗ cần sửa.`,
      `Nothing was given: ${rows.length} to mend.`,
      { fields: rows },
    ),
  concludedByUnknown: () =>
    new Problem(
      422,
      'CONCLUDED-BY-UNKNOWN',
      'Người kết luận phải là lãnh đạo hoặc trưởng phòng của chính đơn vị bạn.',
      'Who decided must be a leader or head of your own office.',
      { field: 'concludedBy' },
    ),
  concludedByNeeded: () =>
    new Problem(
      422,
      'CONCLUDED-BY-NEEDED',
      'Bạn nhập thay: hãy chọn người kết luận.',
      'You enter for somebody else: name who decided.',
      { field: 'concludedBy' },
    ),
  datedInFuture: () =>
    new Problem(
      422,
      'DATE-IN-FUTURE',
      'Ngày kết luận chưa đến.',
      'The day of the decision has not come yet.',
      { field: 'dated' },
    ),
  keyReused: (givenAt: Date) =>
    new Problem(
      409,
      'TASK-KEY-REUSED',
      `Khóa này đã dùng để giao việc khác lúc ${hourAndDay(givenAt)}; hãy mở lại phiếu giao việc.`,
      `This key was used to give something else at ${hourAndDay(givenAt)}; begin anew.`,
      { field: 'clientKey' },
    ),
  numberTaken: (conclusionId: string) =>
    new Problem(
      409,
      'CONCLUSION-NUMBER-TAKEN',
      'Văn bản số này, ngày này đã được nhập; hãy mở văn bản đó.',
      'A document of this number and date was entered already; open that one.',
      { field: 'number', conclusionId },
    ),
  notYours: () =>
    new Problem(
      403,
      'TASK-NOT-YOURS',
      'Việc này do đơn vị khác làm bước này.',
      'This step is up to another office.',
    ),
  fourEyes: () =>
    new Problem(
      409,
      'FOUR-EYES',
      'Bạn đã báo lại việc này; người khác phải xác nhận.',
      'You have reported this task; somebody else must confirm it.',
    ),
  stateRefuses: (state: string, label: string) =>
    new Problem(
      409,
      'TASK-STATE',
      `Không làm được bước này: việc ${label}.`,
      `This can't be done now: the task is ${state}.`,
      { state },
    ),
  duePast: (today: PlainDate) =>
    new Problem(
      422,
      'TASK-DUE-PAST',
      `Hạn mới không thể trước hôm nay, ${formatPlainDate(today)}.`,
      `The new date can't be before today, ${formatPlainDate(today)}.`,
      { field: 'due' },
    ),
  dueSame: () =>
    new Problem(422, 'TASK-DUE-SAME', 'Hạn mới trùng với hạn đang có.', 'That is the date as it stands.', {
      field: 'due',
    }),
  textBlank: (field: string) =>
    new Problem(
      422,
      'TEXT-BLANK',
      'Nội dung này đang trống; hãy ghi bằng chữ.',
      'This says nothing; put it in words.',
      { field },
    ),
  proofNeedsProject: () =>
    new Problem(
      422,
      'PROOF-NEEDS-PROJECT',
      'Việc này không gắn với dự án nào; hãy ghi số văn bản, hoặc gửi tệp cho chính việc này.',
      'This task is about no project; name a document by its number, or send a file for the task itself.',
      { field: 'proof' },
    ),
} as const;
