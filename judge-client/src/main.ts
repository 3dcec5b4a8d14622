/** Starts the judge's page. */
import '@bang-diem/shared/look/theme-phone.css'
import '@bang-diem/shared/look/tokens.css'
import '@bang-diem/shared/look/fonts.css'
import '@bang-diem/shared/look/base.css'
import './judge.css'
import { mount } from 'svelte'
import App from './App.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no #app')
mount(App, { target })
