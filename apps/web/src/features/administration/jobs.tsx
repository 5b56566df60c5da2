import type { FailedJobsDoneView, FailedJobState, FailedJobView } from '@thongvon/api-contract';
import { longList, useLongList } from '../../api/long-list';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { DateText } from '../../shared';
import { Dock } from '../../shared/dock';
import { useChange } from '../../shared/form/form';
import { ReasonForm } from '../../shared/form/reason-form';
import { ListPage } from '../../shared/list/list-page';
import { pickable, useSelection } from '../../shared/list/pickable';
import { words } from './common';
import { Failing, SubjectName } from './subject-name';

const FAILED_JOBS_KEY = ['failed-jobs'] as const;

/** Looked at again every few seconds: what runs again is done soon. */
const failedJobsQuery = {
  ...longList<FailedJobView>(FAILED_JOBS_KEY, '/api/failed-jobs', {}),
  refetchInterval: 5000,
};

/** Background work that failed: what, how often, why; run again or discarded, several at once. */
export function Jobs() {
  const t = useText(messages);
  const formats = useFormats();
  const states = useText(jobStates);
  const say = useSaid();
  const list = useLongList(failedJobsQuery);
  const selection = useSelection<FailedJobView>();
  const change = useChange<Action, FailedJobsDoneView>(
    'POST',
    ({ reason }) => `/api/failed-jobs/${reason === undefined ? 'retry' : 'discard'}`,
    { stale: [FAILED_JOBS_KEY], isQuiet: true },
  );
  const rows = list.rows ?? [];
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const chosen = rows.filter(({ id }) => selection.has(id));
  const ids = chosen.map(({ id }) => id);
  const picking = {
    ...selection,
    all: t.selectAll,
    one: (job: FailedJobView) => t.select(`${say(job, 'label')} – ${job.subject.name ?? job.subject.id}`),
  };
  return (
    <ListPage
      list={list}
      title={(all) => (rows.length === 0 ? t.title : t.count(formats.count(waiting.length), all))}
      titles={t}
      cells={{
        job: pickable(rows, picking, {
          key: 'job',
          title: t.job,
          render: (job) => (
            <>
              {say(job, 'label')}
              <span className="sub cell">{job.queue}</span>
            </>
          ),
        }),
        about: ({ subject }) => <SubjectName subject={subject} />,
        state: {
          render: ({ state }) => (state === 'waiting' ? <Failing>{states.waiting}</Failing> : states[state]),
          sub: ({ nextAt }) =>
            nextAt !== null && (
              <>
                {t.nextAt} <DateText date={String(nextAt)} />
              </>
            ),
        },
        failedAt: ({ failedAt }) => <DateText date={String(failedAt)} />,
        attempts: { numeric: true, render: ({ attempts }) => formats.count(attempts) },
        error: { wide: true, render: ({ error }) => <span className="ad-error cell">{error}</span> },
      }}
      empty={t.none}
      emptyWhat={t.noneWhat}
    >
      <Dock
        label={t.dock}
        chosen={chosen}
        count={t.chosen}
        change={change}
        onDone={selection.clear}
        actions={[
          {
            name: 'discard',
            label: t.discard,
            ask: (send, form) => (
              <ReasonForm
                {...form}
                label={t.reason}
                confirm={t.confirmDiscard}
                longest={500}
                onConfirm={(reason) => send({ ids, reason })}
              />
            ),
          },
          {
            name: 'retry',
            label: t.retry,
            isMain: true,
            isReady: chosen.some(({ state }) => state === 'waiting'),
            request: { ids },
          },
        ]}
        outcome={({ done, left }, { reason }) => (
          <>
            {reason === undefined ? t.retried(done.length) : t.discarded(done.length)}
            {left.length > 0 && ` ${t.left(left.length)}`}
          </>
        )}
      />
    </ListPage>
  );
}

interface Action {
  readonly ids: readonly string[];
  /** Given: they are discarded; without it, run again. */
  readonly reason?: string;
}

const messages = {
  ...words,
  count: withValues(
    '{waiting} việc nền đang lỗi, {all} việc lỗi trong bảy ngày',
    '{waiting} jobs failing, {all} failed in seven days',
  ),
  title: { vi: 'Việc nền bị lỗi', en: 'Failed background work' },
  none: { vi: 'Không có việc nền nào lỗi trong bảy ngày qua', en: 'Nothing failed in the last seven days' },
  noneWhat: {
    vi: 'Việc nền là những gì hệ thống làm sau khi nhận yêu cầu: đọc bảng tính, tính lại số liệu, xét cảnh báo, viết và gửi thư.',
    en: 'Background work is what the system does after a request: reading workbooks, recomputing figures, alerts, letters.',
  },
  job: { vi: 'Việc', en: 'Job' },
  about: { vi: 'Của', en: 'Of' },
  failedAt: { vi: 'Lỗi lần cuối', en: 'Failed last' },
  attempts: { vi: 'Đã thử', en: 'Tries' },
  error: { vi: 'Lỗi', en: 'Error' },
  select: withValues('Chọn {}', 'Select {}'),
  selectAll: { vi: 'Chọn tất cả', en: 'Select all' },
  dock: { vi: 'Với những việc đã chọn', en: 'With those selected' },
  chosen: withValues('Đã chọn {} việc', '{} selected'),
  retry: { vi: 'Chạy lại ngay', en: 'Run again now' },
  discard: { vi: 'Bỏ…', en: 'Discard…' },
  reason: {
    vi: 'Vì sao không cần làm nữa (ghi vào nhật ký)',
    en: 'Why it is needed no more (kept in the audit trail)',
  },
  confirmDiscard: { vi: 'Bỏ hẳn', en: 'Discard' },
  retried: withValues('Đã giao chạy lại {} việc.', '{} handed over again.'),
  discarded: withValues('Đã bỏ {} việc.', '{} discarded.'),
  left: withValues(
    '{} việc không làm được như vậy ở tình trạng hiện nay.',
    '{} could not be dealt with as they stand.',
  ),
  nextAt: { vi: 'tự chạy lại', en: 'tried again' },
} satisfies Messages;

/** What became of failed work, in words. */
const jobStates = {
  waiting: { vi: 'đang lỗi', en: 'failing' },
  running: { vi: 'đang chạy lại', en: 'running again' },
  'given-up': { vi: 'đã thôi, không thử nữa', en: 'given up' },
  done: { vi: 'lần sau đã xong', en: 'done since' },
} satisfies Record<FailedJobState, Messages[string]>;
