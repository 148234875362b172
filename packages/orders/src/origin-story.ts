import type { Tx } from '@baunghe/db';
import {
  certificatesOn,
  diaryOfHarvest,
  type PublicDiaryEntry,
  photoIdOf,
  type ShownCertificate,
} from '@baunghe/farm';
import {
  BEGAN_WITH,
  LAST_WITHDRAWAL,
  type OpenWithdrawal,
  openWithdrawal,
  sortingsBehind,
  stateStampOf,
} from '@baunghe/stock';
import { eventsAbout, historyOfBox, type RecordedEvent, trueEvents } from '@baunghe/trace';

/** Where fruit comes from, as anyone may read it. */
export interface Origin {
  batch: string;
  /** The kind of fruit, such as durian: how it is eaten hangs on it. */
  fruit: string;
  varietyVi: string;
  varietyEn: string;
  varietyZh: string | null;
  picture: string;
  shelfDays: number;
  grade: string;
  cutOn: Date;
  bestBefore: Date;
  harvestedGrams: number;
  heldReason: string | null;
  /** That the lot is called back, since when and why. */
  withdrawn: OpenWithdrawal | null;
  photoId: string | null;
  plot: {
    code: string;
    name: string;
    areaM2: number;
    plantingUnitCode: string | null;
    outline: [number, number][];
  };
  /** The grower, only as far as they agreed to be shown. */
  memberName: string | null;
  demo: boolean;
  diary: PublicDiaryEntry[];
  /** Under which it was cut. */
  certificates: ShownCertificate[];
  /** Where the State's trace system shows the lot, on a host under gov.vn. */
  stateStamp: string | null;
}

/** The listing that a code's GTIN names; `listed` false: no longer sold, so without a page. */
export interface NamedProduct {
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  slug: string;
  listed: boolean;
}

/** The story of a box: its product, origin and way. */
export interface BoxStory {
  gtin: string;
  serial: string;
  product: NamedProduct;
  grams: number;
  packedAt: Date;
  /** When it was opened again before it left: no fruit of ours lies in a box with this serial. */
  unpackedAt: Date | null;
  /** The photo taken as the box was packed. */
  photoId: string | null;
  /** The photo taken as the fruit was cut, where the harvest's event vouches for it. */
  harvestPhotoId: string | null;
  origin: Origin;
  /** All that was recorded, for whoever checks it against the log. */
  events: RecordedEvent[];
  /** Those of them that count as true, and what was declared wrong since. */
  told: RecordedEvent[];
  corrected: CorrectedEvent[];
}

/** An event that was declared wrong, and when. */
export interface CorrectedEvent {
  bizStep: string;
  eventTime: Date;
  declaredAt: Date;
}

/** The story of a lot that is not packed, or of the fruit around a box. */
export interface LotStory {
  gtin: string;
  /** Null when the code names the loose fruit, which is not sold as such. */
  product: NamedProduct | null;
  origin: Origin;
  boxes: number;
  harvestPhotoId: string | null;
  /** What the lot began with: the whole harvest, unless it was sorted from another lot. */
  grams: number;
  events: RecordedEvent[];
  told: RecordedEvent[];
  corrected: CorrectedEvent[];
}

/** What a scanned box tells; null when no such box was packed or it does not belong to the batch named with it. */
export async function boxStory(
  tx: Tx,
  code: { gtin: string; serial: string; batch: string | null },
): Promise<BoxStory | null> {
  const box = await tx.box.findUnique({
    where: { gtin_serial: { gtin: code.gtin, serial: code.serial } },
    include: { product: true, unpacking: true, lot: { include: ORIGIN } },
  });
  if (!box || (code.batch !== null && box.lot.batch !== code.batch)) return null;
  const [origin, events] = await Promise.all([
    originOf(tx, box.lot),
    historyOfBox(tx, {
      boxId: box.id,
      harvestId: box.lot.harvestId,
      sortings: await sortingsBehind(tx, box.lotId),
    }),
  ]);
  const { gtin, serial, grams, packedAt } = box;
  const story = whatCounts(events);
  return {
    gtin,
    serial,
    product: named(box.product),
    grams,
    packedAt,
    unpackedAt: box.unpacking?.at ?? null,
    photoId: photoOf(story.told, 'packing'),
    harvestPhotoId: photoOf(story.told, 'commissioning'),
    origin,
    ...story,
  };
}

