import { ActForm } from '~/components/act-form';
import * as m from '~/paraglide/messages.js';
import type { Beside } from '~/shop/checkout-parts';
import type { CodeShown } from '~/signing-in/phone-and-code';
import type { OwnApplication } from './join-words';
import { LandForm } from './land-form';
import { PapersForm } from './papers-form';
import type { TypedLand, TypedPlot } from './read-join.server';

type DraftProps = {
  application: OwnApplication;
  own: { code: string; joinKey: string };
  step: 'land' | 'papers';
  /** The land's form as it was refused. */
  typed: TypedLand | null;
  formKey: string;
  mostEach: number;
  beside: Beside;
  /** A code on its way to the number. */
  code: CodeShown | null;
};

/** The step that a draft is at, and the way to throw it away. */
export function DraftApplication(props: DraftProps) {
  const { application, own, step, typed, formKey, mostEach, beside, code } = props;
  const isLand = step === 'land';
  return (
    <>
      <section aria-labelledby="step" className="space-y-4">
        <p className="text-14 text-muted">{m.joining_step({ number: isLand ? 2 : 3 })}</p>
        <h2 id="step" className="border-b-2 border-ink pb-1 text-22">
          {isLand ? m.joining_land_title() : m.joining_papers_title()}
        </h2>
        {isLand ? (
          <LandForm
            typed={typed ?? landOf(application, formKey)}
            givesCapital={application.kind !== 'non_capital'}
            beside={beside}
          />
        ) : (
          <PapersForm
            papers={application.papers}
            own={own}
            formKey={formKey}
            mostEach={mostEach}
            beside={beside}
            code={code}
          />
        )}
      </section>
      <ActForm act="withdraw" formKey={formKey}>
        {m.joining_drop_draft()}
      </ActForm>
      <p className="text-14 text-muted">{m.joining_keep({ code: application.code })}</p>
    </>
  );
}

const PLOTS = 3;

/** The land's form as it was kept; at first, with where the applicant lives as where the plot lies. */
function landOf({ plots, capital, place }: OwnApplication, key: string): TypedLand {
  const typed = Array.from({ length: PLOTS }, (_, at): TypedPlot => {
    const plot = plots[at];
    if (!plot) return { crop: '', area: '', place, latitude: '', longitude: '' };
    const [latitude, longitude] = [plot.latitude, plot.longitude].map((degrees) => String(degrees ?? ''));
    return {
      ...{ crop: plot.crop, area: String(plot.areaM2), place: plot.place },
      ...{ latitude: latitude ?? '', longitude: longitude ?? '' },
    };
  });
  return { key, plots: typed, capital: capital === null ? '' : String(capital) };
}
