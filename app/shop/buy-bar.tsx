import type { ApiOutputs } from '@baunghe/api';
import { Form, useNavigation } from '@remix-run/react';
import { useId } from 'react';
import { Button, LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { QuantityStepper } from '~/components/quantity-stepper';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

type Sold = Pick<ApiOutputs['products']['list'][number], 'saleUnit' | 'unitsLeft'>;

/** What a buyer is asked, by how a fruit is sold. */
export const HOW_MANY: Record<Sold['saleUnit'], () => string> = {
  kg: m.shop_product_quantity_kg,
  piece: m.shop_product_quantity_piece,
  box: m.shop_product_quantity_box,
};

/** How many, and the way into the cart; on a phone it stays at the lower edge, in reach of the thumb. */
export function BuyBar({ product, error, typed }: { product: Sold; error?: string; typed?: string }) {
  const href = useHref();
  const sending = useNavigation().state !== 'idle';
  const errorId = useId();
  if (product.unitsLeft === 0)
    return (
      <div className="mt-6">
        <EmptyState
          sign="basket"
          title={m.shop_product_sold_out_title()}
          text={m.shop_product_sold_out_text()}
        >
          <LinkButton to={href('/products')}>{m.shop_product_see_others()}</LinkButton>
        </EmptyState>
      </div>
    );
  return (
    <Form
      method="post"
      noValidate
      className="sticky bottom-0 z-10 -mx-4 mt-6 border-t-2 border-rind bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:p-0"
    >
      <div className="flex items-end gap-3 sm:items-end">
        <Field label={HOW_MANY[product.saleUnit]()} error={null}>
          <QuantityStepper
            name="quantity"
            defaultValue={typed ?? 1}
            most={product.unitsLeft}
            errorId={error ? errorId : undefined}
          />
        </Field>
        <Button className="grow sm:grow-0" disabled={sending}>
          {m.shop_product_add()}
        </Button>
      </div>
      {error ? (
        <p id={errorId} role="alert" className="mt-2 font-semibold text-soil">
          {error}
        </p>
      ) : null}
    </Form>
  );
}
