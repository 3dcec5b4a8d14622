/**
 * The rows of a ceremony so far, best first. An announcement comes from the bottom up, so equal ranks keep the order in
 * which the hub lists them only by team; a row that is not certified is not part of a ceremony.
 */
import type { HallWords } from '@bang-diem/shared/language/vi/hall.ts'
import type { Hall, Scene } from '../hall/hall.ts'
import { standingsRows } from '../table/rows.ts'
import type { TableRow } from '../table/table-row.ts'

export function announcedRows(hall: Hall, scene: Extract<Scene, { kind: 'ceremony' }>, words: HallWords): TableRow[] {
  const certified = hall
    .rows(scene.stage)
    .filter((row) => row.certified && row.rank !== null && row.category === scene.category)
  // All of them are of the group that the scene is about, and the scene names it.
  return standingsRows(hall, certified, words, true).map((row) => ({ ...row, section: '' }))
}
