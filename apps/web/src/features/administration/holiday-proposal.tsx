import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HolidayProposalQuery, HolidayProposalView, HolidayView } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { useText } from '../../language';
import { DateInput } from '../../shared/date-input';
import { Choice, EditForm } from './fields';
import { holidayMessages, toDecide } from './holiday-messages';

interface HolidayProposalProps {
  readonly year: number;
  readonly onPropose: (days: readonly HolidayView[]) => void;
}

/** Asks what the law leaves open, and takes the days that it names into the draft. */
export function HolidayProposal({ year, onPropose }: HolidayProposalProps) {
  const t = useText(holidayMessages);
  const names = useText(toDecide);
  const [tetFrom, setTet] = useState('');
  const [hungKings, setHungKings] = useState('');
  const [beside, setBeside] = useState('');
  const propose = useMutation({
    mutationFn: (request: HolidayProposalQuery) =>
      get<HolidayProposalView>(`/api/holidays/${year}/proposal`, request),
    onSuccess: ({ days }) => onPropose(days),
  });
  const within = { min: `${year}-01-01`, max: `${year}-12-31` };
  const undecided = propose.data?.undecided ?? [];
  const submit = () =>
    propose.mutate({ tetFrom, hungKings, besideNationalDay: beside } as HolidayProposalQuery);
  return (
    <EditForm minor submit={t.propose} change={propose} onSubmit={submit}>
      <h3>{t.proposal}</h3>
      <div className="ad-row">
        <DateInput label={t.tetFrom} {...within} value={tetFrom} onChange={(date = '') => setTet(date)} />
        <DateInput
          label={t.hungKings}
          {...within}
          value={hungKings}
          onChange={(date = '') => setHungKings(date)}
        />
        <Choice
          label={t.beside}
          none={t.undecidedYet}
          options={[
            { value: 'before', name: t.before },
            { value: 'after', name: t.after },
          ]}
          value={beside}
          onChange={setBeside}
        />
      </div>
      <p className="small muted">{t.asked}</p>
      {undecided.length > 0 && (
        <p role="status">{t.missing(undecided.map((one) => names[one]).join(', '))}</p>
      )}
    </EditForm>
  );
}
