import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { MapSketch } from '~/components/map-sketch';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDay } from '~/format';
import { localeOf } from '~/locale';
import { nameIn, wordsIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { Certificates } from '~/shop/certificates';
import { HarvestList } from '~/shop/harvest-list';
import { publicPage } from '~/shop/public-page.server';
import { hectares } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? m.finding_orchard_title({ orchard: page.orchard.name }) : m.errors_not_found_title() },
  ...(page
    ? [{ name: 'description', content: m.finding_orchard_description({ orchard: page.orchard.name }) }]
    : []),
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** One orchard; 404 also where its grower agreed to show nothing. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const found = await context.api.orchards.one({ code: (params.code ?? '').slice(0, 32) });
  if (!found.ok) throw new Response(m.finding_orchard_unknown(), { status: 404 });
  return data({ orchard: found.value, now: context.now }, publicPage(request));
}

/** Who grows what here, since when and on how much land. */
function Facts() {
  const { orchard } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { member, areaM2, code, plantingUnitCode, trees } = orchard;
  const facts = [
    [
      m.finding_orchard_grower(),
      m.finding_orchard_member({ name: member.name, year: member.joinedOn.getUTCFullYear() }),
    ],
    [m.finding_orchard_land(), `${hectares(areaM2, locale)} · ${m.finding_orchard_code({ code })}`],
    ...(plantingUnitCode ? [[m.finding_orchard_unit(), plantingUnitCode]] : []),
    ...trees.map((tree) => [
      nameIn(tree, locale),
      m.finding_orchard_trees({ count: tree.count, year: tree.plantedYear }),
    ]),
  ];
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 py-2 sm:grid-cols-[12rem_1fr]">
          <dt className="text-muted">{name}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A photo of its newest harvest that has one, else the sketch of its outline. */
function Picture() {
  const { orchard } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { name, outline, photo } = orchard;
  return (
    <div className="space-y-3">
      {photo ? (
        <figure>
          <img
            src={`/photos/${photo.id}`}
            alt={m.finding_harvest_photo({ plot: name })}
            width="640"
            height="480"
            className="aspect-4/3 w-full max-w-md rounded-crate bg-leaf object-cover"
          />
          <figcaption className="text-14 text-muted">
            {m.finding_orchard_photo({ day: formatDay(photo.cutOn, locale) })}
          </figcaption>
        </figure>
      ) : null}
      {outline.length > 0 ? (
        <MapSketch ring={outline} label={m.shop_product_origin_map({ plot: name })} />
      ) : null}
    </div>
  );
}

function OnSale() {
  const { orchard, now } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  return (
    <section aria-labelledby="on-sale">
      <h2 id="on-sale" className="text-22">
        {m.finding_orchard_selling()}
      </h2>
      {orchard.onSale.length === 0 ? (
        <p className="mt-1 text-muted">{m.finding_orchard_selling_none()}</p>
      ) : null}
      <ul className="mt-2 grid gap-6 lg:grid-cols-2">
        {orchard.onSale.map(({ product, harvests }) => (
          <li key={product.slug}>
            <Link
              to={href(`/products/${product.slug}`)}
              className="inline-flex min-h-11 items-center gap-3 text-18 font-semibold text-rind underline underline-offset-4"
            >
              <img
                src={`/pictures/${product.picture}`}
                alt=""
                width="64"
                height="48"
                className="h-12 w-16 object-contain"
              />
              {nameIn(product, locale)}
            </Link>
            <HarvestList gtin={product.gtin} harvests={harvests} now={now} atHome />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The grower's other orchards. */
function Others() {
  const { orchard } = useLoaderData<typeof loader>();
  const href = useHref();
  if (orchard.others.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="text-22">
        {m.finding_orchard_others({ name: orchard.member.name })}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {orchard.others.map(({ code, name }) => (
          <li key={code}>
            <Link
              to={href(`/orchards/${code.toLowerCase()}`)}
              className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function OrchardPage() {
  const { orchard } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { name, member, story, certificates, demo } = orchard;
  return (
    <>
      <PageHeader title={name} lead={m.shop_product_origin_grower({ grower: member.name })} />
      <div className="space-y-10">
        {demo ? <Notice tone="plain">{m.finding_orchard_demo()}</Notice> : null}
        <div className="grid gap-6 lg:grid-cols-2 lg:gap-10">
          <div className="space-y-6">
            {story ? (
              <p className="text-18 whitespace-pre-line">
                {wordsIn({ ...story, en: story.en ?? story.vi }, locale)}
              </p>
            ) : null}
            <Facts />
          </div>
          <Picture />
        </div>
        <OnSale />
        {certificates.length > 0 ? (
          <section aria-labelledby="certificates">
            <h2 id="certificates" className="text-22">
              {m.finding_certificates()}
            </h2>
            <Certificates certificates={certificates} />
          </section>
        ) : null}
        <Others />
      </div>
    </>
  );
}
