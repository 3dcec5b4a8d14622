/**
 * `npm run copy -- --from <folder or address> --to <folder or address> [--contest <id>]`: moves contests between embedded and Redis,
 * verified line by line. One that was cut off goes on when it is run again. `REDIS_URL` stands for the address in that variable: what is on a
 * command line is shown to every user of the machine, with its password.
 */
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { configure, optionsOf, run } from '../environment.ts'
import { limits } from '../limits.ts'
import { moveHouse } from '../moving/house.ts'
import { openPlace } from '../moving/places.ts'
import { sha256 } from '../sha256.ts'

const usage =
  'npm run copy -- --from <thư mục · folder | REDIS_URL> --to <thư mục · folder | REDIS_URL> [--contest <id>]'

interface Options {
  readonly from: string
  readonly to: string
  readonly contest: string | undefined
}

function parse(config: Config): Options | undefined {
  const text = { type: 'string' } as const
  const { from, to, contest } = parseArgs({ options: { from: text, to: text, contest: text } }).values
  const place = (named: string | undefined) => (named === 'REDIS_URL' ? config.redisUrl : named)
  const [left, entered] = [place(from), place(to)]
  return left === undefined || entered === undefined ? undefined : { from: left, to: entered, contest }
}

run(async () => {
  const { from, to, contest } = optionsOf(usage, () => parse(configure()))
  const source = await openPlace(from, 'source', limits.ledger)
  const target = await openPlace(to, 'target', limits.ledger)
  const moved = await moveHouse(source, target, contest, { sha256, limits: limits.ledger })
  await Promise.all([source.ledger.close(), target.ledger.close()])
  console.info(
    `Đã chuyển ${moved.contests} hội thi (${moved.commits} bản ghi) từ ${source.name} sang ${target.name}, đã đối chiếu từng dòng. · ` +
      `Moved ${moved.contests} contests (${moved.commits} commits) to ${target.name}, every line compared.`,
  )
  process.exit(0)
})
