import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { FirstSteps as WrittenDown } from './first-steps.server';

type Done = WrittenDown & { harvest: boolean };

const steps = (done: Done) => [
  { to: '/office/varieties/new', words: m.office_first_variety(), done: done.varieties },
  { to: '/office/members/new', words: m.office_first_member(), done: done.members },
  { to: '/office/plots/new', words: m.office_first_plot(), done: done.plots },
  { to: '/office/products/new', words: m.office_first_product(), done: done.products },
  { to: '/office/harvests/new', words: m.office_first_harvest(), done: done.harvest },
];

/** The way of an empty shop to its first sale, step by step; what is done is ticked, what comes next stands out. */
export function FirstSteps({ done }: { done: Done }) {
  const href = useHref();
  const all = steps(done);
  const next = all.findIndex((step) => !step.done);
  return (
    <section
      aria-labelledby="first-steps"
      className="mb-8 rounded-crate border-2 border-rind bg-leaf p-4 sm:p-6"
    >
      <h2 id="first-steps" className="text-22">
        {m.office_first_title()}
      </h2>
      <ol className="mt-3 grid gap-2">
        {all.map((step, at) => (
          <li key={step.to}>
            <Link
              to={href(step.to)}
              className={`flex min-h-11 items-center gap-3 rounded-crate px-3 py-2 font-semibold ${at === next ? 'bg-rind text-on-rind hover:bg-rind-press' : 'bg-card text-ink underline-offset-4 hover:underline'}`}
            >
              {step.done ? <Sign name="check" /> : <span className="w-6 text-center">{at + 1}</span>}
              <span>
                {step.words}
                {step.done ? <span className="text-muted"> · {m.office_first_done()}</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
