import { createContext, type ReactNode, useContext, useId } from 'react';
import * as m from '~/paraglide/messages.js';
import { Sign } from './sign';

type Wiring = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

const FieldWiring = createContext<Wiring>({});

/** What an input inside a Field needs to be tied to its label, hint and error. */
export const useFieldWiring = (): Wiring => useContext(FieldWiring);

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  children: ReactNode;
};

/** The error beside a field: a sign and one sentence. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-14 font-semibold text-soil">
      <Sign name="care" size={18} />
      {children}
    </p>
  );
}

/** A label, its hint, one input (TextInput, NumberInput, Select) and its error, tied together for every reader. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="block text-16 font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> ({m.common_optional()})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-14 text-muted">
          {hint}
        </p>
      ) : null}
      <FieldWiring.Provider
        value={{
          id,
          ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          ...(error ? { 'aria-invalid': true as const } : {}),
        }}
      >
        <div className="mt-1.5">{children}</div>
      </FieldWiring.Provider>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}
