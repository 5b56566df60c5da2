import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlockerCause, BlockerDetailView, ChangeBlockerRequest } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { useCauseNames } from '../../../shared/capital-held/held';
import { causesQuery } from '../../../shared/capital-held/queries';
import { Choice } from '../../../shared/form/fields';
import { Form, useChange } from '../../../shared/form/form';
import { messages } from './messages';
import { STALE } from './use-act';
import type { ActFormProps } from './work-form';

/** Suggested causes that are offered at one tap. */
const OFFERED = 3;

/** Confirms what the words suggest, at one tap, or another cause. */
export function CauseForm({ blocker, onDone }: Omit<ActFormProps, 'today'>) {
  const t = useText(messages);
  const nameOf = useCauseNames();
  const causes = useQuery(causesQuery).data ?? [];
  const [chosen, setChosen] = useState<BlockerCause | ''>('');
  const change = useChange<ChangeBlockerRequest, BlockerDetailView>('PATCH', `/api/blockers/${blocker.id}`, {
    stale: STALE,
    onDone,
  });
  const offered = blocker.suggestedCauses.filter((code) => code !== blocker.cause).slice(0, OFFERED);
  const options = causes
    .filter(({ code }) => code !== 'unclassified' && code !== blocker.cause)
    .map(({ code }) => ({ value: code, name: nameOf(code) }));
  return (
    <Form
      minor
      submit={t.causeConfirm}
      change={change}
      ready={chosen !== ''}
      onSubmit={() => chosen !== '' && change.mutate({ cause: chosen })}
    >
      {offered.length > 0 && (
        <div className="bl-chips" role="group" aria-label={t.causeSuggested}>
          <span className="small">{t.causeSuggested}</span>
          {offered.map((code) => (
            <button
              key={code}
              type="button"
              className="btn btn-main"
              disabled={change.isPending}
              onClick={() => change.mutate({ cause: code })}
            >
              {t.causeRight(nameOf(code))}
            </button>
          ))}
        </div>
      )}
      <Choice name="cause" label={t.causeOther} value={chosen} onChange={setChosen} options={options} />
    </Form>
  );
}
