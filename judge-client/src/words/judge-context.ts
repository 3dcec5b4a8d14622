/** What every part of the page may ask for: the words in the language of the moment, and how numbers are written in it. */
import { createContext } from 'svelte'
import type { Tongue } from './tongue.svelte.ts'

export const [useTongue, provideTongue] = createContext<Tongue>()
