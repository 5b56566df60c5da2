import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { heldQuery } from '../../shared/capital-held/queries';
import { TextField } from '../../shared/form/fields';
import type { FieldOf } from '../../shared/form/form';

type UnitFieldProps = FieldOf<'responsibleUnit', string> & { readonly label: string };

/** Who must act, with the units that blockers already wait for offered: one unit has one name. */
export function UnitField({ label, ...field }: UnitFieldProps) {
  const id = useId();
  const units = useQuery(heldQuery({ groupBy: 'responsibleUnit' })).data?.groups ?? [];
  return (
    <div>
      <TextField {...field} label={label} list={id} maxLength={300} />
      <datalist id={id}>
        {units.map(({ label: name }) => name !== null && <option key={name} value={name} />)}
      </datalist>
    </div>
  );
}
