/**
 * From the sheets of one team in one round to the judges' points: SPEC S-5 to S-13, S-37 to S-39. Every value is put
 * down and looked at by itself; places in an order are found by counting who stands before. It never sorts and never
 * looks at more than one team.
 */
import type { Note, RoundRules, SheetInput } from './contest.ts'
import { meanOf, minus, type Num, num, order, over, plus, same, sumOf, times } from './numbers.ts'
import type { Places } from './places.ts'

/** One value among those that are combined: a judge's, or that of a group of judges. */
type Voice = { readonly weight: Num; readonly sheets: readonly SheetInput[] }

/** What the judges gave under one criterion, or on the whole sheet (`criterion: null`), and what became of it. */
export type Column = {
  readonly criterion: string | null
  readonly values: readonly Treated[]
  /** The values as one. */
  readonly combined: Num
}

/** One value among those that were combined. */
export type Treated = {
  /** One judge, or those of a group that have a sheet. */
  readonly judges: readonly string[]
  readonly value: Num
  /** As what it counted: itself, a limit, or nothing. */
  readonly counted: Num | null
}

export type Judged = {
  readonly points: Num
  readonly columns: readonly Column[]
  /** Under each criterion that judges score, before its weight (SPEC S-28). */
  readonly figures: ReadonlyMap<string, Num>
}

type Setting = { readonly round: RoundRules; readonly places: Places; readonly note: Note }

export function judgedCriteria(round: RoundRules) {
  return round.criteria.filter(({ scoredBy }) => scoredBy === 'judges')
}

function markOn(sheet: SheetInput, criterion: string): Num {
  const mark = sheet.marks[criterion]
  if (mark === undefined) throw new Error(`no mark of ${sheet.judge} under ${criterion}`)
  return num(mark)
}

export function sheetValue(round: RoundRules, places: Places, sheet: SheetInput): Num {
  const parts = judgedCriteria(round).map(({ id, weight }) => times(num(weight), markOn(sheet, id)))
  return places.roundedAt('sheet', sumOf(parts))
}

function voicesOf(round: RoundRules, sheets: readonly SheetInput[]): Voice[] {
  if (round.judgeGroups.length === 0) return sheets.map((sheet) => ({ weight: num(1), sheets: [sheet] }))
  return round.judgeGroups
    .map(({ weight, judges }) => ({
      weight: num(weight),
      sheets: sheets.filter(({ judge }) => judges.includes(judge)),
    }))
    .filter((voice) => voice.sheets.length > 0)
}

/** What each value counts as after the outlier rule; `null`: it does not count. */
function afterOutliers(values: readonly Num[], maximum: Num, { round, places, note }: Setting): (Num | null)[] {
  const rule = round.outliers
  if (rule.rule === 'none') return [...values]
  const mean = meanOf(values)
  const share = rule.limit.endsWith('%') ? times(num(rule.limit.slice(0, -1)), num('0.01')) : null
  const limit = share ? times(share, rule.of === 'mean' ? mean : maximum) : num(rule.limit)
  const least = minus(mean, limit)
  const most = plus(mean, limit)
  const tooLow = values.map((value) => order(value, least) < 0)
  const tooHigh = values.map((value) => order(value, most) > 0)
  const far = values.map((_, index) => tooLow[index] === true || tooHigh[index] === true)
  if (far.some(Boolean)) note(`outliers ${rule.rule}${share ? ` of ${rule.of}` : ' in points'}`)
  if (rule.rule === 'clamp') {
    return values.map((value, index) =>
      far[index] ? places.roundedAt('clamped-mark', tooLow[index] ? least : most) : value,
    )
  }
  if (far.every(Boolean)) {
    note('outliers all kept')
    return [...values]
  }
  return values.map((value, index) => (far[index] ? null : value))
}

/** How many stand before the value at `index` in ascending order, equal ones as they come. */
function standBefore(values: readonly Num[], index: number): number {
  const own = values[index]
  if (own === undefined) throw new Error('no such value')
  return values.filter((other, at) => order(other, own) < 0 || (same(other, own) && at < index)).length
}

