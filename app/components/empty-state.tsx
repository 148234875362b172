import type { ReactNode } from 'react';
import { Sign, type SignName } from './sign';

/** An empty place: what it is for, and the one thing to do (`children`: a LinkButton). */
export function EmptyState(props: { sign?: SignName; title: string; text: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-crate border-2 border-dashed border-edge p-6 sm:p-10">
      <span className="flex size-14 items-center justify-center rounded-full bg-leaf text-rind">
        <Sign name={props.sign ?? 'basket'} size={32} />
      </span>
      <h2 className="text-22">{props.title}</h2>
      <p className="text-muted">{props.text}</p>
      {props.children}
    </div>
  );
}
