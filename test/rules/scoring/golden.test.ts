/** The golden case, its extra lines and the published examples through the engine, figure by figure. */
import { describe, expect, it } from 'vitest'
import { goldenFigures } from '../../golden/figures.ts'
import { definitionFor, readGoldenCase } from '../../golden/golden.ts'
import { publishedFigures } from '../../golden/published-figures.ts'

describe('the golden case', () => {
  const figures = goldenFigures()

  it('S-1 to S-25: has all its figures', () => {
    // 9 cells × 4 teams × (3 scores, a total, a rank), 7 lines, 4 overtime rules × 5 readings, 4 readings of a minimum.
    expect(figures).toHaveLength(9 * 4 * 5 + 7 + 4 * 5 + 4)
  })

  it.each(figures)('S-1 to S-25: $what is $expected', ({ expected, actual }) => {
    expect(actual).toBe(expected)
  })

  it('S-16: a cell as a definition has its rules in the rounds that they concern', () => {
    const golden = readGoldenCase()
    const cell = golden.expected.find(({ combine, overtime }) => combine === 'outliers' && overtime === 'tiers')
    if (cell === undefined) throw new Error('the golden case lacks a cell')
    const [stage] = definitionFor(golden, cell).stages
    expect(stage?.rounds.map((round) => [round.id, 'outliers' in round, 'overtime' in round])).toEqual([
      ['chao-hoi', true, true],
      ['kien-thuc', false, false],
      ['tieu-pham', true, true],
    ])
  })
})

describe('published examples', () => {
  const examples = publishedFigures()

  it('S-1 to S-51: are all there, with all that was printed', () => {
    expect(examples).toHaveLength(66)
    expect(examples.flatMap(({ printed }) => printed)).toHaveLength(4211)
    expect(examples.flatMap(({ derived }) => derived)).toHaveLength(474)
  })

  it.each(examples)('$rules: $file: every printed figure ($topic)', ({ printed, derived }) => {
    const wrong = [...printed, ...derived].filter(({ expected, actual }) => expected !== actual)
    expect(wrong).toEqual([])
  })
})
