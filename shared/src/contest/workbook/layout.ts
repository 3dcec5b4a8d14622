/**
 * Which sheet holds what of a definition, and in which columns: derived from its shape. Plain fields of a nested entry have columns of
 * their own, everything else is written in one cell. It looks at no cell.
 */
import { definitionShape, type Entry, type Field, isPlain, membersOf, type Shape } from './shape.ts'
import { headingOf, isCalled, type SheetKey } from './words.ts'

export interface Column {
  /** `['scale', 'max']`: where the value stands in the row's entry. */
  readonly keys: readonly string[]
  /** The same, with points between. */
  readonly path: string
  readonly shape: Shape
  /** Something must be written here. */
  readonly required: boolean
  readonly fallback: unknown
}

export interface TableLayout {
  readonly sheet: SheetKey
  /** The column that says which entry of another sheet a row belongs to. */
  readonly parent: ParentColumn | null
  readonly columns: readonly Column[]
}

export interface ParentColumn {
  readonly path: string
  readonly sheet: 'stages' | 'rounds'
}

/** Lists that have sheets of their own, by the list that they stand in. */
const apart = { contest: ['teams', 'judges', 'stages'], stages: ['rounds'], rounds: ['criteria'] } as const

/** A nested entry whose fields each fit a cell. */
function isFlat({ shape }: Field): boolean {
  if (shape.kind !== 'entry') return false
  return shape.fields.every(
    ({ shape: own }) => isPlain(own) || (own.kind === 'list' && isPlain(own.item) && own.item.kind !== 'decimal'),
  )
}

/** Constants, such as the number of the format, are nobody's to write. */
function columnsOf(entry: Entry, without: readonly string[] = []): Column[] {
  const written = entry.fields.filter(({ key, shape }) => shape.kind !== 'literal' && !without.includes(key))
  return written.flatMap((field) => {
    if (field.shape.kind !== 'entry' || !isFlat(field)) return [columnOf(field, [], true)]
    return field.shape.fields.map((inner) => columnOf(inner, [field.key], field.required))
  })
}

function columnOf({ key, shape, required, fallback }: Field, above: readonly string[], always: boolean): Column {
  const keys = [...above, key]
  return { keys, path: keys.join('.'), shape, required: required && always, fallback }
}

const stages = membersOf(definitionShape, 'stages')
const rounds = membersOf(stages, 'rounds')

/** The fields of the contest itself, one a row. */
export const contestFields: readonly Column[] = columnsOf(definitionShape, apart.contest)

export const tables = {
  teams: { sheet: 'teams', parent: null, columns: columnsOf(membersOf(definitionShape, 'teams')) },
  judges: { sheet: 'judges', parent: null, columns: columnsOf(membersOf(definitionShape, 'judges')) },
  stages: { sheet: 'stages', parent: null, columns: columnsOf(stages, apart.stages) },
  rounds: {
    sheet: 'rounds',
    parent: { path: 'stage', sheet: 'stages' },
    columns: columnsOf(rounds, apart.rounds),
  },
  criteria: {
    sheet: 'criteria',
    parent: { path: 'round', sheet: 'rounds' },
    columns: columnsOf(membersOf(rounds, 'criteria')),
  },
} as const satisfies Record<string, TableLayout>

/** What a field may be called: its words, or its path in the definition. */
export function isFieldCalled(text: string, sheet: SheetKey, path: string): boolean {
  return isCalled(text, headingOf(sheet, path)) || isCalled(text, { vi: path, en: path })
}
