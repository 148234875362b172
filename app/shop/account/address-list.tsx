import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button, LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { placeName } from '../place-name';

type Kept = ApiOutputs['buyers']['addresses'][number];

/** The kept addresses, each to be changed or struck out. */
export function AddressList(props: { addresses: readonly Kept[]; formKey: string; editing: boolean }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <>
      <ul className="divide-y divide-line">
        {props.addresses.map((address) => (
          <li key={address.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-0 grow basis-64 wrap-anywhere">
              <p className="flex flex-wrap items-center gap-x-3 font-semibold">
                {address.name}
                {address.isDefault ? <Badge tone="done">{m.account_default()}</Badge> : null}
              </p>
              <p>
                {address.street}, {placeName(address.ward, locale)}, {placeName(address.province, locale)}
              </p>
              {address.note ? <p className="text-14 text-muted">{address.note}</p> : null}
            </div>
            <div className="flex gap-3">
              <LinkButton
                kind="quiet"
                to={href(`/account/addresses?edit=${address.id}`)}
                aria-label={m.account_address_change_of({ street: address.street })}
              >
                {m.account_address_change()}
              </LinkButton>
              <Form method="post">
                <input type="hidden" name="key" value={props.formKey} />
                <input type="hidden" name="id" value={address.id} />
                <Button
                  kind="quiet"
                  name="act"
                  value="drop"
                  aria-label={m.account_address_drop_of({ street: address.street })}
                >
                  {m.account_drop()}
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      {props.editing ? null : (
        <LinkButton to={href('/account/addresses?edit=new')} className="mt-6">
          {m.account_address_add()}
        </LinkButton>
      )}
    </>
  );
}
