/** Loaded before a hub: it then keeps no tables for outside programs, so that what they cost can be told. */
import { TableNews } from '@bang-diem/server/table-news.ts'

TableNews.prototype.changes = () => ({ whole: false, rings: false, tables: [] })
