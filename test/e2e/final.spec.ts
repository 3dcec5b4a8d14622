/**
 * A whole contest as people play it, from the definition file to the last reveal: the golden case, every figure of which was computed by hand.
 * Nothing is prepared through the hub's interfaces; all of it is typed and pressed on pages.
 */

import { definitionFor, type GoldenCell, readGoldenCase } from '../golden/golden.ts'
import { test } from './fixtures.ts'
import { gather, playGolden } from './golden-play.ts'
import { expect } from './patience.ts'
import { Organiser } from './people/organiser.ts'
import type { Stage } from './people/stage.ts'

const golden = readGoldenCase()

function cellOf(combine: string, overtime: string): GoldenCell {
  const cell = golden.expected.find((one) => one.combine === combine && one.overtime === overtime)
  if (!cell) throw new Error(`the golden table has no ${combine}, ${overtime}`)
  return cell
}

function nameOf(team: string): string {
  return golden.definition.teams.find(({ id }) => id === team)?.name ?? team
}

/** `86.75` as it is written for people. */
function written(decimal: string): string {
  return decimal.replace('.', ',')
}

/** The figures that the hall must not know yet: round scores until their cue, totals until the ceremony. */
class Secrets {
  readonly #cell: GoldenCell
  readonly #announced = new Set<string>()

  constructor(cell: GoldenCell) {
    this.#cell = cell
  }

  scoreOf(cue: string): string | undefined {
    const [round = '', team, step] = cue.split('/')
    return step === 'score' ? this.#cell.teams.find((row) => row.team === team)?.rounds[round] : undefined
  }

  tell(cue: string): void {
    const [, step, place] = cue.split('/')
    const score = this.scoreOf(cue)
    if (score !== undefined) this.#announced.add(score)
    if (step === 'place') this.#announced.add(this.#cell.teams[Number(place) - 1]?.total ?? '')
  }

  /** Two teams may have the same score: what was said of one is no secret any more. */
  get kept(): string[] {
    const all = this.#cell.teams.flatMap(({ total, rounds }) => [total, ...Object.values(rounds)])
    return all.filter((figure) => !this.#announced.has(figure))
  }

  /** Nothing that is still secret was ever sent to the screen, and nothing of it stands there. */
  async expectKept(stage: Stage): Promise<void> {
    const text = await stage.text()
    const leaked = this.kept.filter((figure) => stage.heard.includes(figure) || text.includes(written(figure)))
    expect(leaked).toEqual([])
  }
}

test('a contest from its definition file to the last reveal: the hall sees every figure as computed by hand, and none before its cue', async ({
  venue,
}) => {
  test.setTimeout(240_000)
  const cell = cellOf('trimmed', 'full')
  const organiser = await new Organiser(await venue.device('laptop')).openHome(venue.address, venue.organiserKey)
  expect(await organiser.page.evaluate(() => window.isSecureContext)).toBe(false)
  await organiser.createFromFile(definitionFor(golden, cell))
  const links = await organiser.links(golden.definition.judges.map(({ id }) => id))
  expect(links.mc).toContain(`${venue.address}/console/#code=`)

  const company = await gather(venue, links, await organiser.link('head-desk'))
  const { stage } = company
  const secrets = new Secrets(cell)
  const table = await playGolden(golden, company, {
    before: () => secrets.expectKept(stage),
    after: async (cue) => {
      secrets.tell(cue)
      const [round = '', team = ''] = cue.split('/')
      const score = secrets.scoreOf(cue)
      if (score !== undefined) expect(await stage.score(round, team)).toBe(written(score))
      if (team === 'place') {
        const row = cell.teams[Number(cue.split('/')[2]) - 1]
        expect(await stage.announced()).toEqual({
          team: nameOf(row?.team ?? ''),
          rank: String(row?.rank),
          total: written(row?.total ?? ''),
        })
      }
    },
  })
  expect(table).toEqual(
    cell.teams.map(({ team, rank, total }) => ({ team: nameOf(team), rank: String(rank), total: written(total) })),
  )
  // The ear that heard no secret was not deaf.
  for (const { total, rounds } of cell.teams) {
    for (const figure of [total, ...Object.values(rounds)]) expect(stage.heard).toContain(figure)
  }
})
