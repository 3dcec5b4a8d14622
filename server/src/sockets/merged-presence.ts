/** Who is connected to any hub of a contest: the parts that the hubs tell, put together for staff. */
import type { Presence } from '@bang-diem/shared/protocol/down.ts'

export function mergedPresence(parts: readonly Presence[]): Presence {
  const seats: Presence['seats'] = {}
  for (const part of parts) {
    for (const [seat, there] of Object.entries(part.seats)) {
      const before = seats[seat]
      seats[seat] = before ? together(before, there) : there
    }
  }
  const screens = parts.flatMap((part) => part.screens)
  screens.sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const audience = parts.reduce((sum, part) => sum + part.audience, 0)
  // All hubs write into one ledger: what keeps one of them from it concerns everybody.
  const warnings = [...new Set(parts.flatMap((part) => part.warnings))]
  return { seats, screens, audience, warnings }
}

type There = Presence['seats'][string]

/** A judge writes at one device at a time; the draft that is further on is the one that is written. */
function together(one: There, other: There): There {
  const devices = one.devices + other.devices
  if (!one.filled || !other.filled) return { ...one, ...other, devices }
  const filled = { ...one.filled }
  for (const [sheet, count] of Object.entries(other.filled)) filled[sheet] = Math.max(filled[sheet] ?? 0, count)
  return { devices, filled }
}
