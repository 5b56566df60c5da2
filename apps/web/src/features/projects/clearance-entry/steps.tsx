import { useQuery } from '@tanstack/react-query';
import type { LandType, ProjectStepsView, RecordStepRequest, StepView } from '@thongvon/api-contract';
import { getQuery } from '../../../api/client';
import { useFormats, useSaid, useText } from '../../../language';
import { QueryStates } from '../../../shared';
import { Act } from '../../../shared/form/act';
import { DateInput } from '../../../shared/form/date-input';
import { EvidenceField, NO_EVIDENCE, proofOf } from '../../../shared/form/evidence-field';
import { projectFiles } from '../../../shared/photo/ready-file';
import { Choice, optionsOf, TextField, Tick } from '../../../shared/form/fields';
import { Form } from '../../../shared/form/form';
import { oneLine } from '../../../shared/form/text-check';
import { changesOf, filledFrom, orNull } from '../../../shared/form/use-form';
import { useKeptForm } from '../../../shared/form/use-kept-form';
import { entryMessages, LAND_TYPE_NAMES } from './messages';

interface StepsProps {
  readonly projectId: string;
  /** Null: of the whole project. */
  readonly segmentId: string | null;
  readonly mayEnter: boolean;
  readonly today: string;
}

const stepsQuery = (projectId: string, segmentId: string | null) =>
  getQuery<ProjectStepsView>(
    ['land-clearance', 'steps', projectId, segmentId],
    `/api/land-clearance/projects/${projectId}/steps`,
    segmentId === null ? {} : { segmentId },
  );

/** The steps of the law in their order: what the law asks, what was planned, what is done and what proves it. */
export function Steps({ projectId, segmentId, mayEnter, today }: StepsProps) {
  const t = useText(entryMessages);
  const say = useSaid();
  const steps = useQuery(stepsQuery(projectId, segmentId));
  return (
    <>
      <h3>{t.steps}</h3>
      <QueryStates query={steps}>
        {(found) => (
          <ol className="pj-steps">
            {found.steps.map((step) => (
              <li key={step.step}>
                <Act
                  name={nameOf(projectId, segmentId, step)}
                  title={`${step.number}. ${say(step, 'label')}`}
                  note={<StepState step={step} />}
                >
                  {(done) => (
                    <>
                      <StepFacts step={step} />
                      {mayEnter && <StepForm {...{ projectId, segmentId, step, today }} onDone={done} />}
                    </>
                  )}
                </Act>
              </li>
            ))}
          </ol>
        )}
      </QueryStates>
    </>
  );
}

const nameOf = (projectId: string, segmentId: string | null, { step }: StepView): string =>
  `step:${projectId}:${segmentId ?? 'whole'}:${step}`;

/** In a word how far it is. */
function StepState({ step }: { readonly step: StepView }) {
  const t = useText(entryMessages);
  const formats = useFormats();
  const { done, started, planned, notApplicable, daysOverdue, percent, conditional, dueByLaw } = step;
  if (notApplicable) return <>{t.notApplicable}</>;
  const said = [
    done !== null
      ? t.doneOn(formats.date(done))
      : started !== null
        ? t.startedOn(formats.date(started))
        : planned !== null
          ? t.plannedOn(formats.date(planned))
          : conditional
            ? t.conditional
            : t.notYet,
    ...(percent === null || done !== null ? [] : [`${percent} %`]),
    ...(done === null && dueByLaw !== null ? [t.byLaw(formats.date(dueByLaw))] : []),
  ].join(' · ');
  return (
    <>
      {said}
      {daysOverdue > 0 && (
        <span className={done === null ? 'alarm' : undefined}> · {t.overdue(daysOverdue)}</span>
      )}
    </>
  );
}

