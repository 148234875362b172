import * as m from '~/paraglide/messages.js';

/** What stands on a label beside its box's own. */
export function labelWords(demo: boolean, locale: 'vi' | 'en') {
  return {
    grade: m.office_label_grade({}, { locale }),
    netWeight: m.office_label_net_weight({}, { locale }),
    packedOn: m.office_label_packed_on({}, { locale }),
    harvestedOn: m.office_label_harvested_on({}, { locale }),
    bestBefore: m.office_label_best_before({}, { locale }),
    orchard: m.office_label_orchard({}, { locale }),
    cooperative: m.common_coop_name({}, { locale }),
    address: m.common_coop_address({}, { locale }),
    demo: demo ? m.office_label_demo({}, { locale }) : null,
  };
}
