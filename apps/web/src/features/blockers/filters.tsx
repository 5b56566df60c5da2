import { useQuery } from '@tanstack/react-query';
import { useText } from '../../language';
import { AddressChoice } from '../../shared/address-choice';
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
      <AddressChoice name="state" label={t.state} initial="open" options={useText(STATES)} />
      <AddressChoice
        name="cause"
        label={t.cause}
        initial=""
        options={{ '': t.every, ...Object.fromEntries(causes.map(({ code }) => [code, nameOf(code)])) }}
      />
      <AddressChoice name="sort" label={t.sort} initial="due" options={useText(SORTS)} />
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