/** Who acts, what proves it, and what deserves a look. */
function StepFacts({ step }: { readonly step: StepView }) {
  const t = useText(entryMessages);
  const say = useSaid();
  const { signer, signerEn, evidence, proof, reason, dueUnverified, alerts } = step;
  return (
    <div className="small pj-step-facts">
      {signer !== null && <p>{t.signer(say({ signer, signerEn: signerEn ?? signer }, 'signer'))}</p>}
      {evidence !== null && <p>{t.provenBy(evidence)}</p>}
      {proof?.file != null && (
        <p>
          <a href={`/api/land-clearance/evidence-files/${proof.file.id}`}>{proof.file.name}</a>
        </p>
      )}
      {reason !== null && <p>{t.because(reason)}</p>}
      {dueUnverified && <p className="muted">{t.unverified}</p>}
      {alerts.map((alert) => (
        <p key={alert.code} className="strong">
          {say(alert, 'message')}
        </p>
      ))}
    </div>
  );
}

const FIELDS = { planned: '', started: '', done: '', percent: '', landType: '', evidence: '', reason: '' };

interface StepFormProps extends Omit<StepsProps, 'mayEnter'> {
  readonly step: StepView;
  readonly onDone: () => void;
}

/** Records what was planned and done of a step; a correction is a new record. */
function StepForm({ projectId, segmentId, step, today, onDone }: StepFormProps) {
  const t = useText(entryMessages);
  const landTypes = useText(LAND_TYPE_NAMES);
  const before = {
    ...filledFrom(FIELDS, { ...step, percent: step.percent === null ? null : String(step.percent) }),
  };
  const isOff = step.notApplicable ? 'yes' : '';
  const { values, set, field, question, form } = useKeptForm<Typed, RecordStepRequest, ProjectStepsView>({
    name: nameOf(projectId, segmentId, step),
    fields: { ...before, isOff, ...NO_EVIDENCE },
    send: ['POST', `/api/land-clearance/projects/${projectId}/steps/${step.step}`],
    words: 'reason',
    request: (typed) => requestOf({ ...before, isOff }, typed, segmentId),
    stale: [['land-clearance']],
    onDone,
  });
  return (
    <Form {...form} minor submit={t.stepSave}>
      <div className="form-row">
        <DateInput {...field('planned')} label={t.planned} />
        <DateInput {...field('started')} label={t.started} max={today} />
        <DateInput {...field('done')} label={t.done} max={today} />
        <TextField {...field('percent')} label={t.percent} inputMode="numeric" maxLength={3} />
      </div>
      {step.step === 'recovery-notice' && (
        <Choice
          {...field('landType')}
          value={values.landType as LandType | ''}
          label={t.landType}
          none={t.landTypeNone}
          options={optionsOf(landTypes)}
        />
      )}
      <TextField {...field('evidence')} label={t.document} maxLength={500} />
      <EvidenceField filesAt={projectFiles(projectId)} value={values} onChange={set} />
      <Tick
        label={t.stepOff}
        value={values.isOff === 'yes'}
        onChange={(checked) => set({ isOff: checked ? 'yes' : '' })}
      />
      <TextField {...field('reason')} label={t.stepReason} maxLength={1000} />
      {question}
    </Form>
  );
}

type Recorded = typeof FIELDS & { readonly isOff: string };
type Typed = Recorded & typeof NO_EVIDENCE;

/** What differs from what is recorded; undefined where nothing does, or the percentage is none. */
function requestOf(before: Recorded, typed: Typed, segmentId: string | null): RecordStepRequest | undefined {
  const { fileId, fileName: _, fileTaken: _taken, keptKey: _kept, isOff, percent, ...fields } = typed;
  const { isOff: wasOff, percent: percentBefore, ...fieldsBefore } = before;
  if (!/^(?:100|\d{1,2})?$/.test(percent.trim())) return undefined;
  const changed = changesOf(fieldsBefore, { ...fields, reason: oneLine(fields.reason) }) ?? {};
  const request: RecordStepRequest = {
    ...(Object.fromEntries(
      Object.entries(changed).map(([name, value]) => [name, orNull(value.trim())]),
    ) as RecordStepRequest),
    ...(percent.trim() === percentBefore
      ? {}
      : { percent: percent.trim() === '' ? null : Number(percent.trim()) }),
    ...(isOff === wasOff ? {} : { notApplicable: isOff === 'yes' }),
    ...proofOf({ fileId }),
  };
  if (Object.keys(request).length === 0) return undefined;
  return segmentId === null ? request : { segmentId, ...request };
}
