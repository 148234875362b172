import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { aBoxStory, aSpray } from './story.builders';
import { StoryTold } from './story-page';

const NOW = new Date('2026-06-12T03:00:00Z');
const told = (story: ReturnType<typeof aBoxStory>) =>
  renderToStaticMarkup(<StoryTold story={story} now={NOW} />);
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of a box', () => {
  const html = told(aBoxStory());
  const text = textOf(html);

  it('says what Circular 02/2024 wants seen', () => {
    for (const wanted of [
      'Thùng sầu riêng Ri6',
      'Hợp tác xã cây ăn trái Bàu Nghé',
      'Khu phố Bàu Nghé, phường Phước Long',
      'cắt 07/06/2026 ; đóng thùng 10:00 07/06/2026',
      '15/06/2026',
      '(01) 09521234002000 (10) K7M2QXWD (21) B3F7HJ9KQ001',
      '(414) 9521234000013 (254)T01',
      'chưa công bố',
    ]) {
      expect(text.replace(/\s/g, '')).toContain(wanted.replace(/\s/g, ''));
    }
    expect(html).toContain('src="/pictures/durian-ri6.svg"');
  });

  it('shows the State’s stamp as a link to the State’s own host, and no place for one where there is none', () => {
    expect(text).not.toContain('hệ thống quốc gia');
    const stamped = told(aBoxStory({}, { stateStamp: 'https://traceviet.mae.gov.vn/t/1?a=1&b=2' }));
    expect(textOf(stamped)).toContain('Tem của hệ thống quốc gia traceviet.mae.gov.vn');
    expect(stamped).toContain(
      '<a href="https://traceviet.mae.gov.vn/t/1?a=1&amp;b=2" rel="noopener">traceviet.mae.gov.vn</a>',
    );
  });

  it('shows the photo taken at packing once it comes near, and no picture where there is none', () => {
    expect(html).not.toContain('/photos/');
    const pictured = told(aBoxStory({ photoId: 'pho_0123456789abcdef0123456789abcdef' }));
    const [shot, ...more] = pictured.match(/<img[^>]*\/photos\/[^>]*>/g) ?? [];
    expect(more).toEqual([]);
    expect(shot).toContain('src="/photos/pho_0123456789abcdef0123456789abcdef"');
    expect(shot).toContain('loading="lazy"');
    expect(shot).toContain('alt="Ảnh chụp lúc đóng thùng"');
  });

  it('names the certificates under which the fruit was cut, or that there are none', () => {
    expect(text).toContain('chưa công bố');
    const paper = {
      kind: 'vietgap',
      number: 'MH-1',
      issuer: 'Nơi cấp thử',
      validTo: new Date('2027-03-12'),
    } as const;
    const certified = textOf(told(aBoxStory({}, { certificates: [paper] })));
    expect(certified).toContain('VietGAP MH-1 (Nơi cấp thử), đến 12/03/2027');
    expect(certified).not.toContain('chưa công bố');
  });

  it('shows the photo of the harvest at its stop', () => {
    const pictured = told(aBoxStory({ harvestPhotoId: 'pho_fedcba9876543210fedcba9876543210' }));
    expect(pictured).toContain('alt="Ảnh chụp lúc thu hoạch"');
    expect(pictured.indexOf('pho_fedc')).toBeLessThan(pictured.indexOf('Đóng thùng ở nhà đóng gói'));
  });

  it('says above all else that the box was opened again, and nothing of it otherwise', () => {
    expect(text).not.toContain('đã được mở lại');
    expect(text).toContain('6 số trên phiếu');
    const opened = textOf(told(aBoxStory({ unpackedAt: new Date('2026-06-07T05:00:00Z') })));
    expect(opened).not.toContain('6 số trên phiếu');
    expect(opened).toMatch(
      /^ *Thùng này đã được mở lại: tem không còn dùng\. Hợp tác xã mở thùng lúc 12:00 07\/06\/2026/,
    );
  });

  it('tells the way in the order of time, by the clock of Vietnam', () => {
    const stops = ['Cắt ở Vườn Suối', 'Đóng thùng ở nhà đóng gói', 'Rời nhà đóng gói'].map((stop) =>
      text.indexOf(stop),
    );
    expect(stops.every((place) => place > 0)).toBe(true);
    expect(stops).toEqual([...stops].sort((a, b) => a - b));
    expect(text).toContain('16:00 07/06/2026');
  });

  it('says each spray’s days before cutting beside the days it asked for', () => {
    expect(text).toContain('18 ngày trước khi cắt, cần ít nhất 7: đủ');
    expect(text).toContain('Đủ ngày cách ly');
  });

  it('claims no proof that is not there', () => {
    expect(text).toContain('có 3 sự kiện được ghi');
    expect(text).toContain('đang chờ niêm phong');
    expect(text).not.toMatch(/chưa bị sửa|xác thực|blockchain/i);
  });

  it('marks the demo, and leads on to the product', () => {
    expect(text).toContain('Dữ liệu minh họa');
    expect(html).toContain('href="/products/thung-ri6"');
    expect(
      told(
        aBoxStory({ product: { nameVi: 'A', nameEn: 'A', nameZh: null, slug: 'thung-ri6', listed: false } }),
      ),
    ).not.toContain('/products/');
  });

  it('needs no script and nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|https?:|\son[a-z]+=/);
  });
});

