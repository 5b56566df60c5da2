import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListOf, OfficeRefView } from '@thongvon/api-contract';
import { getQuery } from '../../../api/client';
import { useText } from '../../../language';
import { QueryStates } from '../../../shared';
import { Tick } from '../../../shared/form/fields';
import { useFieldRefusal } from '../../../shared/form/form';
import { SearchBox } from '../../../shared/list/search-box';
import { messages } from './messages';

interface OfficeFieldProps {
  readonly blockerId: string;
  readonly label: string;
  /** Its id; '' while none is chosen. */
  readonly value: string;
  readonly onChange: (organizationId: string) => void;
  /** Those that the words may mean, offered before anything is searched for. */
  readonly candidates?: readonly OfficeRefView[];
}

/** As many as are seen at once on a phone. */
const SHOWN = 8;

/** An organisation of the register, found by its words. */
export function OfficeField({ blockerId, label, value, onChange, candidates = [] }: OfficeFieldProps) {
  const t = useText(messages);
  const refusal = useFieldRefusal('organizationId');
  const [q, setWords] = useState('');
  const found = useQuery({
    ...getQuery<ListOf<OfficeRefView>>(
      ['blockers', 'offices', blockerId, q],
      `/api/blockers/${blockerId}/offices`,
      { q, limit: SHOWN },
    ),
    placeholderData: (before) => before,
  });
  const offices = (items: readonly OfficeRefView[]) =>
    q === '' ? [...candidates, ...items.filter(({ id }) => !candidates.some((one) => one.id === id))] : items;
  return (
    <fieldset className="bl-projects">
      <legend>{label}</legend>
      <SearchBox label={t.officeWords} value={q} onChange={setWords} />
      <QueryStates query={found}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="small muted">{t.officeNone}</p>}
            {offices(items).map(({ id, name }) => (
              <Tick
                key={id}
                among="organizationId"
                label={name}
                value={value === id}
                onChange={() => onChange(id)}
              />
            ))}
          </>
        )}
      </QueryStates>
      {refusal !== undefined && (
        <p className="small strong" role="alert">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}
