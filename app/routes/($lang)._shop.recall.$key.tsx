import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { ADVICES, FATES } from '~/office/recall/recall-words';
import * as m from '~/paraglide/messages.js';
import { formOf, text } from '~/read-form.server';
import { OWN } from '~/shop/after/own-order.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.recall_mine_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => OWN;

/** What is called back of a buyer's fruit, by the key of their message. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const found = await context.api.recalls.mine({ key: (params.key ?? '').slice(0, 40) });
  if (!found.ok) throw new Response(null, { status: 404, headers: OWN });
  return { recall: found.value, formKey: crypto.randomUUID() };
}

/** What the buyer says became of it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const pageKey = (params.key ?? '').slice(0, 40);
  const fate = text(form, 'fate');
  const key = text(form, 'key');
  if (!(fate in FATES)) throw new Response(null, { status: 400, headers: OWN });
  const answer = await context.api.recalls.answer({ key, pageKey, fate: fate as keyof typeof FATES });
  if (!answer.ok) throw new Response(null, { status: 404, headers: OWN });
  throw redirect(hrefIn(locale, `/recall/${pageKey}`), { headers: OWN });
}

const MINE = {
  destroyed: m.recall_mine_destroyed,
  giving_back: m.recall_mine_giving_back,
  eaten: m.recall_mine_eaten,
} as const;

export default function MyRecall() {
  const { recall, formKey } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { answer, advice, reason, startedAt, boxes, over } = recall;
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <h1 className="text-28">{m.recall_mine_title()}</h1>
      {over ? <Notice tone="plain" title={m.recall_mine_over()} /> : null}
      <div>
        <p>{m.recall_mine_reason({ at: formatInstant(startedAt, locale) })}</p>
        <p lang="vi" className="text-18 font-extrabold">
          {reason}
        </p>
      </div>
      <Notice tone="care" title={`${m.recall_mine_do()} ${ADVICES[advice]()}`} />
      <section>
        <h2 className="text-18 font-extrabold">{m.recall_mine_boxes()}</h2>
        <ul className="list-disc pl-5">
          {boxes.map((box) => (
            <li key={box.serial}>
              {m.recall_mine_box({ fruit: nameIn(box, locale), serial: box.serial, order: box.orderCode })}
            </li>
          ))}
        </ul>
      </section>
      {answer ? <Notice tone="good" title={m.recall_mine_thanks({ said: FATES[answer.fate]() })} /> : null}
      <Form method="post" className="grid gap-3">
        <h2 className="text-22">{m.recall_mine_ask()}</h2>
        <input type="hidden" name="key" value={formKey} />
        {Object.entries(MINE).map(([fate, words]) => (
          <Button key={fate} kind="quiet" tall wide name="fate" value={fate}>
            {words()}
          </Button>
        ))}
      </Form>
    </div>
  );
}
