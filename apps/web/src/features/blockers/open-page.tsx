import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type {
  BlockerCause,
  BlockerDetailView,
  DecidingLevel,
  OpenBlockerRequest,
} from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useText } from '../../language';
import { Loading } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { useCauseNames } from '../../shared/capital-held/held';
import { causesQuery } from '../../shared/capital-held/queries';
import { DateInput } from '../../shared/form/date-input';
import { Choice, given, LongText, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useChange } from '../../shared/form/form';
import { useKeptFields } from '../../shared/form/kept-fields';
import { useSendOnce } from '../../shared/form/send-once';
import { oneLine, useTextCheck } from '../../shared/form/text-check';
import { newBlockerDraft, type OpenedFrom } from '../../shared/open-blocker';
import { usePageTitle } from '../../shared/page';
import { LEVELS } from './acts/messages';
import { STALE } from './acts/use-act';
import './blockers.css';
import { DueField } from './due-field';
import { openMessages } from './open-messages';
import { ProjectField } from './project-field';
import { UnitField } from './unit-field';

/** Writes down a new blocker: of which project, what it is, who must act by when. */
export function OpenBlockerPage() {
  const t = useText(openMessages);
  const today = useToday();
  const from = useOpenedFrom();
  usePageTitle(t.title);
  return (
    <main id="main" className="bl">
      <p className="small muted">
        <Link href="/vuong-mac">{t.crumb}</Link>
      </p>
      <h1>{t.title}</h1>
      {today === undefined ? <Loading /> : <OpenForm key={JSON.stringify(from)} from={from} today={today} />}
    </main>
  );
}

/** What the address says of it. */
function useOpenedFrom(): OpenedFrom {
  const { value } = useAddressState();
  const [projectId, returnId, sheet, cell] = ['project', 'return', 'sheet', 'cell'].map(value);
  const source =
    returnId === undefined || sheet === undefined || cell === undefined
      ? undefined
      : { returnId, sheet, cell };
  return { projectId, source };
}

const BLANK = {
  projectId: '',
  description: '',
  cause: '',
  responsibleUnit: '',
  due: '',
  responsiblePerson: '',
  decidingLevel: '',
  openedOn: '',
};

function OpenForm({ from, today }: { readonly from: OpenedFrom; readonly today: string }) {
  const t = useText(openMessages);
  const levels = useText(LEVELS);
  const user = useUser();
  const [, navigate] = useLocation();
  const { values, set, reset, field } = useKeptFields(newBlockerDraft(from, user.id), {
    ...BLANK,
    projectId: from.projectId ?? '',
  });
  const once = useSendOnce();
  const open = useChange<OpenBlockerRequest, BlockerDetailView>('POST', '/api/blockers', {
    stale: STALE,
    headers: once.headers,
    onDone: ({ id }) => {
      once.done();
      reset();
      navigate(`/vuong-mac/${id}`);
    },
  });
  const check = useTextCheck(values.description, (description) => set({ description }));
  const { look } = check;
  // What was handed over or typed before says its likely cause at once.
  const lookAtFirst = useRef(look);
  useEffect(() => lookAtFirst.current(), []);
  const request = requestOf(values, from);
  const form = {
    change: { isPending: open.isPending || check.isPending, error: open.error ?? check.error },
    ready: request !== undefined,
    onSubmit: () => request && check.before(() => open.mutate(request)),
  };
  return (
    <Form {...form} className="bl-new" submit={t.save} actions={<Link href="/vuong-mac">{t.cancel}</Link>}>
      <ProjectField
        label={t.project}
        value={values.projectId}
        fixed={from.projectId !== undefined}
        onChange={(projectId) => set({ projectId })}
      />
      {/* Leaving the field has its words looked at; the blur of what stands in it comes by here. */}
      <div onBlur={look}>
        <LongText
          {...field('description')}
          label={t.description}
          hint={t.noNames}
          required
          maxLength={2000}
        />
      </div>
      {check.question}
      <CauseField
        value={values.cause}
        suggested={check.suggestedCauses}
        onChange={(cause) => set({ cause })}
      />
      <UnitField {...field('responsibleUnit')} label={t.unit} />
      <DueField field={field('due')} label={t.due} today={today} />
      <details className="bl-more">
        <summary>{t.more}</summary>
        <div className="form-row">
          <TextField {...field('responsiblePerson')} label={t.person} hint={t.personHint} maxLength={200} />
          <Choice
            {...field('decidingLevel')}
            value={values.decidingLevel as DecidingLevel | ''}
            label={t.decidingLevel}
            none={t.levelNone}
            options={optionsOf(levels)}
          />
          <DateInput {...field('openedOn')} label={t.openedOn} hint={t.openedOnHint} max={today} />
        </div>
      </details>
    </Form>
  );
}

function requestOf(
  { projectId, description, cause, decidingLevel, ...rest }: typeof BLANK,
  { source }: OpenedFrom,
): OpenBlockerRequest | undefined {
  if (projectId === '' || oneLine(description) === '') return undefined;
  return {
    projectId,
    description: oneLine(description),
    ...(source === undefined ? {} : { source }),
    ...(cause === '' ? {} : { cause: cause as BlockerCause }),
    ...(decidingLevel === '' ? {} : { decidingLevel: decidingLevel as DecidingLevel }),
    ...given('responsibleUnit', rest.responsibleUnit),
    ...given('responsiblePerson', rest.responsiblePerson),
    ...given('due', rest.due),
    ...given('openedOn', rest.openedOn),
  };
}

interface CauseFieldProps {
  readonly value: string;
  readonly suggested: readonly BlockerCause[];
  readonly onChange: (cause: string) => void;
}

/** Its cause, what the words suggest at one tap; nothing chosen: a person confirms it later. */
function CauseField({ value, suggested, onChange }: CauseFieldProps) {
  const t = useText(openMessages);
  const nameOf = useCauseNames();
  const causes = (useQuery(causesQuery).data ?? []).filter(({ code }) => code !== 'unclassified');
  return (
    <div className="bl-due">
      <Choice
        name="cause"
        label={t.cause}
        none={t.causeNone}
        value={value as BlockerCause | ''}
        onChange={onChange}
        options={causes.map(({ code }) => ({ value: code, name: nameOf(code) }))}
      />
      {suggested.length > 0 && (
        <div className="bl-chips" role="group" aria-label={t.suggested}>
          <span className="small muted">{t.suggested}</span>
          {suggested.slice(0, 3).map((code) => (
            <button
              key={code}
              type="button"
              className="btn"
              aria-pressed={value === code}
              onClick={() => onChange(code)}
            >
              {nameOf(code)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
