/**
 * `node test/papers/run.ts [--contests 200] [--seed 1] [--files 60] [--pictures <folder>]`: proves that every number on every paper is the API's, that
 * a wrong one would be noticed, that nothing is printed half, and that pages keep within their margins. `--files` is how many files are fetched at
 * most; without it all. One line of result on stdout; differences on stderr.
 */
import { parseArgs } from 'node:util'
import { comparePapers } from './batch.ts'
import { checkPictures } from './pictures.ts'

const { values } = parseArgs({
  options: {
    contests: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string' },
    pictures: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const contests = Number(values.contests)
const seed = Number(values.seed)
const files = values.files === undefined ? Number.POSITIVE_INFINITY : Number(values.files)
if (!Number.isSafeInteger(contests) || contests < 1 || !Number.isSafeInteger(seed) || Number.isNaN(files)) {
  throw new RangeError('usage: run.ts [--contests <number>] [--seed <number>] [--files <number>] [--pictures <folder>]')
}

const papers = await comparePapers({ contests, seed, files })
const pages = await checkPictures({ folder: values.pictures, isQuick: values.quick })
const missed = papers.planted - papers.plantsFound
console.log(
  `papers: ${contests} contests, ${papers.files} files, ${papers.numbers} numbers, ${papers.differences} differences; ` +
    `${papers.plantsFound} of ${papers.planted} planted numbers found; ` +
    `${papers.refused} papers refused with what is missing; ` +
    `${pages.pages} pages of ${pages.papers} papers within their margins, ${pages.faults} faults`,
)
// Every socket is closed by now; the connections of fetch are kept for a while.
process.exit(papers.differences + missed + pages.faults > 0 ? 1 : 0)
