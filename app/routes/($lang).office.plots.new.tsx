/** A new plot: the same form without one. */
export { action, default, headers, loader, meta } from './($lang).office.plots.$code_.edit/route';
