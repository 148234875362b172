import { ProductCard, type ProductOnCard } from '~/components/product-card';

/** Products as cards beside each other, as many as the screen holds. */
export function FruitGrid({ products, now }: { products: readonly ProductOnCard[]; now: Date }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3">
      {products.map((product) => (
        <li key={product.slug}>
          <ProductCard product={product} now={now} />
        </li>
      ))}
    </ul>
  );
}
