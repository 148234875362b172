import { type Tx, vietnamDay } from '@baunghe/db';
import { keepStory } from '@baunghe/farm';
import { actOnRating, rateLine } from '@baunghe/orders';
import type { Chance } from './chance.ts';

const DAY = 86_400_000;
const RATINGS = 60;

const WORDS = [
  { stars: 5, words: 'Cơm dẻo, ngọt đậm, hạt lép. Cả nhà đều khen (minh họa).' },
  { stars: 5, words: 'Quét mã thấy đúng vườn, đúng ngày cắt. Yên tâm (minh họa).' },
  { stars: 4, words: 'Trái ngon, phải để thêm hai hôm mới chín đều (minh họa).' },
  { stars: 5, words: null },
  { stars: 4, words: 'Sweet and well packed, one day late (demo).' },
  { stars: 3, words: 'Ngon, nhưng trái hơi nhỏ so với mình nghĩ (minh họa).' },
  { stars: 5, words: '很甜，包装仔细（演示）。' },
];

const STORIES = [
  {
    vi: 'Vườn nằm trên triền đất đỏ, nước suối dẫn về hồ nhỏ đầu vườn. Cỏ được giữ lại dưới gốc cho đất mát, lá rụng ủ thành phân. Trái được gõ từng trái trước khi cắt (minh họa).',
    en: 'The orchard lies on a slope of red earth, watered from a small pond above it. Grass is kept under the trees so that the soil stays cool. Every fruit is knocked on before it is cut (demo).',
    zh: '果园在红土坡上，用坡顶的小水塘灌溉。树下留草，让土壤保持凉爽。每个果子采收前都要敲一敲（演示）。',
  },
  {
    vi: 'Những cây đầu tiên được trồng xen cà phê, nay đã cao hơn mái nhà. Nhà vườn ghi nhật ký mỗi chiều và mở cổng cho khách ghé xem mùa thu hoạch (minh họa).',
    en: 'The first trees were planted among coffee and are now taller than the house. The diary is written every evening, and visitors may come in harvest time (demo).',
    zh: '最早的果树间种在咖啡园里，如今已高过屋顶。每天傍晚写田间日记，采收季欢迎来访（演示）。',
  },
];

/** What the demo's buyers say of fruit that they received, what staff do about it, and what is told of orchards. */
export async function saySome(tx: Tx, chance: Chance, now: Date, staff: { userId: string }): Promise<void> {
  const lines = await tx.orderLine.findMany({
    where: { order: { state: 'delivered' } },
    include: { order: { include: { steps: { where: { toState: 'delivered' } } } } },
    orderBy: { id: 'desc' },
    take: RATINGS * 3,
  });
  for (const [at, { id, order }] of lines.filter((_, index) => index % 3 === 0).entries()) {
    const said = WORDS[(at * 5) % WORDS.length] ?? { stars: 5, words: null };
    const when = new Date(Math.min(+now, +(order.steps[0]?.at ?? now) + DAY));
    await done(rateLine(tx, chance.at(when), order.code, { lineId: id, ...said, named: at % 4 !== 3 }));
  }
  const ratings = await tx.rating.findMany({ orderBy: { at: 'desc' }, take: 12 });
  for (const rating of ratings.filter(({ stars }) => stars === 3)) {
    const words = 'Cảm ơn bạn đã nói thật. Lần sau bạn dặn cỡ trái, chúng tôi sẽ chọn (minh họa).';
    await done(actOnRating(tx, chance.at(now), staff, { ratingId: rating.id, kind: 'answer', words }));
  }
  const [hidden] = ratings.filter(({ stars, words }) => stars === 5 && words !== null);
  if (hidden)
    await done(
      actOnRating(tx, chance.at(now), staff, {
        ...{ ratingId: hidden.id, kind: 'hide' },
        words: 'Có số điện thoại của người khác (minh họa)',
      }),
    );
  const plots = await tx.plot.findMany({
    where: { member: { shown: 'name' } },
    orderBy: { code: 'asc' },
    take: 6,
  });
  for (const [at, { code }] of plots.entries())
    await done(keepStory(tx, chance.at(vietnamDay(now)), staff, code, STORIES[at % STORIES.length] ?? null));
}

async function done(act: Promise<{ ok: true } | { ok: false; error: { code: string } }>): Promise<void> {
  const answer = await act;
  if (!answer.ok) throw new Error(`demo word refused: ${answer.error.code}`);
}
