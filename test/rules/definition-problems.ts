/** The small contest with one place changed, and what is wrong with it then. */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { definitionOfThree } from './small-contest.ts'

export type Json = { [key: string]: Json } | Json[] | string | number | boolean | null

/** The small contest as plain JSON with one place changed; `path` as in a problem. `undefined` takes the key away. */
export function withChange(path: string, value: Json | undefined): unknown {
  const whole: unknown = JSON.parse(JSON.stringify(definitionOfThree()))
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  let place: unknown = whole
  for (const key of keys.slice(0, -1)) place = Reflect.get(Object(place), key)
  const last = keys.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(Object(place), last)
  else Reflect.set(Object(place), last, value)
  return whole
}

export function problemsOf(input: unknown): string[] {
  const parsed = parseDefinition(input)
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path}: ${code}`)
}

/** A stage in which judges mark nothing. */
export const tallyOnly = {
  id: 'vong-loai',
  title: 'Vòng loại',
  rounds: [
    {
      id: 'trac-nghiem',
      title: 'Trắc nghiệm',
      maximum: '10',
      criteria: [{ id: 'dap-an', title: 'Đáp án', scoredBy: 'secretary', scale: { max: '10' } }],
    },
  ],
}
