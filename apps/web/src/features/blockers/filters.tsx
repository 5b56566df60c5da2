import { useQuery } from '@tanstack/react-query';
import { useText } from '../../language';
import { useAddressState } from '../../shared/address-state';
import { causesQuery, useCauseNames } from '../../shared/capital-held';
import { SearchBox } from '../../shared/search-box';
import { messages, SORTS, STATES } from './messages';

/** What the list is narrowed by; it all stands in the address. */
export function Filters() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const nameOf = useCauseNames();
  const causes = useQuery(causesQuery).data ?? [];
  const unit = value('unit');
  return (
    <div className="bl-filters noprint">
      <SearchBox label={t.search} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <Choice name="state" label={t.state} initial="open" options={useText(STATES)} />
      <Choice
        name="cause"
        label={t.cause}
        initial=""
        options={{ '': t.every, ...Object.fromEntries(causes.map(({ code }) => [code, nameOf(code)])) }}
      />
      <Choice name="sort" label={t.sort} initial="due" options={useText(SORTS)} />
      {unit !== undefined && (
        <span>
          {t.onlyUnit(unit)}{' '}
          <button type="button" className="link" onClick={() => set({ unit: undefined })}>
            {t.lift}
          </button>
        </span>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What counts while the address doesn't say. */
  readonly initial: string;
  readonly options: Readonly<Record<string, string>>;
}

function Choice({ name, label, initial, options }: ChoiceProps) {
  const { value, set } = useAddressState();
  return (
    <label>
      {label}{' '}
      <select
        className="control"
        value={value(name) ?? initial}
        onChange={({ target }) => set({ [name]: target.value === initial ? undefined : target.value })}
      >
        {Object.entries(options).map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
