import { useQuery } from '@tanstack/react-query';
import { usePreferences, useText } from '../../language';
import { AddressChoice } from '../../shared/address-choice';
import { useAddressState } from '../../shared/address-state';
import { alertStates, bases, severities } from '../../shared/alerts/messages';
import { SearchBox } from '../../shared/search-box';
import { GROUPINGS, messages } from './messages';
import { projectQuery, rulesQuery } from './queries';
import { HOLDING } from './use-alerts-request';

/** How the list is put together and narrowed; it all stands in the address. */
export function Filters() {
  const t = useText(messages);
  const states = useText(alertStates);
  const { language } = usePreferences();
  const { value, set } = useAddressState();
  const rules = useQuery(rulesQuery).data?.items ?? [];
  const project = value('project');
  const every = { '': t.every };
  const narrowed = ['severity', 'basis', 'rule'].some((name) => value(name) !== undefined);
  return (
    <div className="als-filters noprint">
      <SearchBox label={t.search} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <AddressChoice name="by" label={t.by} initial="rule" options={useText(GROUPINGS)} />
      <AddressChoice
        name="state"
        label={t.state}
        initial="open"
        options={{ ...states, [HOLDING]: t.holding }}
      />
      <details className="als-more-filters" open={narrowed}>
        <summary>{t.moreFilters}</summary>
        <AddressChoice
          name="severity"
          label={t.severity}
          initial=""
          options={{ ...every, ...useText(severities) }}
        />
        <AddressChoice name="basis" label={t.basis} initial="" options={{ ...every, ...useText(bases) }} />
        <AddressChoice
          name="rule"
          label={t.rule}
          initial=""
          options={{
            ...every,
            ...Object.fromEntries(
              rules.map(({ id, title, titleEn }) => [id, language === 'vi' ? title : titleEn]),
            ),
          }}
        />
      </details>
      {project !== undefined && <OnlyProject id={project} onLift={() => set({ project: undefined })} />}
    </div>
  );
}

function OnlyProject({ id, onLift }: { readonly id: string; readonly onLift: () => void }) {
  const t = useText(messages);
  const project = useQuery(projectQuery(id));
  return (
    <span>
      {t.onlyProject(project.data?.name ?? '…')}{' '}
      <button type="button" className="link" onClick={onLift}>
        {t.lift}
      </button>
    </span>
  );
}
