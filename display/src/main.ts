/** Starts the page of the hall: the projector, and the same page on a phone. */
import '@bang-diem/shared/look/theme-hall.css'
import '@bang-diem/shared/look/tokens.css'
import '@bang-diem/shared/look/base.css'
import '@bang-diem/shared/look/fonts.css'
import '@bang-diem/shared/look/fonts-hall.css'
import './hall.css'
import { mount } from 'svelte'
import App from './App.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no #app')
mount(App, { target })
