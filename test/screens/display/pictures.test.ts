/** Reading the view: which picture is on, and what a gap or a strange entry leaves of it. */

import { sessionEntry, stageEntry } from '@bang-diem/shared/views/entries.ts'
import { awardEntry, rowEntry, sceneEntry, scoreEntry } from '@bang-diem/shared/views/hall-entries.ts'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Hall } from '../../../display/src/hall/hall.ts'
import { sceneKey } from '../../../display/src/hall/scene-key.ts'
import { showDate } from '../../../display/src/parts/dates.ts'
import { readOptions } from '../../../display/src/screen/options.ts'
import { screenName } from '../../../display/src/screen/screen-name.ts'
import { programme } from './programme.ts'

test('the pictures of these tests are what a hub may publish', () => {
  const schemas = new Map<string | undefined, v.GenericSchema>([
    ['scene', sceneEntry],
    ['stage', stageEntry],
    ['session', sessionEntry],
    ['score', scoreEntry],
    ['row', rowEntry],
    ['award', awardEntry],
  ])
  for (const entries of Object.values(programme)) {
    for (const [key, entry] of Object.entries(entries)) {
      const schema = schemas.get(key.split('/')[0])
      if (schema !== undefined) v.parse(schema, entry)
    }
  }
})

describe('a scene is another one', () => {
  test('when its team, its round or its being a correction differs', () => {
    const scene = { kind: 'score', round: 'r1', team: 'a' } as const
    const others = [scene, { ...scene, team: 'b' }, { ...scene, round: 'r2' }, { ...scene, correction: true }]
    expect(new Set(others.map(sceneKey)).size).toBe(4)
  })

  test('but a ceremony goes on from team to team', () => {
    const scene = { kind: 'ceremony', stage: 's', of: 6 } as const
    expect(sceneKey({ ...scene, team: 'a', place: 6 })).toBe(sceneKey({ ...scene, team: 'b', place: 5 }))
  })
})

describe('an entry of a strange shape', () => {
  test('counts as absent', () => {
    const hall = new Hall(new Map(Object.entries({ ...programme.score, scene: { kind: 'fireworks' }, timer: 7 })))
    expect(hall.scene).toBeUndefined()
    expect(hall.timer).toBeUndefined()
    expect(hall.contest?.title).toContain('Dân vận khéo')
  })

  test('leaves a team its id as a name', () => {
    expect(new Hall(new Map()).team('ea-ngai').name).toBe('ea-ngai')
  })
})

describe('the address of a screen', () => {
  test('chooses theme, kind, contest and name, and ignores what it does not know', () => {
    expect(readOptions('?contest=abc&theme=paper&screen=audience&name=%20cánh%20trái%20&fit=1')).toEqual({
      contest: 'abc',
      theme: 'paper',
      screen: 'audience',
      name: 'cánh trái',
      fit: true,
    })
    expect(readOptions('?theme=neon&screen=tv&fit=0')).toEqual({
      contest: null,
      theme: 'hall',
      screen: null,
      name: null,
      fit: false,
    })
  })

  test('gives a name no longer than the hub takes', () => {
    expect(readOptions(`?name=${'x'.repeat(60)}`).name).toHaveLength(40)
  })
})

test('a screen remembers its name, and lives with a browser that remembers nothing', () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  expect(screenName(null, () => storage)).toBeNull()
  expect(screenName('cánh trái', () => storage)).toBe('cánh trái')
  expect(screenName(null, () => storage)).toBe('cánh trái')
  const refused = () => {
    throw new Error('denied')
  }
  expect(screenName('cánh trái', refused)).toBe('cánh trái')
})

test('a date is written as in Vietnam', () => {
  expect(showDate('2026-10-14')).toBe('14/10/2026')
  expect(showDate('tháng 10')).toBe('tháng 10')
})
