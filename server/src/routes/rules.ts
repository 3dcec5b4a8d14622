/** The rules of scoring for anyone: as JSON, and as one page without scripts that any phone shows and any browser prints. */
import type { Rule } from '@bang-diem/shared/language/rule-sheet/rule.ts'
import { type RuleSheet, ruleSheet } from '@bang-diem/shared/language/rule-sheet/rule-sheet.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Express, Request } from 'express'
import { askedLanguage, type RouteContext, roomOf } from './context.ts'
import { escaped } from './html.ts'

export function addRules(app: Express, context: RouteContext): void {
  app.get('/api/contests/:id/rules', (request, response) => {
    const room = roomOf(context, request, response)
    if (room) response.json(sheetFor(request, definitionOf(room.state)))
  })
}

/** The page at `/rules/<contest>`; an unknown contest is left to whatever comes after. */
export function addRulesPage(app: Express, { hub }: Pick<RouteContext, 'hub'>): void {
  app.get('/rules/:id', (request, response, next) => {
    const room = hub.room(request.params.id)
    if (!room) return next()
    const definition = definitionOf(room.state)
    response.type('html').setHeader('Cache-Control', 'no-cache')
    response.send(page(sheetFor(request, definition), languageOf(request, definition)))
  })
}

type AskedDefinition = ReturnType<typeof definitionOf>

function sheetFor(request: Request, definition: AskedDefinition): RuleSheet {
  return ruleSheet(definition, languageOf(request, definition))
}

/** Without `?language=` in the contest's own: a rule sheet is the contest's document, whoever's phone it is on. */
function languageOf(request: Request, { language }: AskedDefinition): Language {
  return askedLanguage(request, language)
}

function page({ title, contest, example, stages }: RuleSheet, language: 'vi' | 'en'): string {
  const sections = stages.map(
    (stage) =>
      `<h2>${escaped(stage.title)}</h2>${stage.sections
        .map((section) => `<section><h3>${escaped(section.title)}</h3>${list(section.rules, example)}</section>`)
        .join('')}`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${escaped(title)} – ${escaped(contest)}</title><style>${style}</style></head>
<body><main><p class="contest">${escaped(contest)}</p><h1>${escaped(title)}</h1>${sections.join('')}</main></body></html>
`
}

function list(rules: readonly Rule[], example: string): string {
  const items = rules.map((rule) => {
    const worked =
      rule.example === undefined ? '' : `<p class="example">${escaped(example)}: ${escaped(rule.example)}</p>`
    const nested = rule.items === undefined ? '' : list(rule.items, example)
    return `<li>${escaped(rule.text)}${worked}${nested}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

const style = `
body{margin:0;background:#fbfaf6;color:#16202e;font:17px/1.5 Inter,system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:2rem 1.25rem 4rem}
.contest{margin:0;color:#5b6472}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1.5rem}
h2{font-size:1.3rem;margin:2.5rem 0 .25rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid #ddd7c7}
ul{margin:0;padding-left:1.2rem;display:grid;gap:.5rem}
li ul{margin-top:.4rem;gap:.25rem}
.example{margin:.1rem 0 0;color:#5b6472;font-size:.95rem;font-variant-numeric:tabular-nums}
@media print{body{background:none;font-size:11pt}main{max-width:none;padding:0}section{break-inside:avoid}}
`
