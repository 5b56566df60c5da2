import { useState } from 'react';
import type { AlertView } from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { useSaid, useText, useWording } from '../../language';
import { Refusal } from '../../shared';
import { ActionForm, type ActionName, actionsFor, useAction } from '../../shared/alerts';
import { messages as words } from '../../shared/alerts/messages';
import '../../shared/dock.css';
import type { Selection } from '../../shared/list/pickable';
import { messages } from './messages';

/** Does the same about several alerts at once, and says of each that was refused why. */
export function AlertsDock({
  selection,
  today,
}: {
  readonly selection: Selection<AlertView>;
  readonly today: string;
}) {
  const t = useText(messages);
  const wording = useWording();
  const say = useSaid();
  const [asked, setAsked] = useState<ActionName>();
  const act = useAction();
  const { chosen } = selection;
  const nameOf = (alert: AlertView) => `${say(alert, 'title')}, ${alert.subject.name}`;
  if (chosen.length === 0 && act.data === undefined) return null;
  return (
    <div className="dock noprint" role="region" aria-label={t.dock}>
      {asked !== undefined && chosen.length > 0 && (
        <ActionForm
          key={asked}
          name={asked}
          today={today}
          isPending={act.isPending}
          onConfirm={(action) =>
            act.mutate(
              { alerts: chosen, action },
              {
                onSuccess: () => {
                  setAsked(undefined);
                  selection.clear();
                },
              },
            )
          }
          onCancel={() => setAsked(undefined)}
        />
      )}
      <div className="say" role="status">
        {chosen.length > 0 ? t.chosen(chosen.length) : act.data && t.done(act.data.done)}
        {chosen.length === 0 &&
          act.data?.refused.map(({ item, problem }) => (
            <p key={item.id} className="alarm">
              {t.notDone(nameOf(item), wording(problem.wording))}
            </p>
          ))}
        <Refusal error={act.error} />
      </div>
      {chosen.length > 0 && asked === undefined && (
        <Actions chosen={chosen} onAsk={setAsked} onUnselect={selection.clear} />
      )}
    </div>
  );
}

interface ActionsProps {
  readonly chosen: readonly AlertView[];
  readonly onAsk: (name: ActionName) => void;
  readonly onUnselect: () => void;
}

/** What may be done about every one of them. */
function Actions({ chosen, onAsk, onUnselect }: ActionsProps) {
  const t = useText(messages);
  const w = useText(words);
  const { role } = useUser();
  const names = { acknowledgement: w.acknowledge, snooze: w.snooze, withdrawal: w.withdraw };
  const [first = [], ...others] = chosen.map(({ state }) => actionsFor(role, state));
  const common = first.filter((name) => others.every((actions) => actions.includes(name)));
  return (
    <span className="end">
      <button type="button" className="btn" onClick={onUnselect}>
        {t.unselect}
      </button>
      {common.toReversed().map((name) => (
        <button
          key={name}
          type="button"
          className={name === 'acknowledgement' ? 'btn btn-main' : 'btn'}
          onClick={() => onAsk(name)}
        >
          {names[name]}
        </button>
      ))}
    </span>
  );
}
