import { useEffect, useRef } from 'react';
import type { NewTaskRequest, TaskAssigneeView } from '@thongvon/api-contract';
import { newKey } from '../../api/client';
import { useText } from '../../language';
import { DateInput } from '../../shared/form/date-input';
import { Choice, given, LongText, TextField } from '../../shared/form/fields';
import { conclusionMessages } from './conclusion-messages';
import { ProjectField, type TypedProject } from './project-field';

/** A task as it is typed. */
export interface TypedRow {
  /** Tells it from the others while it is typed. */
  readonly key: string;
  readonly what: string;
  readonly project: TypedProject;
  readonly organizationId: string;
  readonly person: string;
  readonly due: string;
}

/** A row of which nothing is typed. */
export const blankRow = (): TypedRow => ({
  key: newKey(),
  what: '',
  project: { text: '', id: undefined },
  organizationId: '',
  person: '',
  due: '',
});

/** Whether nothing is typed: such a row isn't sent. */
export const isBlank = ({ what, project, organizationId, person, due }: TypedRow): boolean =>
  [what, project.text, organizationId, person, due].every((text) => text.trim() === '');

/** Whether it can be sent: its words, office and date are there, and its project, if one is typed, is known. */
export const isWhole = ({ what, project, organizationId, due }: TypedRow): boolean =>
  what.trim() !== '' &&
  organizationId !== '' &&
  due !== '' &&
  (project.text.trim() === '' || project.id !== undefined);

/** The same as it is sent. */
export const requestOf = ({ what, project, organizationId, person, due }: TypedRow): NewTaskRequest => ({
  ...{ what: what.trim(), organizationId, due },
  ...given('person', person),
  ...given('projectId', project.id ?? ''),
});

interface TaskRowProps {
  /** Its place among those typed. */
  readonly index: number;
  /** Its place among those sent: what is refused is said of that. */
  readonly sentAs: number;
  readonly today: string;
  readonly row: TypedRow;
  readonly assignees: readonly TaskAssigneeView[];
  readonly onChange: (changed: Partial<TypedRow>) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One task of a conclusion: a line of a desk's table, a block on a phone. */
export function TaskRow({ index, sentAs, today, row, assignees, onChange, onRemove }: TaskRowProps) {
  const t = useText(conclusionMessages);
  const line = useRef<HTMLLIElement>(null);
  // A row that was added is the next to be typed; the first is there from the start.
  useEffect(() => {
    if (index > 0 && isBlank(row)) line.current?.querySelector('textarea')?.focus();
    // Only when it comes.
  }, []);
  const nameOf = (field: string): string => `tasks.${sentAs}.${field}`;
  const nth = String(index + 1);
  return (
    <li ref={line} className="tk-row" aria-label={t.row(nth)}>
      <span className="n muted tk-row-nth" aria-hidden="true">
        {nth}
      </span>
      <LongText
        name={nameOf('what')}
        label={t.rowWhat}
        maxLength={2000}
        value={row.what}
        onChange={(what) => onChange({ what })}
      />
      <ProjectField
        name={nameOf('projectId')}
        label={t.rowProject}
        value={row.project}
        onChange={(project) => onChange({ project })}
      />
      <div>
        <Choice
          name={nameOf('organizationId')}
          label={t.rowOffice}
          value={row.organizationId}
          none="–"
          options={assignees.map(({ id, name }) => ({ value: id, name }))}
          onChange={(organizationId) => onChange({ organizationId })}
        />
        <TextField
          name={nameOf('person')}
          label={t.rowPerson}
          maxLength={200}
          value={row.person}
          onChange={(person) => onChange({ person })}
        />
      </div>
      <DateInput
        name={nameOf('due')}
        label={t.rowDue}
        min={today}
        value={row.due}
        onChange={(due) => onChange({ due: due ?? '' })}
      />
      {onRemove !== undefined && (
        <button type="button" className="link" onClick={onRemove}>
          {t.remove(nth)}
        </button>
      )}
    </li>
  );
}
