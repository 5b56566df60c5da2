import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId } from 'react';
import type { ListOf, ProjectRefView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { useText } from '../../language';
import { FormField } from '../../shared/form/fields';
import { conclusionMessages } from './conclusion-messages';

/** A project as it is typed: its words, and its id once they are those of one that is offered. */
export interface TypedProject {
  readonly text: string;
  readonly id: string | undefined;
}

interface ProjectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: TypedProject;
  readonly onChange: (value: TypedProject) => void;
}

/** How many are offered at a time. */
const OFFERED = 20;

const offered = (q: string) =>
  getQuery<ListOf<ProjectRefView>>(['projects', 'offered', q], '/api/projects', { q, limit: OFFERED });

const nameOf = ({ code, name }: ProjectRefView): string => (code === null ? name : `${name} (${code})`);

/** A project by a few words of its name or its code; what matches none is said, never guessed. */
export function ProjectField({ name, label, value: { text, id }, onChange }: ProjectFieldProps) {
  const t = useText(conclusionMessages);
  const list = useId();
  const words = useDeferredValue(text.replace(/ \([^)]*\)$/, ''));
  const { data } = useQuery({
    ...offered(words),
    enabled: words.trim() !== '',
    placeholderData: (before) => before,
  });
  const found = text.trim() === '' ? [] : (data?.items ?? []);
  const type = (typed: string) =>
    onChange({ text: typed, id: found.find((project) => nameOf(project) === typed)?.id });
  return (
    <FormField
      label={label}
      name={name}
      isLive
      hint={text.trim() !== '' && id === undefined ? t.noProject : undefined}
    >
      {(attributes) => (
        <>
          <input
            type="text"
            autoComplete="off"
            list={list}
            maxLength={300}
            {...attributes}
            value={text}
            onChange={({ target }) => type(target.value)}
            onBlur={() => id === undefined && type(text)}
          />
          <datalist id={list}>
            {found.map((project) => (
              <option key={project.id} value={nameOf(project)} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
