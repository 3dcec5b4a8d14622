/**
 * Figures about the hub in Prometheus' text format. It counts; it names no team, judge or mark.
 * How many commits there are tells whoever watches it that something hidden has happened, so only the organiser is told.
 */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Metrics {
  readonly contentType: string
  text(reader: 'anyone' | 'organiser'): Promise<string>
  /** Commits that became durable. */
  committed(count: number): void
}

/** `connections` is asked whenever the figures are read. */
export function hubMetrics(connections: () => Readonly<Record<'staff' | 'judges' | 'hall', number>>): Metrics {
  const registry = new Registry()
  const hidden = new Registry()
  collectDefaultMetrics({ register: registry })
  const commits = new Counter({
    name: 'bang_diem_commits_total',
    help: 'Commits that became durable',
    registers: [hidden],
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
    text: (reader) => (reader === 'organiser' ? Registry.merge([registry, hidden]) : registry).metrics(),
    committed: (count) => commits.inc(count),
  }
}
