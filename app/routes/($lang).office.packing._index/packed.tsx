import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** A box just packed: its label, on paper or for a label printer. */
export function Packed({ serial, code }: { serial: string; code: string }) {
  return (
    <Notice tone="good" title={m.packing_packed({ serial })}>
      <PrintLinks serial={serial} code={code} />
    </Notice>
  );
}

/** The ways to print a box's label. */
export function PrintLinks({ serial, code }: { serial: string; code: string }) {
  const href = useHref();
  const zpl = (dpi: number) => href(`/office/packing/label.zpl?order=${code}&box=${serial}&dpi=${dpi}`);
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <LinkButton
        to={href(`/office/orders/${code}/labels.pdf?layout=single&box=${serial}`)}
        reloadDocument
        target="_blank"
        aria-label={m.packing_print_pdf_of({ serial })}
      >
        {m.packing_print_pdf()}
      </LinkButton>
      {[203, 300].map((dpi) => (
        <LinkButton
          key={dpi}
          kind="quiet"
          to={zpl(dpi)}
          reloadDocument
          aria-label={m.packing_print_zpl_of({ serial, dpi })}
        >
          {m.packing_print_zpl({ dpi })}
        </LinkButton>
      ))}
    </div>
  );
}
