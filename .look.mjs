import { chromium } from '@playwright/test'
import { findBrowser } from './scripts/shared/find-browser.mjs'
const base = process.argv[2] ?? 'http://localhost:4790'
const { path } = await findBrowser()
const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu','--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
page.on('console', (m) => m.type() === 'error' && console.log('console:', m.text().slice(0, 300)))
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 500)))
page.setDefaultTimeout(120000)
const shot = async (name) => {
  for (const [scheme, width, height] of [['light', 1280, 800], ['dark', 360, 740]]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(250)
    await page.screenshot({ path: `/tmp/w/shots/${name}-${scheme}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}
await page.goto(base + '/')
await page.getByRole('link', { name: 'Study this' }).click()
await page.getByRole('button', { name: 'Show answer' }).waitFor()
await shot('front')
for (let n = 0; n < 8; n++) {
  const isChoice = await page.locator('[data-option]').count()
  console.log(n, isChoice, (await page.getByRole('heading', { level: 1 }).innerText()).slice(0, 90), '|', await page.locator('#about').count() ? await page.locator('#about').innerText() : '')
  if (isChoice) { await shot('choice'); await page.keyboard.press('1'); await page.waitForTimeout(400); await shot('choice-back'); await page.keyboard.press('1'); await page.waitForTimeout(300); await page.keyboard.press('u'); await page.waitForTimeout(300); await page.keyboard.press('1'); break }
  await page.keyboard.press('Space'); await page.waitForTimeout(200); await page.keyboard.press('3'); await page.waitForTimeout(400)
}
await page.waitForTimeout(300)
await page.keyboard.press('h'); await page.keyboard.press('h'); await page.keyboard.press('*'); await page.waitForTimeout(1500)
await shot('hint')
await page.getByRole('button', { name: 'More' }).click(); await page.waitForTimeout(1500)
await shot('menu')
await page.keyboard.press('Escape')
await page.keyboard.press('Space'); await page.waitForTimeout(300)
await shot('hint-back')
await page.keyboard.press('3'); await page.waitForTimeout(1000)
await page.keyboard.press('Space'); await page.keyboard.press('3'); await page.waitForTimeout(1000); await page.keyboard.press('u'); await page.waitForTimeout(600)
await page.keyboard.press('i'); await page.getByRole('dialog').waitFor(); await page.waitForTimeout(2500)
await shot('info')
await page.keyboard.press('Escape')
const deck = new URL(page.url()).searchParams.get('deck')
await page.goto(`${base}/decks/${deck}`); await page.waitForTimeout(500)
await page.screenshot({ path: '/tmp/w/shots/deck.png', fullPage: true })
await browser.close()
