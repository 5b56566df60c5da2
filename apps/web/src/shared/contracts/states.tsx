import type { ReactNode } from 'react';
import type { ContractAdvanceView, GuaranteeView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { messages } from './messages';

type Mark = 'late' | 'soon' | 'open' | 'done';

/** How an advance stands on its recovery clock, in words, with the day that counts. */
export function AdvanceState({ advance }: { readonly advance: ContractAdvanceView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { state, daysLate, recoverBy, overdueAfter, unverified } = advance;
  const since = recoverBy === null ? null : t.dueSince(formats.date(recoverBy));
  switch (state) {
    case 'overdue':
      return <State mark="late" name={t['advance-late'](daysLate)} notes={[since]} />;
    case 'past-share':
      return <State mark="soon" name={t['advance-past-share']} notes={[t.shareWhy]} />;
    case 'due': {
      const until = overdueAfter === null ? null : t.overdueAfter(formats.date(overdueAfter));
      return (
        <State mark="soon" name={t['advance-due']} notes={[since, until, unverified ? t.unverified : null]} />
      );
    }
    case 'running': {
      const by = recoverBy === null ? t.noRecoverBy : t.recoverBy(formats.date(recoverBy));
      return <State mark="open" name={t['advance-running']} notes={[by, unverified ? t.unverified : null]} />;
    }
    case 'recovered':
      return <State mark="done" name={t['advance-recovered']} />;
  }
}

/** Whether a guarantee still lives, and how long; marked once the alert rule speaks of it. */
export function GuaranteeState({ guarantee }: { readonly guarantee: GuaranteeView }) {
  const { state, daysLeft, warnDays } = guarantee;
  const t = useText(messages);
  switch (state) {
    case 'expired':
      return <State mark="late" name={t['guarantee-ended'](-daysLeft)} />;
    case 'running': {
      const left = daysLeft === 0 ? t['guarantee-last-day'] : t['guarantee-left'](daysLeft);
      return <State mark={warnDays !== null && daysLeft <= warnDays ? 'soon' : 'open'} name={left} />;
    }
    case 'released':
      return <State mark="done" name={t['guarantee-released']} />;
  }
}

const MARKS: Readonly<Record<Mark, { readonly text: string; readonly shape: string | null }>> = {
  late: { text: 'alarm', shape: 'mk mk-over' },
  soon: { text: 'strong', shape: 'mk mk-soon' },
  open: { text: '', shape: 'mk' },
  done: { text: 'muted', shape: null },
};

interface StateProps {
  readonly mark: Mark;
  readonly name: ReactNode;
  readonly notes?: readonly (string | null)[];
}

/** By shape first: filled for late, half for soon, hollow for in time, none for what is over. */
function State({ mark, name, notes = [] }: StateProps) {
  const { text, shape } = MARKS[mark];
  const said = notes.filter((note) => note !== null);
  return (
    <>
      <span className={text}>
        {shape !== null && <span className={shape} />}
        {name}
      </span>
      {said.length > 0 && <span className="sub">{said.join('; ')}</span>}
    </>
  );
}
