import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

type KeptTaxesProps = {
  kept: readonly { key: string; orderCode: string; at: Date | string; off: number; tax: number }[];
  formKey: string;
};

/** Refunds booked before they lowered VAT, each with the form that lowers it today; nothing where there are none. */
export function KeptTaxes({ kept, formKey }: KeptTaxesProps) {
  const [locale, href] = [useLocale(), useHref()];
  if (kept.length === 0) return null;
  return (
    <section className="mt-10 max-w-3xl">
      <h2 className="text-22">{m.shares_kept_tax()}</h2>
      <p className="text-muted">{m.shares_kept_tax_text()}</p>
      <ul>
        {kept.map(({ key, orderCode, at, off, tax }) => {
          const sum = formatDong(tax, locale);
          return (
            <li
              key={key}
              className="flex flex-wrap items-center justify-between gap-4 border-b border-line py-3"
            >
              <span>
                <Link
                  to={href(`/office/orders/${orderCode}`)}
                  className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                >
                  {orderCode}
                </Link>
                <span className="block">
                  {m.shares_kept_tax_is({
                    ...{ off: formatDong(off, locale), day: formatDay(at, locale), tax: sum },
                  })}
                </span>
              </span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="act" value="lower" />
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="refund" value={key} />
                <Button kind="quiet" aria-label={m.shares_kept_tax_lower_for({ tax: sum, code: orderCode })}>
                  {m.shares_kept_tax_lower({ tax: sum })}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
