import { useState } from 'react';
import type { AlertGroupView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText } from '../../language';
import { EmptyState, ListStates } from '../../shared';
import { AlertMark } from '../../shared/alerts';
import { GroupAlerts } from './group-alerts';
import { messages } from './messages';
import { groupsQuery } from './queries';
import type { Selection } from './selection';
import { useAlertsRequest } from './use-alerts-request';

/** So many alerts are shown at once; the groups after them open by a click. */
const SHOWN = 30;

interface GroupsProps {
  readonly week: string;
  readonly selection: Selection;
  readonly onOpen: (id: string) => void;
}

/** The alerts that are asked for, under what they have in common: the gravest and oldest first. */
export function Groups({ week, selection, onOpen }: GroupsProps) {
  const t = useText(messages);
  const { request, by } = useAlertsRequest();
  const list = useLongList(groupsQuery({ ...request, by }));
  return (
    <ListStates
      list={list}
      empty={
        <EmptyState title={t.nothingFound}>
          <p>{t.nothingFoundWhat}</p>
        </EmptyState>
      }
    >
      {(groups) => (
        <>
          {groups.map((group, index) => (
            <Group
              key={group.rule ?? group.project?.id ?? ''}
              group={group}
              isFirstOpen={index === 0 || alertsUpTo(groups, index) <= SHOWN}
              {...{ week, selection, onOpen }}
            />
          ))}
          {groups.length < list.total && (
            <button type="button" className="btn als-more noprint" onClick={list.more}>
              {t.moreGroups(list.total - groups.length)}
            </button>
          )}
        </>
      )}
    </ListStates>
  );
}

const alertsUpTo = (groups: readonly AlertGroupView[], last: number): number =>
  groups.slice(0, last + 1).reduce((sum, { alerts }) => sum + alerts, 0);

interface GroupProps extends GroupsProps {
  readonly group: AlertGroupView;
  readonly isFirstOpen: boolean;
}

function Group({ group, isFirstOpen, week, selection, onOpen }: GroupProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { language } = usePreferences();
  const { request } = useAlertsRequest();
  const [isOpen, setOpen] = useState(isFirstOpen);
  const { rule, title, titleEn, project, severity, alerts, critical, urgent, oldest } = group;
  const name = (language === 'vi' ? title : titleEn) ?? project?.name ?? t.offices;
  const own =
    rule !== null
      ? { rule }
      : project === null
        ? { about: 'organization' as const }
        : { projectId: project.id };
  return (
    <section className="sec als-group" aria-label={name}>
      <h2>
        <button type="button" className="als-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="als-turn" aria-hidden="true" />
          <AlertMark severity={severity} urgent={urgent > 0} />
          <b>{name}</b>
          <span className="muted">
            {t.count(alerts, critical)}, {t.since(formats.date(oldest))}
          </span>
        </button>
      </h2>
      {isOpen && (
        <GroupAlerts
          name={name}
          by={rule === null ? 'project' : 'rule'}
          request={{ ...request, ...own }}
          {...{ week, selection, onOpen }}
        />
      )}
    </section>
  );
}
