/** What every scene is given: the scene on air and the picture of the hall it was taken from. */
import type { SceneKind } from '@bang-diem/shared/ledger/reveals.ts'
import type { Component } from 'svelte'
import type { Hall, Scene } from '../hall/hall.ts'

export type SceneOf<K extends SceneKind> = Extract<Scene, { kind: K }>
export type SceneProps<K extends SceneKind> = { readonly hall: Hall; readonly scene: SceneOf<K> }
export type Scenes = { readonly [K in SceneKind]: Component<SceneProps<K>> }
