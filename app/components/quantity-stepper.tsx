import { type ReactNode, useEffect, useRef, useState } from 'react';
import * as m from '~/paraglide/messages.js';
import { useFieldWiring } from './field';

type QuantityStepperProps = {
  name: string;
  defaultValue: number | string;
  most?: number;
  /** Names the input where no Field around it does. */
  label?: string;
  /** The id of what says that the quantity cannot be had. */
  errorId?: string | undefined;
  /** Told after a press on a button or a change by hand. */
  onChange?: (input: HTMLInputElement) => void;
};

/** A whole number with a button for less and one for more; without script it is a plain number field. */
export function QuantityStepper({
  name,
  defaultValue,
  most,
  label,
  errorId,
  onChange,
}: QuantityStepperProps) {
  const input = useRef<HTMLInputElement>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const step = (by: 1 | -1) => {
    const field = input.current;
    if (!field) return;
    const value = Number.parseInt(field.value, 10) || 0;
    field.value = String(Math.min(Math.max(value + by, 1), most ?? Number.MAX_SAFE_INTEGER));
    onChange?.(field);
  };
  return (
    <div className="inline-flex items-stretch rounded-crate border-2 border-edge bg-card">
      {scripted ? (
        <StepButton label={m.shop_product_less()} onPress={() => step(-1)}>
          −
        </StepButton>
      ) : null}
      <input
        {...useFieldWiring()}
        {...(errorId ? { 'aria-describedby': errorId, 'aria-invalid': true } : {})}
        ref={input}
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        name={name}
        aria-label={label}
        defaultValue={defaultValue}
        onChange={(event) => onChange?.(event.currentTarget)}
        className="min-h-11 w-16 rounded-crate bg-transparent text-center text-18 font-semibold"
      />
      {scripted ? (
        <StepButton label={m.shop_product_more()} onPress={() => step(1)}>
          +
        </StepButton>
      ) : null}
    </div>
  );
}

function StepButton(props: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      onClick={props.onPress}
      className="min-h-11 min-w-11 cursor-pointer rounded-crate text-22 font-semibold text-rind select-none hover:bg-leaf"
    >
      {props.children}
    </button>
  );
}
