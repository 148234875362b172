import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** All that is kept of a number whose owner is signed in: to take along, or to have erased. */
export function AccountData({ phone, formKey }: { phone: string; formKey: string }) {
  const href = useHref();
  return (
    <section aria-labelledby="account-data" className="max-w-prose space-y-6">
      <h2 id="account-data" className="border-b-2 border-ink pb-1 text-22">
        {m.account_data_all({ phone })}
      </h2>
      <div>
        <p className="mb-3">
          {m.account_data_export()} {m.entrance_data_export()}
        </p>
        <Form method="post" action={href('/my-data/export.json')} reloadDocument>
          <input type="hidden" name="key" value={formKey} />
          <Button kind="quiet" name="of" value="account">
            {m.law_export_do()}
          </Button>
        </Form>
      </div>
      <div>
        <p className="mb-3">
          {m.account_data_erase()} {m.entrance_data_erase()}
        </p>
        <Form method="post">
          <input type="hidden" name="key" value={formKey} />
          <Button kind="danger" name="act" value="erase-account">
            {m.account_data_erase_do()}
          </Button>
        </Form>
      </div>
    </section>
  );
}
