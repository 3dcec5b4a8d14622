/**
 * The order after one line was moved; null when it cannot be: beyond an end, or where a fixed line would have to give way.
 * Fixed lines keep their very place.
 */
export function moved(items: readonly string[], from: number, to: number, fixed: ReadonlySet<string>): string[] | null {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length || from === to) return null
  const [low, high] = from < to ? [from, to] : [to, from]
  if (items.slice(low, high + 1).some((one) => fixed.has(one))) return null
  const order = items.filter((_, at) => at !== from)
  order.splice(to, 0, item)
  return order
}
