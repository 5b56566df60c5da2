import { useText } from '../../language';
import { AddressChoice, useAddressState } from '../address-state';
import { DateInput } from '../form/date-input';
import type { Option } from '../form/fields';
import { messages } from '../messages';
import './filters.css';
import { SearchBox } from './search-box';

interface NamedFilter {
  /** As the address bar has it. */
  readonly name: string;
  readonly label: string;
}

/** What a list can be filtered by. */
export type Filter =
  | (NamedFilter & { readonly kind: 'words' | 'date' })
  | (NamedFilter & {
      readonly kind: 'choice';
      /** Undefined while they are not there: only what is chosen is offered. */
      readonly options: readonly Option[] | undefined;
      /** What stands for all of them. */
      readonly any?: string;
      /** What no longer holds with another choice. */
      readonly clears?: string;
    });

/** The filters of a list, kept in the address bar. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  return (
    <div className="tools filters noprint" role="search">
      {filters.map((filter) => (
        <FilterControl key={filter.name} filter={filter} />
      ))}
    </div>
  );
}

function FilterControl({ filter }: { readonly filter: Filter }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const { kind, name, label } = filter;
  const text = value(name) ?? '';
  switch (kind) {
    case 'words':
      return <SearchBox label={label} value={text} onChange={(words) => set({ [name]: words })} />;
    case 'date':
      return <DateInput inline label={label} value={text} onChange={(date) => set({ [name]: date })} />;
    case 'choice': {
      const known = filter.options ?? (text === '' ? [] : [{ value: text, name: text }]);
      const named = known.map((one): [string, string] => [one.value, one.name]);
      const options = { '': filter.any ?? t.all, ...Object.fromEntries(named) };
      return (
        <AddressChoice
          name={name}
          label={label}
          initial=""
          options={options}
          {...(filter.clears === undefined ? {} : { clears: filter.clears })}
        />
      );
    }
  }
}
