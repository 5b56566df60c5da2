import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type {
  GivenTasksView,
  GiveTaskRequest,
  TaskAssigneeView,
  TaskGiverView,
} from '@thongvon/api-contract';
import { addDays, plainDate } from '@thongvon/kernel';
import { newKey } from '../../api/client';
import { useToday, useUser } from '../../api/session';
import { useFormats, useText } from '../../language';
import { Drawer } from '../drawer';
import { DateInput } from '../form/date-input';
import { Choice, given, LongText, TextField } from '../form/fields';
import { Form, useChange, useFields } from '../form/form';
import { Banner, Loading } from '../page';
import { giveWords } from './give-words';
import { taskAssigneesQuery, taskGiversQuery, TASKS_STALE } from './queries';
import type { TaskSubject } from './subject';
import './tasks.css';

interface SheetProps {
  readonly subject: TaskSubject;
  readonly onClose: () => void;
}

/** The sheet by which one task is given: at the side of a desk, over a phone's page. */
export function GiveSheet({ subject, onClose }: SheetProps) {
  const t = useText(giveWords);
  const today = useToday();
  const assignees = useQuery(taskAssigneesQuery(subject)).data?.items;
  const givers = useQuery(taskGiversQuery).data;
  return (
    <Drawer title={t.give} onClose={onClose}>
      {subject.about !== undefined && <p className="muted">{t.about(subject.about)}</p>}
      {today === undefined || assignees === undefined || givers === undefined ? (
        <Loading />
      ) : (
        <Sheet subject={subject} today={today} assignees={assignees} givers={givers} />
      )}
    </Drawer>
  );
}

interface FilledProps {
  readonly subject: TaskSubject;
  readonly today: string;
  readonly assignees: readonly TaskAssigneeView[];
  readonly givers: readonly TaskGiverView[];
}

/** In so many days a task is usually due. */
const USUAL_DAYS = [7, 14];

function Sheet({ subject, today, assignees, givers }: FilledProps) {
  const t = useText(giveWords);
  const user = useUser();
  // One sheet is one task: whatever is tapped twice or sent again is given once.
  const [clientKey, setKey] = useState(newKey);
  const decides = user.role !== 'finance-officer';
  const [onlyGiver, ...others] = givers;
  const { values, set, field } = useFields({
    what: subject.what ?? '',
    organizationId:
      assignees.find(({ id }) => id === subject.organizationId)?.id ??
      assignees.find(({ suggested }) => suggested)?.id ??
      '',
    person: subject.person ?? '',
    // A day that has passed is proposed to nobody.
    due: subject.due !== undefined && subject.due >= today ? subject.due : daysFrom(today, 7),
    concludedBy: decides ? user.id : others.length === 0 ? (onlyGiver?.id ?? '') : '',
  });
  const give = useChange<GiveTaskRequest, GivenTasksView>('POST', '/api/tasks', { stale: TASKS_STALE });
  // A second tap may come before the button is seen to wait.
  const isOnItsWay = useRef(false);
  const office = assignees.find(({ id }) => id === values.organizationId);
  if (give.data)
    return (
      <Given
        done={give.data}
        onAnother={() => {
          give.reset();
          setKey(newKey());
          set({ what: '' });
        }}
      />
    );
  const { what, organizationId, due, concludedBy } = values;
  const request = (): GiveTaskRequest => ({
    clientKey,
    ...{ what: what.trim(), organizationId, due },
    ...given('person', values.person),
    ...(concludedBy === user.id ? {} : given('concludedBy', concludedBy)),
    ...(subject.projectId === undefined ? {} : { projectId: subject.projectId }),
    ...(subject.blockerId === undefined ? {} : { blockerId: subject.blockerId }),
  });
  return (
    <Form
      submit={office === undefined ? t.give : t.giveTo(office.name)}
      change={give}
      ready={what.trim() !== '' && organizationId !== '' && due !== '' && concludedBy !== ''}
      onSubmit={() => {
        if (isOnItsWay.current) return;
        isOnItsWay.current = true;
        give.mutate(request(), { onSettled: () => (isOnItsWay.current = false) });
      }}
    >
      <LongText {...field('what')} label={t.what} hint={t.whatHint} required maxLength={2000} />
      <Choice
        {...field('organizationId')}
        label={t.organizationId}
        options={assignees.map(({ id, name }) => ({ value: id, name }))}
      />
      {office?.reachable === false && <Banner>{t.unreachable}</Banner>}
      <TextField {...field('person')} label={t.person} maxLength={200} />
      <DateInput {...field('due')} label={t.due} required min={today} />
      <div className="tk-chips">
        {USUAL_DAYS.map((days) => (
          <button
            key={days}
            type="button"
            className="btn"
            aria-pressed={due === daysFrom(today, days)}
            onClick={() => set({ due: daysFrom(today, days) })}
          >
            {t.inDays(String(days))}
          </button>
        ))}
      </div>
      {!decides && (
        <Choice
          {...field('concludedBy')}
          label={t.concludedBy}
          hint={t.concludedByHint}
          options={givers.map(({ id, name }) => ({ value: id, name }))}
        />
      )}
    </Form>
  );
}

const daysFrom = (today: string, days: number): string => addDays(plainDate(today), days);

interface GivenProps {
  readonly done: GivenTasksView;
  readonly onAnother: () => void;
}

/** What was given, and what can still be done about it. */
function Given({ done: { already, givenAt, conclusion, unreachable }, onAnother }: GivenProps) {
  const t = useText(giveWords);
  const formats = useFormats();
  const [task] = conclusion.tasks;
  if (task === undefined) return null;
  return (
    <div role="status">
      <p className="strong">
        {already
          ? t.already(formats.instant(givenAt))
          : t.given(task.organization.name, formats.date(task.due))}
      </p>
      <p>{unreachable.length > 0 ? t.unreachable : t.mailed}</p>
      <p className="form-actions">
        <Link href={`/viec-giao/${task.id}`} className="btn btn-main">
          {t.open}
        </Link>
        <button type="button" className="btn" onClick={onAnother}>
          {t.another}
        </button>
      </p>
    </div>
  );
}
