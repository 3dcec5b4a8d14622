/** The names of a contest as this page's view knows them; what the view does not hold is called by its id. */
import type * as v from 'valibot'
import type { Names } from '../language/names.ts'
import { formEntry, judgeEntry, meEntry, roundEntry, stageEntry, teamEntry } from '../views/entries.ts'

interface View {
  entry<const S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | undefined
}

/** `round` is where a sentence that names no round is spoken: the sheet on screen. */
export function namesIn(view: View, round?: string): Names {
  return {
    team(id) {
      const team = view.entry(`team/${id}`, teamEntry)
      return team?.shortName ?? team?.name ?? id
    },
    judge(id) {
      const me = view.entry('me', meEntry)
      return view.entry(`judge/${id}`, judgeEntry)?.name ?? (me?.judge === id ? me.name : id)
    },
    round: (id) => view.entry(`round/${id}`, roundEntry)?.title ?? id,
    stage: (id) => view.entry(`stage/${id}`, stageEntry)?.title ?? id,
    criterion(known, id) {
      const form = view.entry(`form/${known ?? round ?? ''}`, formEntry)
      return form?.criteria.find((criterion) => criterion.id === id)?.title ?? id
    },
  }
}
