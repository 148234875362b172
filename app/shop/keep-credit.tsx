import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { FollowedOrder } from './order-road';

type KeepCreditProps = {
  order: Pick<FollowedOrder, 'code' | 'mayKeepCredit'>;
  orderKey: string;
  formKey: string;
};

/** Keeping what is owed back for the next order, instead of having it sent. */
export function KeepCredit({ order, orderKey, formKey }: KeepCreditProps) {
  const href = useHref();
  if (!order.mayKeepCredit) return null;
  return (
    <Form method="post" action={href(`/orders/${order.code}?key=${orderKey}`)} className="mt-3">
      <input type="hidden" name="act" value="credit" />
      <input type="hidden" name="writeKey" value={formKey} />
      <p className="text-14 text-muted">{m.credit_keep_text()}</p>
      <div className="mt-2">
        <Button kind="quiet">{m.credit_keep()}</Button>
      </div>
    </Form>
  );
}
