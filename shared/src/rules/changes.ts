/**
 * Where two definitions differ, as a path, leaving aside texts for people. Everything counts but the few fields that are named here: a field that
 * a later version adds is a difference until somebody has thought about it. It knows no contest that is under way.
 */

/** Fields that no score, place or award is made of, by the key that their owner stands under; '' is the definition. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  '': ['title', 'edition', 'organiser', 'venue', 'date', 'language', 'sessions', 'papers'],
  teams: ['name', 'shortName', 'unit'],
  judges: ['name', 'title'],
  stages: ['title'],
  rounds: ['title'],
  criteria: ['title'],
  judgeGroups: ['title'],
  factor: ['title'],
}

/** The path of the first difference that counts; undefined where there is none. `key` says what both are: `rounds`, `stages`, … */
export function firstChange(before: unknown, wanted: unknown, key: string): string | undefined {
  if (Array.isArray(before) && Array.isArray(wanted)) return changeInList(before, wanted, key)
  if (!isRecord(before) || !isRecord(wanted)) return before === wanted ? undefined : ''
  const fields = new Set([...Object.keys(before), ...Object.keys(wanted)])
  for (const field of fields) {
    if (harmless[key]?.includes(field)) continue
    const path = firstChange(before[field], wanted[field], field)
    if (path !== undefined) return `.${field}${path}`
  }
  return undefined
}

/** A list whose members went, came or changed places differs as a whole. */
function changeInList(before: readonly unknown[], wanted: readonly unknown[], key: string): string | undefined {
  if (before.length !== wanted.length) return ''
  if (before.some((each, index) => idOf(each) !== idOf(wanted[index]))) return ''
  for (const [index, each] of before.entries()) {
    const path = firstChange(each, wanted[index], key)
    if (path !== undefined) return `[${index}]${path}`
  }
  return undefined
}

function idOf(value: unknown): unknown {
  return isRecord(value) ? value.id : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
