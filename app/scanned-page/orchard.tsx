import { varietyIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Fact } from './fact';
import type { Story } from './story';

/** The plot the fruit grew on, and its grower as far as they agreed to be named. */
export function Orchard({ story }: { story: Story }) {
  const locale = useLocale();
  const { plot, memberName, demo } = story.origin;
  const hectares = (plot.areaM2 / 10_000).toLocaleString(locale, { maximumFractionDigits: 2 });
  return (
    <section>
      <h2>{m.box_orchard()}</h2>
      {demo ? <p className="demo">{m.box_demo()}</p> : null}
      <dl className="rows">
        <Fact name={m.box_plot()}>
          {plot.name.includes(plot.code) ? plot.name : `${plot.name} (${plot.code})`}
        </Fact>
        <Fact name={m.box_member()}>{memberName ?? m.box_member_not_shown()}</Fact>
        <Fact name={m.box_variety()}>{varietyIn(story.origin, locale)}</Fact>
        <Fact name={m.box_area()}>{m.box_area_hectares({ hectares })}</Fact>
        <Fact name={m.box_planting_unit()}>{plot.plantingUnitCode ?? m.box_planting_unit_none()}</Fact>
      </dl>
    </section>
  );
}
