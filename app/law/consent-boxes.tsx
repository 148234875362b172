import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type ConsentWordings = ApiOutputs['buyerData']['wordings'];

type ConsentBoxesProps = {
  wordings: ConsentWordings;
  /** Which of them this page asks for. */
  purposes: readonly ConsentWordings[number]['purpose'][];
  /** What was ticked when the form was sent and came back. */
  ticked?: readonly string[];
};

/** A box for each purpose, unticked: sent as `consent`, once for each that was ticked. */
export function ConsentBoxes({ wordings, purposes, ticked = [] }: ConsentBoxesProps) {
  const locale = useLocale();
  return (
    <fieldset className="mt-4">
      <legend className="text-14 text-muted">{m.law_checkout_free()}</legend>
      {wordings
        .filter(({ purpose }) => purposes.includes(purpose))
        .map((wording) => (
          <label key={wording.purpose} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="checkbox"
              name="consent"
              value={wording.purpose}
              defaultChecked={ticked.includes(wording.purpose)}
              className="mt-0.5 size-6 shrink-0 accent-rind"
            />
            <span>{wording[locale]}</span>
          </label>
        ))}
    </fieldset>
  );
}
