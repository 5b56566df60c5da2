import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExplainDifferenceRequest, ReconciliationRowView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { useFormats, useText, useWording } from '../../language';
import { ReasonForm } from '../../shared/reason-form';
import { messages } from './messages';

interface ExplainProps {
  readonly row: ReconciliationRowView;
  readonly planYear: number;
}

/** Why a difference is there, or a place to say it. */
export function Explain({ row, planYear }: ExplainProps) {
  const t = useText(messages);
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { note, toExplain } = row;
  if (note)
    return (
      <>
        {note.explanation}
        <span className="sub">{formats.instant(note.at)}</span>
      </>
    );
  if (toExplain === null) return null;
  return isOpen ? (
    <Form row={row} planYear={planYear} difference={toExplain} onClose={() => setOpen(false)} />
  ) : (
    <button type="button" className="link small" onClick={() => setOpen(true)}>
      {t.explain}
    </button>
  );
}

interface FormProps extends ExplainProps {
  readonly difference: string;
  readonly onClose: () => void;
}

function Form({ row, planYear, difference, onClose }: FormProps) {
  const t = useText(messages);
  const wording = useWording();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (request: ExplainDifferenceRequest) =>
      send('POST', '/api/reconciliation/explanations', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reconciliation'] }),
  });
  const explain = (explanation: string) =>
    keep.mutate({
      projectId: row.project.id,
      planYear,
      difference,
      source: row.source?.code ?? null,
      explanation,
    });
  return (
    <>
      <ReasonForm
        label={t.explainLabel}
        confirm={t.keepExplanation}
        isPending={keep.isPending}
        onConfirm={explain}
        onCancel={onClose}
      />
      {keep.error instanceof Problem && <p role="alert">{wording(keep.error.wording)}</p>}
    </>
  );
}
