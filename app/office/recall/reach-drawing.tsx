import { type ReactNode, useId } from 'react';
import * as m from '~/paraglide/messages.js';
import type { Reached } from './recall-words';

type ReachDrawingProps = {
  wide: number;
  high: number;
  name: string;
  reach: Pick<Reached, 'lotCount' | 'reached' | 'touched'>;
  children: ReactNode;
};

/** The sheet that what was reached is drawn on, with its name and what it shows in words. */
export function ReachDrawing({ wide, high, name, reach, children }: ReachDrawingProps) {
  const id = useId();
  return (
    <figure className="max-w-xl">
      <svg
        viewBox={`0 0 ${wide} ${high}`}
        className="block h-auto w-full"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{m.recall_graph_title({ name })}</title>
        <desc id={`${id}-desc`}>
          {m.recall_graph_desc({ lots: reach.lotCount, ...reach.reached, touched: reach.touched.count })}
        </desc>
        {children}
      </svg>
    </figure>
  );
}
