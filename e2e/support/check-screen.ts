import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import type { Watched } from './alive'
import { expect } from './test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOURS = ['color-contrast', 'link-in-text-block']
const WIDTHS = [320, 1280]
/** Of phones and tablets between those, and wider screens: breakpoints lie there too. */
const WIDTHS_BETWEEN = [360, 375, 384, 390, 400, 412, 768, 1024, 1600]

/** The screen as it stands: in light and dark, narrow and wide, no violation; at no width does it scroll sideways. */
export async function check(page: Page, screen: string, except: readonly string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      const where = `${screen}, ${colorScheme}, ${width} px`
      // The dark changes colours and nothing else.
      expect.soft(await violationsOn(page, except, colorScheme === 'dark'), where).toEqual([])
      expect.soft(await overflowOf(page), `${where} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
  for (const width of WIDTHS_BETWEEN) {
    await page.setViewportSize({ width, height: 800 })
    expect.soft(await overflowOf(page), `${screen}, ${width} px scrolls sideways`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** In pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function violationsOn(page: Page, except: readonly string[], coloursOnly: boolean): Promise<string[]> {
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]))
  const options: RunOptions = {
    ...(coloursOnly
      ? { runOnly: { type: 'rule', values: COLOURS } }
      : { runOnly: { type: 'tag', values: TAGS }, rules }),
    // Of what is well nothing is told, which spares half of the work.
    resultTypes: ['violations'],
    preload: false,
  }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(findViolations, options)
}

/** In the page, once what changed last is drawn; what moves is brought to its end. */
async function findViolations(options: RunOptions): Promise<string[]> {
  const isEnding = (one: Animation) =>
    one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
  await new Promise((done) => (window as unknown as Watched).whenIdle(done))
  for (const one of document.getAnimations()) if (isEnding(one)) one.finish()
  // Base UI's guards take the focus only to hand it on at once.
  const context = { exclude: ['[data-base-ui-focus-guard]'] }
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options)
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 400)} ${failureSummary}`).join(' | ')}`,
  )
}
