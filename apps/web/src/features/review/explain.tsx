import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { ExplainDifferenceRequest, ReconciliationRowView } from '@thongvon/contracts';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { useFormats, useText, useWording } from '../../language';
import { messages } from './messages';
import '../../shared/dock.css';

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
  const [explanation, setExplanation] = useState('');
  const keep = useMutation({
    mutationFn: (request: ExplainDifferenceRequest) =>
      send('POST', '/api/reconciliation/explanations', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reconciliation'] }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keep.mutate({
      projectId: row.project.id,
      planYear,
      difference,
      source: row.source?.code ?? null,
      explanation: explanation.trim(),
    });
  };
  return (
    <form className="reason-form" onSubmit={submit}>
      <label className="field">
        {t.explainLabel}
        <input
          type="text"
          required
          maxLength={1000}
          autoFocus
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
        />
      </label>
      <button type="submit" className="btn btn-main" disabled={keep.isPending || explanation.trim() === ''}>
        {t.keepExplanation}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {t.cancel}
      </button>
      {keep.error instanceof Problem && <p role="alert">{wording(keep.error.wording)}</p>}
    </form>
  );
}
