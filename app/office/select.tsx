import type { SelectHTMLAttributes } from 'react';
import { useFieldWiring } from '~/components/field';

/** One choice of many, as the phone's own list; stands inside a Field. */
export function Select({ className = '', ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <select
      {...useFieldWiring()}
      {...rest}
      className={`block min-h-14 w-full rounded-crate border-2 border-edge bg-card px-3 py-2 text-16 text-ink aria-invalid:border-soil ${className}`}
    />
  );
}
