import type { AlertSeverity } from '@thongvon/api-contract';
import { useText } from '../../language';
import { severities } from './messages';
import './alerts.css';

interface AlertMarkProps {
  readonly severity: AlertSeverity;
  /** Red is a person's turn today. */
  readonly urgent: boolean;
}

/** How grave, by shape first: filled critical, half a warning, hollow for information. */
export function AlertMark({ severity, urgent }: AlertMarkProps) {
  const names = useText(severities);
  const shape = { critical: 'mk al-critical', warning: 'mk mk-soon', info: 'mk' }[severity];
  return (
    <>
      <span className={urgent ? 'mk mk-over alarm' : shape} aria-hidden="true" />
      <span className="vh">{names[severity]}: </span>
    </>
  );
}
