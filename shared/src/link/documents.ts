/** The documents of a contest as the organiser's and the secretaries' pages ask for them: which there are, and each as a file. */
import * as v from 'valibot'
import type { Language } from '../language/say.ts'
import { type ApiOutcome, get, getFile, postForFile } from './http.ts'

const formatSchema = v.picklist(['pdf', 'xlsx', 'csv'])
export type DocumentFormat = v.InferOutput<typeof formatSchema>

/** A reason why there is no document yet: a refusal with its words, and how many like it were left out. */
export const lackSchema = v.looseObject({ code: v.string(), title: v.string(), more: v.optional(v.number()) })
export type LackReceived = v.InferOutput<typeof lackSchema>

const offeredSchema = v.object({
  name: v.string(),
  title: v.string(),
  about: v.picklist(['contest', 'stage', 'round']),
  stage: v.optional(v.string()),
  stageTitle: v.optional(v.string()),
  round: v.optional(v.string()),
  roundTitle: v.optional(v.string()),
  /** The first is the main one. */
  formats: v.array(formatSchema),
  /** Empty when it can be made now. */
  lacks: v.array(lackSchema),
  /** Made from the links of judges, which are posted. */
  fromLinks: v.optional(v.boolean()),
})
export type OfferedDocument = v.InferOutput<typeof offeredSchema>

/** Every document that a session may have, with what each still lacks (SPEC W-10). */
export async function offeredDocuments(
  auth: string,
  contest: string,
  language: Language,
): Promise<ApiOutcome<readonly OfferedDocument[]>> {
  const schema = v.object({ documents: v.array(offeredSchema) })
  const listed = await get(`${addressOf(contest)}?language=${language}`, schema, auth)
  return listed.ok ? { ok: true, value: listed.value.documents } : listed
}

export interface DocumentAsked {
  readonly name: string
  readonly format: DocumentFormat
  readonly stage?: string | undefined
  readonly round?: string | undefined
  /** Only this one's. */
  readonly team?: string | undefined
  readonly judge?: string | undefined
  /** The paper's number, one to four digits. */
  readonly number?: string | undefined
  /** Address by judge: of a document that is made from them. */
  readonly links?: Readonly<Record<string, string>> | undefined
}

/** A document as a file, or why there is none. The session goes in a header, never in an address. */
export function documentFile(
  auth: string,
  contest: string,
  { name, format, links, ...about }: DocumentAsked,
  language: Language,
): Promise<ApiOutcome<Blob>> {
  const asked = Object.entries({ ...about, language }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const path = `${addressOf(contest)}/${name}.${format}?${new URLSearchParams(asked)}`
  const asker = { auth, language }
  return links === undefined ? getFile(path, asker) : postForFile(path, { links }, asker)
}

function addressOf(contest: string): string {
  return `/api/contests/${encodeURIComponent(contest)}/documents`
}
