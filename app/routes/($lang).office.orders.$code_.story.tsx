import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { Timeline } from '~/office/order-story/timeline';
import { orderStateLook, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [{ title: m.story_title({ code: params.code ?? '' }) }];

export const headers = () => PRIVATE;

/** Everything that happened to an order. 404 for an unknown code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.orderStory.one({ code: params.code ?? '' }));
  if (!found.ok) throw new Response(m.office_order_not_found(), { status: 404, headers: PRIVATE });
  return found.value;
}

export default function OrderStory() {
  const { code, state, happened } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.story_title({ code })} lead={m.story_lead()}>
        <Badge {...orderStateLook(state)}>{orderStateWords(state)}</Badge>
        <Badge tone="plain">{m.story_count({ count: happened.length })}</Badge>
      </PageHeader>
      <Timeline happened={happened} />
      <div className="mt-8">
        <LinkButton kind="quiet" to={href(`/office/orders/${code}`)}>
          {m.story_back({ code })}
        </LinkButton>
      </div>
    </>
  );
}
