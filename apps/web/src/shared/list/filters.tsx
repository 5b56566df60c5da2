import { longList, useLongList } from '../../api/long-list';
import { useText } from '../../language';
import { AddressChoice, useAddressState } from '../address-state';
import { DateInput } from '../form/date-input';
import type { Option } from '../form/fields';
import { messages } from '../messages';
import './filters.css';
import { SearchBox } from './search-box';

interface FilterName {
  /** As the address bar has it. */
  readonly name: string;
  /** As the API calls it, where that is another name. */
  readonly param?: string;
}

interface LabelledFilter extends FilterName {
  readonly label: string;
}

/** What a list can be filtered by. */
export type Filter =
  | (LabelledFilter & { readonly kind: 'words' })
  | (LabelledFilter & {
      readonly kind: 'date';
      /** What counts while the address has none: there is always a date, and until another one is typed the former stays. */
      readonly initial?: string;
    })
  | (LabelledFilter & {
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
  | (LabelledFilter & {
      /** A choice among few, all of them in sight. */
      readonly kind: 'radio';
      readonly options: readonly Option[];
      readonly initial: string;
    })
  /** Chosen by a link in the list, without a control of its own. */
  | (FilterName & { readonly kind: 'link' });

/** A list of the API by what is chosen among its filters, to be given to a `ListPage`; `request` is what it was asked with. */
export function useFilteredList<Row>(key: readonly string[], path: string, filters: readonly Filter[]) {
  const { value } = useAddressState();
  const request = Object.fromEntries(
    filters.flatMap((filter) => {
      const text = value(filter.name) ?? ('initial' in filter ? filter.initial : undefined);
      return text === undefined ? [] : [[filter.param ?? filter.name, text]];
    }),
  );
  return { list: useLongList(longList<Row>(key, path, request)), filters, request };
}

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
  if (filter.kind === 'link') return null;
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
