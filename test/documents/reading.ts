/** Papers as somebody reads them who looks at no layout: what each kind says of a story, block by block. */
import { documentsOf, idsOf } from '@bang-diem/server/documents/about.ts'
import type { Making } from '@bang-diem/server/documents/document.ts'
import type { Block, Cell, ListItem, Paper, Table } from '@bang-diem/server/documents/paper.ts'
import { kindCalled } from '@bang-diem/server/documents/registry.ts'
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { Story } from '../rules/rulebook.ts'

type Asked = Partial<Omit<Making, 'state' | 'about'>> & { readonly stage?: string; readonly round?: string }

function opened(story: Story, name: string, { stage, round, ...asked }: Asked) {
  const kind = kindCalled(name)
  const document =
    kind &&
    documentsOf(kind, definitionOf(story.state)).find(({ about }) => {
      const ids = idsOf(about)
      return (stage ?? ids.stage) === ids.stage && (round ?? ids.round) === ids.round
    })
  if (!document) throw new Error(`no ${name} of ${stage ?? ''} ${round ?? ''}`)
  const making = {
    state: story.state,
    language: 'vi' as const,
    printedAt: Date.UTC(2026, 9, 17, 13, 15),
    publicUrl: 'http://192.168.1.10:8080',
    team: null,
    judge: null,
    number: null,
    links: new Map<string, string>(),
    ...asked,
  }
  return { document, making }
}

export function lacksOf(story: Story, name: string, asked: Asked = {}): readonly Refusal[] {
  const { document, making } = opened(story, name, asked)
  return document.lacks(making)
}

export function paperOf(story: Story, name: string, asked: Asked = {}): Paper {
  const { document, making } = opened(story, name, asked)
  return document.paper(making)
}

/** Every text of a paper in the order of reading, table cells included; a struck one between tildes. */
export function textsOf(paper: Paper): string[] {
  return paper.leaves.flatMap(({ blocks }) => blocks.flatMap((block) => blockTexts(block)))
}

export function tablesOf(paper: Paper): Table[] {
  return paper.leaves.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
}

/** Headings, then rows, as they are written in Vietnamese. */
export function writtenTable({ columns, rows }: Table): string[][] {
  return [columns.map(({ title }) => title), ...rows.map(({ cells }) => cells.map(written))]
}

function written({ content, below, struck }: Cell): string {
  if (content === null) return ''
  const first = typeof content === 'string' ? content : showDecimal(content.number, 'vi', content.decimals)
  const text = below === undefined ? first : `${first}\n${below}`
  return struck ? `~${text}~` : text
}

/** What stands under a heading, up to the next. */
export function sectionOf(paper: Paper, heading: string): string[] {
  const blocks = paper.leaves.flatMap((leaf) => leaf.blocks)
  const begins = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  if (begins < 0) throw new Error(`no heading ${heading}`)
  const after = blocks.slice(begins + 1)
  const ends = after.findIndex((block) => block.kind === 'heading' || block.kind === 'signatures')
  return after.slice(0, ends < 0 ? undefined : ends).flatMap((block) => blockTexts(block))
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'letterhead':
      return [...block.letterhead.left, ...block.letterhead.right].map(({ text }) => text)
    case 'title':
      return [block.text, ...block.subjects]
    case 'heading':
    case 'text':
      return [block.text]
    case 'fields':
      return block.fields.map(({ label, content }) => `${label}: ${content ?? ''}`)
    case 'list':
      return block.items.flatMap(itemTexts)
    case 'table':
      return [...writtenTable(block).flat(), ...block.notes]
    case 'bars':
      return block.bars.map(({ label }) => label)
    case 'code':
      return [block.text, block.caption]
    case 'signatures':
      return block.rows.flat().flatMap(({ title, name }) => [title, ...(name === null ? [] : [name])])
  }
}

function itemTexts({ text, aside, items = [] }: ListItem): string[] {
  return [text, ...(aside === undefined ? [] : [aside]), ...items.flatMap(itemTexts)]
}
