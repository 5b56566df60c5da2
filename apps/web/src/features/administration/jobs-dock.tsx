import { useState } from 'react';
import type { FailedJobView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Refusal } from '../../shared';
import { ReasonForm } from '../../shared/reason-form';
import { messages } from './jobs-messages';
import { useJobsAction } from './jobs-queries';

interface JobsDockProps {
  readonly chosen: readonly FailedJobView[];
  readonly onDone: () => void;
}

/** Runs those that are chosen again, or discards them with a reason. */
export function JobsDock({ chosen, onDone }: JobsDockProps) {
  const t = useText(messages);
  const [isAsking, setAsking] = useState(false);
  const action = useJobsAction();
  const act = (reason?: string) =>
    action.mutate(
      { ids: chosen.map(({ id }) => id), ...(reason === undefined ? {} : { reason }) },
      {
        onSuccess: () => {
          setAsking(false);
          onDone();
        },
      },
    );
  const { data, variables } = action;
  if (chosen.length === 0 && data === undefined && action.error === null) return null;
  return (
    <div className="tools noprint" role="region" aria-label={t.dock}>
      {chosen.length > 0 && !isAsking && (
        <>
          {t.chosen(chosen.length)}
          <button
            type="button"
            className="btn btn-main"
            disabled={action.isPending || !chosen.some(({ state }) => state === 'waiting')}
            onClick={() => act()}
          >
            {t.retry}
          </button>
          <button type="button" className="btn" disabled={action.isPending} onClick={() => setAsking(true)}>
            {t.discard}
          </button>
        </>
      )}
      {isAsking && (
        <ReasonForm
          label={t.reason}
          confirm={t.confirmDiscard}
          longest={500}
          isPending={action.isPending}
          onConfirm={act}
          onCancel={() => setAsking(false)}
        />
      )}
      {data && chosen.length === 0 && (
        <p role="status">
          {variables.reason === undefined ? t.retried(data.done.length) : t.discarded(data.done.length)}
          {data.left.length > 0 && ` ${t.left(data.left.length)}`}
        </p>
      )}
      <Refusal error={action.error} />
    </div>
  );
}
