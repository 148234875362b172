import { memberOnPublicPage } from '@baunghe/coop';
import { type Tx, vietnamDay } from '@baunghe/db';
import { certificatesOn, type ShownCertificate, type StoryWords, storyOf } from '@baunghe/farm';
import { type HarvestOnSale, type ProductOnSale, productsOnSale } from '../products-on-sale.ts';

/** A variety that grows in an orchard. */
export interface OrchardTrees {
  varietyCode: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  picture: string;
  count: number;
  plantedYear: number;
}

/** An orchard whose grower agreed to be shown. */
export interface Orchard {
  code: string;
  name: string;
  areaM2: number;
  plantingUnitCode: string | null;
  outline: [number, number][];
  member: { code: string; name: string; joinedOn: Date };
  trees: OrchardTrees[];
  /** How many of its harvests are on sale now. */
  harvestsOnSale: number;
  demo: boolean;
}

/** An orchard's own page. */
export interface OrchardStory extends Orchard {
  story: StoryWords | null;
  certificates: ShownCertificate[];
  /** Its newest harvest with a photo. */
  photo: { id: string; cutOn: Date } | null;
  onSale: { product: ProductOnSale; harvests: HarvestOnSale[] }[];
  /** The member's other orchards. */
  others: { code: string; name: string }[];
}

/** Orchards in use, of growers who agreed to be shown: those with fruit on sale first, then by code. */
export async function orchards(tx: Tx, now: Date): Promise<Orchard[]> {
  const [plots, products] = await Promise.all([shownPlots(tx, {}), productsOnSale(tx, now)]);
  const selling = harvestsByPlot(products);
  return plots
    .map((plot) => orchardOf(plot, selling.get(plot.code)?.size ?? 0))
    .sort((a, b) => Number(b.harvestsOnSale > 0) - Number(a.harvestsOnSale > 0));
}

/** One orchard by its code, or null: also where its grower agreed to show nothing. */
export async function orchard(tx: Tx, now: Date, code: string): Promise<OrchardStory | null> {
  const [plot] = await shownPlots(tx, { code });
  if (!plot) return null;
  const { id: plotId, memberId } = plot;
  const [products, story, certificates, photographed, siblings] = await Promise.all([
    productsOnSale(tx, now),
    storyOf(tx, code),
    certificatesOn(tx, { plotId, memberId, day: vietnamDay(now) }),
    tx.harvest.findFirst({ where: { plotId, photoId: { not: null } }, orderBy: { cutOn: 'desc' } }),
    tx.plot.findMany({ where: { memberId, closedAt: null, id: { not: plotId } }, orderBy: { code: 'asc' } }),
  ]);
  const onSale = products.flatMap((product) => {
    const harvests = product.harvests.filter(({ plotCode }) => plotCode === code);
    return harvests.length > 0 ? [{ product, harvests }] : [];
  });
  const photoId = photographed?.photoId ?? null;
  return {
    ...orchardOf(plot, harvestsByPlot(products).get(code)?.size ?? 0),
    ...{ story, certificates, onSale },
    photo: photographed && photoId ? { id: photoId, cutOn: photographed.cutOn } : null,
    others: siblings.map((other) => ({ code: other.code, name: other.name })),
  };
}

function shownPlots(tx: Tx, by: { code?: string }) {
  return tx.plot.findMany({
    where: { ...by, closedAt: null, member: { shown: { not: 'nothing' } } },
    include: { member: true, trees: { include: { variety: true }, orderBy: { count: 'desc' } } },
    orderBy: { code: 'asc' },
  });
}

function harvestsByPlot(products: readonly ProductOnSale[]): Map<string, Set<string>> {
  const batches = new Map<string, Set<string>>();
  for (const { plotCode, batch } of products.flatMap(({ harvests }) => harvests))
    batches.set(plotCode, (batches.get(plotCode) ?? new Set()).add(batch));
  return batches;
}

function orchardOf(plot: Awaited<ReturnType<typeof shownPlots>>[number], harvestsOnSale: number): Orchard {
  const { code, name, areaM2, plantingUnitCode, outline, member, trees, demo } = plot;
  return {
    ...{ code, name, areaM2, plantingUnitCode, harvestsOnSale, demo },
    outline: outline as [number, number][],
    member: { code: member.code, name: memberOnPublicPage(member) ?? '', joinedOn: member.joinedOn },
    trees: trees.map(({ varietyCode, count, plantedYear, variety }) => {
      const { nameVi, nameEn, nameZh, picture } = variety;
      return { varietyCode, nameVi, nameEn, nameZh, picture, count, plantedYear };
    }),
  };
}
