import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useFieldWiring } from './field';

const BOX =
  'block w-full min-h-12 rounded-crate border-2 border-edge bg-card px-3 py-2 text-16 text-ink placeholder:text-muted ' +
  'aria-invalid:border-soil disabled:opacity-60';

/** One line of text; stands inside a Field. */
export function TextInput({ className = '', ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input type="text" {...useFieldWiring()} {...rest} className={`${BOX} ${className}`} />;
}

/** Several lines of text; stands inside a Field. */
export function TextArea({ className = '', ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={3} {...useFieldWiring()} {...rest} className={`${BOX} ${className}`} />;
}

type NumberInputProps = InputHTMLAttributes<HTMLInputElement> & { unit?: string };

/** A figure with its unit beside it ("kg", "₫"); a phone shows its number pad. Stands inside a Field. */
export function NumberInput({ unit, className = '', ...rest }: NumberInputProps) {
  const input = (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      {...useFieldWiring()}
      {...rest}
      className={`${BOX} text-right ${unit ? 'pr-14' : ''} ${className}`}
    />
  );
  if (!unit) return input;
  return (
    <div className="relative">
      {input}
      <span className="pointer-events-none absolute inset-y-0 right-4 flex items-center text-muted">
        {unit}
      </span>
    </div>
  );
}

/** One of a list that is too long for cards; stands inside a Field. */
export function Select({ className = '', ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select {...useFieldWiring()} {...rest} className={`${BOX} ${className}`} />;
}

/** A photo, taken with the phone's camera where there is one; stands inside a Field. */
export function PhotoInput({ name }: { name: string }) {
  return (
    <TextInput
      type="file"
      name={name}
      accept="image/*"
      capture="environment"
      className="file:mr-3 file:min-h-10 file:rounded-crate file:bg-leaf file:px-4 file:font-semibold file:text-rind"
    />
  );
}