describe('an act that was written down only after the cutting', () => {
  it('is marked as such, whether something was applied or not', () => {
    const late = aSpray({ late: true });
    const watered = aSpray({
      id: 'dia_2',
      act: 'water',
      inputName: null,
      preHarvestDays: null,
      intervalKept: null,
    });
    const text = textOf(told(aBoxStory({}, { diary: [late, { ...watered, late: true }, watered] })));
    expect(text.match(/20\/05\/2026 \(ghi sau khi cắt\)/g)).toHaveLength(2);
    expect(textOf(told(aBoxStory()))).not.toContain('ghi sau khi cắt');
  });
});

describe('what the page says is sealed', () => {
  const page = (ilmd: object) =>
    textOf(
      told(
        aBoxStory({
          proof: {
            logKeys: [],
            witnessKeys: [],
            proofs: { checkpoint: '', events: [] },
            events: [{ index: 1, event: { bizStep: 'commissioning', ilmd } }],
            waiting: 0,
            sealedAt: NOW,
            shown: { cutOn: '2026-06-07', batch: 'K7M2QXWD', grams: 10_200, diary: [] },
          },
        }),
      ),
    );

  it('is the diary only when the harvest was sealed with it', () => {
    expect(page({ 'baunghe:diaryDigest': 'x' })).toContain(
      'Nhật ký canh tác được niêm phong từ lúc ghi đợt cắt',
    );
    expect(page({})).toContain('Nhật ký canh tác của đợt cắt này chưa được niêm phong.');
  });
});

describe('what is not known or not agreed to', () => {
  it('is said, not left out', () => {
    const plot = { code: 'T01', name: 'Vườn Suối', areaM2: 9000, plantingUnitCode: null, outline: [] };
    const text = textOf(told(aBoxStory({ outline: [] }, { memberName: null, plot, diary: [] })));
    expect(text).toContain('Xã viên chọn không hiện tên');
    expect(text).toContain('Vườn chưa có mã số vùng trồng');
    expect(text).toContain('chưa ghi việc nào');
    expect(text).not.toContain('Vườn nằm ở đâu');
  });
});

describe('a box whose code was opened in odd ways', () => {
  const since = new Date('2026-06-11T05:00:00Z');
  const seen = {
    flags: [
      { kind: 'many_places', since, places: 7 },
      { kind: 'after_delivery', since, places: 6 },
    ],
    pinFirstAt: new Date('2026-06-10T05:00:00Z'),
  } as const;

  it('warns before anything else what was seen, and claims no more than that', () => {
    const html = told(aBoxStory({ seen: { ...seen, flags: [...seen.flags] } }));
    expect(html.indexOf('id="copied"')).toBeLessThan(html.indexOf('class="crate"'));
    expect(html).not.toMatch(/id="copied"[^>]*hidden/);
    const text = textOf(html);
    expect(text).toContain('12:00 11/06/2026, 7 mạng khác nhau đã mở mã này');
    expect(text).toContain('sau khi thùng đã giao');
    expect(text).toContain('Chúng tôi không biết chắc vì sao');
    expect(text).not.toMatch(/hàng giả|giả mạo/i);
  });

  it('keeps the warning unseen while there is none, and asks for the number under the lid', () => {
    const html = told(aBoxStory());
    expect(html).toMatch(/id="copied"[^>]*hidden/);
    expect(textOf(html)).toContain('Chưa ai nhập đúng mã dưới nắp');
    expect(textOf(told(aBoxStory({ seen: { ...seen, flags: [] } })))).toContain(
      'lần đầu lúc 12:00 10/06/2026',
    );
  });

  it('has neither on the page of a lot', () => {
    const html = told(aBoxStory({ seen: null, serial: null, boxes: 3 }));
    expect(html).not.toMatch(/id="(copied|pin|report)"|<form/);
  });
});

describe('a lot that is called back', () => {
  const withdrawn = { since: new Date('2026-06-12T02:05:00Z'), reason: 'Dư lượng thuốc vượt mức' };

  it('says before anything else what not to do, since when and why, and nothing of a laboratory', () => {
    const html = told(aBoxStory({}, { withdrawn, held: true }));
    expect(html.indexOf('id="recall"')).toBeLessThan(html.indexOf('id="copied"'));
    const text = textOf(html);
    expect(text).toContain('Thùng này bị thu hồi: xin đừng ăn');
    expect(text).toContain('Thu hồi từ 09:05 12/06/2026');
    expect(text).toContain('Dư lượng thuốc vượt mức');
    expect(text).not.toContain('kiểm nghiệm');
  });

  it('is silent about it otherwise', () => {
    expect(told(aBoxStory())).not.toContain('id="recall"');
  });
});

describe('a held lot', () => {
  const early = aSpray({ daysBeforeCut: 3, intervalKept: false, doneOn: new Date('2026-06-04') });

  it('warns before anything else, with the spray that came too late', () => {
    const html = told(aBoxStory({}, { held: true, diary: [early] }));
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('class="crate"'));
    const text = textOf(html);
    expect(text).toContain('xin đừng ăn và đừng bán');
    expect(text).toContain('Thuốc thử A ngày 04/06/2026, cần cách ly 7 ngày');
    expect(text).toContain('3 ngày trước khi cắt, cần ít nhất 7: chưa đủ');
    expect(text).toContain('Chưa đủ ngày cách ly');
  });

  it('warns too when the reason lies elsewhere', () => {
    expect(textOf(told(aBoxStory({}, { held: true })))).toContain('đang kiểm tra lô này');
  });
});
