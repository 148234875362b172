import { gtin13From, gtin14From } from '@baunghe/gs1';

/** How a fruit grows and sells in the demo; prices are invented, in đồng. */
interface DemoFruit {
  code: string;
  fruit: string;
  nameVi: string;
  nameEn: string;
  nameZh: string;
  shelfDays: number;
  ripens?: boolean;
  ripeMonths: number[];
  picture: string;
  /** Days between two harvests, and kilograms of one: of the last, of which there is much to sell still. */
  everyDays: number;
  kilograms: readonly [number, number];
}

/** The varieties of the demo season; durian's names and shapes are those grown around Phước Long. */
export const VARIETIES: readonly DemoFruit[] = [
  {
    code: 'RI6',
    fruit: 'durian',
    nameVi: 'Sầu riêng Ri6',
    nameEn: 'Ri6 durian',
    nameZh: 'Ri6（越南干尧）榴莲',
    shelfDays: 8,
    ripens: true,
    ripeMonths: [5, 6, 7, 8],
    picture: 'durian-ri6.svg',
    everyDays: 3,
    kilograms: [180, 420],
  },
  {
    code: 'DONA',
    fruit: 'durian',
    nameVi: 'Sầu riêng Dona',
    nameEn: 'Dona (Monthong) durian',
    nameZh: 'Dona（金枕）榴莲',
    shelfDays: 9,
    ripens: true,
    ripeMonths: [6, 7, 8, 9],
    picture: 'durian-dona.svg',
    everyDays: 3,
    kilograms: [220, 520],
  },
  {
    code: 'CHINHOA',
    fruit: 'durian',
    nameVi: 'Sầu riêng Chín Hóa',
    nameEn: 'Chín Hóa durian',
    nameZh: 'Chín Hóa 榴莲',
    shelfDays: 7,
    ripens: true,
    ripeMonths: [6, 7, 8],
    picture: 'durian-chin-hoa.svg',
    everyDays: 6,
    kilograms: [60, 140],
  },
  {
    code: 'MUSANG',
    fruit: 'durian',
    nameVi: 'Sầu riêng Musang King',
    nameEn: 'Musang King durian',
    nameZh: '猫山王榴莲',
    shelfDays: 7,
    ripens: true,
    ripeMonths: [7, 8, 9],
    picture: 'durian-musang-king.svg',
    everyDays: 6,
    kilograms: [50, 110],
  },
  {
    code: 'BO034',
    fruit: 'avocado',
    nameVi: 'Bơ 034',
    nameEn: '034 avocado',
    nameZh: '034 牛油果',
    shelfDays: 10,
    ripens: true,
    ripeMonths: [5, 6, 7, 8, 9],
    picture: 'avocado.svg',
    everyDays: 7,
    kilograms: [80, 160],
  },
  {
    code: 'CHOMCHOM',
    fruit: 'rambutan',
    nameVi: 'Chôm chôm nhãn',
    nameEn: 'Longan rambutan',
    nameZh: '龙眼红毛丹',
    shelfDays: 7,
    ripeMonths: [5, 6, 7],
    picture: 'rambutan.svg',
    everyDays: 6,
    kilograms: [70, 150],
  },
  {
    code: 'MANGCUT',
    fruit: 'mangosteen',
    nameVi: 'Măng cụt',
    nameEn: 'Mangosteen',
    nameZh: '山竹',
    shelfDays: 12,
    ripeMonths: [5, 6, 7, 8],
    picture: 'mangosteen.svg',
    everyDays: 8,
    kilograms: [50, 110],
  },
  {
    code: 'MIT',
    fruit: 'jackfruit',
    nameVi: 'Mít thái',
    nameEn: 'Thai jackfruit',
    nameZh: '泰种菠萝蜜',
    shelfDays: 9,
    ripens: true,
    ripeMonths: [3, 4, 5, 6],
    picture: 'jackfruit.svg',
    everyDays: 8,
    kilograms: [120, 260],
  },
  {
    code: 'BUOI',
    fruit: 'pomelo',
    nameVi: 'Bưởi da xanh',
    nameEn: 'Green-skin pomelo',
    nameZh: '青皮柚',
    shelfDays: 30,
    ripeMonths: [8, 9, 10, 11, 12],
    picture: 'pomelo.svg',
    everyDays: 14,
    kilograms: [120, 240],
  },
  {
    code: 'NHAN',
    fruit: 'longan',
    nameVi: 'Nhãn xuồng',
    nameEn: 'Xuồng longan',
    nameZh: 'Xuồng 龙眼',
    shelfDays: 8,
    ripeMonths: [7, 8, 9],
    picture: 'longan.svg',
    everyDays: 7,
    kilograms: [60, 130],
  },
];

