/**
 * One judge at one phone: the sheets, the page that is shown, and what the judge does with them. It joins the hub's view, the outbox
 * and the drafts; it decides no rule of the contest and sends nothing but through the outbox.
 */
import type { Names } from '@bang-diem/shared/language/names.ts'
import type { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import type { OutboxBody } from '@bang-diem/shared/link/kept-command.ts'
import type { Outbox } from '@bang-diem/shared/link/outbox.svelte.ts'
import type { OutboxItem } from '@bang-diem/shared/link/outbox-item.ts'
import { contestEntry, roundEntry, stageEntry, teamEntry } from '@bang-diem/shared/views/entries.ts'
import { callEntry, countEntry, formEntry, meEntry, ownSheetEntry } from '@bang-diem/shared/views/judge-entries.ts'
import { acceptedMarks, type Criterion } from '../marks/sheet-total.ts'
import { type Choice, choosePage, type SheetKey, sheetKey } from '../sheets/choose-page.ts'
import type { Drafts } from '../sheets/drafts.svelte.ts'
import { type OwnSheet, ownSheet } from '../sheets/own-sheet.ts'

/** Sheets of the contest itself; a rehearsal's would have a run of their own. */
const REAL_RUN = 0

export type RefusedItem = Extract<OutboxItem, { state: 'refused' }>

export class JudgeSeat {
  readonly link: HubLink
  readonly outbox: Outbox
  readonly drafts: Drafts
  #choice = $state.raw<Choice | null>(null)

  constructor(link: HubLink, outbox: Outbox, drafts: Drafts) {
    this.link = link
    this.outbox = outbox
    this.drafts = drafts
  }

  readonly me = $derived.by(() => this.link.entry('me', meEntry))
  readonly contest = $derived.by(() => this.link.entry('contest', contestEntry))
  readonly call = $derived.by(() => this.link.entry('call', callEntry))
  readonly count = $derived.by(() => this.link.entry('count', countEntry))

  /** Every sheet that was ever opened for this judge, round by round. */
  readonly sheets: readonly OwnSheet[] = $derived.by(() => {
    const sheets = this.link.list('sheet', ownSheetEntry).flatMap(({ ids: [round, team, judge], value }) => {
      // The head judge's view also holds the other judges' sheets, under keys that end with the judge.
      if (round === undefined || team === undefined || judge !== undefined) return []
      const draft = this.drafts.of(sheetKey(round, team))
      return ownSheet({ round, team, entry: value, criteria: this.#criteria(round), draft, items: this.outbox.items })
    })
    return sheets.sort((a, b) => this.#place(a) - this.#place(b))
  })

  /** What this judge still has to write and hand in. */
  readonly unsubmitted = $derived.by(() => this.sheets.filter(({ phase }) => phase === 'marking'))

  /** False once the hub admits this phone no longer and has no way back: what is written stays in sight, and nothing more can be handed in. */
  readonly mayWrite = $derived.by(() => this.link.status !== 'refused' || this.link.isComingBack)

  /** The sheet of the team that the MC has called, once it is open. */
  readonly called: OwnSheet | undefined = $derived.by(() => {
    const call = this.call
    return call && this.sheets.find(({ round, team }) => round === call.round && team === call.team)
  })

  /** The sheet on the screen; `undefined`: the list. */
  readonly shown: OwnSheet | undefined = $derived.by(() => {
    const begun = new Set(this.unsubmitted.filter(isBegun).map(({ key }) => key))
    const page = choosePage({ choice: this.#choice, called: this.called?.key ?? null, begun })
    return this.sheets.find(({ key }) => key === page)
  })

  /** What the hub has said no to and the judge has not yet taken note of. */
  readonly refused: readonly RefusedItem[] = $derived.by(() => this.outbox.items.filter(isRefused))

  /** Names for people; an id where the view does not know the name. */
  readonly names: Names = {
    team: (team) => this.link.entry(`team/${team}`, teamEntry)?.name ?? team,
    judge: (judge) => (this.me?.judge === judge ? this.me.name : judge),
    round: (round) => this.link.entry(`round/${round}`, roundEntry)?.title ?? round,
    stage: (stage) => this.link.entry(`stage/${stage}`, stageEntry)?.title ?? stage,
    criterion: (round, criterion) => this.#criterionTitle(round, criterion),
  }

  /** The short name where there is one: for lines that hold more than the team. */
  shortName(team: string): string {
    return this.link.entry(`team/${team}`, teamEntry)?.shortName ?? this.names.team(team)
  }

  /** Shows a sheet, or the list, until the next call. */
  show(sheet: SheetKey | null): void {
    this.#choice = { sheet, atCall: this.called?.key ?? null }
  }

  /** Writes one criterion's text. From here on the sheet stays on the screen, wherever the MC goes. */
  write(sheet: OwnSheet, criterion: string, text: string): void {
    if (sheet.phase !== 'marking') return
    const texts = { ...sheet.texts, [criterion]: text }
    void this.drafts.write(sheet.key, { revision: sheet.entry.revision, texts })
    const filled = Object.keys(acceptedMarks(sheet.criteria ?? [], texts)).length
    if (filled !== sheet.filled) this.link.draft(sheet.round, sheet.team, filled)
    this.show(sheet.key)
  }

  /** Hands the sheet to the outbox. The draft stays as it is: a refused sheet is written on where it was left. */
  submit(sheet: OwnSheet): Promise<void> {
    const { round, team, criteria, texts, entry } = sheet
    const marks = acceptedMarks(criteria ?? [], texts)
    return this.#send(sheet, { type: 'submitSheet', round, team, run: REAL_RUN, revision: entry.revision, marks })
  }

  requestReopen(sheet: OwnSheet, reason: string): Promise<void> {
    return this.#send(sheet, { type: 'requestReopen', round: sheet.round, team: sheet.team, reason })
  }

  recuse(sheet: OwnSheet, reason: string): Promise<void> {
    return this.#send(sheet, { type: 'recuse', round: sheet.round, team: sheet.team, reason })
  }

  close(): void {
    this.outbox.close()
    this.link.close()
  }

  #criteria(round: string): readonly Criterion[] | null {
    const form = this.link.entry(`form/${round}`, formEntry)
    return form ? form.criteria.filter(({ scoredBy }) => scoredBy === 'judges') : null
  }

  /** Without its round, the first criterion of that id on any of the own sheets. */
  #criterionTitle(round: string | null, criterion: string): string {
    const rounds = round === null ? this.sheets.map((sheet) => sheet.round) : [round]
    const titles = rounds.flatMap((one) => this.#criteria(one) ?? []).filter(({ id }) => id === criterion)
    return titles[0]?.title ?? criterion
  }

  #place({ round, team }: OwnSheet): number {
    const rounds = this.link.entry(`round/${round}`, roundEntry)?.index ?? 0
    return rounds * 1000 + (this.link.entry(`team/${team}`, teamEntry)?.index ?? 0)
  }

  /** Asking again answers the earlier refusal of the same thing: it goes off the list. */
  #send(sheet: OwnSheet, body: OutboxBody): Promise<void> {
    for (const item of this.refused) {
      const same = item.body.type === body.type && item.body.round === body.round && item.body.team === body.team
      if (same) this.outbox.dismiss(item.id)
    }
    this.show(sheet.key)
    return this.outbox.submit(body)
  }
}

function isRefused(item: OutboxItem): item is RefusedItem {
  return item.state === 'refused'
}

function isBegun({ texts }: OwnSheet): boolean {
  return Object.values(texts).some((text) => text !== '')
}
