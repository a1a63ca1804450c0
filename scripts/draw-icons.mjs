// node scripts/draw-icons.mjs: draws the icons of the installed app from the mark (app/icon.svg) and the
// tokens' colours, as files that are committed. To be run again when either changes.
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './shared/find-browser.mjs'

/** `share`: how much of the width the mark takes. A mask may cut away all but the inner 80 %. */
const ICONS = [
  { file: 'public/icon-192.png', size: 192, share: 0.66 },
  { file: 'public/icon-512.png', size: 512, share: 0.66 },
  { file: 'public/icon-maskable-512.png', size: 512, share: 0.52 },
  { file: 'app/apple-icon.png', size: 180, share: 0.6 },
]

const found = await findBrowser()
if (!found) throw new Error('No Chromium: set CHROMIUM_PATH.')
const browser = await chromium.launch({ executablePath: found.path })
const page = await browser.newPage()
const tokens = readFileSync('app/tokens.css', 'utf8')
const mark = readFileSync('app/icon.svg', 'utf8')
for (const { file, size, share } of ICONS) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>${tokens}
    body { margin: 0; width: 100vw; height: 100vh; display: grid; place-items: center; background: var(--paper) }
    svg { width: ${share * 100}vw }
  </style>${mark}`)
  writeFileSync(file, await page.screenshot())
  console.log(file)
}
console.log('paper:', await page.evaluate(paperColours))
await browser.close()

/** The ground of both themes as the manifest and the browser's bars want it. */
function paperColours() {
  const context = document.createElement('canvas').getContext('2d')
  return ['light', 'dark'].map((theme) => {
    document.documentElement.dataset.theme = theme
    if (!context) return ''
    context.fillStyle = getComputedStyle(document.body).backgroundColor
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
  })
}
