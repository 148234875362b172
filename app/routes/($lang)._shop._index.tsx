import type { MetaFunction } from '@remix-run/node';
import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';

export const meta: MetaFunction = () => [
  { title: m.shop_home_title() },
  { name: 'description', content: m.shop_home_description() },
];

export default function Home() {
  return <PageHeader title={m.shop_home_lead()} />;
}