/** What a lot's code tells; null when there is no such lot, or the GTIN names other fruit. */
export async function lotStory(tx: Tx, code: { gtin: string; batch: string }): Promise<LotStory | null> {
  const lot = await tx.lot.findUnique({
    where: { batch: code.batch },
    include: { ...ORIGIN, _count: { select: { boxes: { where: { unpacking: null } } } }, moves: BEGAN_WITH },
  });
  if (!lot) return null;
  const product = await tx.product.findUnique({ where: { gtin: code.gtin } });
  const sameFruit = product?.varietyCode === lot.varietyCode && product.grade === lot.grade;
  if (!sameFruit && code.gtin !== lot.variety.looseGtin) return null;
  const [origin, events] = await Promise.all([
    originOf(tx, lot),
    eventsAbout(tx, [{ subject: 'harvest', id: lot.harvestId }], await sortingsBehind(tx, lot.id)),
  ]);
  return {
    gtin: code.gtin,
    product: product && sameFruit ? named(product) : null,
    origin,
    boxes: lot._count.boxes,
    grams: lot.moves.reduce((grams, move) => grams + move.grams, 0),
    harvestPhotoId: photoOf(trueEvents(events).told, 'commissioning'),
    ...whatCounts(events),
  };
}

/** The photo that an event of this kind names by its hash. */
function photoOf(events: readonly RecordedEvent[], step: 'packing' | 'commissioning'): string | null {
  const named = events.find(({ bizStep, body }) => bizStep === step && body['baunghe:photo']);
  return photoIdOf(named?.body['baunghe:photo'] ?? '');
}

function whatCounts(events: RecordedEvent[]): Pick<LotStory, 'events' | 'told' | 'corrected'> {
  const { told, wrong } = trueEvents(events);
  const corrected = wrong.map(({ event, declaredAt }) => {
    return { bizStep: event.bizStep, eventTime: event.eventTime, declaredAt };
  });
  return { events, told, corrected };
}

const ORIGIN = {
  variety: true,
  withdrawals: LAST_WITHDRAWAL,
  harvest: { include: { plot: { include: { member: true } } } },
} as const;

type LotWithOrigin = NonNullable<Awaited<ReturnType<typeof findLot>>>;

function findLot(tx: Tx, id: string) {
  return tx.lot.findUnique({ where: { id }, include: ORIGIN });
}

async function originOf(tx: Tx, lot: LotWithOrigin): Promise<Origin> {
  const { plot } = lot.harvest;
  const { code, name, areaM2, plantingUnitCode, member } = plot;
  const { recordedAt } = lot.harvest;
  const { id: plotId, memberId } = plot;
  const [diary, stateStamp, certificates] = await Promise.all([
    diaryOfHarvest(tx, { plotId, cutOn: lot.cutOn, recordedAt }),
    stateStampOf(tx, lot.id),
    certificatesOn(tx, { plotId, memberId, day: lot.cutOn }),
  ]);
  return {
    batch: lot.batch,
    fruit: lot.variety.fruit,
    varietyVi: lot.variety.nameVi,
    varietyEn: lot.variety.nameEn,
    varietyZh: lot.variety.nameZh,
    picture: lot.variety.picture,
    shelfDays: lot.variety.shelfDays,
    grade: lot.grade,
    cutOn: lot.cutOn,
    bestBefore: lot.bestBefore,
    harvestedGrams: lot.harvest.grams,
    heldReason: lot.heldReason,
    withdrawn: openWithdrawal(lot.withdrawals),
    photoId: lot.harvest.photoId,
    plot: { code, name, areaM2, plantingUnitCode, outline: plot.outline as [number, number][] },
    memberName: member.shown === 'name' ? member.name : null,
    demo: plot.demo,
    diary,
    certificates,
    stateStamp,
  };
}

function named({ nameVi, nameEn, nameZh, slug, listed }: NamedProduct): NamedProduct {
  return { nameVi, nameEn, nameZh, slug, listed };
}
