import type { ApiOutputs } from '@baunghe/api';
import { Sign } from '~/components/sign';
import { freeWords } from '~/orchard/free-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** From which day each plot's fruit may be cut, so that nobody finds out after cutting. */
export function WhenFree({ plots, today }: { plots: ApiOutputs['harvests']['plots']; today: Date }) {
  const locale = useLocale();
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-22">{m.farm_home_free_title()}</h2>
      <ul className="border-t-2 border-ink">
        {plots.map((plot) => (
          <li key={plot.id} className="flex items-start gap-3 border-b border-line py-3">
            <span className={plot.notBefore ? 'text-soil' : 'text-rind'}>
              <Sign name={plot.notBefore ? 'care' : 'check'} size={28} />
            </span>
            <span>
              <span className="block font-semibold">
                {freeWords(plot.code, plot.notBefore, today, locale)}
              </span>
              {plot.notBefore ? (
                <span className="block text-16">
                  {m.farm_home_free_why({ input: plot.notBefore.inputName })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
