import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { BlockerActionRequest, BlockerAction } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useText } from '../../language';
import { Section } from '../../shared';
import { Refusal } from '../../shared/refusal';
import { DEEDS, messages } from './messages';

/** Writes down what was done about a blocker. */
export function ActForm({ id }: { readonly id: string }) {
  const t = useText(messages);
  const actions = useText(DEEDS);
  const client = useQueryClient();
  const [type, setType] = useState<BlockerAction>('work');
  const [text, setText] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useMutation({
    mutationFn: (action: BlockerActionRequest) => send('POST', `/api/blockers/${id}/actions`, action),
    onSuccess: () => {
      setText('');
      setEvidence('');
      return client.invalidateQueries({ queryKey: ['blockers'] });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    act.mutate({ type, text: text.trim(), ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }) });
  };
  return (
    <Section title={t.act}>
      <form className="bl-form" onSubmit={submit}>
        <label className="field">
          {t.actType}
          <select value={type} onChange={({ target }) => setType(target.value as BlockerAction)}>
            {Object.entries(actions).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t.actText}
          <textarea
            required
            maxLength={2000}
            rows={2}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <label className="field">
          {t.actEvidence}
          <input
            type="text"
            maxLength={500}
            value={evidence}
            onChange={({ target }) => setEvidence(target.value)}
          />
        </label>
        <button type="submit" className="btn btn-main" disabled={act.isPending || text.trim() === ''}>
          {t.save}
        </button>
        <Refusal error={act.error} />
      </form>
    </Section>
  );
}
