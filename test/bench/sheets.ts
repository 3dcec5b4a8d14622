/**
 * What judges are asked for in the benchmark, and what they answer. Neighbours differ in their marks and teams in their totals, as in a
 * hall: equal totals would have to be separated.
 */

export const criteria = ['noi-dung', 'hinh-thuc', 'phong-cach', 'sang-tao']

/** The ids of teams and rounds, counted from 1. */
export const teamId = (number: number) => `doi-${number}`
export const roundId = (number: number) => `phan-thi-${number}`

export interface Sheet {
  readonly round: string
  readonly team: string
  /** By criterion, on a scale up to 5 in quarters. */
  readonly marks: Readonly<Record<string, string>>
}

/** What a judge, counted from 0, gives a team in a round (`round/team`): its level, and how this judge sees each criterion. */
export function sheetOf(judge: number, place: string): Sheet {
  const [round = '', team = ''] = place.split('/')
  const number = Number(/\d+$/.exec(team)?.[0])
  const level = (number * 5) % 11
  const quarters = (index: number) => level + ((judge * 3 + number * 7 + index * 5) % 10)
  const marks = Object.fromEntries(criteria.map((criterion, index) => [criterion, (quarters(index) / 4).toFixed(2)]))
  return { round, team, marks }
}
