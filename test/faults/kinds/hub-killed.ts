/** `kill -9` of a hub at seeded random moments; its supervisor starts it again. With a second hub its pages go on there meanwhile. */
import { below, type Chance } from '../../robot/chance.ts'
import type { Crowd } from '../crowd.ts'
import type { Fault } from '../fault.ts'
import { type OnRedisSettings, openOnRedis } from '../on-redis.ts'
import { repeatedly } from '../repeated.ts'
import type { SupervisedHub } from '../supervised-hub.ts'
import { Venue } from '../venue.ts'

interface Kind {
  readonly name: string
  readonly quick: number
  readonly share: number
}

function killing({ name, quick, share }: Kind, open: () => Promise<{ readonly venue: Venue }>): Fault {
  return {
    name,
    runs: { quick, share },
    run: (scope) =>
      repeatedly(scope, open, ({ venue }, crowd, chance) => {
        const hub = hubOf(venue, crowd, chance)
        return {
          begin: () => venue.allServe(),
          fall: async () => hub.signal('SIGKILL'),
          cuts: (page) => page.address === hub.url,
        }
      }),
  }
}

/** The one at which a page chosen by chance is: after each kill they all meet at the other. */
function hubOf({ hub, hubs }: Venue, { pages }: Crowd, chance: Chance): SupervisedHub {
  const page = pages[below(chance, pages.length)]
  return hubs.find(({ url }) => url === page?.address) ?? hub
}

const onRedis = (settings: OnRedisSettings) => () => openOnRedis(settings)

export const hubKilled = killing({ name: 'hub killed', quick: 3, share: 0.14 }, async () => ({
  venue: await Venue.open(),
}))
export const hubKilledOnAlways = killing(
  { name: 'hub killed, Redis always', quick: 0, share: 0.13 },
  onRedis({ appendfsync: 'always' }),
)
export const hubKilledOnEverysec = killing(
  { name: 'hub killed, Redis everysec', quick: 0, share: 0.13 },
  onRedis({ appendfsync: 'everysec' }),
)
export const oneOfTwoKilled = killing(
  { name: 'one of two hubs killed, Redis always', quick: 3, share: 0.15 },
  onRedis({ appendfsync: 'always', hubs: 2 }),
)
