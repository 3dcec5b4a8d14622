/** Elements made by hand. Whatever comes out of a ledger goes through here as text, and never as markup. */

type Child = Node | string | null

export type Attributes = Readonly<Record<string, string>>

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null))
  return element
}
