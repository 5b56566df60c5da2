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
  | (NamedFilter & { readonly kind: 'words' })
  | (NamedFilter & {
      readonly kind: 'date';
      /** What counts while the address has none: there is always a date, and until another one is typed the former stays. */
      readonly initial?: string;
    })
  | (NamedFilter & {
      readonly kind: 'choice';
      /** Undefined while they are not there: only what is chosen is offered. */
      readonly options: readonly Option[] | undefined;
      /** What stands for all of them. */
      readonly any?: string;
      /** One of them, which counts while the address doesn't say, in the place of all. */
      readonly initial?: string;
      /** What no longer holds with another choice. */
      readonly clears?: string;
    })
  | (NamedFilter & {
      /** A choice among few, all of them in sight. */
      readonly kind: 'radio';
      readonly options: readonly Option[];
      readonly initial: string;
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
    case 'date': {
      const { initial } = filter;
      return (
        <DateInput
          inline
          label={label}
          value={text === '' ? initial : text}
          onChange={(date) => (date !== undefined || initial === undefined) && set({ [name]: date })}
        />
      );
    }
    case 'choice': {
      const { initial, any = t.all, clears } = filter;
      const known = filter.options ?? (text === '' ? [] : [{ value: text, name: text }]);
      return (
        <AddressChoice
          name={name}
          label={label}
          initial={initial ?? ''}
          options={initial === undefined ? [{ value: '', name: any }, ...known] : known}
          {...(clears === undefined ? {} : { clears })}
        />
      );
    }
    case 'radio':
      return (
        <fieldset>
          <legend className="vh">{label}</legend>
          {filter.options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={name}
                checked={option.value === (text === '' ? filter.initial : text)}
                onChange={() => set({ [name]: option.value === filter.initial ? undefined : option.value })}
              />
              {option.name}
            </label>
          ))}
        </fieldset>
      );
  }
}
