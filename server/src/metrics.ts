/** Figures about the hub in Prometheus' text format. It counts; it names no team, judge or mark. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  /** Commits that became durable. */
  committed(count: number): void
}

/** `connections` is asked whenever the figures are read. */
export function hubMetrics(connections: () => Readonly<Record<'staff' | 'judges' | 'hall', number>>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const commits = new Counter({
    name: 'bang_diem_commits_total',
    help: 'Commits that became durable',
    registers: [registry],
  })
  new Gauge({
    name: 'bang_diem_connections',
    help: 'Connected pages by kind',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      for (const [kind, count] of Object.entries(connections())) this.set({ kind }, count)
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    committed: (count) => commits.inc(count),
  }
}
