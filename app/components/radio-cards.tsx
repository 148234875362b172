import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { FieldError } from './field';
import { Sign, type SignName } from './sign';

export type RadioChoice = {
  value: string;
  title: string;
  /** A second line, smaller. */
  note?: ReactNode;
  /** At the right edge: a price, a weight. */
  aside?: ReactNode;
  sign?: SignName;
  disabled?: boolean;
};

type RadioCardsProps = {
  legend: string;
  name: string;
  choices: readonly RadioChoice[];
  defaultValue?: string;
  hint?: ReactNode;
  error?: string | null;
  required?: boolean;
  /** How many stand beside each other from 640 px on. */
  columns?: 1 | 2 | 3;
  onChange?: (value: string) => void;
};

const COLUMNS = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' };

function Card({ choice, ...input }: { choice: RadioChoice } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="relative flex min-h-14 cursor-pointer items-center gap-3 rounded-crate border-2 border-edge bg-card px-4 py-3 has-checked:border-rind has-checked:bg-leaf has-disabled:cursor-not-allowed has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-rind">
      <input type="radio" className="size-5 shrink-0 accent-rind outline-none" {...input} />
      {choice.sign ? <Sign name={choice.sign} size={24} /> : null}
      <span className="grow">
        <span className="block font-semibold">{choice.title}</span>
        {choice.note ? <span className="block text-14 text-muted">{choice.note}</span> : null}
      </span>
      {choice.aside ? <span className="text-right font-semibold">{choice.aside}</span> : null}
    </label>
  );
}

/** One choice of a few, as big cards; real radio buttons beneath, so it works by keyboard and without script. */
export function RadioCards(props: RadioCardsProps) {
  const { legend, name, choices, defaultValue, hint, error, required, columns = 1, onChange } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset aria-describedby={describedBy}>
      <legend className="text-16 font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-14 text-muted">
          {hint}
        </p>
      ) : null}
      <div className={`mt-1.5 grid gap-2 ${COLUMNS[columns]}`}>
        {choices.map((choice) => (
          <Card
            key={choice.value}
            choice={choice}
            name={name}
            value={choice.value}
            required={required}
            disabled={choice.disabled}
            defaultChecked={choice.value === defaultValue}
            onChange={onChange ? () => onChange(choice.value) : undefined}
          />
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}
