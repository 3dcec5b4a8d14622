/** The landing page at `/`: what is on, and where to go. One small page without scripts, for any phone that scanned the public QR. */
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Hub } from '../hub.ts'
import { escaped } from './html.ts'

interface Words {
  readonly title: string
  readonly none: string
  readonly watch: string
  readonly rules: string
  readonly judge: string
  readonly staff: string
  readonly byLink: string
}

const words: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    title: 'Bảng Điểm',
    none: 'Chưa có hội thi nào. Ban Tổ chức mở liên kết in trên màn hình máy chủ để tạo hội thi đầu tiên.',
    watch: 'Xem bảng điểm',
    rules: 'Thể lệ chấm điểm',
    judge: 'Giám khảo',
    staff: 'Tổ thư ký, MC',
    byLink: 'Giám khảo, Tổ thư ký và MC vào bằng liên kết hoặc mã QR do Ban Tổ chức cấp.',
  },
  en: {
    title: 'Bảng Điểm',
    none: 'No contest yet. The organiser opens the link shown on the host machine to create the first one.',
    watch: 'Watch the scoreboard',
    rules: 'Rules of scoring',
    judge: 'Judges',
    staff: 'Secretaries, MC',
    byLink: 'Judges, secretaries and the MC enter by the link or QR code that the organiser hands out.',
  },
}

export function landingPage(hub: Hub, language: 'vi' | 'en'): string {
  const say = words[language]
  const contests = [...hub.rooms()].reverse().map(({ state, contest }) => {
    const { title, edition, venue, date } = definitionOf(state)
    const about = [edition, venue, date].filter((text) => text !== undefined).map(escaped)
    return `<li><a href="/display/?contest=${contest}&amp;screen=audience"><b>${escaped(title)}</b><span>${about.join(' · ')}</span><em>${say.watch}</em></a><a class="rules" href="/rules/${contest}">${say.rules}</a></li>`
  })
  const list = contests.length > 0 ? `<ul>${contests.join('')}</ul>` : `<p>${say.none}</p>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${say.title}</title><style>${style}</style></head>
<body><main><h1>${say.title}</h1>${list}<nav><a href="/judge/">${say.judge}</a><a href="/console/">${say.staff}</a></nav>
<p class="quiet">${say.byLink}</p></main></body></html>
`
}

const style = `
body{margin:0;background:#fbfaf6;color:#16202e;font:18px/1.5 Inter,system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.75rem;margin:0 0 1.5rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
li a:first-child{display:grid;gap:.25rem;padding:1.1rem 1.25rem;border-radius:14px;background:#111b33;color:#f6f4ec;text-decoration:none}
li b{font-size:1.2rem}li span{opacity:.8;font-size:.95rem}li em{font-style:normal;color:#f2c14e;font-weight:600}
li .rules{display:inline-block;padding:.5rem .25rem;color:inherit;font-size:.95rem}
nav{display:flex;gap:.75rem;margin:1.5rem 0 1rem}
nav a{flex:1;text-align:center;padding:.9rem;border:1px solid #c9c3b2;border-radius:12px;color:inherit;text-decoration:none;font-weight:600}
a:focus-visible{outline:3px solid #1f5fbf;outline-offset:2px}
.quiet{color:#5b6472;font-size:.95rem}
`
