import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-crate px-5 py-2 text-16 font-semibold no-underline select-none ' +
  'cursor-pointer disabled:cursor-not-allowed disabled:opacity-60 active:translate-y-px';

const PAINT: Record<ButtonKind, string> = {
  primary: 'bg-rind text-on-rind hover:bg-rind-press',
  quiet: 'border-2 border-rind bg-transparent text-rind hover:bg-leaf',
  danger: 'bg-soil text-on-soil hover:opacity-90',
};

type Look = { kind?: ButtonKind; wide?: boolean; tall?: boolean };

const classes = ({ kind = 'primary', wide, tall }: Look, more = '') =>
  [SHAPE, PAINT[kind], wide && 'w-full', tall && 'min-h-14 text-18', more].filter(Boolean).join(' ');

/** A button of a form (submits unless told otherwise). `wide`: full width; `tall`: 56 px, for the orchard. */
export function Button({
  kind,
  wide,
  tall,
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...rest} className={classes({ kind, wide, tall }, className)} />;
}

/** A link that looks like a button. `to` carries its language: use useHref() or hrefIn(). */
export function LinkButton({ kind, wide, tall, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={classes({ kind, wide, tall }, className)} />;
}
