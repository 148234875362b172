import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Story } from './story';

const HOW: Partial<Record<string, readonly (() => string)[]>> = {
  durian: [m.box_eat_durian_ripe, m.box_eat_durian_sign, m.box_eat_durian_keep],
  avocado: [m.box_eat_avocado_ripe, m.box_eat_avocado_keep],
  rambutan: [m.box_eat_rambutan],
  mangosteen: [m.box_eat_mangosteen],
  jackfruit: [m.box_eat_jackfruit_ripe, m.box_eat_jackfruit_keep],
  pomelo: [m.box_eat_pomelo],
  longan: [m.box_eat_longan],
};

/** When and how the fruit is best, what to do about a bad one, and the way to more of it. */
export function Eating({ story }: { story: Story }) {
  const href = useHref();
  const { product, origin } = story;
  return (
    <section className="eating">
      <h2>{m.box_eat()}</h2>
      <ul>
        {(HOW[origin.fruit] ?? [m.box_eat_other]).map((say) => (
          <li key={say()}>{say()}</li>
        ))}
        <li>{m.box_eat_bad()}</li>
      </ul>
      <p className="ways">
        {product?.listed ? (
          <a className="button" href={href(`/products/${product.slug}`)}>
            {m.box_reorder()}
          </a>
        ) : null}
        <a href={href('/orders')}>{m.box_report()}</a>
      </p>
    </section>
  );
}
