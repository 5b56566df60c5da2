import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { address } from '../../api/client';
import { officesQuery } from '../../api/offices';
import { useUser } from '../../api/session';
import { useText } from '../../language';
import { messages } from './messages';

const BLANKS = ['disbursement', 'land-clearance'] as const;

/** Blank returns: a sender's own; the finance office, which sends no such return, chooses whose. */
export function Blank() {
  const t = useText(messages);
  const isSender = useUser().role === 'reporter';
  return (
    <div className="rt-blank">
      <h2>{t.blank}</h2>
      <p className="small muted">{isSender ? t.blankWhat : t.blankWhatOf}</p>
      {isSender ? <Downloads /> : <OfOffices />}
    </div>
  );
}

function OfOffices() {
  const t = useText(messages);
  const { data } = useQuery(officesQuery);
  const [chosen, setChosen] = useState<string>();
  const offices = (data?.items ?? []).filter(({ reports, effectiveTo }) => reports && effectiveTo === null);
  const office = chosen ?? offices[0]?.id;
  if (office === undefined) return null;
  return (
    <>
      <select
        className="control"
        aria-label={t.office}
        value={office}
        onChange={({ target }) => setChosen(target.value)}
      >
        {offices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Downloads organizationId={office} />
    </>
  );
}

function Downloads({ organizationId }: { readonly organizationId?: string }) {
  const t = useText(messages);
  return BLANKS.map((kind) => (
    <a key={kind} className="btn" href={address('/api/blank-return', { kind, organizationId })} download>
      {t.blankOf(t[kind])}
    </a>
  ));
}
