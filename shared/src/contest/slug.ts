/** Ids made from names, for people who would rather not think of any. The same names give the same ids. */

/** `Đảng bộ xã Ea Ngai` → `dang-bo-xa-ea-ngai`, at most 36 characters, so that a number still fits behind; `otherwise` where no letter is left. */
export function slugOf(name: string, otherwise = 'doi'): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 36)
      .replace(/^-+|-+$/g, '') || otherwise
  )
}

/** The slug, or with the first number behind it that is free; from then on it is taken. */
export function freshId(slug: string, taken: Set<string>): string {
  let id = slug
  for (let next = 2; taken.has(id) || isNoId(id); next++) id = `${slug}-${next}`
  taken.add(id)
  return id
}

/** What every object has already, and is therefore no id (SPEC D-4). */
function isNoId(id: string): boolean {
  return id === 'constructor' || id === 'prototype'
}
