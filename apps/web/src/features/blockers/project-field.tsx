import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListOf, ProjectListQuery, ProjectView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { useText } from '../../language';
import { QueryStates } from '../../shared';
import { Tick } from '../../shared/form/fields';
import { useFieldRefusal } from '../../shared/form/form';
import { SearchBox } from '../../shared/list/search-box';
import { openMessages } from './open-messages';

interface ProjectFieldProps {
  readonly label: string;
  /** Its id; '' while none is chosen. */
  readonly value: string;
  /** The address names it: it is not chosen here. */
  readonly fixed: boolean;
  readonly onChange: (projectId: string) => void;
}

/** One of the projects in sight. */
export function ProjectField({ label, value, fixed, onChange }: ProjectFieldProps) {
  const refusal = useFieldRefusal('projectId');
  return (
    <div>
      {value === '' ? (
        <Search label={label} onChange={onChange} />
      ) : (
        <Chosen label={label} id={value} {...(fixed ? {} : { onOther: () => onChange('') })} />
      )}
      {refusal !== undefined && (
        <p className="small strong" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly id: string;
  readonly onOther?: () => void;
}

function Chosen({ label, id, onOther }: ChosenProps) {
  const t = useText(openMessages);
  const project = useQuery(getQuery<ProjectView>(['projects', id], `/api/projects/${id}`));
  return (
    <QueryStates query={project}>
      {({ name, code }) => (
        <p>
          <span className="small">{label}</span> <b>{name}</b>{' '}
          {code !== null && <span className="small muted n">{code}</span>}{' '}
          {onOther !== undefined && (
            <button type="button" className="link" onClick={onOther}>
              {t.projectOther}
            </button>
          )}
        </p>
      )}
    </QueryStates>
  );
}

/** As many as are seen at once on a phone. */
const SHOWN = 8;

function Search({ label, onChange }: Pick<ProjectFieldProps, 'label' | 'onChange'>) {
  const t = useText(openMessages);
  const [q, setWords] = useState('');
  const found = useQuery({
    ...getQuery<ListOf<ProjectView>>(['projects', 'list', q, SHOWN], '/api/projects', {
      q,
      limit: SHOWN,
    } satisfies Partial<ProjectListQuery>),
    placeholderData: (before) => before,
  });
  return (
    <fieldset className="bl-projects">
      <legend>{label}</legend>
      <SearchBox label={t.projectWords} value={q} onChange={setWords} />
      <QueryStates query={found}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <p className="small muted">{t.projectNone}</p>}
            {items.map(({ id, name, code }) => (
              <Tick
                key={id}
                among="projectId"
                label={code === null ? name : `${name} (${code})`}
                value={false}
                onChange={() => onChange(id)}
              />
            ))}
            {total > items.length && <p className="small muted">{t.projectMore(total - items.length)}</p>}
          </>
        )}
      </QueryStates>
    </fieldset>
  );
}
