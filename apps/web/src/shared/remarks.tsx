import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { OpenBlockerRequest, RemarkDecisionRequest, SourceCellView } from '@thongvon/api-contract';
import { send } from '../api/client';
import { useUser } from '../api/session';
import { type Messages, useText, withValues } from '../language';
import { CellLink } from './links';
import { OpenBlockerLink } from './open-blocker';
import { Refusal } from './page';
import './remarks.css';

/** What a blocker's description holds. */
const LONGEST = 2000;
/** Who may say that a remark is no blocker; only those who report open blockers. */
const MAY_DECLINE: readonly string[] = ['reporter', 'finance-officer', 'finance-head'];

export interface RemarkOfProject {
  /** Null: not in the register yet, nothing can be decided. */
  readonly projectId: string | null;
  readonly text: string;
  readonly source: SourceCellView;
  readonly state: 'proposed' | 'declined' | 'accepted';
  readonly blockerId?: string | null;
}

interface RemarkLineProps {
  readonly remark: RemarkOfProject;
  /** The project's name, the date, who decided: below the text. */
  readonly children?: ReactNode;
  readonly mayDecide?: boolean;
  /** On the page of the return itself: its cell leads nowhere else. */
  readonly isHere?: boolean;
}

/** A remark with its cell, and what a person may say of it: a blocker, none, or after all. */
export function RemarkLine({ remark, children, mayDecide = true, isHere = false }: RemarkLineProps) {
  const { text, source, state } = remark;
  return (
    <li className="remark">
      <span className={state === 'declined' ? 'muted' : undefined}>
        “{text}”{' '}
        {isHere ? (
          <b className="cell">{source.cell}</b>
        ) : (
          <CellLink returnId={source.returnId} cell={source} />
        )}
      </span>
      {children !== undefined && <span className="sub">{children}</span>}
      {mayDecide && <Decide remark={remark} />}
    </li>
  );
}

function Decide({
  remark: { projectId, text, source, state, blockerId },
}: {
  readonly remark: RemarkOfProject;
}) {
  const t = useText(remarkMessages);
  const { role } = useUser();
  const client = useQueryClient();
  const about = { projectId: projectId ?? '', source };
  const open = useMutation({
    mutationFn: () =>
      send(
        'POST',
        '/api/blockers',
        { ...about, description: text.slice(0, LONGEST) } satisfies OpenBlockerRequest,
        {
          'idempotency-key':
            `remark-${source.returnId}-${source.cell}-${encodeURIComponent(source.sheet)}`.slice(0, 200),
        },
      ),
    onSettled: () => client.invalidateQueries(),
  });
  const say = useMutation({
    mutationFn: (type: RemarkDecisionRequest['type']) =>
      send('POST', '/api/remarks/decisions', { ...about, type } satisfies RemarkDecisionRequest),
    onSettled: () => client.invalidateQueries(),
  });
  if (projectId === null) return null;
  const isBusy = open.isPending || say.isPending;
  const button = (word: string, act: () => void, className = 'btn') => (
    <button
      type="button"
      className={className}
      disabled={isBusy}
      aria-label={t.about(word, text)}
      onClick={act}
    >
      {word}
    </button>
  );
  const mayDecline = MAY_DECLINE.includes(role);
  return (
    <span className="remark-acts noprint">
      {state === 'proposed' && role === 'reporter' && button(t.open, () => open.mutate())}
      {state === 'proposed' && (
        <OpenBlockerLink
          projectId={projectId}
          source={source}
          description={text.slice(0, LONGEST)}
          label={t.openWith}
          about={text}
          className="link"
        />
      )}
      {state === 'proposed' && mayDecline && button(t.decline, () => say.mutate('declined'))}
      {state === 'declined' && (
        <>
          <span className="small muted">{t.declined}</span>
          {mayDecline && button(t.undo, () => say.mutate('reconsidered'), 'link')}
        </>
      )}
      {state === 'accepted' && blockerId != null && <Link href={`/vuong-mac/${blockerId}`}>{t.opened}</Link>}
      <Refusal error={open.error ?? say.error} />
    </span>
  );
}

export const remarkMessages = {
  title: {
    vi: (count: number) => `${count} ghi chú trong báo cáo: có phải vướng mắc không?`,
    en: (count: number) =>
      count === 1 ? 'A remark: is it a blocker?' : `${count} remarks: are they blockers?`,
  },
  allDecided: { vi: 'Ghi chú trong báo cáo: đã xem xét hết', en: 'Remarks: all decided on' },
  what: {
    vi: 'Ghi chú chưa tính là vướng mắc, không giữ vốn và không sinh cảnh báo, cho đến khi có người mở.',
    en: 'A remark is no blocker, holds no capital and raises no alert until a person opens one.',
  },
  open: { vi: 'Mở vướng mắc', en: 'Open a blocker' },
  openWith: { vi: 'Mở kèm đơn vị, hạn…', en: 'Open with unit and due date…' },
  decline: { vi: 'Không phải vướng mắc', en: 'No blocker' },
  about: withValues('{what}: {text}', '{what}: {text}'),
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  opened: { vi: 'Đã mở vướng mắc', en: 'A blocker was opened' },
  declined: { vi: 'Đã ghi: không phải vướng mắc', en: 'Said to be no blocker' },
  declinedTitle: withValues(
    '{} ghi chú đã xác định không phải vướng mắc',
    '{} remarks said to be no blockers',
  ),
  declinedBy: withValues('{who}, ngày {day}', '{who}, {day}'),
  reportedOn: withValues('báo cáo ngày {}', 'return of {}'),
} satisfies Messages;
