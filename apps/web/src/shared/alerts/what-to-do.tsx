import { useState } from 'react';
import type { AlertDetailView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useText } from '../../language';
import { Refusal } from '../refusal';
import { ActionForm } from './alert-action-form';
import { actionsFor, useAction, type ActionName } from './alert-actions';
import { messages } from './messages';
import '../dock.css';

/** Taking note of it, putting it off, taking that back; nothing for who may do none of it. */
export function WhatToDo({ alert }: { readonly alert: AlertDetailView }) {
  const t = useText(messages);
  const { role } = useUser();
  const today = useToday();
  const [asked, setAsked] = useState<ActionName>();
  const act = useAction();
  const actions = actionsFor(role, alert.state);
  const names = { acknowledgement: t.acknowledge, snooze: t.snooze, withdrawal: t.withdraw };
  const refused = act.data?.refused[0]?.problem ?? null;
  if (actions.length === 0 || today === undefined) return null;
  return (
    <div className="al-do noprint">
      {asked === undefined || !actions.includes(asked) ? (
        <p className="al-buttons">
          {actions.map((name) => (
            <button
              key={name}
              type="button"
              className={name === 'acknowledgement' && alert.state === 'open' ? 'btn btn-main' : 'btn'}
              onClick={() => {
                act.reset();
                setAsked(name);
              }}
            >
              {names[name]}
            </button>
          ))}
        </p>
      ) : (
        <ActionForm
          key={asked}
          name={asked}
          today={today}
          isPending={act.isPending}
          onConfirm={(action) =>
            act.mutate(
              { alerts: [alert], action },
              { onSuccess: ({ done }) => done > 0 && setAsked(undefined) },
            )
          }
          onCancel={() => setAsked(undefined)}
        />
      )}
      <Refusal error={refused ?? act.error} />
      <p className="small muted">{t.stays}</p>
    </div>
  );
}
