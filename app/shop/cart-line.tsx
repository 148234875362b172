import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { useId } from 'react';
import { FieldError } from '~/components/field';
import { QuantityStepper } from '~/components/quantity-stepper';
import { formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { lineKey } from './line-key';
import { markedWords } from './marked-words';
import { overStockWords } from './stock-words';
import { soldByWords, unitsWords } from './units';

type Line = ApiOutputs['products']['priceCart']['lines'][number];

/** A product in the cart: its quantity, its sum, the way out, and what is left when there is not enough. */
export function CartLine(props: {
  line: Line;
  unread?: string;
  onChange: (input: HTMLInputElement) => void;
}) {
  const { product, quantity, unitsLeft, unitPrice, lineSum, estimate, over: ended } = props.line;
  const key = lineKey(props.line);
  const href = useHref();
  const locale = useLocale();
  const name = nameIn(product, locale);
  // Two lines of one product must be told apart by who hears the page.
  const spoken = props.line.markdownId ? m.markdown_name({ product: name }) : name;
  const over = quantity > unitsLeft;
  const errorId = useId();
  const problem =
    props.unread !== undefined
      ? m.errors_quantity_invalid()
      : ended
        ? m.markdown_line_over({ price: formatDong(unitPrice, locale) })
        : over
          ? overStockWords(product, unitsLeft, locale)
          : null;
  return (
    <li className="flex gap-3 py-4 sm:gap-5">
      <img
        src={`/pictures/${product.picture}`}
        alt=""
        width="96"
        height="72"
        className="aspect-4/3 w-20 shrink-0 self-start rounded-crate bg-leaf object-contain p-1 sm:w-24"
      />
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-16 sm:text-18">
            <Link to={href(`/products/${product.slug}`)} className="hover:underline">
              {name}
            </Link>
          </h2>
          <p className="text-18 font-extrabold">{formatDong(lineSum, locale)}</p>
        </div>
        <p className="text-14 text-muted">
          {formatDong(unitPrice, locale)} / {soldByWords(product, locale)}
        </p>
        {props.line.marked ? (
          <p className="text-14 font-semibold">{markedWords(props.line, locale)}</p>
        ) : null}
        {estimate === null ? null : (
          <p className="text-14">
            {m.buying_estimate({ estimate: formatDong(estimate, locale), most: formatDong(lineSum, locale) })}
          </p>
        )}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name={`seen:${key}`} value={quantity} />
          <QuantityStepper
            key={quantity}
            name={`quantity:${key}`}
            label={m.shop_cart_quantity_of({ product: spoken })}
            defaultValue={props.unread ?? quantity}
            errorId={problem ? errorId : undefined}
            onChange={props.onChange}
          />
          <button
            type="submit"
            name="remove"
            value={key}
            aria-label={m.shop_cart_remove_named({ product: spoken })}
            className="inline-flex min-h-11 cursor-pointer items-center px-1 font-semibold text-rind underline underline-offset-4"
          >
            {m.shop_cart_remove()}
          </button>
        </div>
        {problem ? <FieldError id={errorId}>{problem}</FieldError> : null}
        {ended ? (
          <button
            type="submit"
            name="usual"
            value={key}
            className="mt-2 inline-flex min-h-11 cursor-pointer items-center rounded-crate border-2 border-rind px-4 font-semibold text-rind hover:bg-leaf"
          >
            {m.markdown_take_usual()}
          </button>
        ) : null}
        {over && unitsLeft > 0 ? (
          <button
            type="submit"
            name="take"
            value={`${key}:${unitsLeft}`}
            className="mt-2 inline-flex min-h-11 cursor-pointer items-center rounded-crate border-2 border-rind px-4 font-semibold text-rind hover:bg-leaf"
          >
            {m.shop_cart_take_left({ units: unitsWords(unitsLeft, product.saleUnit, locale) })}
          </button>
        ) : null}
      </div>
    </li>
  );
}
