/** The eyes of somebody in the hall, as far as they can be measured: what is cut off, what is too small, what moves. */
import type { Page } from '@playwright/test'

export const projectors = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 800, height: 600 },
] as const

/** Waits until nothing has moved for a few frames: every figure shows what was announced, and every animation has ended. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const calm = 5
    const deadline = performance.now() + 15_000
    for (let frames = 0; frames < calm; ) {
      if (performance.now() > deadline) throw new Error('the screen does not come to rest')
      await new Promise(requestAnimationFrame)
      const figures = [...document.querySelectorAll<HTMLElement>('.count[data-final]')]
      const stands = figures.every((one) => one.textContent?.trim() === one.dataset.final)
      const moves = document.getAnimations().some((one) => one.playState === 'running' && !isClock(one))
      frames = stands && !moves ? frames + 1 : 0
    }

    /** A running clock never comes to rest. */
    function isClock({ effect }: Animation): boolean {
      return effect instanceof KeyframeEffect && effect.target?.closest('[role=timer]') != null
    }
  })
}

/** Every visible text that reaches beyond the screen or beyond a box that cuts it off, and every page that scrolls sideways. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tolerance = 1
    const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const cut: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) cut.push('the page scrolls sideways')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: parent, textContent: text } = texts.currentNode
      if (!parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !text?.trim()) continue
      const boxes = [screen, ...cuttingBoxes(parent)]
      const range = document.createRange()
      range.selectNodeContents(texts.currentNode)
      const outside = [...range.getClientRects()].some((rect) => boxes.some((box) => reachesBeyond(rect, box)))
      if (outside) cut.push(text.trim())
    }
    return cut

    function cuttingBoxes(element: Element): DOMRect[] {
      const boxes: DOMRect[] = []
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).overflow !== 'visible') boxes.push(at.getBoundingClientRect())
      }
      return boxes
    }

    function reachesBeyond(rect: DOMRect, box: { left: number; top: number; right: number; bottom: number }): boolean {
      const sideways = rect.left < box.left - tolerance || rect.right > box.right + tolerance
      return sideways || rect.top < box.top - tolerance || rect.bottom > box.bottom + tolerance
    }
  })
}

/** The smallest type of what matches, in hundredths of the screen's height. */
export function smallestType(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => {
    const sizes = [...document.querySelectorAll(wanted)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => (100 * Number.parseFloat(getComputedStyle(one).fontSize)) / innerHeight)
    if (sizes.length === 0) throw new Error(`nothing on screen matches ${wanted}`)
    return Math.min(...sizes)
  }, selector)
}

/** Where each row of the table stood, frame by frame; ends when asked. Heights in px from the top. */
export interface Film {
  end(): Promise<Record<string, number[]>>
}

export async function filmRows(page: Page): Promise<Film> {
  const frames = await page.evaluateHandle(() => {
    const seen: Record<string, number[]> = {}
    const film = { seen, running: true }
    const look = () => {
      for (const row of document.querySelectorAll<HTMLElement>('[data-scene=standings] li[data-team]')) {
        const team = row.dataset.team ?? ''
        const tops = seen[team] ?? []
        const { top } = row.getBoundingClientRect()
        if (tops.at(-1) !== top) seen[team] = [...tops, top]
      }
      if (film.running) requestAnimationFrame(look)
    }
    look()
    return film
  })
  return {
    end: () =>
      frames.evaluate((film) => {
        film.running = false
        return film.seen
      }),
  }
}
