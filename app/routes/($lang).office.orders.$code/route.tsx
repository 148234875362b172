import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { WishList } from '~/delivery/wish-list';
import { formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { orderStateLook, orderStateWords } from '~/office/order-words';
import { PhotoEvidence } from '~/office/photo-evidence';
import { problemOf } from '~/office/refusals.server';
import type { Role } from '~/office/role-words';
import { SaidByPhones } from '~/office/said-by-phones';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { useKeepOpened } from '~/offline/page-kept';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';
import { actForm, doAct } from './acts.server';
import { Ahead } from './ahead';
import { BoxWithoutPlace } from './box-without-place';
import { Boxes } from './boxes';
import { CameraNotice, isCameraSaid } from './camera';
import { Cancel } from './cancel';
import { bookedIn, CarrierPart } from './carrier-part';
import { ChangeAndStory, ChangedNotice } from './change-and-story';
import { doneWords, isAct } from './form-state';
import { Handover } from './handover';
import { HandoverPhotos } from './handover-photos';
import { Lines } from './lines';
import { OrderMoney } from './money';
import { OfRequest } from './of-request';
import { Pack } from './pack';
import { PaymentPart } from './payment';
import { Steps } from './steps';
import { Unpacked } from './unpack';
import { WhoAndWhere } from './who-and-where';

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: m.office_order_title({ code: params.code ?? '' }) },
];

export const headers = () => PRIVATE;

/** An order, and for each line that is not packed the lots that can serve it. 404 for an unknown code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { carriers, evidence, money, officeOrders, phoneEntries, session, unpacking } = context.api;
  const found = await asked(request, officeOrders.one({ code: params.code ?? '' }));
  if (!found.ok) throw new Response(m.office_order_not_found(), { status: 404, headers: PRIVATE });
  const order = found.value;
  const me = await asked(request, session.me());
  const has = (...roles: Role[]) => me.kind === 'person' && me.roles.some((role) => roles.includes(role));
  const manages = has('manager');
  const open = order.state === 'placed' ? order.lines.filter((line) => line.packedUnits < line.quantity) : [];
  const choices = await asked(
    request,
    Promise.all(open.map(async ({ id }) => [id, await officeOrders.lotsForLine({ lineId: id })] as const)),
  );
  const [photos, unpacked, said, hasCamera, carried, offered] = await asked(
    request,
    Promise.all([
      evidence.ofOrder({ code: order.code }),
      unpacking.ofOrder({ code: order.code }),
      phoneEntries.ofPage({ page: `/office/orders/${order.code}` }),
      officeOrders.hasCamera(),
      carriers.ofOrder({ orderId: order.id }),
      carriers.offered(),
    ]),
  );
  const came = has('manager', 'accountant', 'auditor')
    ? await asked(request, money.ofOrder({ orderId: order.id }))
    : null;
  const { searchParams } = new URL(request.url);
  const [done, camera] = [searchParams.get('done'), searchParams.get('camera')];
  return {
    order,
    manages,
    packs: has('manager', 'packer', 'auditor'),
    takesMoney: has('manager', 'accountant'),
    lotsFor: Object.fromEntries(choices),
    key: crypto.randomUUID(),
    photos,
    unpacked,
    said,
    hasCamera,
    carried,
    offered,
    money: came?.ok ? came.value : null,
    done: isAct(done) && !isPast(done, carried) ? done : null,
    camera: isCameraSaid(camera) ? camera : null,
  };
}

/** That a carrier is being asked is said only until it has answered. */
const isPast = (done: string, { consignments: [newest] }: { consignments: { state: string }[] }): boolean =>
  done === 'want' && newest?.state !== 'wanted';

/** One of the acts on an order, named by the form's `act`; refused, gives its form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await actForm(request);
  const { act, typed, answer, beside } = await doAct(request, context.api, form);
  if (answer.ok) {
    const camera = answer.camera ? `&camera=${answer.camera}` : '';
    throw redirect(hrefIn(locale, `/office/orders/${params.code}?done=${act}${camera}`), {
      headers: PRIVATE,
    });
  }
  const problem = problemOf(answer.error, locale, beside);
  return data({ act, typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function OfficeOrder() {
  const {
    order,
    manages,
    packs,
    takesMoney,
    lotsFor,
    photos,
    unpacked,
    said,
    hasCamera,
    carried,
    offered,
    money,
    key,
    done,
    camera,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  const form = { refused, newKey: key };
  useKeepOpened(key);
  return (
    <>
      <PageHeader
        title={m.office_order_title({ code: order.code })}
        lead={formatInstant(order.placedAt, locale)}
      >
        <Badge {...orderStateLook(order.state)}>{orderStateWords(order.state)}</Badge>
      </PageHeader>
      {done && !refused ? (
        <div className="mb-6 grid gap-3">
          <Notice tone="good" title={doneWords(done)} />
          {camera ? <CameraNotice said={camera} /> : null}
        </div>
      ) : null}
      <ChangedNotice />
      {refused?.problem.above ? (
        <div className="mb-6">
          <Notice tone="care" title={m.office_order_refused()}>
            {refused.problem.above} <SignInElsewhere problem={refused.problem} />
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-10">
          {packs ? <OfRequest order={order} /> : null}
          <Ahead order={order} />
          <Lines order={order} />
          <BoxWithoutPlace order={order} />
          {packs ? <Pack order={order} lotsFor={lotsFor} hasCamera={hasCamera} {...form} /> : null}
          <Boxes order={order} {...form} />
          <Unpacked boxes={unpacked} />
          <CarrierPart order={order} carried={carried} offered={offered} packs={packs} {...form} />
          {packs ? <Handover order={order} booked={bookedIn(carried)} {...form} /> : null}
          <HandoverPhotos photos={carried.photos} />
          <PhotoEvidence photos={photos} />
          <SaidByPhones entries={said} />
        </div>
        <div className="grid content-start gap-10">
          <PaymentPart order={order} manages={takesMoney} missing={money?.missing} {...form} />
          <OrderMoney money={money} />
          <WhoAndWhere order={order} />
          <WishList of={order} />
          <LinkButton kind="quiet" to={href(`/office/orders/${order.code}/slip`)}>
            {m.delivery_slip()}
          </LinkButton>
          <Steps order={order} />
          <ChangeAndStory order={order} manages={manages} seesMoney={money !== null} />
          {manages ? <Cancel order={order} money={money} {...form} /> : null}
        </div>
      </div>
    </>
  );
}
