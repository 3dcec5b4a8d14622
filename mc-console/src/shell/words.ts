/** Every word of the staff's page, in both languages. */
import { consoleWords as enConsole } from '@bang-diem/shared/language/en/console.ts'
import { amendmentWords as enAmendments } from '@bang-diem/shared/language/en/console-amendments.ts'
import { deskWords as enDesks } from '@bang-diem/shared/language/en/console-desks.ts'
import { mcWords as enMc } from '@bang-diem/shared/language/en/console-mc.ts'
import { organiserWords as enOrganiser } from '@bang-diem/shared/language/en/console-organiser.ts'
import { paperWords as enPapers } from '@bang-diem/shared/language/en/console-papers.ts'
import type { InBoth } from '@bang-diem/shared/language/say.ts'
import { consoleWords as viConsole } from '@bang-diem/shared/language/vi/console.ts'
import { amendmentWords as viAmendments } from '@bang-diem/shared/language/vi/console-amendments.ts'
import { deskWords as viDesks } from '@bang-diem/shared/language/vi/console-desks.ts'
import { mcWords as viMc } from '@bang-diem/shared/language/vi/console-mc.ts'
import { organiserWords as viOrganiser } from '@bang-diem/shared/language/vi/console-organiser.ts'
import { paperWords as viPapers } from '@bang-diem/shared/language/vi/console-papers.ts'

const vi = { ...viConsole, ...viDesks, amendments: viAmendments, mc: viMc, organiser: viOrganiser, papers: viPapers }
export type Words = typeof vi

export const everyWord: InBoth<Words> = {
  vi,
  en: { ...enConsole, ...enDesks, amendments: enAmendments, mc: enMc, organiser: enOrganiser, papers: enPapers },
}
