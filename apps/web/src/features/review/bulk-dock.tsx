import { useState } from 'react';
import type { ListedReturnView } from '@thongvon/contracts';
import { useText, useWording } from '../../language';
import { ReasonForm } from '../../shared/reason-form';
import { messages } from './messages';
import { useBulkStep } from './use-bulk-step';
import '../../shared/dock.css';

interface BulkDockProps {
  readonly chosen: readonly ListedReturnView[];
  /** What was done no longer waits. */
  readonly onDone: () => void;
}

/** Approves or sends back several at once, and says of each that was refused why. */
export function BulkDock({ chosen, onDone }: BulkDockProps) {
  const t = useText(messages);
  const wording = useWording();
  const [isAsking, setAsking] = useState(false);
  const step = useBulkStep();
  const act = (name: 'approval' | 'sending-back', reason?: string) =>
    step.mutate(
      { name, returns: chosen, ...(reason === undefined ? {} : { reason }) },
      {
        onSuccess: () => {
          setAsking(false);
          onDone();
        },
      },
    );
  if (chosen.length === 0 && step.data === undefined) return null;
  return (
    <div className="dock noprint" role="region" aria-label={t.dock}>
      {isAsking && (
        <ReasonForm
          label={t.reasonFor}
          confirm={t.confirmSendBack}
          isPending={step.isPending}
          onConfirm={(reason) => act('sending-back', reason)}
          onCancel={() => setAsking(false)}
        />
      )}
      <div className="say" role="status">
        {chosen.length > 0
          ? t.chosen(chosen.length)
          : step.data && t[`done-${step.data.name}`](step.data.done)}
        {step.data?.refused.map(({ office, problem }) => (
          <p key={office} className="alarm">
            {t.notDone(office, wording(problem.wording))}
          </p>
        ))}
      </div>
      {chosen.length > 0 && (
        <span className="end">
          <button type="button" className="btn" disabled={step.isPending} onClick={() => setAsking(true)}>
            {t.sendBackAll(chosen.length)}
          </button>
          <button
            type="button"
            className="btn btn-main"
            disabled={step.isPending}
            onClick={() => act('approval')}
          >
            {t.approveAll(chosen.length)}
          </button>
        </span>
      )}
    </div>
  );
}
