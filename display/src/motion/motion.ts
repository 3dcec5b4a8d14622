/**
 * How the hall moves: rows glide, scenes cross-fade with a slight rise, nothing blinks or bounces. With reduced motion
 * everything only cross-fades.
 */

import type { AnimationConfig } from 'svelte/animate'
import { cubicOut, quintOut } from 'svelte/easing'
import { prefersReducedMotion } from 'svelte/motion'
import type { TransitionConfig } from 'svelte/transition'

/** Milliseconds. */
export const pace = { scene: 350, glide: 800, stagger: 40, count: 1200, page: 8000 } as const

/** How far a scene rises, in u. */
const RISE = 2

/** A scene or a row comes in. */
export function rise(_node: Element, { delay = 0 }: { delay?: number } = {}): TransitionConfig {
  if (prefersReducedMotion.current) return { duration: pace.scene, css: (shown) => `opacity: ${shown}` }
  return {
    delay,
    duration: pace.scene,
    easing: cubicOut,
    css: (shown, hidden) => `opacity: ${shown}; transform: translateY(calc(var(--u) * ${hidden * RISE}))`,
  }
}

/** A scene goes. */
export function leave(_node: Element): TransitionConfig {
  return { duration: pace.scene, css: (shown) => `opacity: ${shown}` }
}

/**
 * A row glides to its new place. Svelte's own `flip` would also scale it, and a row that grows into the leader's would show
 * stretched letters on its way.
 */
export function glide(
  _node: Element,
  { from, to }: { from: DOMRect; to: DOMRect },
  fromBottom: number,
): AnimationConfig {
  if (prefersReducedMotion.current) return { duration: 0 }
  const [x, y] = [from.left - to.left, from.top - to.top]
  return {
    delay: fromBottom * pace.stagger,
    duration: pace.glide,
    easing: quintOut,
    css: (_there, away) => `transform: translate(${x * away}px, ${y * away}px)`,
  }
}
