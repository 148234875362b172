import * as m from '~/paraglide/messages.js';

const STEPS: Record<string, () => string> = {
  commissioning: m.stock_event_commissioning,
  creating_class_instance: m.stock_event_sorted,
  destroying: m.stock_event_destroying,
  holding: m.stock_event_holding,
  inspecting: m.stock_event_inspecting,
  loading: m.stock_event_loading,
  packing: m.stock_event_packing,
  receiving: m.stock_event_receiving,
  sensor_reporting: m.stock_event_temperature,
  shipping: m.stock_event_shipping,
  stock_taking: m.stock_event_counted,
  storing: m.stock_event_storing,
};

/** What an event's business step is called; the step itself for one that is not ours. */
export const eventWords = (bizStep: string): string => STEPS[bizStep]?.() ?? bizStep;
