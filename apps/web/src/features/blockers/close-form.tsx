import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { send } from '../../api/client';
import { useText } from '../../language';
import { Section } from '../../shared';
import { Refusal } from '../../shared/refusal';
import { messages } from './messages';

/** Closes a blocker; asks how it was solved. */
export function CloseForm({ id }: { readonly id: string }) {
  const t = useText(messages);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const close = useMutation({
    mutationFn: () => send('POST', `/api/blockers/${id}/closing`, { reason: reason.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['blockers'] }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    close.mutate();
  };
  return (
    <Section title={t.close}>
      <form className="bl-form" onSubmit={submit}>
        <label className="field">
          {t.closeReason}
          <textarea
            required
            maxLength={2000}
            rows={2}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <button type="submit" className="btn" disabled={close.isPending || reason.trim() === ''}>
          {t.closeConfirm}
        </button>
        <Refusal error={close.error} />
      </form>
    </Section>
  );
}
