import { useQuery } from '@tanstack/react-query';
import type { AuditWordView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { useAddressState } from '../../shared/address-state';
import { DateInput } from '../../shared/date-input';
import { SearchBox } from '../../shared/search-box';
import { messages } from './audit-trail-messages';
import { auditWordsQuery } from './audit-trail-queries';

/** By person, action, thing and day; kept in the address bar. */
export function AuditFilters() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const words = useQuery(auditWordsQuery);
  const day = (name: string, label: string) => (
    <DateInput inline label={label} value={value(name)} onChange={(date) => set({ [name]: date })} />
  );
  return (
    <div className="tools ad-filters noprint" role="search">
      <SearchBox label={t.person} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <Choice
        label={t.action}
        value={value('viec')}
        words={words.data?.actions}
        onChange={(viec) => set({ viec })}
      />
      <Choice
        label={t.kind}
        value={value('loai')}
        words={words.data?.subjects}
        onChange={(loai) => set({ loai, ma: undefined })}
      />
      {day('tu', t.from)}
      {day('den', t.to)}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Not there yet: only what is chosen is offered. */
  readonly words: readonly AuditWordView[] | undefined;
  readonly onChange: (key: string) => void;
}

function Choice({ label, value = '', words, onChange }: ChoiceProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  return (
    <label>
      {label}
      <select className="control" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.any}</option>
        {words === undefined && value !== '' && <option value={value}>{value}</option>}
        {words?.map(({ key, label: name, labelEn }) => (
          <option key={key} value={key}>
            {language === 'vi' ? name : labelEn}
          </option>
        ))}
      </select>
    </label>
  );
}