/** How a product is listed in the demo. */
interface DemoProduct {
  slug: string;
  variety: string;
  grade: 'A' | 'B';
  saleUnit: 'kg' | 'piece' | 'box';
  unitGrams: number;
  /** Of pieces that are paid by weight: what one weighs at most; the price is that of a kilogram. */
  mostGrams?: number;
  price: number;
  nameVi: string;
  nameEn: string;
  nameZh: string;
  descriptionVi: string;
  descriptionEn: string;
  descriptionZh: string;
}

/** The demo's products, in the shop's order. */
export const PRODUCTS: readonly DemoProduct[] = [
  {
    slug: 'sau-rieng-ri6-loai-a',
    variety: 'RI6',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 98_000,
    nameVi: 'Sầu riêng Ri6 loại A',
    nameEn: 'Ri6 durian, grade A',
    nameZh: 'Ri6 榴莲 A 级',
    descriptionVi:
      'Cơm vàng đậm, dẻo và béo, hạt lép nhiều. Trái từ 1,8 đến 5 kg, đủ 2,7 hộc, cắt khi đủ tuổi.',
    descriptionEn:
      'Deep yellow, creamy flesh with many thin seeds. Fruit of 1.8 to 5 kg with 2.7 full locules, cut when mature.',
    descriptionZh: '果肉深黄，软糯浓郁，瘪核多。单果 1.8 至 5 kg，2.7 房以上，熟度足够才采收。',
  },
  {
    slug: 'thung-sau-rieng-ri6-10kg',
    variety: 'RI6',
    grade: 'A',
    saleUnit: 'box',
    unitGrams: 10_000,
    price: 930_000,
    nameVi: 'Thùng sầu riêng Ri6 10 kg',
    nameEn: 'Box of Ri6 durian, 10 kg',
    nameZh: 'Ri6 榴莲整箱 10 kg',
    descriptionVi: 'Ba đến bốn trái Ri6 loại A trong thùng giấy có lót, hợp làm quà và ăn cả nhà.',
    descriptionEn:
      'Three to four grade A Ri6 fruit in a lined carton: a gift, or a feast for the whole family.',
    descriptionZh: '三到四个 A 级 Ri6，装在带衬垫的纸箱里，送礼或全家吃都合适。',
  },
  {
    slug: 'sau-rieng-ri6-loai-b',
    variety: 'RI6',
    grade: 'B',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 62_000,
    nameVi: 'Sầu riêng Ri6 loại B',
    nameEn: 'Ri6 durian, grade B',
    nameZh: 'Ri6 榴莲 B 级',
    descriptionVi: 'Cùng vườn với loại A, dáng trái chưa đều, 2,5 hộc trở lên. Cơm vẫn ngon như vậy.',
    descriptionEn:
      'From the same orchards as grade A, less even in shape, 2.5 locules or more. The flesh is just as good.',
    descriptionZh: '与 A 级同园，果形略欠匀称，2.5 房以上。果肉一样好吃。',
  },
  {
    slug: 'sau-rieng-dona-loai-a',
    variety: 'DONA',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 145_000,
    nameVi: 'Sầu riêng Dona loại A',
    nameEn: 'Dona durian, grade A',
    nameZh: 'Dona（金枕）榴莲 A 级',
    descriptionVi: 'Cơm vàng nhạt, dày, ngọt dịu và ít mùi hơn Ri6. Trái từ 2 đến 5,5 kg, đủ 2,7 hộc.',
    descriptionEn:
      'Pale yellow, thick flesh, mildly sweet and gentler in smell than Ri6. Fruit of 2 to 5.5 kg with 2.7 locules.',
    descriptionZh: '果肉浅黄、厚实，甜味柔和，气味比 Ri6 淡。单果 2 至 5.5 kg，2.7 房以上。',
  },
  {
    slug: 'thung-sau-rieng-dona-12kg',
    variety: 'DONA',
    grade: 'A',
    saleUnit: 'box',
    unitGrams: 12_000,
    price: 1_680_000,
    nameVi: 'Thùng sầu riêng Dona 12 kg',
    nameEn: 'Box of Dona durian, 12 kg',
    nameZh: 'Dona（金枕）榴莲整箱 12 kg',
    descriptionVi: 'Ba đến bốn trái Dona loại A, chọn cùng độ chín để cả thùng ăn trong hai ngày.',
    descriptionEn:
      'Three to four grade A Dona fruit of the same ripeness, so that the whole box is eaten within two days.',
    descriptionZh: '三到四个 A 级 Dona，熟度一致，整箱可在两天内吃完。',
  },
  {
    slug: 'sau-rieng-dona-loai-b',
    variety: 'DONA',
    grade: 'B',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 98_000,
    nameVi: 'Sầu riêng Dona loại B',
    nameEn: 'Dona durian, grade B',
    nameZh: 'Dona（金枕）榴莲 B 级',
    descriptionVi: 'Trái 1,8 đến 6 kg, 2,5 hộc trở lên, hợp tách múi ăn ngay hoặc làm bánh.',
    descriptionEn: 'Fruit of 1.8 to 6 kg with 2.5 locules or more: to eat at once, or for baking.',
    descriptionZh: '单果 1.8 至 6 kg，2.5 房以上，适合剥开即食或做糕点。',
  },
  {
    slug: 'sau-rieng-chin-hoa',
    variety: 'CHINHOA',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 85_000,
    nameVi: 'Sầu riêng Chín Hóa',
    nameEn: 'Chín Hóa durian',
    nameZh: 'Chín Hóa 榴莲',
    descriptionVi: 'Trái nhỏ, cơm dày, béo và thơm đậm kiểu miền Đông. Mùa ngắn nên mau hết.',
    descriptionEn:
      'Small fruit, thick and rich flesh with the full scent of the south-east. A short season, soon gone.',
    descriptionZh: '果小肉厚，油润浓香，是越南东南部的味道。产季短，很快卖完。',
  },
  {
    slug: 'sau-rieng-musang-king',
    variety: 'MUSANG',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 260_000,
    nameVi: 'Sầu riêng Musang King',
    nameEn: 'Musang King durian',
    nameZh: '猫山王榴莲',
    descriptionVi: 'Cơm vàng nghệ, vị đắng nhẹ ở hậu. Nhận ra trái bởi ngôi sao năm cánh dưới đáy.',
    descriptionEn:
      'Mustard-coloured flesh with a light bitter finish. Known by the five-pointed star at its base.',
    descriptionZh: '果肉姜黄色，回味微苦。底部的五角星是它的标志。',
  },
  {
    slug: 'bo-034',
    variety: 'BO034',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 55_000,
    nameVi: 'Bơ 034',
    nameEn: '034 avocado',
    nameZh: '034 牛油果',
    descriptionVi: 'Trái dài, cơm vàng dẻo, hạt nhỏ. Giao khi còn cứng, để ba đến năm ngày là chín.',
    descriptionEn: 'Long fruit, creamy yellow flesh, small seed. Sent firm; ripe after three to five days.',
    descriptionZh: '果形长，果肉黄而细滑，核小。发货时果还硬，放三到五天就熟。',
  },
  {
    slug: 'chom-chom-nhan',
    variety: 'CHOMCHOM',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 42_000,
    nameVi: 'Chôm chôm nhãn',
    nameEn: 'Longan rambutan',
    nameZh: '龙眼红毛丹',
    descriptionVi: 'Trái nhỏ, giòn, ngọt và tróc hạt. Hái buổi sáng, giao trong ngày.',
    descriptionEn:
      'Small, crisp and sweet, coming clean off the seed. Picked in the morning, sent the same day.',
    descriptionZh: '果小，脆甜，肉核易离。早上采摘，当天发货。',
  },
  {
    slug: 'mang-cut',
    variety: 'MANGCUT',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 78_000,
    nameVi: 'Măng cụt',
    nameEn: 'Mangosteen',
    nameZh: '山竹',
    descriptionVi: 'Múi trắng, ngọt thanh, cuống còn xanh. Chọn tay từng trái.',
    descriptionEn: 'White segments, clean sweetness, stalks still green. Chosen by hand, fruit by fruit.',
    descriptionZh: '果肉洁白，清甜，果蒂仍绿。逐个手选。',
  },
  {
    slug: 'mit-thai',
    variety: 'MIT',
    grade: 'A',
    saleUnit: 'piece',
    unitGrams: 8_000,
    price: 210_000,
    nameVi: 'Mít thái nguyên trái (từ 8 kg)',
    nameEn: 'Whole Thai jackfruit (from 8 kg)',
    nameZh: '泰种菠萝蜜整果（8 kg 起）',
    descriptionVi: 'Trái từ 8 kg, múi to, giòn, ít xơ. Gõ nghe bịch là ăn được.',
    descriptionEn:
      'Fruit from 8 kg with large, crisp segments and little fibre. A dull knock means it is ready.',
    descriptionZh: '单果 8 kg 起，果苞大而脆，纤维少。敲起来声音沉闷就能吃。',
  },
  {
    slug: 'buoi-da-xanh',
    variety: 'BUOI',
    grade: 'A',
    saleUnit: 'piece',
    unitGrams: 1_400,
    price: 68_000,
    nameVi: 'Bưởi da xanh (từ 1,4 kg)',
    nameEn: 'Green-skin pomelo (from 1.4 kg)',
    nameZh: '青皮柚（1.4 kg 起）',
    descriptionVi: 'Tép hồng, mọng, ngọt và không the. Để mát được cả tháng.',
    descriptionEn: 'Pink, juicy, sweet and without bitterness. Keeps a month in a cool place.',
    descriptionZh: '果肉粉红，多汁清甜，不苦不麻。阴凉处可放一个月。',
  },
  {
    slug: 'nhan-xuong',
    variety: 'NHAN',
    grade: 'A',
    saleUnit: 'kg',
    unitGrams: 1000,
    price: 64_000,
    nameVi: 'Nhãn xuồng',
    nameEn: 'Xuồng longan',
    nameZh: 'Xuồng 龙眼',
    descriptionVi: 'Cơm dày, ráo nước, ngọt thơm. Cắt cả chùm.',
    descriptionEn: 'Thick, dry and fragrant flesh. Cut by the bunch.',
    descriptionZh: '果肉厚而爽口，香甜。整串剪下。',
  },
  {
    slug: 'sau-rieng-ri6-nguyen-trai',
    variety: 'RI6',
    grade: 'A',
    saleUnit: 'piece',
    unitGrams: 2000,
    mostGrams: 3000,
    price: 128_000,
    nameVi: 'Sầu riêng Ri6 nguyên trái, 2–3 kg',
    nameEn: 'Whole Ri6 durian, 2–3 kg',
    nameZh: 'Ri6 榴莲整果，2–3 kg',
    descriptionVi: 'Bạn chọn số trái, chúng tôi chọn trái chín đều và cân lúc đóng gói. Trả đúng số cân.',
    descriptionEn:
      'You choose how many, we choose evenly ripe ones and weigh them when packing. Pay for the exact weight.',
    descriptionZh: '您选个数，我们挑成熟均匀的，装箱时称重，按实际重量付款。',
  },
];

/** GTIN of a variety's loose fruit: indicator 9, sold by varying weight. */
export function looseGtin(prefix: string, index: number): string {
  return gtin14From(9, gtin13From(prefix, 100 + index));
}

/** GTIN of a product. */
export function productGtin(prefix: string, index: number): string {
  return gtin13From(prefix, 200 + index);
}
