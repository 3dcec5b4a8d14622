/**
 * The house rules, over every source of this repository. `rules.test.ts` proves that each can fail.
 */
import { expect, test } from 'vitest'
import { layerOrder } from './rules/layers.ts'
import { names } from './rules/names.ts'
import { plainHttp, purity } from './rules/purity.ts'
import { hallSecrets, unregistered } from './rules/registries.ts'
import { type Rule, worded } from './rules/rule.ts'
import { barrels, fileSize, functionSize, headComment } from './rules/shape.ts'
import { everyTestRuns } from './rules/tests.ts'
import { machines, noOutsideAddress, promises, registryHosts } from './rules/texts.ts'
import { noAny, noBlindTrust, noDoubleCast, noEmptyCatch } from './rules/types.ts'
import { allTexts, sources } from './sources.ts'

const overSources: Readonly<Record<string, Rule>> = {
  'layers import only what is below them': layerOrder,
  'pure code touches no platform': purity,
  'nothing needs a secure context': plainHttp,
  'names say something': names,
  'a file begins by saying what it is': headComment,
  'files are short': fileSize,
  'functions are short': functionSize,
  'no file passes on what another exports': barrels,
  'nothing is any': noAny,
  'no cast goes through unknown': noDoubleCast,
  'what comes from outside is read with a schema': noBlindTrust,
  'no error vanishes': noEmptyCatch,
  'every test runs': everyTestRuns,
}

const overTexts: Readonly<Record<string, Rule>> = {
  'nothing is promised for later': promises,
  'no path of a machine stands anywhere': machines,
  'no place to download packages from stands anywhere': registryHosts,
  'pages load nothing from outside': noOutsideAddress,
}

function problemsIn(files: ReadonlyMap<string, string>, rule: Rule): string[] {
  return [...files].flatMap(([path, text]) => rule(path, text)).map(worded)
}

test.each(Object.entries(overSources))('%s', (_, rule) => {
  expect(problemsIn(sources, rule)).toEqual([])
})

test.each(Object.entries(overTexts))('%s', (_, rule) => {
  expect(problemsIn(allTexts, rule)).toEqual([])
})

test('what stands in a folder with a registry is registered', () => {
  expect(unregistered(sources).map(worded)).toEqual([])
})

test('the hall cannot see sheets or scoring, not even through another view', () => {
  expect(hallSecrets(sources).map(worded)).toEqual([])
})

test('the sources were found at all', () => {
  expect([...sources.keys()].filter((path) => path.startsWith('shared/src/')).length).toBeGreaterThan(20)
})
