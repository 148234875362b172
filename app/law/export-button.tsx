import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

export type OrderProof = { code: string; orderKey: string; formKey: string };

/** The fields that prove whose data are asked for. */
export function ProofFields({ code, orderKey, formKey }: OrderProof) {
  return (
    <>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="orderKey" value={orderKey} />
      <input type="hidden" name="key" value={formKey} />
    </>
  );
}

/** Shows the data as a page of JSON: browsers inside other apps may not download. */
export function ExportButton(proof: OrderProof) {
  const href = useHref();
  return (
    <Form method="post" action={href('/my-data/export.json')} reloadDocument>
      <ProofFields {...proof} />
      <Button kind="quiet">{m.law_export_do()}</Button>
    </Form>
  );
}
