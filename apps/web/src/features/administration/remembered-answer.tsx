import type { RememberedView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { tableWords, useMeaningName } from '../../shared/meanings';
import { habits, messages } from './profiles-messages';

/** What was answered, in words. */
export function RememberedAnswer({ remembered }: { readonly remembered: RememberedView }) {
  const t = useText(messages);
  const words: Readonly<Record<string, string>> = useText(tableWords);
  const ways: Readonly<Record<string, string>> = useText(habits);
  const nameOf = useMeaningName();
  const { topic, value, projectName, columns, headerRows, unit } = remembered;
  if (topic === 'project' && value === 'new') return t.newProject;
  if (topic === 'project') return projectName ?? <span className="muted">{t.goneProject}</span>;
  if (columns.length === 0) return words[value ?? ''] ?? ways[value ?? ''] ?? value;
  const [first, last = first] = headerRows;
  const [kind] = value === null ? [] : [words[value] ?? value];
  const about = [
    kind,
    first === undefined || last === undefined ? undefined : t.rows(first, last),
    unit === null ? undefined : t.unit(words[unit] ?? unit),
  ].filter((part) => part !== undefined);
  return (
    <>
      {about.length > 0 && <span className="sub">{about.join(', ')}</span>}
      <ul>
        {columns.map(({ column, caption, meaning }) => (
          <li key={column}>
            <span className="cell">{column}</span>
            {caption !== null && ` “${caption}”`} → <strong>{nameOf(meaning)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