/** Which of the values remain when the method has struck some out. */
function notStruck(values: readonly Num[], { round, note }: Setting): boolean[] {
  const method = round.combine
  const count = values.length
  const before = values.map((_, index) => standBefore(values, index))
  if (method.method === 'median')
    return before.map((b) => b * 2 === count - 1 || b * 2 === count - 2 || b * 2 === count)
  if (method.method !== 'trimmed-mean' && method.method !== 'trimmed-sum') return values.map(() => true)
  const { highest, lowest } = method
  if (count < (method.whenAtLeast ?? highest + lowest + 1)) {
    note('trimming without enough values')
    return values.map(() => true)
  }
  return before.map((b) => b >= lowest && b < count - highest)
}

/** The values of one column as one, and which voices had a part in it. */
function combined(values: readonly Num[], weights: readonly Num[], maximum: Num, setting: Setting) {
  const { round, note } = setting
  const after = afterOutliers(values, maximum, setting)
  const left = after.flatMap((value, index) => (value ? [{ value, index, weight: weights[index] ?? num(1) }] : []))
  const stays = notStruck(
    left.map(({ value }) => value),
    setting,
  )
  const last = left.filter((_, index) => stays[index])
  const weighted = sumOf(last.map(({ value, weight }) => times(weight, value)))
  const isSum = round.combine.method === 'sum' || round.combine.method === 'trimmed-sum'
  if (last.length < left.length || !weights.every((weight) => same(weight, num(1)))) {
    note(`${round.combine.method} over ${round.combine.over}`)
  }
  if (isSum || round.combine.method === 'mean') note(`${round.combine.method} over ${round.combine.over}`)
  const value = isSum ? weighted : over(weighted, sumOf(last.map(({ weight }) => weight)))
  return { value, counted: values.map((_, index) => last.find((one) => one.index === index)?.value ?? null) }
}

function treated(voices: readonly Voice[], values: readonly Num[], counted: readonly (Num | null)[]): Treated[] {
  return voices.flatMap(({ sheets }, index): Treated[] => {
    const value = values[index]
    return value ? [{ judges: sheets.map(({ judge }) => judge), value, counted: counted[index] ?? null }] : []
  })
}

function overSheets(voices: readonly Voice[], setting: Setting): Judged {
  const { round, places } = setting
  const criteria = judgedCriteria(round)
  const values = voices.map(({ sheets }) => meanOf(sheets.map((sheet) => sheetValue(round, places, sheet))))
  const maximum = sumOf(criteria.map((criterion) => times(num(criterion.weight), num(criterion.maximum))))
  const weights = voices.map(({ weight }) => weight)
  const { value, counted } = combined(values, weights, maximum, setting)
  const sheets = voices.flatMap((voice, index) => (counted[index] ? voice.sheets : []))
  const figures = criteria.map(({ id }): [string, Num] => [id, meanOf(sheets.map((sheet) => markOn(sheet, id)))])
  const column = { criterion: null, values: treated(voices, values, counted), combined: value }
  return { points: value, columns: [column], figures: new Map(figures) }
}

function overCriteria(voices: readonly Voice[], setting: Setting): Judged {
  const figures = new Map<string, Num>()
  const points: Num[] = []
  const columns: Column[] = []
  for (const { id, weight, maximum } of judgedCriteria(setting.round)) {
    const marks = voices.map(({ sheets }) => meanOf(sheets.map((sheet) => markOn(sheet, id))))
    const weights = voices.map((voice) => voice.weight)
    const { value, counted } = combined(marks, weights, num(maximum), setting)
    const figure = setting.places.roundedAt('criterion', value)
    columns.push({ criterion: id, values: treated(voices, marks, counted), combined: figure })
    figures.set(id, figure)
    points.push(setting.places.roundedAt('weighted-criterion', times(num(weight), figure)))
  }
  return { points: sumOf(points), columns, figures }
}

/** `sheets` is not empty. */
export function judgedPoints(setting: Setting, sheets: readonly SheetInput[]): Judged {
  const voices = voicesOf(setting.round, sheets)
  if (voices.length < sheets.length) setting.note('judge groups')
  return setting.round.combine.over === 'sheet' ? overSheets(voices, setting) : overCriteria(voices, setting)
}
