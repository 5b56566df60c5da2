import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PreviewRemarkView } from '@thongvon/contracts';
import { send } from '../../api/client';
import { useText, type Messages } from '../../language';
import { Refused } from './refused';

const WORDS = {
  record: { vi: 'Ghi nhận là vướng mắc', en: 'Record as a blocker' },
  recorded: { vi: 'Đã ghi nhận', en: 'Recorded' },
} satisfies Messages;

interface RecordRemarkProps {
  readonly returnId: string;
  readonly remark: PreviewRemarkView;
}

/** Opens a blocker from a remark that a return brought: until a person does, it holds no capital. */
export function RecordRemark({ returnId, remark }: RecordRemarkProps) {
  const { projectId, text, cell } = remark;
  const t = useText(WORDS);
  const queries = useQueryClient();
  const open = useMutation({
    // One remark opens one blocker, also when the page is loaded anew.
    mutationFn: () =>
      send(
        'POST',
        '/api/blockers',
        { projectId, description: text ?? '' },
        { 'idempotency-key': `remark-${returnId}-${cell?.cell ?? ''}` },
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (projectId === null || text === null) return null;
  return (
    <>
      <button
        type="button"
        className="btn noprint"
        disabled={open.isPending || open.isSuccess}
        aria-label={`${t.record} ${cell?.cell ?? ''}`}
        onClick={() => open.mutate()}
      >
        {open.isSuccess ? t.recorded : t.record}
      </button>
      <Refused error={open.error} />
    </>
  );
}
