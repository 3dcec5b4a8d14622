/** Dividing rows into pages, in their order. */

type Tall = { readonly height: number }

export function heightOf(rows: readonly Tall[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0)
}

/** As few pages as hold all rows, filled as evenly as that number allows. A row that is taller than a page has one to itself. */
export function intoPages<T extends Tall>(rows: readonly T[], height: number): T[][] {
  const fewest = fill(rows, height)
  // Filling up to the average and a little more finds the evenest pages; 100 steps are finer than any row is tall.
  for (let step = 1; step < 100; step++) {
    const pages = fill(rows, (height * step) / 100)
    if (pages.length === fewest.length) return pages
  }
  return fewest
}

function fill<T extends Tall>(rows: readonly T[], height: number): T[][] {
  const pages: T[][] = []
  let left = 0
  for (const row of rows) {
    const page = pages.at(-1)
    if (page === undefined || row.height > left) {
      pages.push([row])
      left = height - row.height
    } else {
      page.push(row)
      left -= row.height
    }
  }
  return pages
}
