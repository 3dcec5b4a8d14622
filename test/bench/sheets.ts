/** The sheets that judges submit in the benchmark. No two judges give a team the same marks, and teams differ: equal totals would have to be separated. */

export const round = 'phan-thi'
export const criteria = ['noi-dung', 'hinh-thuc', 'phong-cach', 'sang-tao']

/** By criterion, on a scale up to 5 in quarters. */
export type Marks = Readonly<Record<string, string>>

/** What a judge gives a team, both counted from 0: the team's level, and how this judge sees each criterion. */
export function marksOf(judge: number, team: number): Marks {
  const level = (team * 5) % 11
  return Object.fromEntries(
    criteria.map((criterion, index) => [criterion, inQuarters(level + ((judge * 3 + team * 7 + index * 5) % 10))]),
  )
}

function inQuarters(quarters: number): string {
  return (quarters / 4).toFixed(2)
}
