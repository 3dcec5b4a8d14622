/** Starts the staff's page. */
import '@bang-diem/shared/look/fonts.css'
import '@bang-diem/shared/look/theme-console.css'
import '@bang-diem/shared/look/theme-hall.css'
import '@bang-diem/shared/look/tokens.css'
import '@bang-diem/shared/look/base.css'
import './console.css'
import { mount } from 'svelte'
import App from './App.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has lost its #app')
mount(App, { target })
