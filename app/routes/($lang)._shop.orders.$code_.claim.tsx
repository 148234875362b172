import { CLAIM_REASONS, CLAIM_RULE, LARGEST_PHOTO } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { readForm, text } from '~/read-form.server';
import { ClaimForm } from '~/shop/after/claim-form';
import { timeLeftWords } from '~/shop/after/claim-words';
import { heard, OWN, ownIn, ownOrder } from '~/shop/after/own-order.server';
import { ownPath } from '~/shop/after/own-path';
import { type OwnRefusal, sayRefused } from '~/shop/after/say-refused.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: m.after_claim_title({ code: params.code ?? '' }) },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => OWN;

/** Most that a form with its photos may weigh: over three of the largest, so that one a little too large keeps the rest. */
const MOST_BYTES = 50 * 1024 * 1024;

/** The form for fruit that was not good; 404 without the order's key. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const own = ownIn({ params, request });
  const order = await ownOrder(context.api, own);
  return data(
    {
      ...{ order, orderKey: own.orderKey, key: crypto.randomUUID(), now: context.now },
      ...{ rule: CLAIM_RULE, reasons: CLAIM_REASONS },
    },
    { headers: OWN },
  );
}

/** Takes a claim; refused, gives the form back as it was filled in, less its photos. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const order = await ownOrder(context.api, own);
  const form = await readForm(request, MOST_BYTES);
  if (!form) {
    const most = Math.floor(LARGEST_PHOTO / 1024 / 1024);
    throw new Response(m.after_say_too_large({ most }), { status: 413, headers: OWN });
  }
  const typed = { of: text(form, 'of'), reason: text(form, 'reason'), words: text(form, 'words') };
  const [lineId = '', boxId = ''] = typed.of.split('/');
  const files = form.getAll('photos').filter((file): file is File => file instanceof File && file.size > 0);
  const photos = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const key = text(form, 'key');
  const answer = await heard(
    context.api.claims.make({
      ...{ ...own, key, lineId, boxId: boxId || null, words: typed.words, photos },
      // Whatever was sent: the gate says whether it is a reason.
      reason: typed.reason as (typeof CLAIM_REASONS)[number],
    }),
  );
  if (answer.ok)
    return redirect(hrefIn(locale, `${ownPath(own.code, own.orderKey)}&done=claim`), {
      ...{ status: 303, headers: OWN },
    });
  const said = sayRefused(answer.error as OwnRefusal, order, locale);
  // A browser does not fill in a file again.
  if (photos.length > 0) said.beside.photos ??= m.after_say_photo_again();
  return data({ key, typed, said }, { status: said.status, headers: OWN });
}

export default function ClaimPage() {
  const { order, orderKey, key, now, rule, reasons } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  const { hoursToClaim: hours, hoursToAnswer: answer, mostPhotos } = rule;
  return (
    <>
      <PageHeader
        title={m.after_claim_title({ code: order.code })}
        lead={m.after_claim_rule({ hours, answer })}
      />
      <div className="max-w-2xl space-y-6">
        <Notice tone="plain">{timeLeftWords(order.after.claimUntil, now, locale)}</Notice>
        {refused ? <Notice tone="care">{refused.said.above}</Notice> : null}
        <ClaimForm
          order={order}
          reasons={reasons}
          mostPhotos={mostPhotos}
          typed={refused?.typed ?? { of: '', reason: '', words: '' }}
          formKey={refused?.key || key}
          beside={refused?.said.beside ?? {}}
        />
        <LinkButton kind="quiet" to={href(ownPath(order.code, orderKey))}>
          {m.after_change_back()}
        </LinkButton>
      </div>
    </>
  );
}
