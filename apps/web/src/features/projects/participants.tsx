import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NameParticipantRequest, ParticipantView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { useUser } from '../../api/session';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { QueryStates, Refusal } from '../../shared';
import { DateInput } from '../../shared/form/date-input';
import { Choice, given } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { participantOfficesQuery, participantsQuery } from './queries';

/** Who names and ends participants: the owner's people and the finance office. */
const MAY_NAME: readonly string[] = ['reporter', 'finance-officer', 'finance-head'];

/** Which other offices report the project's land clearance; asked for when it is opened. */
export function Participants({ projectId }: { readonly projectId: string }) {
  const t = useText(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="sec pj-contracts noprint" aria-label={t.title}>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t.title}</summary>
        {isOpen && <Named projectId={projectId} />}
      </details>
    </section>
  );
}

function Named({ projectId }: { readonly projectId: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const client = useQueryClient();
  const mayName = MAY_NAME.includes(useUser().role);
  const query = useQuery(participantsQuery(projectId));
  const end = useMutation({
    mutationFn: (id: string) =>
      send<ParticipantView>('DELETE', `/api/projects/${projectId}/participants/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: participantsQuery(projectId).queryKey }),
  });
  return (
    <QueryStates query={query}>
      {(participants) => (
        <>
          <p className="small muted">{t.what}</p>
          {participants.length === 0 && <p>{t.none}</p>}
          <ul className="pj-participants">
            {participants.map(({ id, organization, from, to }) => (
              <li key={id}>
                <b>{organization.name}</b>{' '}
                <span className="small muted">
                  {to === null ? t.since(formats.date(from)) : t.until(formats.date(from), formats.date(to))}
                </span>{' '}
                {mayName && to === null && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t.endOf(organization.name)}
                    disabled={end.isPending}
                    onClick={() => end.mutate(id)}
                  >
                    {t.end}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <Refusal error={end.error} />
          {mayName && <NameOffice projectId={projectId} />}
        </>
      )}
    </QueryStates>
  );
}

function NameOffice({ projectId }: { readonly projectId: string }) {
  const t = useText(messages);
  const offices = useQuery(participantOfficesQuery(projectId));
  const { values, field, reset } = useFields({ organizationId: '', from: '' });
  const { organizationId, from } = values;
  const add = useChange<NameParticipantRequest, ParticipantView>(
    'POST',
    `/api/projects/${projectId}/participants`,
    { stale: [participantsQuery(projectId).queryKey], onDone: reset },
  );
  return (
    <Form
      className="form-narrow"
      submit={t.add}
      change={add}
      ready={organizationId !== ''}
      onSubmit={() => add.mutate({ organizationId, ...given('from', from) })}
    >
      <Choice
        {...field('organizationId')}
        label={t.office}
        none={t.choose}
        options={(offices.data?.items ?? []).map(({ id, name }) => ({ value: id, name }))}
      />
      <DateInput {...field('from')} label={t.from} />
      <Refusal error={offices.error} />
    </Form>
  );
}

const messages = {
  title: { vi: 'Đơn vị tham gia giải phóng mặt bằng', en: 'Offices that report land clearance' },
  what: {
    vi: 'Báo cáo giải phóng mặt bằng của các đơn vị này được ghi tiến độ và vướng mắc của dự án, không được ghi giải ngân.',
    en: 'Clearance returns of these offices may tell of the project’s progress and blockers, not of its disbursement.',
  },
  none: { vi: 'Chưa ghi đơn vị nào.', en: 'None is named yet.' },
  since: withValues('từ {}', 'since {}'),
  until: withValues('từ {from}, thôi từ {to}', 'since {from}, no longer from {to}'),
  end: { vi: 'Thôi tham gia', en: 'End' },
  endOf: withValues('Thôi tham gia: {}', 'End: {}'),
  office: { vi: 'Đơn vị', en: 'Office' },
  choose: { vi: 'Chọn đơn vị…', en: 'Choose an office…' },
  from: { vi: 'Từ ngày (để trống: từ đầu năm)', en: 'Since (empty: the start of the year)' },
  add: { vi: 'Thêm đơn vị tham gia', en: 'Name the office' },
} satisfies Messages;
