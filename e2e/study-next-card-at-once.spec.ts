import { evidence, question, studyOwnDeck } from './support/study'
import { expect, test } from './support/test'

test('the next card is painted in the frame after the key, with the save behind it', async ({ page, seed }) => {
  await studyOwnDeck(page, seed)
  await page.evaluate(watchFrames)
  const waits: number[] = []
  for (let card = 0; card < 6; card += 1) {
    const asked = await question(page).innerText()
    await page.keyboard.press('Space')
    await expect(evidence(page)).toBeVisible()
    await page.keyboard.press('1')
    await expect(question(page)).not.toHaveText(asked)
    waits.push(await page.evaluate(() => Number(document.documentElement.dataset.frames)))
  }
  console.log(`Frames from key to next card: ${waits.join(', ')}`)
  expect(Math.max(...waits)).toBeLessThanOrEqual(2)
})

/** Counts the frames from a key press until the card has changed. */
function watchFrames(): void {
  let frames = 0
  let waiting = false
  const count = () => {
    if (!waiting) return
    frames += 1
    requestAnimationFrame(count)
  }
  addEventListener(
    'keydown',
    () => {
      frames = 0
      waiting = true
      requestAnimationFrame(count)
    },
    true,
  )
  new MutationObserver(() => {
    if (!waiting) return
    waiting = false
    document.documentElement.dataset.frames = String(frames)
  }).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true })
}
