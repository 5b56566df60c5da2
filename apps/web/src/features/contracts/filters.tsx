import { useText } from '../../language';
import { AddressChoice } from '../../shared/address-choice';
import { useAddressState } from '../../shared/address-state';
import { ADVANCE_STATES, GUARANTEE_STATES } from '../../shared/contracts';
import { SearchBox } from '../../shared/search-box';
import { messages } from './messages';

/** What both lists are narrowed by; it all stands in the address. */
export function Filters() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const every = { '': t.every };
  const advanceStates = useText(ADVANCE_STATES);
  const guaranteeStates = useText(GUARANTEE_STATES);
  return (
    <div className="tools noprint">
      <SearchBox label={t.search} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <AddressChoice
        name="tam-ung"
        label={t.advanceState}
        initial=""
        options={{ ...every, ...advanceStates }}
      />
      <AddressChoice
        name="bao-lanh"
        label={t.guaranteeState}
        initial=""
        options={{ ...every, ...guaranteeStates }}
      />
    </div>
  );
}
