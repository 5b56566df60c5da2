import { useText } from '../../language';
import { useAddressState } from '../../shared/address-state';
import { ADVANCE_STATES, GUARANTEE_STATES } from '../../shared/contracts';
import { SearchBox } from '../../shared/search-box';
import { messages } from './messages';

/** What both lists are narrowed by; it all stands in the address. */
export function Filters() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  return (
    <div className="tools noprint">
      <SearchBox label={t.search} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <StateChoice name="tam-ung" label={t.advanceState} states={useText(ADVANCE_STATES)} />
      <StateChoice name="bao-lanh" label={t.guaranteeState} states={useText(GUARANTEE_STATES)} />
    </div>
  );
}

interface StateChoiceProps {
  /** In the address. */
  readonly name: string;
  readonly label: string;
  readonly states: Readonly<Record<string, string>>;
}

function StateChoice({ name, label, states }: StateChoiceProps) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  return (
    <label>
      {label}
      <select
        className="control"
        value={value(name) ?? ''}
        onChange={({ target }) => set({ [name]: target.value })}
      >
        <option value="">{t.every}</option>
        {Object.entries(states).map(([state, words]) => (
          <option key={state} value={state}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
