/** Certification of a stage in both halls: ties are broken where there are any, which may be in one of them alone. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { standingsOf } from '@bang-diem/shared/rules/scores.ts'
import { headSeat, type Story } from './story.ts'
import { mustAccept } from './twins.ts'

export async function certify(story: Story, stageId: string): Promise<void> {
  const { twins, definition } = story
  const stage = lookupsOf(definition).stages.get(stageId)
  if (!stage) throw new Error(`there is no stage ${stageId}`)
  const seat = headSeat(story)
  for (const hall of [twins.a, twins.b]) {
    for (
      let ties = standingsOf(hall.state, stage).undecided;
      ties[0];
      ties = standingsOf(hall.state, stage).undecided
    ) {
      await mustAccept(hall, seat, { type: 'breakTie', stage: stageId, teams: [...ties[0].teams], reason: 'bốc thăm' })
    }
  }
  await twins.each((each) => each.pass(10))
  twins.beginAct()
  await twins.must(seat, { type: 'certify', stage: stageId })
}
