import { useState } from 'react';
import { Link } from 'wouter';
import type { ListedReturnView } from '@thongvon/api-contract';
import { usePreferences, useText, useWording } from '../../language';
import { ReasonForm } from '../../shared/reason-form';
import { messages } from './messages';
import { useBulkStep } from './use-bulk-step';
import { barrierOf } from './weigh';
import '../../shared/dock.css';

interface BulkDockProps {
  readonly chosen: readonly ListedReturnView[];
  /** What was done no longer waits. */
  readonly onDone: () => void;
}

/** Approves or sends back several at once; says of each that can't be approved so, or was refused, why. */
export function BulkDock({ chosen, onDone }: BulkDockProps) {
  const t = useText(messages);
  const wording = useWording();
  const [isAsking, setAsking] = useState(false);
  const step = useBulkStep();
  const together = chosen.filter((one) => barrierOf(one) === null);
  const act = (name: 'approval' | 'sending-back', reason?: string) =>
    step.mutate(
      { name, returns: name === 'approval' ? together : chosen, ...(reason === undefined ? {} : { reason }) },
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
        {chosen.map((one) => (
          <Apart key={one.id} one={one} />
        ))}
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
          {together.length > 0 && (
            <button
              type="button"
              className="btn btn-main"
              disabled={step.isPending}
              onClick={() => act('approval')}
            >
              {t.approveAll(together.length)}
            </button>
          )}
        </span>
      )}
    </div>
  );
}

/** Why a chosen return is not approved together with the others. */
function Apart({ one }: { readonly one: ListedReturnView }) {
  const t = useText(messages);
  const { language } = usePreferences();
  const barrier = barrierOf(one);
  if (barrier === null) return null;
  const why = language === 'vi' ? one.whyNotApprove : one.whyNotApproveEn;
  const said = { other: why ?? t.byAnother, lowers: t.apartLowers, registers: t.apartRegisters }[barrier];
  return (
    <p>
      <Link href={`/bao-cao/${one.id}`}>{one.organization.name}</Link>: {said}
    </p>
  );
}
