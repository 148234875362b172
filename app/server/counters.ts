import type { PageCache } from './page-cache';

/** What the server counts of its own work, for Prometheus. No address, name or number of a visitor is kept. */
export class Counters {
  readonly #answers = new Map<string, number>();
  #seconds = 0;

  /** Counts one answer by its status class (`2xx`) and the seconds it took. */
  answered(status: number, seconds: number): void {
    const group = `${Math.floor(status / 100)}xx`;
    this.#answers.set(group, (this.#answers.get(group) ?? 0) + 1);
    this.#seconds += seconds;
  }

  /** Everything counted, in Prometheus's text format 0.0.4. */
  text(cache: PageCache): string {
    const memory = process.memoryUsage();
    return `${[
      '# HELP http_answers_total Answers that were not kept pages, by status class.',
      '# TYPE http_answers_total counter',
      ...[...this.#answers].map(([group, count]) => `http_answers_total{status="${group}"} ${count}`),
      '# HELP http_answer_seconds_total Seconds spent on those answers.',
      '# TYPE http_answer_seconds_total counter',
      `http_answer_seconds_total ${this.#seconds}`,
      '# HELP page_cache_hits_total Answers given from kept pages.',
      '# TYPE page_cache_hits_total counter',
      `page_cache_hits_total ${cache.hits}`,
      '# HELP writes_total Writes that were kept.',
      '# TYPE writes_total counter',
      `writes_total ${cache.writes}`,
      '# HELP process_resident_memory_bytes Memory of the process.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# HELP process_uptime_seconds Seconds since the start.',
      '# TYPE process_uptime_seconds gauge',
      `process_uptime_seconds ${process.uptime()}`,
    ].join('\n')}\n`;
  }
}
