/**
 * Everything that a seat may ask for: one schema a command. Schemas check form and bounds; whether the contest allows it now is
 * for `decide`. Internal acts of the hub (creating a contest, links, sessions) are commands too, but no message carries them.
 */
import * as v from 'valibot'
import { definitionSchema } from '../contest/definition.ts'
import { decimalSchema, idSchema, positiveDecimalSchema, secondsSchema, textSchema } from '../contest/primitives.ts'
import { schemasByType } from '../contest/schemas-by-type.ts'
import { sceneSchema } from '../ledger/reveals.ts'

const cue = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}(\/[a-z0-9-]{1,40}){1,2}$/, 'bad-format'))
const onAir = v.nullable(cue)
const reason = textSchema(300)
const teamInRound = { round: idSchema, team: idSchema }
/** At most as many marks as a round may have criteria. */
const marks = v.pipe(v.record(idSchema, decimalSchema), v.maxEntries(40, 'too-long'))
const tiedTeams = v.pipe(v.array(idSchema), v.minLength(2), v.maxLength(200))
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

function command<const Type extends string, const Entries extends v.ObjectEntries>(type: Type, entries: Entries) {
  return v.strictObject({ id: idSchema, type: v.literal(type), ...entries })
}

/** The scenes that the MC may show by hand, without moving the rundown: those that reveal nothing by themselves. */
const shownSceneSchema = v.pipe(
  sceneSchema,
  v.check((scene) => scene.kind === 'stand-by' || scene.kind === 'title' || scene.kind === 'standings', 'not-one-of'),
)

export const commandSchema = v.variant('type', [
  // judge
  command('submitSheet', { ...teamInRound, run: revision, revision, marks }),
  command('recuse', { ...teamInRound, reason }),
  command('requestReopen', { ...teamInRound, reason }),
  // MC
  command('take', { cue, onAir }),
  command('back', { onAir }),
  command('show', { scene: shownSceneSchema, onAir }),
  command('startTimer', {}),
  command('pauseTimer', {}),
  command('resetTimer', {}),
  // secretary
  command('setOrder', { round: idSchema, teams: v.pipe(v.array(idSchema), v.maxLength(200)) }),
  command('drawOrder', { round: idSchema }),
  command('tally', { ...teamInRound, criterion: idSchema, points: decimalSchema }),
  command('recordTime', { ...teamInRound, seconds: secondsSchema }),
  command('recordFactor', { ...teamInRound, factor: positiveDecimalSchema }),
  command('tallyQuestion', { stage: idSchema, question: idSchema, team: idSchema, points: decimalSchema }),
  command('deduct', { ...teamInRound, points: positiveDecimalSchema, reason }),
  command('addBonus', { ...teamInRound, points: positiveDecimalSchema, reason }),
  command('withdrawDeduction', { line: idSchema, reason }),
  command('withdrawBonus', { line: idSchema, reason }),
  command('enterSheet', { ...teamInRound, judge: idSchema, marks, reason }),
  command('excuse', { ...teamInRound, judge: idSchema, reason }),
  command('withdrawExcuse', { ...teamInRound, judge: idSchema, reason }),
  command('releaseJudge', {
    judge: idSchema,
    reason,
    from: v.optional(v.strictObject({ round: idSchema, team: v.optional(idSchema) })),
  }),
  command('recallJudge', { judge: idSchema, reason }),
  command('withdrawTeam', { team: idSchema, reason, disqualified: v.optional(v.boolean()) }),
  command('note', { text: textSchema(1000) }),
  // head judge
  command('approve', { request: idSchema }),
  command('decline', { request: idSchema, reason }),
  command('breakTie', { stage: idSchema, teams: tiedTeams, reason }),
  command('drawLots', { stage: idSchema, teams: tiedTeams }),
  command('decideCut', { stage: idSchema, teams: tiedTeams, reason }),
  command('qualify', { stage: idSchema }),
  command('certify', { stage: idSchema }),
  // organiser
  command('redefine', { definition: definitionSchema }),
  command('replaceJudge', { judge: idSchema, name: textSchema(80) }),
  command('reopenStage', { stage: idSchema, reason }),
  command('giveAward', { stage: idSchema, award: idSchema, team: idSchema, reason }),
  command('takeBackAward', { stage: idSchema, award: idSchema, team: idSchema, reason }),
])

const schemas = schemasByType(commandSchema.options)

/** The schema that a message has to fulfil: that of its type, or the one of all commands when it has none that exists. */
export function schemaOfCommand(message: unknown): v.GenericSchema<unknown, Command> {
  const type: unknown = message instanceof Object ? Reflect.get(message, 'type') : undefined
  return schemas.get(type) ?? commandSchema
}

export type Command = v.InferOutput<typeof commandSchema>
export type CommandType = Command['type']
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>
type WithoutId<C> = C extends Command ? Omit<C, 'id'> : never
/** A command as a page writes it, before it has its id. */
export type CommandBody = WithoutId<Command>

/** Commands that a phone may have kept in its outbox: an older session of the seat may still empty it. */
export function isOutboxCommand(type: CommandType): boolean {
  return type === 'submitSheet' || type === 'recuse' || type === 'requestReopen'
}

/** Acts of the hub itself, with the tokens already hashed: they have no id, no message carries them. */
export type HubAct =
  | { readonly type: 'issueLink'; readonly seat: string; readonly codeHash: string }
  | { readonly type: 'openSession'; readonly seat: string; readonly codeHash: string; readonly tokenHash: string }
