import { Sign, type SignName } from '~/components/sign';
import * as m from '~/paraglide/messages.js';

const STEPS: readonly { sign: SignName; title: () => string; text: () => string }[] = [
  { sign: 'basket', title: m.shop_how_choose_title, text: m.shop_how_choose },
  { sign: 'truck', title: m.shop_how_pay_title, text: m.shop_how_pay },
  { sign: 'scan', title: m.shop_how_check_title, text: m.shop_how_check },
];

/** Buying told in three steps. */
export function HowItWorks() {
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="text-22 sm:text-28">
        {m.shop_how_title()}
      </h2>
      <ol className="mt-4 grid gap-6 sm:grid-cols-3">
        {STEPS.map(({ sign, title, text }, at) => (
          <li key={sign} className="flex gap-4 sm:flex-col sm:gap-3">
            <span className="flex size-14 shrink-0 items-center justify-center rounded-full bg-leaf text-rind">
              <Sign name={sign} size={30} />
            </span>
            <div>
              <h3 className="text-18">
                {at + 1}. {title()}
              </h3>
              <p className="mt-1 text-muted">{text()}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
