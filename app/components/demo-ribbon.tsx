import * as m from '~/paraglide/messages.js';

/** Says in plain words that what is shown is made up; only where the demo season is loaded. */
export function DemoRibbon() {
  return (
    <p className="max-w-none bg-flesh px-4 py-1.5 text-center text-14 font-semibold text-on-flesh">
      {m.common_demo_ribbon()}
    </p>
  );
}
