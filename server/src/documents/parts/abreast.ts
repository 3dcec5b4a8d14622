/** Columns that do not all stand side by side on a page: how many do, and which stand together. */
import type { Paper } from '../paper.ts'

/** Figures beside a place and a team: so many stay whole in the smallest type (SPEC W-24). */
export const FIGURES_ABREAST: Readonly<Record<Paper['orientation'], number>> = { portrait: 9, landscape: 20 }

/** In their order, in as few parts as there must be, as even as can be. */
export function evenParts<Each>(all: readonly Each[], most: number): readonly (readonly Each[])[] {
  if (all.length === 0) return []
  const abreast = Math.ceil(all.length / Math.ceil(all.length / most))
  return Array.from({ length: Math.ceil(all.length / abreast) }, (_, part) =>
    all.slice(part * abreast, (part + 1) * abreast),
  )
}

/** The parts of what would be one table are numbered, where there are several. */
export function partNamed(name: string, part: number, parts: number): string {
  return parts === 1 ? name : `${name} ${part + 1}`
}
