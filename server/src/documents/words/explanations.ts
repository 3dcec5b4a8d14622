/** Words of the derivations on paper. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  title: 'VÌ SAO HẠNG NÀY',
  team: (rank: string, team: string) => `${rank}. ${team}`,
  unranked: (team: string) => `${team} (chưa xếp hạng)`,
}

const en = {
  title: 'WHY THIS RANK',
  team: (rank: string, team: string) => `${rank}. ${team}`,
  unranked: (team: string) => `${team} (not ranked)`,
}

export const explanationsWords: InBoth<typeof vi> = { vi, en }
