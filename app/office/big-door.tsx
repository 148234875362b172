import { Link } from '@remix-run/react';
import { Sign, type SignName } from '~/components/sign';
import { useHref } from '~/use-locale';

export type BigDoorProps = { to: string; sign: SignName; title: string; text: string; first?: boolean };

/** A door on somebody's home, as large as two thumbs; the first stands out. */
export function BigDoor({ to, sign, title, text, first }: BigDoorProps) {
  const href = useHref();
  const paint = first
    ? 'bg-rind text-on-rind hover:bg-rind-press'
    : 'border-2 border-rind bg-card text-rind hover:bg-leaf';
  return (
    <Link to={href(to)} className={`flex min-h-40 flex-col justify-between rounded-crate p-4 ${paint}`}>
      <Sign name={sign} size={44} />
      <span>
        <span className="block text-22 font-extrabold">{title}</span>
        <span className="block text-16">{text}</span>
      </span>
    </Link>
  );
}
