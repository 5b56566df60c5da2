import { useId, type ReactNode } from 'react';
import './form-field.css';

/** What ties a control to its hint and its refusal. */
interface FieldAttributes {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FormFieldProps {
  readonly label: string;
  /** What helps to fill it in. */
  readonly hint?: string | undefined;
  /** The hint follows what is typed and is read out. */
  readonly isLive?: boolean;
  /** Why what was sent was refused, in words. */
  readonly refusal?: string | undefined;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** A control with its label above, and its hint and what is wrong with it below. */
export function FormField({ label, hint, isLive = false, refusal, children }: FormFieldProps) {
  const id = useId();
  const [hintId, refusalId] = [`${id}hint`, `${id}refusal`];
  const described = [hint === undefined ? [] : [hintId], refusal === undefined ? [] : [refusalId]].flat();
  return (
    <div className="form-field">
      <label className="field">
        {label}
        {children({
          'aria-describedby': described.length === 0 ? undefined : described.join(' '),
          'aria-invalid': refusal === undefined ? undefined : true,
        })}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="small muted" {...(isLive ? { 'aria-live': 'polite' as const } : {})}>
          {hint}
        </p>
      )}
      {refusal !== undefined && (
        <p id={refusalId} className="small strong" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
